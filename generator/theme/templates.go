package theme

import (
	"fmt"
	"html/template"
	"io"
	"regexp"
	"slices"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// templates are the theme's templates for one edition: by kind, framed.
type templates struct {
	theme    *Theme
	kinds    map[string]*template.Template
	redirect *template.Template
	shared   *shared
}

// parse makes the templates for an edition.
func (t *Theme) parse(e *guide.Edition) (*templates, report.Problems) {
	problems := t.checkWords(e)
	set := &templates{theme: t, kinds: map[string]*template.Template{}}
	base := template.New("theme").Funcs(functions(e)).Option("missingkey=error")
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
	}
	set.shared = &shared{template: template.Must(base.Clone())}
	set.redirect = template.New("theme").Funcs(functions(e))
	problems = append(problems, t.add(set.redirect, redirectFile)...)
	return set, problems
}

// add parses a file into a set of templates.
func (t *Theme) add(set *template.Template, name string) report.Problems {
	file, ok := t.files[name]
	if !ok {
		return report.Problems{report.Source{Name: name}.Whole("file-missing", report.Values{"error": "the theme has no " + name})}
	}
	if _, err := set.New(name).Parse(string(file.Text)); err != nil {
		return report.Problems{t.templateProblem(err)}
	}
	if _, err := set.New(name).Parse(string(t.small[name])); err != nil {
		return report.Problems{t.templateProblem(err)}
	}
	return nil
}

// functions are what templates can call.
func functions(e *guide.Edition) template.FuncMap {
	rules := language.For(e.Language)
	return template.FuncMap{
		"word": func(name string) (string, error) {
			if word, ok := e.Words[name]; ok {
				return word, nil
			}
			return "", fmt.Errorf("the word %q is missing", name)
		},
		"date":    rules.Date,
		"minutes": func(d time.Duration) int { return int(d.Minutes()) },
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
func (t *Theme) templateProblem(err error) report.Problem {
	parts := regexp.MustCompile(`(?s)template: ?([^:\s]+):(\d+)(?::(\d+))?: (.*)`).FindStringSubmatch(err.Error())
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
	plain := *s.theme
	plain.small = map[string][]byte{}
	for name, file := range plain.files {
		plain.small[name] = file.Text
	}
	if set, problems := plain.parse(e); len(problems) == 0 && set.kinds[kind] != nil {
		v.shared = set.shared
		if again := set.kinds[kind].ExecuteTemplate(io.Discard, baseFile, v); again != nil {
			err = again
		}
	}
	problem := s.theme.templateProblem(err)
	problem.Values["error"] += " (page " + v.Page.File + ")"
	return report.Problems{problem}
}
