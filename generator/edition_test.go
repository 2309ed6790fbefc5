package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/diff"

	"sparrausopas/generator/build"
	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/report"
)

const (
	editionDir  = "testdata/editions/esimerkkila"
	editionWant = "testdata/editions/want.txt"
)

// TestAnEditionOfAnInventedMunicipalityDiffersAsItShould compares what the
// edition of Esimerkkilä makes otherwise than the tiny guide below it with
// testdata/editions/want.txt: of each file the lines that only one of them has.
func TestAnEditionOfAnInventedMunicipalityDiffersAsItShould(t *testing.T) {
	own, base := renderPlain(t, editionDir), renderPlain(t, siteDir)
	var got strings.Builder
	both := maps.Clone(base)
	maps.Copy(both, own)
	for _, name := range slices.Sorted(maps.Keys(both)) {
		text, made := own[name]
		switch {
		case !made:
			fmt.Fprintf(&got, "-- %s isn't made --\n", name)
		case text != base[name]:
			fmt.Fprintf(&got, "-- %s --\n%s", name, changedLines(base[name], text))
		}
	}
	if *update {
		if err := os.WriteFile(editionWant, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(editionWant)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("%s", diff.Diff("want", want, "got", []byte(got.String())))
	}
}

// changedLines returns the lines that only one of two texts has.
func changedLines(old, now string) string {
	var out strings.Builder
	_, changes, _ := strings.Cut(string(diff.Diff("", []byte(old), "", []byte(now))), "\n@@")
	for line := range strings.Lines(changes) {
		if line[0] == '+' || line[0] == '-' {
			out.WriteString(line)
		}
	}
	return out.String()
}

// over lays the files of an edition on the real guide.
func over(files map[string]string) (fs.FS, []content.Layer) {
	own := fstest.MapFS{}
	for name, text := range files {
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	layers := []content.Layer{{FS: own}, {Name: "..", FS: os.DirFS("..")}}
	return content.Join(layers...), layers
}

// faultsWithout are those of a guide that leaves pages out.
func faultsWithout(ids []string, memo *content.Memo) error {
	fsys, layers := over(map[string]string{"config.toml": hiding(ids)})
	site, _, err := build.Load(fsys, build.Settings{Layers: layers, Memo: memo})
	if err != nil {
		return err
	}
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			for _, id := range ids {
				if p.ID == id || strings.HasPrefix(p.ID, id+"/") {
					return fmt.Errorf("%s is still there", p.ID)
				}
			}
		}
	}
	return nil
}

// hiding are settings of an edition that leaves pages out.
func hiding(ids []string) string {
	return "base = \"..\"\nhide = [\"" + strings.Join(ids, "\", \"") + "\"]\n"
}

// halves parts names so that of any two each is in a part without the other:
// what a page that is there needs of one that isn't is found with few parts.
func halves(names []string) (parts [][]string) {
	for bit := 1; bit < len(names); bit *= 2 {
		one, other := []string{}, []string{}
		for i, name := range names {
			if i&bit > 0 {
				one = append(one, name)
			} else {
				other = append(other, name)
			}
		}
		parts = append(parts, one, other)
	}
	return parts
}

// TestAnyPageOfTheGuideCanBeLeftOut leaves out half of them at a time, each page
// once with and once without each other one.
func TestAnyPageOfTheGuideCanBeLeftOut(t *testing.T) {
	memo := content.NewMemo()
	var ids []string
	for _, p := range loadGuide(t).Locales[0].Pages {
		// A section takes its pages along.
		if p.ID != "" && p.File != "" && p.Kind != "section" {
			ids = append(ids, p.ID)
		}
	}
	for _, part := range halves(ids) {
		if err := faultsWithout(part, memo); err != nil {
			t.Errorf("without %s:\n%v", part, err)
		}
	}
}

// TestWithoutAPageNoLinkIsBroken makes whole sites without pages of each kind and
// without sections.
func TestWithoutAPageNoLinkIsBroken(t *testing.T) {
	kinds, memo := map[string]int{}, content.NewMemo()
	var ids []string
	for _, p := range loadGuide(t).Locales[0].Pages {
		kinds[p.Kind]++
		if p.ID != "" && p.File != "" && (p.Kind == "section" || kinds[p.Kind] == 1) {
			ids = append(ids, p.ID)
		}
	}
	for _, part := range halves(ids) {
		for _, problem := range outputWithout(t, part, memo) {
			t.Errorf("without %s: %v", part, problem)
		}
	}
}

// TestEveryPageOfTheGuideShowsALocalText puts one into each.
func TestEveryPageOfTheGuideShowsALocalText(t *testing.T) {
	own := map[string]string{"config.toml": "base = \"..\"\n"}
	addresses := map[string]bool{}
	for _, p := range loadGuide(t).Locales[0].Pages {
		if p.File != "" {
			own["content/fi/local/"+strings.TrimPrefix(p.File, "content/fi/")] = "Tämä on **esimerkki**.\n"
			addresses[p.Address] = true
		}
	}
	fsys, layers := over(own)
	var output check.Output
	var mutex sync.Mutex
	_, _, err := build.Files(fsys, build.Settings{Layers: layers}, func(name string, data []byte) error {
		output.Add(name, data)
		mutex.Lock()
		defer mutex.Unlock()
		if addresses[name] && bytes.Count(data, []byte("local-title")) != 1 {
			t.Errorf("%s shows the text %d times", name, bytes.Count(data, []byte("local-title")))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range output.Problems() {
		t.Error(problem)
	}
}

// outputWithout is what is wrong with the finished site that leaves pages out.
func outputWithout(t *testing.T, ids []string, memo *content.Memo) report.Problems {
	t.Helper()
	fsys, layers := over(map[string]string{"config.toml": hiding(ids)})
	var output check.Output
	_, _, err := build.Files(fsys, build.Settings{Layers: layers, Memo: memo}, func(name string, data []byte) error {
		if path.Ext(name) == ".html" || path.Ext(name) == ".css" {
			output.Add(name, data)
		} else {
			output.Add(name, nil)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return output.Problems()
}
