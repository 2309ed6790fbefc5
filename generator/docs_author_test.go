package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
)

// author is somebody who does what the authors' guide says.
type author struct {
	// home is the folder of all, dir the one that the author is in.
	home, dir string
	memo      *content.Memo
	voice     report.Voice
	// mend takes back what made the guide faulty; it may be nil.
	mend func()
	// ran are commands for hosts that were run already.
	ran map[string]bool
	// env is the environment of Go, which keeps modules where it always does.
	env []string
}

func newAuthor(t *testing.T) *author {
	t.Helper()
	home, env := t.TempDir(), os.Environ()
	for name, value := range map[string]string{
		// The guide's days are of the day before.
		"SOURCE_DATE_EPOCH": "1795305600",
		"LC_ALL":            "fi_FI.UTF-8",
		// No browser is opened, and what is remembered of the web is new.
		"DISPLAY": "", "WAYLAND_DISPLAY": "",
		"XDG_CACHE_HOME": filepath.Join(home, ".cache"), "HOME": home, "LocalAppData": home,
		// Nobody outside is asked.
		"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9",
	} {
		t.Setenv(name, value)
	}
	voice := report.Voice{Language: "fi", Program: "sparrausopas"}
	return &author{home: home, dir: home, memo: content.NewMemo(), voice: voice, ran: map[string]bool{}, env: env}
}

// do does what an example shows.
func (a *author) do(t *testing.T, e example) {
	t.Helper()
	err := a.try(t, e)
	if err != nil {
		// What comes after stands on it.
		t.Fatalf("%s:%d: %v", authorsGuide, e.line, err)
	}
}

func (a *author) try(t *testing.T, e example) error {
	switch {
	case e.kind == "console":
		return a.type_(e)
	case e.kind == "yaml":
		return a.publishWith(e.text, wrongInYAML(e.text))
	case e.kind == "nginx":
		return a.serveWith(t, e.text)
	case e.file == "netlify.toml":
		var settings struct {
			Build struct{ Command, Publish string }
		}
		return a.publishWith(e.text, toml.Unmarshal([]byte(e.text), &settings))
	case e.file == "":
		return errors.New("nobody knows what to do with the block")
	}
	return a.write(e)
}

// write writes a file as an example shows it, and looks for what is wrong with
// the guide then.
func (a *author) write(e example) error {
	name := filepath.Join(a.dir, filepath.FromSlash(e.file))
	before, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) || (e.is("append") || e.is("part")) && err != nil {
		return err
	}
	after := e.text
	switch {
	case e.is("append"):
		after = string(before) + "\n" + e.text
	case e.is("part"):
		after = withSettings(string(before), e.text)
	}
	if e.kind == "xml" {
		err := wrongInXML(e.text)
		if err != nil {
			return err
		}
	}
	if err := writeFile(name, []byte(after)); err != nil {
		return err
	}
	guide := a.guideOf(name)
	if err := addPictures(guide, e.text); err != nil {
		return err
	}
	back := func() {
		if before == nil {
			os.Remove(name)
		} else {
			os.WriteFile(name, before, 0o644)
		}
	}
	return a.lookAt(guide, e, back)
}

// lookAt finds out whether a guide has the faults that an example says it has.
func (a *author) lookAt(guide string, e example, back func()) error {
	err := a.faultsOf(guide)
	switch {
	case e.is("later"):
		return nil
	case e.is("fails"):
		a.mend = back
		if err == nil {
			return errors.New("nothing is wrong with it")
		}
		return nil
	case e.rule() != "":
		back()
		return a.sameFault(err, e)
	}
	return err
}

// sameFault tells whether one of the faults is the one that an example is an
// example of.
func (a *author) sameFault(err error, e example) error {
	var problems report.Problems
	errors.As(err, &problems)
	for _, p := range problems {
		if p.Rule == e.rule() && a.voice.Text(p) == e.heading {
			return nil
		}
		if p.Rule == e.rule() {
			return fmt.Errorf("the message is %q and not %q", a.voice.Text(p), e.heading)
		}
	}
	return fmt.Errorf("it isn't %s: %v", e.rule(), err)
}

// faultsOf are the faults of the guide in a folder.
func (a *author) faultsOf(dir string) error {
	p, err := openProject(dir, a.voice)
	if err != nil {
		return err
	}
	defer p.Close()
	_, err = load(p.fsys, settings{dir: dir, voice: a.voice, layers: p.layers, memo: a.memo})
	return err
}

// guideOf gives the folder of the guide that a file is in.
func (a *author) guideOf(name string) string {
	for dir := filepath.Dir(name); len(dir) >= len(a.home); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, content.ConfigFile)); err == nil {
			return dir
		}
	}
	return a.dir
}

// lookForCopies finds out whether the files for hosts went into the site.
func (a *author) lookForCopies(t *testing.T, list []example) {
	t.Helper()
	for _, e := range list {
		guide, name, found := strings.Cut(e.file, "/content/static/")
		if !found {
			continue
		}
		if _, err := os.Stat(filepath.Join(a.home, guide, "public", name)); err != nil {
			t.Errorf("%s:%d: %v", authorsGuide, e.line, err)
		}
	}
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

var pictureName = regexp.MustCompile(`static/([a-z-]+\.(?:png|svg))`)

// addPictures makes the pictures that an author is taken to have.
func addPictures(guide, text string) error {
	for _, match := range pictureName.FindAllStringSubmatch(text, -1) {
		data := []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40v40z"/></svg>`)
		if path.Ext(match[1]) == ".png" {
			var out bytes.Buffer
			if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
				return err
			}
			data = out.Bytes()
		}
		if err := writeFile(filepath.Join(guide, "content", "static", match[1]), data); err != nil {
			return err
		}
	}
	return nil
}

// withSettings puts tables in the place of those of the same name, and keys in
// front of all tables in the place of those that are there.
func withSettings(text, part string) string {
	if strings.HasPrefix(text, "+++\n") {
		front, rest, _ := strings.Cut(text[4:], "\n+++\n")
		return "+++\n" + withSettings(front+"\n", part) + "+++\n" + rest
	}
	for _, table := range tablesOf(part) {
		head, _, _ := strings.Cut(table, "\n")
		olds := tablesOf(text)
		i := slices.IndexFunc(olds, func(old string) bool { return strings.HasPrefix(old, head+"\n") })
		switch {
		case !strings.HasPrefix(head, "["):
			olds[0] = withKeys(olds[0], table)
		case i >= 0 && !strings.HasPrefix(head, "[["):
			olds[i] = table + "\n"
		default:
			olds = append(olds, "\n"+table)
		}
		text = strings.Join(olds, "")
	}
	return text
}

// tablesOf parts settings before each line that names a table. The first part,
// where nothing is named, may be empty.
func tablesOf(text string) []string {
	parts := []string{""}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "[") {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += line
	}
	if parts[0] == "" && len(parts) > 1 {
		return parts[1:]
	}
	return parts
}

func withKeys(text, keys string) string {
	for line := range strings.Lines(keys) {
		name, _, found := strings.Cut(line, " = ")
		if !found {
			continue
		}
		old := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + ` = .*\n`)
		if !old.MatchString(text) {
			text = line + text
			continue
		}
		text = old.ReplaceAllLiteralString(text, line)
	}
	return text
}

func wrongInXML(text string) error {
	reader := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := reader.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// serveWith asks nginx whether it understands its settings, where there is one.
func (a *author) serveWith(t *testing.T, text string) error {
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		t.Log("there is no nginx that could read its settings")
		return nil
	}
	dir := t.TempDir()
	config := filepath.Join(dir, "nginx.conf")
	whole := "pid " + dir + "/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n" + text + "}\n"
	if err := os.WriteFile(config, []byte(whole), 0o644); err != nil {
		return err
	}
	if out, err := exec.Command(nginx, "-t", "-p", dir, "-c", config).CombinedOutput(); err != nil {
		return fmt.Errorf("%v: %s", err, out)
	}
	return nil
}
