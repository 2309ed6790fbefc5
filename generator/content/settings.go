package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

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
		Web:       readWeb(f),
		Brand:     readBrand(fsys, f.table("brand")),
	}
	f.require("title", `"Sparrausopas"`)
	settings.Languages = readLanguages(f, settings.Title)
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

func readLanguages(f *fields, title string) []guide.Language {
	var list []guide.Language
	for _, l := range f.tables("languages") {
		tag := l.text("tag")
		checkTag(l, tag, list)
		list = append(list, guide.Language{
			Tag: tag, Name: cmp.Or(l.text("name"), tag), Title: cmp.Or(l.text("title"), title), Topics: cmp.Or(l.text("topics"), "Topics")})
		l.finish()
	}
	if len(list) == 0 {
		f.problem("languages", "key-missing", report.Values{"key": "languages", "example": report.Word("example-languages")})
	}
	return list
}

// checkTag finds a tag that is missing, that isn't one, and that a language
// before has too.
func checkTag(l *fields, tag string, before []guide.Language) {
	l.require("tag", `"fi"`)
	switch {
	case tag == "":
	case !language.Known(tag):
		l.wrongValue("tag", tag, "wanted-language")
	case slices.ContainsFunc(before, func(other guide.Language) bool { return strings.EqualFold(other.Tag, tag) }):
		l.wrongValue("tag", tag, "wanted-other-language")
	}
}

func readPublisher(f *fields) guide.Publisher {
	defer f.finish()
	return guide.Publisher{Name: f.text("name"), Email: f.email(), Address: f.text("address")}
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

// FirstLanguage returns the tag of a guide's first language, "" where its
// settings can't be read.
func FirstLanguage(fsys fs.FS) string {
	text, err := readLimited(fsys, ConfigFile, pageLimit)
	if err != nil {
		return ""
	}
	var settings struct{ Languages []struct{ Tag string } }
	// What is wrong with the settings is reported where they are loaded.
	_, _ = toml.Decode(string(report.Clean(text)), &settings)
	if len(settings.Languages) == 0 {
		return ""
	}
	return settings.Languages[0].Tag
}
