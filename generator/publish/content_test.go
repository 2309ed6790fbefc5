package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

// copies are options that copy files of a folder.
func copies(folder fs.FS, names ...string) Options {
	return Options{Copies: func(copy Copy) error {
		for _, name := range names {
			if err := copy(name, func() (fs.File, error) { return folder.Open(name) }); err != nil {
				return err
			}
		}
		return nil
	}}
}

func TestFilesAreCopiedInPiecesAndKeptIfTheyAreTheSame(t *testing.T) {
	long := bytes.Repeat([]byte("0123456789"), piece/4)
	folder := fstest.MapFS{"a.bin": {Data: long}, "b/empty": {}, "c.txt": {Data: []byte("c")}}
	for _, inPlace := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "public")
		write := func(folder fs.FS) Result {
			t.Helper()
			o := copies(folder, "a.bin", "b/empty", "c.txt")
			o.InPlace = inPlace
			result, err := Write(out, o, site{"index.html": "i"}.render)
			if err != nil || result.Files != 4 {
				t.Fatalf("%+v, %v", result, err)
			}
			return result
		}
		want := site{"index.html": "i", "a.bin": string(long), "b/empty": "", "c.txt": "c"}
		if result := write(folder); result.Changed != 4 || result.Bytes != int64(len(long)+2) {
			t.Errorf("the first is %+v", result)
		}
		wantSite(t, out, want)
		before := stat(t, filepath.Join(out, "a.bin"))
		if result := write(folder); result.Changed != 0 {
			t.Errorf("the same again is %+v", result)
		}
		if after := stat(t, filepath.Join(out, "a.bin")); !after.ModTime().Equal(before.ModTime()) {
			t.Error("the file has another time")
		}
		// The last letter is another.
		other := maps.Clone(folder)
		other["a.bin"] = &fstest.MapFile{Data: slices.Concat(long[:len(long)-1], []byte("x"))}
		if result := write(other); result.Changed != 1 {
			t.Errorf("with another letter it is %+v", result)
		}
		want["a.bin"] = string(long[:len(long)-1]) + "x"
		wantSite(t, out, want)
	}
}

// broken is a file that can't be read to its end.
type broken struct{ fs.File }

var errBroken = errors.New("the disk is broken")

func (broken) Read([]byte) (int, error) { return 0, errBroken }

func TestAFileThatCanNotBeReadIsNoFaultOfTheOutputFolder(t *testing.T) {
	folder := fstest.MapFS{"a": {Data: []byte("12345")}}
	out := filepath.Join(t.TempDir(), "public")
	if _, err := Write(out, copies(folder, "a"), site{"index.html": "1"}.render); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []fs.FS{fstest.MapFS{}, breaking{folder}} {
		_, err := Write(out, copies(folder, "a"), site{"index.html": "2"}.render)
		if !errors.Is(err, errBroken) && !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the error is %v", err)
		}
		if _, ok := errors.AsType[*Error](err); ok {
			t.Errorf("the error is that of the output folder: %v", err)
		}
		wantSite(t, out, site{"index.html": "1", "a": "12345"})
	}
	if _, err := Write(filepath.Join(t.TempDir(), "new"), copies(breaking{folder}, "a"), site{}.render); err != errBroken {
		t.Errorf("the error is %v", err)
	}
}

// breaking is a folder of broken files.
type breaking struct{ fs.FS }

func (b breaking) Open(name string) (fs.File, error) {
	f, err := b.FS.Open(name)
	return broken{f}, err
}
