package hosting_test

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// iis is what the sample for IIS says of files, in the site's folder and in
// others.
type iis struct {
	iisFiles
	Locations []struct {
		Path string `xml:"path,attr"`
		iisFiles
	} `xml:"location"`
}

type iisFiles struct {
	Kinds []struct {
		Ending string `xml:"fileExtension,attr"`
		Kind   string `xml:"mimeType,attr"`
	} `xml:"system.webServer>staticContent>mimeMap"`
	Cache struct {
		Mode  string `xml:"cacheControlMode,attr"`
		Age   string `xml:"cacheControlMaxAge,attr"`
		Other string `xml:"cacheControlCustom,attr"`
	} `xml:"system.webServer>staticContent>clientCache"`
	Errors []struct {
		Status int    `xml:"statusCode,attr"`
		File   string `xml:"path,attr"`
	} `xml:"system.webServer>httpErrors>error"`
}

// kept returns how long a file is kept by the sample: as the last place says
// that it is in.
func (i iis) kept(name string) string {
	cache := i.Cache
	for _, l := range i.Locations {
		if name == l.Path || strings.HasPrefix(name, l.Path+"/") {
			cache = l.Cache
		}
	}
	if cache.Mode == "DisableCache" && cache.Other == "" {
		return fixed
	}
	return cache.Mode + " " + cache.Age + " " + cache.Other
}

// TestSamplesOfServersThatAreNotHereSayOfEachFileWhatItIs reads those for IIS
// and for object stores as these do.
func TestSamplesOfServersThatAreNotHereSayOfEachFileWhatItIs(t *testing.T) {
	g := newEdition(t, "/")
	t.Run("IIS", func(t *testing.T) { saidToIIS(t, g) })
	t.Run("object stores", func(t *testing.T) { uploadedToStore(t, g) })
}

// saidToIIS reads the sample as IIS does, which runs on Windows alone.
func saidToIIS(t *testing.T, g edition) {
	text, err := os.ReadFile("../../docs/hosting/web.config")
	if err != nil {
		t.Fatal(err)
	}
	var config iis
	if err := xml.Unmarshal(text, &config); err != nil {
		t.Fatal(err)
	}
	if len(config.Errors) != 1 || config.Errors[0].Status != 404 || config.Errors[0].File != "404.html" {
		t.Errorf("errors are %v", config.Errors)
	}
	said := map[string]string{".png": "image/png", ".txt": "text/plain"}
	for _, k := range config.Kinds {
		said[k.Ending] = k.Kind
	}
	for _, name := range g.filesOf(t) {
		ending, want := filepath.Ext(name), fixed
		if guide.IsLasting(name) {
			want = "UseMaxAge 365.00:00:00 public, immutable"
		}
		if got := config.kept(name); got != want {
			t.Errorf("%s is kept as %q, want %q", name, got, want)
		}
		if !strings.HasPrefix(said[ending], kindOf(name)) {
			t.Errorf("%s is %q, want %q", name, said[ending], kindOf(name))
		}
	}
}

// upload is a call of the program that the sample for object stores calls: it
// uploads files, or what has changed of them.
type upload struct {
	rules      []rule
	kind, kept string
	changed    bool
}

// rule lets files be part of an upload or not; the last that fits counts.
type rule struct {
	name *regexp.Regexp
	take bool
}

func (u upload) takes(name string) bool {
	takes := true
	for _, r := range u.rules {
		if r.name.MatchString(name) {
			takes = r.take
		}
	}
	return takes
}

// newUpload reads a call, a line an argument.
func newUpload(arguments []string) upload {
	u := upload{changed: arguments[1] == "sync"}
	for i := 4; i+1 < len(arguments); i++ {
		value := arguments[i+1]
		switch arguments[i] {
		case "--exclude", "--include":
			pattern := strings.NewReplacer(`\*`, ".*", `\?`, ".").Replace(regexp.QuoteMeta(value))
			u.rules = append(u.rules, rule{regexp.MustCompile("^" + pattern + "$"), arguments[i] == "--include"})
		case "--content-type":
			u.kind = value
		case "--cache-control":
			u.kept = value
		}
	}
	return u
}

// uploadedToStore runs the sample with a program in place of aws that writes
// down how it's called.
func uploadedToStore(t *testing.T, g edition) {
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no shell")
	}
	bin := t.TempDir()
	calls := filepath.Join(bin, "calls")
	if err := os.WriteFile(filepath.Join(bin, "aws"), []byte("#!/bin/sh\nfor a; do echo \"$a\"; done >>\""+calls+"\"\necho end >>\""+calls+"\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(shell, "../../docs/hosting/objektivarasto.sh", g.site, "s3://opas")
	command.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	text, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	var uploads []upload
	for call := range strings.SplitSeq(strings.TrimSuffix(string(text), "end\n"), "end\n") {
		uploads = append(uploads, newUpload(strings.Split(strings.TrimSpace(call), "\n")))
	}
	last := 0
	for _, name := range append(g.filesOf(t), "service-worker.js", "404.html", "robots.txt") {
		want := upload{kept: fixed, kind: kindOf(name)}
		if guide.IsLasting(name) {
			want.kept = never
		}
		at := uploaded(t, uploads, name, want)
		if want.kept == fixed && filepath.Ext(name) == ".html" && at < last {
			t.Errorf("%s comes before what it needs", name)
		}
		if want.kept == never {
			last = max(last, at)
		}
	}
}

// uploaded tells if a file isn't uploaded once, as what it is, and returns by
// which call it is.
func uploaded(t *testing.T, uploads []upload, name string, want upload) (at int) {
	t.Helper()
	count := 0
	for i, u := range uploads {
		if u.changed || !u.takes(name) {
			continue
		}
		at = i
		if count++; u.kept != want.kept || !strings.HasPrefix(u.kind, want.kind) {
			t.Errorf("%s is uploaded as %q, %q, want %q, %q", name, u.kind, u.kept, want.kind, want.kept)
		}
	}
	if count != 1 {
		t.Errorf("%s is uploaded %d times", name, count)
	}
	return at
}
