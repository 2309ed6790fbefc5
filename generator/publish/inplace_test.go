package publish

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writeInPlace fills out with s and must not fail.
func (s site) writeInPlace(t *testing.T, out string) Result {
	t.Helper()
	result, err := Write(out, Options{InPlace: true}, s.render)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestInPlaceTheFolderStaysAndHoldsExactlyWhatRenderEmits(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "new", "public")
	var before os.FileInfo
	for _, s := range []site{
		{"index.html": "a", "fi/index.html": "b", "fi/kysymykset/1.html": "c"},
		{"index.html": "a2", "sv/index.html": "d", "FI/index.html": "x"},
		{"sv": "a file where a folder was", "fi/index.html": "x"},
		{"sv/index.html/x": "a folder where a file was"},
		{"sv/index.html/x": "a folder where a file was"},
		{},
	} {
		if result := s.writeInPlace(t, out); result.InPlace != Asked {
			t.Errorf("the result is %+v", result)
		}
		wantSite(t, out, s)
		if got, want := read(t, out)[manifestName], string(formatManifest(sortedNames(s), nil)); got != want {
			t.Errorf("the manifest is\n%s\nwant\n%s", got, want)
		}
		wantOnly(t, filepath.Join(parent, "new"), "public")
		now := stat(t, out)
		if before != nil && !os.SameFile(before, now) {
			t.Error("it is another folder")
		}
		before = now
	}
	for _, name := range []string{"FI", "fi", "sv"} {
		if _, err := os.Lstat(filepath.Join(out, name)); err == nil {
			t.Errorf("the folder %s stays, empty", name)
		}
	}
}

// sortedNames are the names of a site's files, as in its manifest.
func sortedNames(s site) []string {
	names := []string{noJekyllName}
	for name := range s {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func TestInPlaceUnchangedFilesAreLeftAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"d/same": "1", "differs": "1"}.write(t, out)
	before := map[string]os.FileInfo{}
	for _, name := range []string{"d/same", "differs", noJekyllName, manifestName} {
		before[name] = stat(t, filepath.Join(out, name))
	}
	got := site{"d/same": "1", "differs": "2"}.writeInPlace(t, out)
	if want := (Result{Files: 2, Bytes: 2, Changed: 1, InPlace: Asked}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	for name, was := range before {
		if os.SameFile(was, stat(t, filepath.Join(out, name))) != (name != "differs") {
			t.Errorf("%s: the same file: %t", name, name == "differs")
		}
	}
}

func TestInPlaceNothingChangesBeforeRenderIsDone(t *testing.T) {
	broken := errors.New("broken")
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	render := func(emit Emit) error { emit("a", []byte("2")); emit("b", nil); return broken }
	if _, err := Write(out, Options{InPlace: true}, render); err != broken {
		t.Errorf("got %v", err)
	}
	wantOnly(t, parent)
	site{"a": "1"}.write(t, out)
	if _, err := Write(out, Options{InPlace: true}, render); err != broken {
		t.Errorf("got %v", err)
	}
	wantSite(t, out, site{"a": "1"})
	wantOnly(t, out, noJekyllName, manifestName, "a")
}

func TestInPlaceStrangeFilesAreRefusedAsElsewhere(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	put(t, out, site{"mine.txt": ""})
	_, err := Write(out, Options{InPlace: true}, site{"a": "1"}.render)
	if err == nil || !strings.Contains(err.Error(), "out-foreign files=mine.txt") {
		t.Errorf("got %v", err)
	}
	wantOnly(t, out, "mine.txt")
}

func TestInPlaceNoTwoWritesFillAFolderAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	_, err := Write(out, Options{InPlace: true}, func(emit Emit) error {
		_, err := Write(out, Options{InPlace: true}, site{"b": ""}.render)
		if err == nil || !strings.Contains(err.Error(), "out-taken") {
			t.Errorf("got %v", err)
		}
		return emit("a", nil)
	})
	if err != nil {
		t.Fatal(err)
	}
	wantSite(t, out, site{"a": ""})
}

func TestInPlaceAFolderThatWasExchangedMeanwhileIsNoSuccess(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site{"a": "1"}.write(t, out)
	_, err := Write(out, Options{InPlace: true}, func(emit Emit) error {
		site{"b": ""}.write(t, out)
		return emit("a", nil)
	})
	if err == nil || !strings.Contains(err.Error(), "out-") {
		t.Errorf("got %v", err)
	}
	wantSite(t, out, site{"b": ""})
}

func TestAKilledWriteInPlaceIsNoHindranceToAnyNextOne(t *testing.T) {
	for _, inPlace := range []bool{false, true} {
		parent := t.TempDir()
		out := filepath.Join(parent, "public")
		site{"a": "1"}.write(t, out)
		put(t, out, site{".sparrausopas.new/0": "", ".sparrausopas.new/.sparrausopas": "", ".sparrausopas.abcdefgh2345.new/x": ""})
		if _, err := Write(out, Options{InPlace: inPlace}, site{"a": "2"}.render); err != nil {
			t.Fatal(err)
		}
		wantSite(t, out, site{"a": "2"})
		wantOnly(t, parent, "public")
	}
}

func TestAFolderInWhichTheProcessWorksIsFilledInPlace(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	site{"fi/a": "1"}.write(t, out)
	for _, c := range []struct{ works, out string }{{out, "."}, {out, "../public"}, {filepath.Join(out, "fi"), out}} {
		t.Chdir(c.works)
		result, err := Write(c.out, Options{}, site{"fi/a": "2"}.render)
		if err != nil || result.InPlace != Inside {
			t.Errorf("%+v: got %+v, %v", c, result, err)
		}
		if text, err := os.ReadFile(filepath.Join(c.out, "fi", "a")); err != nil || string(text) != "2" {
			t.Errorf("%+v: there it reads %q, %v", c, text, err)
		}
	}
}

func TestWhereNothingCanBeMadeBesideTheFolderItIsFilledInPlace(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, strings.Repeat("x", 245))
	for range 2 {
		result, err := Write(out, Options{}, site{"a": "1"}.render)
		if err != nil || result.InPlace != NoBeside {
			t.Fatalf("got %+v, %v", result, err)
		}
		wantSite(t, out, site{"a": "1"})
	}
}
