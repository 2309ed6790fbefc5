package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// listing is what is known of the content beside its pages.
type listing struct {
	site     *guide.Site
	editions []*edition
}

// others tells of the files that are no pages. A folder that is passed over is
// told as one.
func others(fsys fs.FS, known map[string]bool, l listing) []File {
	var files []File
	// What can't be read is reported where it is loaded.
	_ = fs.WalkDir(fsys, contentDir, func(name string, entry fs.DirEntry, err error) error {
		isFolder := err == nil && entry.IsDir()
		unseen := guide.IsLeftOver(path.Base(name)) || isHidden(path.Base(name)) && !strings.HasPrefix(name, staticDir+"/")
		switch {
		case err != nil || known[name] || isFolder && !unseen:
			return nil
		case isFolder:
			files = append(files, l.tell(name+"/"))
			return fs.SkipDir
		}
		files = append(files, l.tell(name))
		return nil
	})
	return files
}

// tell returns the state of a file that is no page, or of a folder, with a
// slash.
func (l listing) tell(name string) File {
	told := File{Path: name, State: NoPage}
	inside, isStatic := strings.CutPrefix(name, staticDir+"/")
	isPage := strings.EqualFold(path.Ext(name), pageExtension)
	switch {
	case guide.IsLeftOver(path.Base(name)):
		told.State = LeftOver
	case isStatic:
		told.State, told.Address = Copied, inside
	case isHidden(path.Base(name)):
		told.State = Unseen
	case l.isData(name):
		told.State = Data
	case l.site == nil && isPage:
		told.State, told.Because = NoSettings, ConfigFile
	case isPage && l.edition(name) == nil:
		told.State = NoLanguage
	case isPage:
		l.edition(name).tellUnread(&told)
	}
	if e := l.edition(name); e != nil {
		told.Language = e.Language
	}
	return told
}

// tellUnread returns the state of a file that would be a page but isn't read:
// what is wrong with it tells why.
func (e *edition) tellUnread(told *File) {
	own := slices.DeleteFunc(slices.Clone(e.problems), func(p report.Problem) bool { return p.Place.File != told.Path })
	told.Problems = faultsIn(own)
	told.Because = twinIn(own)
	switch {
	case told.Because != "":
		told.State = Twice
	case slices.ContainsFunc(own, func(p report.Problem) bool { return p.Rule == "file-name" }):
		told.State = BadName
	default:
		told.State = Broken
	}
}

// twinIn returns the file that makes the same page, as a problem tells; "" for
// none.
func twinIn(problems report.Problems) string {
	for _, p := range problems {
		if p.Rule == "file-twice" {
			other, _ := p.Values["other"].(string)
			return other
		}
	}
	return ""
}

// edition returns the edition in whose folder a file stands, or nil.
func (l listing) edition(name string) *edition {
	for _, e := range l.editions {
		if strings.HasPrefix(name, e.folder+"/") {
			return e
		}
	}
	return nil
}

func (l listing) isData(name string) bool {
	if name == SourcesFile {
		return true
	}
	e := l.edition(name)
	return e != nil && (name == LexiconFile(e.Language) || name == SynonymsFile(e.Language) || name == WordsFile(e.Language))
}
