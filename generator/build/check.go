package build

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"sparrausopas/generator/check"
	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/lexicon"
	"sparrausopas/generator/project"
	"sparrausopas/generator/publish"
	"sparrausopas/generator/report"
)

// AskLinks asks for addresses of the web. What is wrong with one is a problem
// without a place.
type AskLinks func(addresses []string) (map[string]report.Problem, error)

// Check makes a whole site without writing it, and returns what is wrong with
// the guide and with the finished pages. Ask may be nil; it is asked once
// nothing stops the build.
func Check(s Settings, ask AskLinks) (report.Problems, error) {
	p, err := s.open()
	if err != nil {
		return sorted(err, nil, nil)
	}
	defer p.Close()
	s.Layers, s.before = p.Layers, publishedIn(OutFolder(s.Dir, ""))
	s.copied = true
	var output check.Output
	var words lexicon.Words
	var site *guide.Site
	var warnings report.Problems
	_, err = publish.Count(func(emit publish.Emit) (err error) {
		site, warnings, err = Files(p.FS, s, func(name string, data []byte) error {
			output.Add(name, data)
			return cmp.Or(addWords(&words, name, data), emit(name, data))
		})
		if err == nil {
			err = addCopies(p.FS, site, &output, &words, emit)
		}
		return p.ShowError(err)
	})
	warnings = p.Show(warnings)
	if err != nil {
		return sorted(asProblems(err), nil, warnings)
	}
	output.Base = site.Settings.Web.Base
	problems := output.Problems()
	// An edition's own words are few, and nobody who writes one has a dictionary.
	if !p.IsEdition() {
		problems = append(problems, lackingWords(site, &words)...)
	}
	if ask != nil {
		found, err := askFor(p, site, &output, ask)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	return sorted(nil, problems, warnings)
}

// addCopies adds the files that the guide has as they are; only pages and styles
// among them are read.
func addCopies(fsys fs.FS, site *guide.Site, output *check.Output, words *lexicon.Words, emit publish.Emit) error {
	for _, name := range slices.Sorted(maps.Keys(site.Files)) {
		var data []byte
		if ending := path.Ext(name); ending == ".html" || ending == ".css" {
			var err error
			if data, err = fs.ReadFile(fsys, site.Files[name]); err != nil {
				return report.Unreadable(site.Files[name], err)
			}
		}
		output.Add(name, data)
		if err := cmp.Or(addWords(words, name, data), emit(name, data)); err != nil {
			return err
		}
	}
	return nil
}

// sorted returns all problems in order; an error that is none is returned as
// it is.
func sorted(err error, problems, warnings report.Problems) (report.Problems, error) {
	stopped, ok := err.(report.Problems)
	if err != nil && !ok {
		return nil, err
	}
	// Err sorts; that there are problems is no error here.
	all, _ := slices.Concat(stopped, problems, warnings).Err().(report.Problems)
	return all, nil
}

// addWords adds the words of a finished page. One that programs can't read as
// HTML is a fault.
func addWords(words *lexicon.Words, name string, data []byte) error {
	if err := words.Add(name, data); err != nil {
		return report.Fault(name, "output-unreadable", report.Values{"error": err.Error()})
	}
	return nil
}

// lackingWords finds words of the site that the lexicons lack. Names aren't
// missed.
func lackingWords(site *guide.Site, words *lexicon.Words) report.Problems {
	var problems report.Problems
	for _, l := range site.Locales {
		if lexicon.Covers(l.Language) {
			names := words.Names(l.Language)
			forms := slices.DeleteFunc(formsOf(l, words), func(form string) bool { return names[form] })
			problems = append(problems, check.Lexicon(l, content.LexiconFile(l.Language), forms)...)
		}
	}
	return problems
}

// askFor asks for the pages of the web that the finished pages and the sources
// name, and puts what is wrong where the addresses stand in the guide's files.
func askFor(p *project.Project, site *guide.Site, output *check.Output, ask AskLinks) (report.Problems, error) {
	named := output.Outside()
	// The site's own address may not be published yet.
	own := site.Settings.Web.Base
	maps.DeleteFunc(named, func(address, _ string) bool { return own != "" && strings.HasPrefix(address, own) })
	for _, source := range site.Sources {
		if source.URL != "" && named[source.URL] == "" {
			named[source.URL] = content.SourcesFile
		}
	}
	found, err := ask(slices.Sorted(maps.Keys(named)))
	if err != nil {
		return nil, err
	}
	cited := check.Cite(site, p.FS, content.SourcesFile)
	var problems report.Problems
	for _, address := range slices.Sorted(maps.Keys(found)) {
		problems = append(problems, cited.Problems(address, named[address], found[address].Rule, found[address].Values)...)
	}
	return p.Show(problems), nil
}
