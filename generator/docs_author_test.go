package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/build"
	"sparrausopas/generator/content"
	"sparrausopas/generator/project"
	"sparrausopas/generator/report"
)

// author is somebody who does what the authors' guide says.
type author struct {
	guide authorsGuide
	// home is the folder of all, dir the one that the author is in.
	home, dir string
	memo      *content.Memo
	printer   report.Printer
	// mend takes back what made the guide faulty; it may be nil.
	mend func() error
	// ran are commands for hosts that were run already, be it for the guide in
	// another language.
	ran map[string]bool
	// env is the environment of Go, which keeps modules where it always does.
	env []string
}

func newAuthor(t *testing.T, g authorsGuide, ran map[string]bool) *author {
	t.Helper()
	home, env := t.TempDir(), os.Environ()
	for name, value := range map[string]string{
		// The guide's days are of the day before.
		"SOURCE_DATE_EPOCH": "1795305600",
		// The system says no language, as on Windows.
		"LC_ALL": "C", "LC_MESSAGES": "", "LANG": "",
		// No browser is opened, and what is remembered of the web is new.
		"DISPLAY": "", "WAYLAND_DISPLAY": "",
		"XDG_CACHE_HOME": filepath.Join(home, ".cache"), "HOME": home, "LocalAppData": home,
		// Nobody outside is asked.
		"HTTP_PROXY": "http://127.0.0.1:9", "HTTPS_PROXY": "http://127.0.0.1:9",
	} {
		t.Setenv(name, value)
	}
	printer := report.Printer{Language: g.language, Program: "sparrausopas"}
	return &author{guide: g, home: home, dir: home, memo: content.NewMemo(), printer: printer, ran: ran, env: env}
}

// do does what an example shows.
func (a *author) do(t *testing.T, e example) {
	t.Helper()
	if err := a.try(e); err != nil {
		// What comes after stands on it.
		t.Fatalf("%s:%d: %v", a.guide.file, e.line, err)
	}
}

func (a *author) try(e example) error {
	switch {
	case e.kind == "console":
		return a.enter(e)
	case e.kind == "yaml":
		return a.publishWith(e.text, wrongInYAML(e.text))
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
	guide := a.guideOf(name)
	if err := writeFile(name, []byte(e.after(string(before)))); err != nil {
		return err
	}
	return a.lookAt(guide, e, func() error {
		if before == nil {
			return os.Remove(name)
		}
		return os.WriteFile(name, before, 0o644)
	})
}

// after returns what a file holds after an example.
func (e example) after(before string) string {
	switch {
	case e.is("append"):
		return before + "\n" + e.text
	case e.is("part"):
		return withSettings(before, e.text)
	}
	return e.text
}

// lookAt finds out whether a guide has the problems that an example says it
// has.
func (a *author) lookAt(guide string, e example, back func() error) error {
	warnings, err := a.problemsOf(guide)
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
		return errors.Join(back(), a.sameProblem(warnings, err, e))
	}
	return err
}

// sameProblem reports whether one of the warnings or faults is the one that an
// example is an example of.
func (a *author) sameProblem(warnings report.Problems, err error, e example) error {
	var faults report.Problems
	errors.As(err, &faults)
	for _, p := range slices.Concat(faults, warnings) {
		if p.Rule == e.rule() && a.printer.Text(p) == e.heading {
			return nil
		}
		if p.Rule == e.rule() {
			return fmt.Errorf("the message is %q and not %q", a.printer.Text(p), e.heading)
		}
	}
	return fmt.Errorf("it isn't %s: %v", e.rule(), err)
}

// problemsOf are the warnings of the guide in a folder, and as an error its
// faults.
func (a *author) problemsOf(dir string) (warnings report.Problems, err error) {
	p, err := project.Open(dir, (&console{printer: a.printer}).builtIn())
	if err != nil {
		return nil, err
	}
	defer p.Close()
	_, warnings, err = build.Load(p.FS, build.Settings{Layers: p.Layers, Memo: a.memo})
	return warnings, err
}

// guideOf returns the folder of the guide that a file is in.
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
			t.Errorf("%s:%d: %v", a.guide.file, e.line, err)
		}
	}
}
