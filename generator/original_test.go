package main

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"testing"

	"sparrausopas/generator/build"
)

// lacking is a file system without some of its files.
type lacking struct {
	fs.FS
	names []string
}

func (l lacking) Open(name string) (fs.File, error) {
	if slices.Contains(l.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return l.FS.Open(name)
}

func (l lacking) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(l.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return slices.Contains(l.names, path.Join(name, e.Name())) }), err
}

func TestTheGuideStaysWholeInALanguageThatLacksPages(t *testing.T) {
	whole := loadTranslations(t)
	ids := []string{"questions/07", "questions/own-life", "sessions/event-1", "worksheets/plan", "worksheets/pack", "model/decision", "model/tips", "programme/02", "topics/palvelut"}
	guide := lacking{FS: os.DirFS("..")}
	for _, id := range ids {
		guide.names = append(guide.names, "content/en/"+id+".md")
	}
	site, warnings, err := build.Load(guide, build.Settings{Drafts: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(warnings) > len(whole.warnings) {
		t.Errorf("without pages there are %d warnings, with them %d:\n%v", len(warnings), len(whole.warnings), warnings)
	}
	en := site.Locales[2]
	if len(en.Pages) != len(whole.site.Locales[2].Pages) {
		t.Errorf("of %d pages %d are left", len(whole.site.Locales[2].Pages), len(en.Pages))
	}
	for _, id := range ids {
		if p := en.Page(id); p == nil || p.Original.Language != "fi" || path.Dir(p.Address) != path.Dir(whole.site.Locales[2].Page(id).Address) {
			t.Errorf("%s isn't shown in Finnish where it was: %+v", id, p)
		}
	}
}
