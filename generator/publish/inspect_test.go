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
			want: "OUT/notes.txt was not made by this program: move it to content/static, or choose another folder with -out"},
		{rule: "a strange file deep in a site is named", made: site{"a/b": "1"}, byHand: site{"a/notes.txt": "x"}, want: "OUT/a/notes.txt was not made by"},
		{rule: "two strange files are named", made: site{"a": "1"}, byHand: site{"x": "", "y": ""},
			want: "OUT/x, OUT/y were not made by this program: move them to content/static"},
		{rule: "of many strange files three are named", made: site{"a": "1"}, byHand: site{"z": "", "x": "", "y": "", "w": ""},
			want: "OUT/w, OUT/x, OUT/y … were not made"},
		{rule: "a strange folder is named", made: site{"a": "1"}, byHand: site{".git/config": ""}, want: "OUT/.git was not made"},
		{rule: "a folder without a manifest is refused", byHand: site{"a.doc": "", "b.txt": ""},
			want: "OUT is not a site made by this program (it holds a.doc, b.txt): choose an empty or new folder with -out"},
		{rule: "of many files without a manifest three are named", byHand: site{"a": "", "b": "", "c": "", "d/e": ""}, want: "(it holds a, b, c …)"},
		{rule: "a folder in a fresh checkout is refused", byHand: site{".nojekyll": "", "d/.DS_Store": ""}, want: "(it holds d)"},
		{rule: "a manifest with another first line is none", byHand: site{manifestName: "files\na\n", "a": ""}, want: "(it holds .sparrausopas, a)"},
		{rule: "an empty manifest is none", byHand: site{manifestName: ""}, want: "(it holds .sparrausopas)"},
		{rule: "a manifest with an absolute name is none", byHand: site{manifestName: manifestHead + "\n/etc/passwd\n"}, want: "(it holds .sparrausopas)"},
		{rule: "a manifest with a way out is none", byHand: site{manifestName: manifestHead + "\n../precious\n"}, want: "(it holds .sparrausopas)"},
		{rule: "a manifest cut short makes the rest strange", byHand: site{manifestName: manifestHead + "\na", "a": "", "b": ""}, want: "OUT/b was not made"},
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
	_, err := Write(out, func(emit Emit) error { rendered = true; return emit("new", nil) })
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
		link: "is a symbolic link: choose a real folder with -out",
		file: "is a file, not a folder: choose a folder with -out",
		"":   `"" can't hold a site`,
		"/":  `"/" can't hold a site`,
	} {
		if _, err := Write(out, site{"new": ""}.render); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", out, err, want)
		}
	}
	if err := os.Symlink("../file", filepath.Join(folder, "b")); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, folder, "OUT/b was not made by this program")
	if err := os.Rename(filepath.Join(folder, "b"), filepath.Join(folder, "a")); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, folder, "OUT/a was not made by this program")
}

func TestAFileThatComesWhileRenderingStopsTheExchange(t *testing.T) {
	parent := t.TempDir()
	out := filepath.Join(parent, "public")
	site{"a": "1"}.write(t, out)
	_, err := Write(out, func(emit Emit) error {
		put(t, out, site{"notes.txt": "mine"})
		return emit("a", []byte("2"))
	})
	if err == nil || !strings.Contains(err.Error(), "notes.txt was not made") {
		t.Errorf("got %v", err)
	}
	wantSite(t, out, site{"a": "1", "notes.txt": "mine"})
	wantOnly(t, parent, "public")
}
