package content

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// stray reports a file among the pages of a language that its author may well
// mean to be one, by its name from the project's folder; nil for all else.
// Names are those of all files there.
func (l *locale) stray(name string, names []string) report.Problems {
	stem, ending := cutEnding(path.Base(name))
	id := strings.TrimPrefix(path.Join(path.Dir(name), stem), l.folder+"/")
	if name == SynonymsFile(l.Language) || isNote(stem) || isHiddenPage(id, l.site.Settings.Hide) {
		return nil
	}
	if data := l.dataFile(name); data != "" {
		return report.Fault(name, "file-no-data", report.Values{"name": path.Base(name), "suggestion": data})
	}
	values := report.Values{"name": path.Base(name), "folder": staticDir}
	switch strings.ToLower(ending) {
	case ".txt", ".markdown", ".mdown", ".mkd":
		slug := l.rules.Slug(strings.TrimSuffix(stem, pageExtension))
		suggest(values, path.Dir(name), slug, pageExtension, names)
	case ".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".htm", ".html":
	default:
		return nil
	}
	return report.Fault(name, "file-no-page", values)
}

// copied reports a file, or a folder, that is a copy of another beside it.
func (l *locale) copied(name string, names []string) report.Problems {
	at := l.folder
	for part := range strings.SplitSeq(strings.TrimPrefix(name, l.folder+"/"), "/") {
		original := guide.CopyOf(part, func(other string) bool { return isTaken(path.Join(at, other), names) })
		rule := "file-copy"
		if !isPage(name) {
			rule = "file-copy-beside"
		}
		if original != "" {
			return report.Fault(path.Join(at, part), rule, report.Values{"other": path.Join(at, original)})
		}
		at = path.Join(at, part)
	}
	return nil
}

// dataFile returns the path that a file should have that was to be one of those
// that the program reads beside the pages: it stands in another folder, or has
// an ending too many, which Windows doesn't show.
func (l *locale) dataFile(name string) string {
	base := strings.ToLower(path.Base(name))
	for _, data := range []string{WordsFile(l.Language), SynonymsFile(l.Language), LexiconFile(l.Language), SourcesFile} {
		stem, ending := cutEnding(path.Base(data))
		bare, other := cutEnding(base)
		beside := path.Dir(name) == path.Dir(data) && bare == stem && slices.Contains([]string{".txt", ".toml", ".tsv"}, other)
		if name != data && (base == stem+ending || bare == stem+ending || beside) {
			return data
		}
	}
	return ""
}

// isNote reports whether a file is one by which an author tells others
// something, as the program does in a new edition.
func isNote(stem string) bool {
	return slices.Contains([]string{"lue-minut", "lueminut", "readme", "read-me", "läs-mig", "läsmig", "las-mig"}, strings.ToLower(stem))
}

// suggest adds the name that a file could have to the values of a problem with
// the one that it has: as taken if another file has it already.
func suggest(values report.Values, folder, slug, ending string, names []string) {
	switch better := slug + ending; {
	case slug == "":
		values["suggestion"] = ""
	case isTaken(path.Join(folder, better), names):
		values["taken"] = better
	default:
		values["suggestion"] = better
	}
}

// isTaken reports whether a file or a folder has a name.
func isTaken(name string, names []string) bool {
	return slices.ContainsFunc(names, func(other string) bool { return other == name || strings.HasPrefix(other, name+"/") })
}

func cutEnding(name string) (stem, ending string) {
	ending = path.Ext(name)
	return strings.TrimSuffix(name, ending), ending
}

// strays finds pages beside the folders of the languages, where they belong to
// none, and folders with pages that belong to no language: those of a
// translation that isn't shown yet, and those that an author meant for a
// section. In a guide below there can be more languages than this one wants.
func strays(fsys, own fs.FS, languages []guide.Language) (problems report.Problems) {
	// What can't be read is reported where it is loaded.
	entries, _ := fs.ReadDir(fsys, contentDir)
	for _, entry := range entries {
		name := entry.Name()
		first := &locale{Locale: &guide.Locale{Language: languages[0].Tag}}
		if data := first.dataFile(path.Join(contentDir, name)); data != "" && !entry.IsDir() {
			problems = append(problems, report.Fault(path.Join(contentDir, name), "file-no-data", report.Values{"name": name, "suggestion": data})...)
		}
		if !entry.IsDir() && !isPassedOver(name) && isPage(name) {
			folder := path.Join(contentDir, languages[0].Tag)
			problems = append(problems, report.Fault(path.Join(contentDir, name), "file-outside", report.Values{"folder": folder})...)
		}
	}
	entries, _ = fs.ReadDir(own, contentDir)
	for _, entry := range entries {
		name := entry.Name()
		folder := path.Join(contentDir, name)
		known := func(l guide.Language) bool { return isNamed(own, entries, name, l.Tag) }
		if !entry.IsDir() || known(guide.Language{Tag: path.Base(staticDir)}) || isPassedOver(name) || slices.ContainsFunc(languages, known) {
			continue
		}
		if names, _ := walk(own, folder, isPassedOver); slices.ContainsFunc(names, isPage) {
			problems = append(problems, report.Fault(folder, "folder-outside", wayIn(own, name, languages))...)
		}
	}
	return problems
}

// isNamed reports whether a folder of the content is found under a name. Some
// systems take large letters for small ones.
func isNamed(own fs.FS, entries []fs.DirEntry, folder, name string) bool {
	if folder == name || !strings.EqualFold(folder, name) {
		return folder == name
	}
	_, err := fs.Stat(own, path.Join(contentDir, name))
	return err == nil && !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
}

// wayIn says how the pages in a folder can become part of the guide. Who has
// named no languages has those of the guide below, as long as no other is
// named.
func wayIn(own fs.FS, name string, languages []guide.Language) report.Values {
	if i := slices.IndexFunc(languages, func(l guide.Language) bool { return strings.EqualFold(l.Tag, name) }); i >= 0 {
		return report.Values{"folder": path.Join(contentDir, languages[i].Tag)}
	}
	if !language.Known(name) {
		return report.Values{"folder": path.Join(contentDir, languages[0].Tag)}
	}
	values := report.Values{"tag": name}
	if !slices.Contains(SettingsIn(own), "languages") {
		tags := report.Names(languages, func(l guide.Language) string { return l.Tag })
		values["known"] = report.List(append(tags, name))
	}
	return values
}
