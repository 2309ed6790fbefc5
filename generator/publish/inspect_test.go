package publish

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWriteReplacesOnlyAFolderThatItMade(t *testing.T) {
	for _, c := range []struct {
		rule   string
		made   site   // written by Write first, if not nil
		byHand site   // then put there by hand
		want   string // the error, OUT standing for the folder; empty if it is replaced
	}{
		{rule: "an empty folder is replaced"},
		{rule: "a fresh checkout is replaced", byHand: site{".nojekyll": ""}},
		{rule: "droppings don't count", byHand: site{".nojekyll": "", ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "x"}},
		{rule: "a site is replaced", made: site{"a/b": "1"}},
		{rule: "an edited site is replaced", made: site{"a/b": "1"}, byHand: site{"a/b": "2"}},
		{rule: "droppings in a site don't count", made: site{"a/b": "1"}, byHand: site{"a/.DS_Store": "x", "thumbs.db": "x"}},
		{rule: "a strange file in a site is named", made: site{"a/b": "1"}, byHand: site{"notes.txt": "x"},
			want: "out-strange files=OUT/notes.txt folder=OUT"},
		{rule: "a strange file deep in a site is named", made: site{"a/b": "1"}, byHand: site{"a/notes.txt": "x"}, want: "files=OUT/a/notes.txt folder=OUT"},
		{rule: "two strange files are named", made: site{"a": "1"}, byHand: site{"x": "", "y": ""},
			want: "files=OUT/x, OUT/y folder=OUT"},
		{rule: "of many strange files three are named", made: site{"a": "1"}, byHand: site{"z": "", "x": "", "y": "", "w": ""},
			want: "files=OUT/w, OUT/x, OUT/y … folder=OUT"},
		{rule: "a strange folder is named", made: site{"a": "1"}, byHand: site{".git/config": ""}, want: "files=OUT/.git folder=OUT"},
		{rule: "a folder without a manifest is refused", byHand: site{"a.doc": "", "b.txt": ""},
			want: "out-foreign files=a.doc, b.txt folder=OUT"},
		{rule: "of many files without a manifest three are named", byHand: site{"a": "", "b": "", "c": "", "d/e": ""}, want: "out-foreign files=a, b, c … folder=OUT"},
		{rule: "a folder in a fresh checkout is refused", byHand: site{".nojekyll": "", "d/.DS_Store": ""}, want: "out-foreign files=d folder=OUT"},
		{rule: "a manifest with another first line is none", byHand: site{manifestName: "files\na\n", "a": ""}, want: "out-foreign files=.sparrausopas, a folder=OUT"},
		{rule: "an empty manifest is none", byHand: site{manifestName: ""}, want: "out-foreign files=.sparrausopas folder=OUT"},
		{rule: "a manifest with an absolute name is none", byHand: site{manifestName: manifestHead + "\n/etc/passwd\n"}, want: "out-foreign files=.sparrausopas folder=OUT"},
		{rule: "a manifest with a way out is none", byHand: site{manifestName: manifestHead + "\n../precious\n"}, want: "out-foreign files=.sparrausopas folder=OUT"},
		{rule: "a manifest cut short makes the rest strange", byHand: site{manifestName: manifestHead + "\na", "a": "", "b": ""}, want: "out-strange files=OUT/b folder=OUT"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			parent := t.TempDir()
			out := filepath.Join(parent, "public")
			put(t, parent, site{"precious": "1"})
			if c.made != nil {
				c.made.write(t, out)
			}
			put(t, out, c.byHand)
			wantRefusal(t, out, c.want)
			wantOnly(t, parent, "precious", "public")
		})
	}
}

// wantRefusal writes to out and wants the error, or none if that is empty.
func wantRefusal(t *testing.T, out, want string) {
	t.Helper()
	before, rendered := read(t, out), false
	_, err := Write(out, Options{}, func(emit Emit) error { rendered = true; return emit("new", nil) })
	if want == "" {
		if err != nil {
			t.Fatal(err)
		}
		wantSite(t, out, site{"new": ""})
		return
	}
	want = strings.ReplaceAll(filepath.FromSlash(want), "OUT", out)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
	if rendered || !maps.Equal(before, read(t, out)) {
		t.Errorf("rendered: %v, the folder holds %q", rendered, read(t, out))
	}
}

func TestLinksAndFilesInPlaceOfTheFolderAreRefused(t *testing.T) {
	parent := t.TempDir()
	folder, link, file := filepath.Join(parent, "real"), filepath.Join(parent, "link"), filepath.Join(parent, "file")
	put(t, parent, site{"file": "x"})
	site{"a": "1"}.write(t, folder)
	if err := os.Symlink("real", link); err != nil {
		t.Skip(err)
	}
	for out, want := range map[string]string{
		link: "out-link folder=" + link,
		file: "out-file folder=" + file,
		"":   "out-root folder=",
		"/":  "out-root folder=/",
	} {
		if _, err := Write(out, Options{}, site{"new": ""}.render); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", out, err, want)
		}
	}
	if err := os.Symlink("../file", filepath.Join(folder, "b")); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, folder, "out-strange files=OUT/b folder=OUT")
	if err := os.Rename(filepath.Join(folder, "b"), filepath.Join(folder, "a")); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, folder, "out-strange files=OUT/a folder=OUT")
}

func TestAFileThatComesWhileRenderingStopsTheExchange(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	site{"a": "1"}.write(t, out)
	_, err := Write(out, Options{}, func(emit Emit) error {
		put(t, out, site{"notes.txt": "mine"})
		return emit("a", []byte("2"))
	})
	if err == nil || !strings.Contains(err.Error(), "notes.txt folder=") {
		t.Errorf("got %v", err)
	}
	wantSite(t, out, site{"a": "1", "notes.txt": "mine"})
	wantOnly(t, parent, "public")
}
