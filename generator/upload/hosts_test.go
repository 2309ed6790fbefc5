package upload

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/net/webdav"

	"sparrausopas/generator/report"
)

const secret = "salasana-jota-ei-kirjoiteta"

func ruleOf(err error) string {
	if refused, ok := errors.AsType[*report.Refusal](err); ok {
		return refused.Rule
	}
	return ""
}

// compare finds files of a folder that aren't those of two uploads of a site.
func uploads(t *testing.T, folder string, connect func() Host) {
	t.Helper()
	for _, site := range []map[string]string{{"style": "aaaaaaaa", "text": "old"}, {"style": "bbbbbbbb", "text": "new"}} {
		files := siteOf(site["style"], site["text"], "fi/ä ö?#%.html", "fi/"+site["text"]+".html")
		host := connect()
		if err := sendTo(host, files); err != nil {
			t.Fatal(err)
		}
		if err := host.Close(); err != nil {
			t.Log(err)
		}
		found, err := Recorded("opas", os.DirFS(folder))
		want, _ := Recorded("opas", files)
		if err != nil || found.Sum() != want.Sum() {
			t.Errorf("%v\n%s\nnot\n%s", err, found.Text(), want.Text())
		}
		left, _ := filepath.Glob(filepath.Join(folder, "*", "*.new"))
		if len(left) > 0 {
			t.Errorf("%v is left", left)
		}
	}
}

func davServer(t *testing.T, folder string) *url.URL {
	t.Helper()
	dav := &webdav.Handler{Prefix: "/dav", FileSystem: webdav.Dir(folder), LockSystem: webdav.NewMemLS()}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, password, _ := r.BasicAuth(); name != "maija" || password != secret {
			w.Header().Set("WWW-Authenticate", "Basic")
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		dav.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	address, _ := url.Parse(server.URL + "/dav/opas/")
	address.User = url.User("maija")
	return address
}

func TestASiteGoesToAHostByWebDAV(t *testing.T) {
	folder := t.TempDir()
	address := davServer(t, folder)
	uploads(t, filepath.Join(folder, "opas"), func() Host {
		host, err := WebDAV(context.Background(), *address, secret)
		if err != nil {
			t.Fatal(err)
		}
		return host
	})
	for _, password := range []string{"", "wrong"} {
		host, err := WebDAV(context.Background(), *address, password)
		if err == nil {
			_, err = Known(host, "opas")
		}
		if ruleOf(err) != "upload-password" {
			t.Errorf("%q: %v", password, err)
		}
	}
}

func TestNoPasswordGoesOverAnOpenLine(t *testing.T) {
	for address, safe := range map[string]bool{
		"https://x.fi/dav": true, "http://127.0.0.1:1/": true, "http://[::1]/": true, "http://localhost/": true,
		"http://x.fi/dav": false, "http://127.0.0.1.x.fi/": false, "ftp://x.fi/": false, "https:///dav": false,
	} {
		at, err := url.Parse(address)
		if err != nil || IsSafe(*at) != safe {
			t.Errorf("%s: %v", address, err)
		}
	}
	var seen string
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { seen += r.Header.Get("Authorization") }))
	defer other.Close()
	host := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	defer host.Close()
	at, _ := url.Parse(host.URL)
	at.User = url.User("maija")
	w, err := WebDAV(context.Background(), *at, secret)
	if err == nil {
		_, err = Known(w, "opas")
	}
	if ruleOf(err) != "upload-elsewhere" || seen != "" {
		t.Error(err, seen)
	}
}

// sshServer serves a folder by SFTP in this process; its key is another each time.
func sshServer(t *testing.T, folder string) *url.URL {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	config := &ssh.ServerConfig{PasswordCallback: func(c ssh.ConnMetadata, password []byte) (*ssh.Permissions, error) {
		if c.User() != "maija" || string(password) != secret {
			return nil, errors.New("no")
		}
		return nil, nil
	}}
	config.AddHostKey(signer)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			line, err := listener.Accept()
			if err != nil {
				return
			}
			go serveSSH(line, config)
		}
	}()
	return &url.URL{Scheme: "sftp", User: url.User("maija"), Host: listener.Addr().String(), Path: filepath.ToSlash(folder)}
}

func serveSSH(line net.Conn, config *ssh.ServerConfig) {
	_, channels, requests, err := ssh.NewServerConn(line, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for asked := range channels {
		channel, requests, err := asked.Accept()
		if err != nil {
			return
		}
		go func() {
			for r := range requests {
				_ = r.Reply(r.Type == "subsystem" && strings.HasSuffix(string(r.Payload), "sftp"), nil)
			}
		}()
		server, err := sftp.NewServer(channel)
		if err != nil {
			return
		}
		go func() {
			_ = server.Serve()
			_ = server.Close()
		}()
	}
}

func TestASiteGoesToAHostBySFTPOnceTheHostIsConfirmed(t *testing.T) {
	t.Setenv("SSH_AUTH_SOCK", "")
	folder, home := filepath.Join(t.TempDir(), "www", "opas"), t.TempDir()
	address := sshServer(t, folder)
	who := SSH{Password: secret, Home: home, KeyFile: filepath.Join(home, "own", "known_hosts")}
	_, err := SFTP(context.Background(), *address, who)
	refused, _ := errors.AsType[*report.Refusal](err)
	if refused == nil || refused.Rule != "upload-host-new" {
		t.Fatal(err)
	}
	who.Key = "SHA256:other"
	if _, err := SFTP(context.Background(), *address, who); ruleOf(err) != "upload-host-new" {
		t.Error(err)
	}
	who.Key = refused.Values["key"].(string)
	uploads(t, folder, func() Host {
		host, err := SFTP(context.Background(), *address, who)
		if err != nil {
			t.Fatal(err)
		}
		who.Key = ""
		return host
	})
	kept, err := os.ReadFile(who.KeyFile)
	if err != nil || strings.Contains(string(kept), secret) || strings.Count(string(kept), "\n") != 1 {
		t.Errorf("%v %s", err, kept)
	}
	who.Password = "wrong"
	if _, err := SFTP(context.Background(), *address, who); ruleOf(err) != "upload-password" {
		t.Error(err)
	}
	other := sshServer(t, folder)
	lines := strings.ReplaceAll(string(kept), address.Port(), other.Port())
	if err := os.WriteFile(who.KeyFile, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	who.Password = secret
	if _, err := SFTP(context.Background(), *other, who); ruleOf(err) != "upload-host-changed" {
		t.Error(err)
	}
}
