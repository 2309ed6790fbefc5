package project

import (
	"os"
	"path/filepath"
	"testing"

	"sparrausopas/generator/content"
)

func TestASourceIsFoundByItsPathInTheGuideAndByThatOfItsBase(t *testing.T) {
	work := t.TempDir()
	own := filepath.Join(work, "oma")
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(work, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("config.toml", "not of a guide")
	write("yhteinen/config.toml", "title = \"Yhteinen\"\n[[languages]]\ntag = \"fi\"\n")
	write("yhteinen/content/fi/a.md", "yhteinen a")
	write("yhteinen/content/fi/b.md", "yhteinen b")
	write("oma/config.toml", "base = \"../yhteinen\"\n")
	write("oma/content/fi/a.md", "oma a")
	p, err := Open(own, content.Layer{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	for name, want := range map[string][2]string{
		"content/fi/a.md":                  {"oma a", "oma/content/fi/a.md"},
		"content/fi/b.md":                  {"yhteinen b", "yhteinen/content/fi/b.md"},
		"../yhteinen/content/fi/a.md":      {"yhteinen a", "yhteinen/content/fi/a.md"},
		"../yhteinen/../config.toml":       {},
		"../config.toml":                   {},
		"content/fi/c.md":                  {},
		"../yhteinen/content/fi/c.md":      {},
		filepath.Join(work, "config.toml"): {},
	} {
		text, err := p.Read(name)
		if string(text) != want[0] || (err == nil) != (want[0] != "") {
			t.Errorf("%s is %q (%v)", name, text, err)
		}
		file, err := p.OnDisk(name)
		if want[1] != "" && file != filepath.Join(work, want[1]) || want[1] == "" && name != "../yhteinen/content/fi/c.md" && err == nil {
			t.Errorf("%s is at %s (%v)", name, file, err)
		}
	}
}
