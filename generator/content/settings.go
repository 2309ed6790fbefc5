package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// loadSettings reads config.toml, and those of the layers below for what it
// doesn't say.
func loadSettings(fsys fs.FS, options Options) (guide.Settings, report.Problems) {
	var problems report.Problems
	f := readConfig(options.layers(fsys), &problems)
	if f == nil {
		return guide.Settings{}, problems
	}
	// NextBase looks at it; here it is only known.
	f.text("base")
	settings := guide.Settings{
		File:      ConfigFile,
		Title:     f.text("title"),
		Themes:    f.texts("themes"),
		Publisher: readPublisher(f.table("publisher")),
		Statement: readStatement(f.table("accessibility")),
		Contract:  readContract(f.table("contract"), options.kinds()),
		Web:       readWeb(f, options.Base),
		Brand:     readBrand(fsys, f.table("brand")),
		Versions:  readVersions(f.table("versions")),
	}
	f.require("title", `"Sparrausopas"`)
	settings.Languages, settings.Waiting = readLanguages(f, settings.Title, !options.Waiting)
	settings.Hide = readHide(fsys, f, settings.Languages)
	for _, theme := range settings.Themes {
		if !fs.ValidPath(theme) || !isFolder(fsys, theme) {
			f.problem("themes", "unknown-theme", report.Values{"name": theme})
		}
	}
	if len(settings.Themes) == 0 {
		settings.Themes = []string{path.Join("themes", "opas")}
	}
	f.finish()
	return settings, problems
}

// readLanguages returns the languages that are shown, with those in the making if
// nothing waits, and those that wait.
func readLanguages(f *fields, title string, wait bool) (shown, waiting []guide.Language) {
	var tags []string
	tablesOf(f, "languages", func(l *fields) guide.Language {
		tag := l.text("tag")
		checkTag(l, tag, tags)
		tags = append(tags, strings.ToLower(tag))
		made := guide.Language{Tag: tag, Name: cmp.Or(l.text("name"), tag), Title: cmp.Or(l.text("title"), title), Topics: cmp.Or(l.text("topics"), "Topics"), Draft: l.flag("draft")}
		if made.Draft && wait {
			waiting = append(waiting, made)
		} else {
			shown = append(shown, made)
		}
		return made
	})
	if len(shown) == 0 {
		f.problem("languages", "key-missing", report.Values{"key": "languages", "example": report.Word("example-languages")})
	}
	return shown, waiting
}

// checkTag finds a tag that is missing, that isn't one, and that a language
// before has too.
func checkTag(l *fields, tag string, before []string) {
	l.require("tag", `"fi"`)
	switch {
	case tag == "":
	case !language.Known(tag):
		l.wrongValue("tag", tag, "wanted-language")
	case slices.Contains(before, strings.ToLower(tag)):
		l.wrongValue("tag", tag, "wanted-other-language")
	}
}

func readPublisher(f *fields) guide.Publisher {
	defer f.finish()
	return guide.Publisher{Name: f.text("name"), Email: f.email(), Address: f.text("address")}
}

// readVersions reads what the editor keeps of each page:
//
//	[versions]
//	most = 50          so many versions, two at least
//	keep = "365 d"     none that is older, but for the last two
func readVersions(f *fields) guide.Versions {
	defer f.finish()
	return guide.Versions{Most: f.number("most"), Keep: f.span("keep", 0)}
}

func readContract(f *fields, kinds []Kind) guide.Contract {
	defer f.finish()
	contract := guide.Contract{
		Areas:            f.texts("areas"),
		QuestionsPerArea: f.number("questions-per-area"),
		Counts:           map[string]int{},
	}
	for _, k := range kinds {
		if k.Numbering != guide.Counted {
			continue
		}
		if count := f.number(k.Name + "s"); count > 0 {
			contract.Counts[k.Name] = count
		}
	}
	return contract
}
