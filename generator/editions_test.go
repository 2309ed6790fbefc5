package main

import (
	"io"
	"maps"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"sparrausopas/generator/build"
	"sparrausopas/generator/report"
)

// municipalities are editions over the real guide: what each of them has of its
// own.
var municipalities = map[string]map[string]string{
	"plain":    {},
	"settings": {"config.toml": "title = \"Kunnan 'oma' & muiden opas\"\nbase-url = \"https://kunta.example/\"\n[brand]\nname = \"Kunta\"\ncolour = \"#0b4f51\"\n"},
	"brand":    {"config.toml": "title = \"Toisen opas\"\n[brand]\nname = \"Toinen\"\ncolour = \"#5a2d82\"\n[publisher]\nname = \"Toinen kunta\"\n"},
	"local":    {"content/fi/local/questions/02.md": "Kunnassa kysyttiin tätä.\n"},
	"another":  {"content/fi/local/questions/02.md": "Toisessa kunnassa kysyttiin muuta.\n"},
	"page":     {"content/fi/model/oma.md": "+++\ntitle = \"Oma sivu\"\nsummary = \"Tämä on oma sivu.\"\n+++\nTämä on oma sivu.\n"},
	"lexicon":  {"content/fi/lexicon.tsv": "osallisuus\tosallisuus\tosa\tosal|lisuus\n"},
}

// TestManyEditionsAreMadeAsOneByOne makes editions together and each by
// itself: what they share mustn't show.
func TestManyEditionsAreMadeAsOneByOne(t *testing.T) {
	guide, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	folder, together := t.TempDir(), t.TempDir()
	for name, files := range municipalities {
		files = maps.Clone(files)
		files["config.toml"] = "base = " + strconv.Quote(filepath.ToSlash(guide)) + "\n" + files["config.toml"]
		writeGolden(t, filepath.Join(folder, name), files)
	}
	c := &console{stdout: io.Discard, stderr: os.Stderr, printer: report.Printer{Language: "en"}}
	if err := c.buildAll(t.Context(), folder, together, build.Settings{}, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	for name := range municipalities {
		alone := filepath.Join(t.TempDir(), "alone")
		if _, err := build.Publish(t.Context(), build.Settings{Dir: filepath.Join(folder, name)}, alone); err != nil {
			t.Fatal(name, err)
		}
		want, got := readTree(t, alone), readTree(t, filepath.Join(together, name))
		for file := range want {
			if got[file] != want[file] {
				t.Errorf("%s: %s is different among many", name, file)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s has %d files among many, %d by itself", name, len(got), len(want))
		}
	}
}
