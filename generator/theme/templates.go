package theme

import (
	"cmp"
	"fmt"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// templates are the theme's templates for one edition: by kind, framed.
type templates struct {
	theme *Theme
	kinds map[string]*template.Template
	// views are the names of the second views of a kind.
	views    map[string][]string
	redirect *template.Template
	// pack are the forms of pages in a pack, packViews the views by kind.
	pack      map[string]*template.Template
	packViews map[string][]string
	shared    *shared
	// hyphenator softens the words of the edition.
	hyphenator *language.Hyphenator
	// index is the address of the script with the words to search for.
	index string
}

// parse makes the templates for an edition.
func (t *Theme) parse(e *guide.Edition) (*templates, report.Problems) {
	problems := t.checkWords(e)
	set := &templates{theme: t, kinds: map[string]*template.Template{}, views: map[string][]string{}}
	set.hyphenator = language.For(e.Language).Hyphenator(e.Borders)
	base := template.New("theme").Funcs(functions(e, set.hyphenator)).Option("missingkey=error")
	for _, name := range append([]string{baseFile}, t.names("parts/")...) {
		problems = append(problems, t.add(base, name)...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	for _, kind := range t.kinds() {
		framed := template.Must(base.Clone())
		problems = append(problems, t.add(framed, kind+".html")...)
		set.kinds[kind] = framed
		if name, view, ok := strings.Cut(kind, "."); ok {
			set.views[name] = append(set.views[name], view)
		}
	}
	set.shared = &shared{template: template.Must(base.Clone())}
	set.redirect = template.New("theme").Funcs(functions(e, set.hyphenator))
	problems = append(problems, t.add(set.redirect, redirectFile)...)
	if len(problems) == 0 {
		problems = set.addPack(e, base)
	}
	return set, problems
}

// add parses a file into a set of templates.
func (t *Theme) add(set *template.Template, name string) report.Problems {
	file, ok := t.files[name]
	if !ok {
		return report.Problems{report.Source{Name: name}.Whole("file-missing", report.Values{"error": "the theme has no " + name})}
	}
	_, err := set.New(name).Parse(string(t.small[name]))
	if err == nil {
		return nil
	}
	// As it was written it gives the error with its right line.
	if _, plain := set.New(name).Parse(string(file.Text)); plain != nil {
		err = plain
	}
	return report.Problems{t.templateProblem(err)}
}

// functions are what templates can call.
func functions(e *guide.Edition, hyphenator *language.Hyphenator) template.FuncMap {
	rules := language.For(e.Language)
	return template.FuncMap{
		"word": func(name string) (string, error) {
			if word, ok := e.Words[name]; ok {
				return word, nil
			}
			return "", fmt.Errorf("the word %q is missing", name)
		},
		"soft":    hyphenator.Soften,
		"date":    rules.Date,
		"minutes": func(d time.Duration) int { return int(d.Minutes()) },
		"number":  func(index int) int { return index + 1 },
		"clock":   func(d time.Duration) string { return fmt.Sprintf("%d.%02d", int(d.Hours()), int(d.Minutes())%60) },
	}
}

// checkWords finds words that templates name and the edition doesn't have.
func (t *Theme) checkWords(e *guide.Edition) report.Problems {
	var known []string
	for name := range e.Words {
		known = append(known, name)
	}
	slices.Sort(known)
	return t.checkCalls(`\bword "([^"]*)"`, known, func(name string) (string, report.Values) {
		return "unknown-word", report.Values{"name": name, "language": e.Language, "suggestion": report.Nearest(name, known)}
	})
}

// templateProblem finds the file and the line in an error of html/template.
// The last place that it names is the innermost: that of a shared part that
// fails stands behind that of the page which shows it.
func (t *Theme) templateProblem(err error) report.Problem {
	parts := regexp.MustCompile(`(?s).*template: ?([^:\s]+):(\d+)(?::(\d+))?: (.*)`).FindStringSubmatch(err.Error())
	if parts == nil {
		return report.Source{Name: baseFile}.Whole("template-error", report.Values{"error": err.Error()})
	}
	file, ok := t.files[parts[1]]
	if !ok {
		file.Name = parts[1]
	}
	line, _ := strconv.Atoi(parts[2])
	column, _ := strconv.Atoi(parts[3])
	return file.AtLine(line, column+1, "template-error", report.Values{"error": parts[4]})
}

// explain runs a template that failed again as it was written, not made
// small, so that the error names the right line.
func (s *templates) explain(e *guide.Edition, kind string, v *View, err error) error {
	if set := s.unshrunk(e); set != nil && set.kinds[kind] != nil {
		v.templates = set
		if again := set.kinds[kind].ExecuteTemplate(io.Discard, baseFile, v); again != nil {
			err = again
		}
	}
	return s.onPage(v, err)
}

// unshrunk gives the same templates as they were written, or nil.
func (s *templates) unshrunk(e *guide.Edition) *templates {
	plain := *s.theme
	plain.small = map[string][]byte{}
	for name, file := range plain.files {
		plain.small[name] = file.Text
	}
	set, problems := plain.parse(e)
	if len(problems) > 0 {
		return nil
	}
	set.index = s.index
	return set
}

// onPage is the problem of a template that failed on a page.
func (s *templates) onPage(v *View, err error) error {
	problem := s.theme.templateProblem(err)
	problem.Values["error"] += " (page " + cmp.Or(v.Page.File, v.Page.Address) + ")"
	return report.Problems{problem}
}
