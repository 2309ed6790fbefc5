package publish

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"testing"
	"time"
)

func TestAnArchiveHoldsTheLastSiteAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	now := time.Date(2026, time.November, 29, 12, 0, 0, 0, time.UTC)
	for _, number := range []string{"1", "2"} {
		s := version(number)
		s[".well-known/security.txt"] = "for servers"
		if _, err := Write(out, keepFor(time.Hour, now, false), s.render); err != nil {
			t.Fatal(err)
		}
	}
	var first, second bytes.Buffer
	for _, to := range []*bytes.Buffer{&first, &second} {
		if err := Zip(out, now, to); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same site makes other bytes")
	}
	archive, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
	if err != nil {
		t.Fatal(err)
	}
	got := site{}
	for _, file := range archive.File {
		content, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil || !file.Modified.Equal(now) {
			t.Errorf("%s is of %s, %v", file.Name, file.Modified, err)
		}
		got[file.Name] = string(text)
	}
	want := version("2")
	if len(got) != len(want) || got["index.html"] != want["index.html"] || got["a-2.js"] != want["a-2.js"] {
		t.Errorf("it holds %q", got)
	}
}

func TestWhatIsNoSiteIsNotPacked(t *testing.T) {
	if err := Zip(t.TempDir(), time.Time{}, io.Discard); err == nil {
		t.Error("an empty folder is packed")
	}
}
