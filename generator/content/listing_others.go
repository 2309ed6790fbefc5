package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// others says so of the files that are no pages and aren't known yet. A folder
// that is passed over counts as one.
func others(fsys fs.FS, known []File, broken bool, locales []*locale) (files []File) {
	told := map[string]bool{}
	for _, f := range known {
		told[f.Path] = true
	}
	// What can't be read is reported where it is loaded.
	_ = fs.WalkDir(fsys, contentDir, func(name string, entry fs.DirEntry, err error) error {
		isFolder := err == nil && entry.IsDir()
		unseen := isPassedOver(name) && (staysHome(name) || !strings.HasPrefix(name, staticDir+"/"))
		switch {
		case err != nil || told[name] || isFolder && !unseen:
			return nil
		case isFolder:
			files = append(files, tellOther(name+"/", broken, locales))
			return fs.SkipDir
		}
		files = append(files, tellOther(name, broken, locales))
		return nil
	})
	return files
}

// tellOther returns the state of a file that is no page, or of a folder, with a
// slash.
func tellOther(name string, broken bool, locales []*locale) File {
	told := File{Path: name, State: NoPage}
	at := slices.IndexFunc(locales, func(l *locale) bool { return strings.HasPrefix(name, l.folder+"/") })
	if at >= 0 {
		told.Language = locales[at].Language
	}
	inside, isStatic := strings.CutPrefix(name, staticDir+"/")
	switch {
	case guide.IsLeftOver(path.Base(name)):
		told.State = LeftOver
	case isStatic && !staysHome(name):
		told.State, told.Address = Copied, inside
	case isHidden(path.Base(name)):
		told.State = Unseen
	case name == SourcesFile || at >= 0 && slices.Contains([]string{SynonymsFile(told.Language), LexiconFile(told.Language), WordsFile(told.Language)}, name):
		told.State = Data
	case !isPage(name):
	case broken:
		told.State, told.Because = NoSettings, ConfigFile
	case at < 0:
		told.State = NoLanguage
	default:
		locales[at].tellUnread(&told)
	}
	return told
}

// tellUnread returns the state of a file that would be a page but isn't read:
// what is wrong with it says why.
func (l *locale) tellUnread(told *File) {
	own := slices.DeleteFunc(slices.Clone(l.problems), func(p report.Problem) bool { return p.Place.File != told.Path })
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

// twinIn returns the file that makes the same page, as a problem says; "" for
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
