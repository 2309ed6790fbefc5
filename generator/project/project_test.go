package project

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
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

func TestAPageIsNamedByItsPathItsAddressOrItsTitle(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"config.toml":                 "title = \"Opas\"\nbase-url = \"https://x.fi/opas/\"\nthemes = [\"t\"]\n[[languages]]\ntag = \"fi\"\n",
		"t/words/fi.toml":             "skip = \"x\"\n",
		"content/fi/_index.md":        "+++\ntitle = \"Etusivu\"\n+++\n",
		"content/fi/model/_index.md":  "+++\ntitle = \"Malli\"\nslug = \"malli\"\n+++\n",
		"content/fi/model/tips.md":    "+++\ntitle = \"Vinkit\"\nslug = \"vinkit\"\n+++\n",
		"content/fi/model/another.md": "+++\ntitle = \"Toinen\"\n+++\n",
		"content/fi/another.md":       "+++\ntitle = \"Toinen\"\n+++\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Open(dir, content.Layer{})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	const tips = "content/fi/model/tips.md"
	for arg, want := range map[string]string{
		"model/tips": tips, "content/fi/model/tips.md": tips, "malli/vinkit": tips, "fi/malli/vinkit.html": tips, "malli/vinkit.html": tips,
		"https://x.fi/opas/fi/malli/vinkit.html": tips, "Vinkit": tips, "vinkit": tips, "malli": "content/fi/model/_index.md",
		"Toinen": "content/fi/Toinen.md", "nowhere": "content/fi/nowhere.md",
	} {
		if got := p.FileOf(arg, p.FS); got != want {
			t.Errorf("%s is %s, want %s", arg, got, want)
		}
	}
}

func TestSettingsOfAnotherNameAreFound(t *testing.T) {
	for name, want := range map[string]any{"config.toml.txt": "config.toml.txt", "Config.txt": "Config.txt", "config.json": ""} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := OpenOwn(dir)
		if problems := report.Faults(err); len(problems) != 1 || problems[0].Rule != "guide-missing" || problems[0].Values["found"] != want {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
