package hosting_test

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// server is a program that serves a site by a sample in docs/hosting.
type server struct {
	program string
	// sample is that of a host of its own, below that of a folder of a host.
	sample, below string
	// config makes the program's settings out of the sample's text, and returns
	// how the program is called with them in a folder.
	config func(t *testing.T, dir, sample string) []string
}

// marks are what stands in the samples for what is of the host.
const (
	markPort   = "listen 80;"
	markFolder = "/var/www/opas"
	markBeside = "/var/www/html"
)

var servers = []server{
	{"nginx", "nginx.conf", "nginx-alikansio.conf", nginx},
	{"apache2", "apache.htaccess", "apache.htaccess", apache},
	{"caddy", "Caddyfile", "Caddyfile-alikansio", caddy},
}

// path returns the path of a server's program, "" if it isn't there.
func (s server) path() string {
	for _, name := range []string{s.program, "/usr/sbin/" + s.program} {
		if found, err := exec.LookPath(name); err == nil {
			return found
		}
	}
	return ""
}

// need skips a test whose server isn't there, or fails it if
// BROWSER_TESTS=required.
func (s server) need(t *testing.T) {
	t.Helper()
	missing := t.Skipf
	if os.Getenv("BROWSER_TESTS") == "required" {
		missing = t.Fatalf
	}
	if s.path() == "" {
		missing("there is no %s: on Debian and Ubuntu .ci/servers installs it", s.program)
	}
}

// start serves a folder below a path until the test ends, and returns the
// address of the site.
func (s server) start(t *testing.T, site, path string) string {
	t.Helper()
	// Servers that are started as root read files as somebody else.
	dir := openFolder(t)
	sample := s.sample
	if path != "/" {
		sample = s.below
	}
	text, err := os.ReadFile(filepath.Join("../../docs/hosting", sample))
	if err != nil {
		t.Fatal(err)
	}
	address := freeAddress(t)
	filled := strings.NewReplacer(
		markFolder, site, markBeside, dir,
		markPort, "listen "+address+";",
		"opas.esimerkkila.example {", "http://"+address+" {", "www.esimerkkila.example {", "http://"+address+" {",
	).Replace(string(text))
	command := exec.Command(s.path(), s.config(t, dir, filled)...)
	command.Dir = dir
	command.Env = append(os.Environ(), "ADDRESS="+address, "SITE="+site, "BELOW="+path, "HOME="+dir, "XDG_DATA_HOME="+dir, "XDG_CONFIG_HOME="+dir)
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	t.Cleanup(func() {
		_ = command.Process.Signal(syscall.SIGTERM)
		<-ended
	})
	await(t, address, ended, &said)
	return "http://" + address + path
}

// await waits until somebody listens at an address.
func await(t *testing.T, address string, ended chan error, said *bytes.Buffer) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for ctx.Err() == nil {
		if conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", address); err == nil {
			conn.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("the server ended (%v): %s", err, said)
		case <-time.After(10 * time.Millisecond):
		}
	}
	t.Fatal("the server doesn't listen")
}

// openFolder makes a folder that everybody can read.
func openFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func nginx(t *testing.T, dir, sample string) []string {
	write(t, filepath.Join(dir, "nginx.conf"), "daemon off;\nmaster_process off;\npid pid;\nerror_log stderr;\nevents {}\nhttp {\n"+
		"access_log off;\nclient_body_temp_path body;\nproxy_temp_path proxy;\nfastcgi_temp_path fastcgi;\nuwsgi_temp_path uwsgi;\nscgi_temp_path scgi;\n"+
		"include /etc/nginx/mime.types;\n"+sample+"}\n")
	return []string{"-p", dir, "-c", "nginx.conf"}
}

func caddy(t *testing.T, dir, sample string) []string {
	write(t, filepath.Join(dir, "Caddyfile"), "{\n\tadmin off\n\tauto_https off\n}\n"+sample)
	return []string{"run", "--config", "Caddyfile", "--adapter", "caddyfile"}
}

// apache gets its settings from the site, where the sample is .htaccess.
func apache(t *testing.T, dir, _ string) []string {
	const modules = "/usr/lib/apache2/modules"
	var load strings.Builder
	for _, name := range []string{"mpm_event", "authz_core", "dir", "mime", "alias", "headers", "deflate", "filter"} {
		load.WriteString("LoadModule " + name + "_module " + modules + "/mod_" + name + ".so\n")
	}
	if os.Getuid() == 0 {
		load.WriteString("User nobody\nGroup nogroup\n")
	}
	write(t, filepath.Join(dir, "apache.conf"), load.String()+`ServerName 127.0.0.1
DefaultRuntimeDir `+dir+`
Listen ${ADDRESS}
PidFile pid
ErrorLog /dev/stderr
TypesConfig /etc/mime.types
DocumentRoot `+dir+`
<Directory />
  Require all granted
  AllowOverride All
</Directory>
Alias ${BELOW} "${SITE}/"
`)
	return []string{"-d", dir, "-f", filepath.Join(dir, "apache.conf"), "-D", "FOREGROUND"}
}
