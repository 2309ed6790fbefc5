package theme

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// templates are the theme's templates for one locale: by kind, framed.
type templates struct {
	*templateSet
	theme  *Theme
	shared *shared
	// hyphenator softens the words of the locale.
	hyphenator *language.Hyphenator
	// words are the scripts of words, by the names of these.
	words map[string]wordScript
	// index is the address of the script with the words to search for.
	index string
}

// templateSet is a theme's templates ready for use with some words. It speaks for
// one locale at a time.
type templateSet struct {
	key [sha256.Size]byte
	// kinds make the templates of a kind when its first page is made.
	kinds map[string]func() *template.Template
	// views are the names of the second views of a kind.
	views    map[string][]string
	redirect *template.Template
	// common holds the parts that pages share.
	common *template.Template
	// pack are the forms of pages in a pack, packViews the views by kind.
	pack      map[string]func() *template.Template
	packViews map[string][]string
	speech    *speech
}

// speech is what the functions of templates know of a locale.
type speech struct {
	words      map[string]string
	rules      language.Language
	hyphenator *language.Hyphenator
	// strangers are texts of pages that aren't translated, nil for none.
	strangers *strangers
}

// parse makes the templates for a locale.
func (t *Theme) parse(l *guide.Locale) (*templates, report.Problems) {
	problems := t.checkWords(l)
	set := &templates{theme: t, hyphenator: language.For(l.Language).Hyphenator(l.Borders), words: t.wordScripts(l)}
	key := t.setKey(l)
	if set.templateSet = t.options.Memo.take(key); set.templateSet == nil {
		var more report.Problems
		set.templateSet, more = t.parseSet(l.Words, l.Find("pack") != nil)
		if problems = append(problems, more...); len(more) > 0 {
			return nil, problems
		}
		set.key = key
	}
	*set.speech = speech{words: l.Words, rules: language.For(l.Language), hyphenator: set.hyphenator}
	set.shared = &shared{template: set.common}
	return set, problems
}

// parseSet makes the templates of a locale with these words, those of packs
// among them if there are any.
func (t *Theme) parseSet(words map[string]string, packs bool) (*templateSet, report.Problems) {
	f := &templateSet{kinds: map[string]func() *template.Template{}, views: map[string][]string{}, speech: &speech{}}
	library, problems := t.parseLibrary(f.speech.functions())
	f.redirect = template.New("theme").Funcs(library.functions)
	problems = append(problems, t.add(f.redirect, redirectFile)...)
	if len(problems) > 0 {
		return nil, problems
	}
	for _, kind := range t.kinds() {
		f.kinds[kind] = sync.OnceValue(func() *template.Template {
			return bake(library.set(baseFile, kind+".html"), words, baseFile)
		})
		if name, view, ok := strings.Cut(kind, "."); ok {
			f.views[name] = append(f.views[name], view)
		}
	}
	parts := t.names("parts/")
	f.common = bake(library.set(parts...), words, parts...)
	if packs {
		f.addPack(t, library)
	}
	return f, nil
}

// add parses a file into a set of templates.
func (t *Theme) add(set *template.Template, name string) report.Problems {
	file, ok := t.files[name]
	if !ok {
		return report.Problems{report.Source{Name: name}.Whole("template-missing", nil)}
	}
	_, err := set.New(name).Parse(string(t.small[name]))
	if err == nil {
		return nil
	}
	// As it was written it has the error with its right line.
	if _, plain := set.New(name).Parse(string(file.Text)); plain != nil {
		err = plain
	}
	return report.Problems{t.templateProblem(err)}
}

// functions are what templates can call.
func (s *speech) functions() template.FuncMap {
	return template.FuncMap{
		"word": func(name string) (string, error) {
			if word, ok := s.words[name]; ok {
				return word, nil
			}
			return "", fmt.Errorf("the word %q is missing", name)
		},
		"soft":    s.soften,
		"heading": s.heading,
		"date":    func(day time.Time) string { return s.rules.Date(day) },
		"minutes": func(d time.Duration) int { return int(d.Minutes()) },
		"hours":   wholeHours,
		"spell":   hoursAndMinutes,
		"ints":    func(list ...int) []int { return list },
		"number":  func(index int) int { return index + 1 },
		"clock":   func(d time.Duration) string { return s.rules.Clock(d) },
	}
}

// wholeHours returns a duration as a number of hours, 0 if it isn't told better
// in hours than in minutes.
func wholeHours(d time.Duration) int {
	if d%time.Hour != 0 || d < 2*time.Hour {
		return 0
	}
	return int(d.Hours())
}

// hoursAndMinutes writes a duration by the symbols of its units, which are the
// same in all languages (ISO 80000-3): "2 h 15 min".
func hoursAndMinutes(d time.Duration) string {
	hours, minutes := int(d.Hours()), int(d.Minutes())%60
	switch {
	case hours == 0:
		return fmt.Sprintf("%d\u00a0min", minutes)
	case minutes == 0:
		return fmt.Sprintf("%d\u00a0h", hours)
	}
	return fmt.Sprintf("%d\u00a0h %d\u00a0min", hours, minutes)
}

// checkWords finds words that templates name and the locale doesn't have.
func (t *Theme) checkWords(l *guide.Locale) report.Problems {
	known := slices.Sorted(maps.Keys(l.Words))
	describe := func(name string) (string, report.Values) {
		return "unknown-word", report.Values{"name": name, "language": l.Language, "suggestion": report.Nearest(name, known)}
	}
	return append(t.checkCalls(wordCalls, known, describe), t.checkCalls(scriptCalls, known, describe)...)
}

// templateProblem finds the file and the line in an error of html/template.
// The last place that it names is the innermost: that of a shared part that
// fails stands behind that of the page which shows it.
func (t *Theme) templateProblem(err error) report.Problem {
	parts := regexp.MustCompile(`(?s).*template: ?([^:\s]+):(\d+)(?::(\d+))?: (.*)`).FindStringSubmatch(err.Error())
	if parts == nil {
		return t.unescaped(err)
	}
	file, ok := t.files[parts[1]]
	if !ok {
		file.Name = parts[1]
	}
	line, _ := strconv.Atoi(parts[2])
	column, _ := strconv.Atoi(parts[3])
	return file.AtLine(line, column+1, "template-error", report.Values{"error": parts[4]})
}

// unescaped is the problem of a template that html/template can't escape and
// whose place it doesn't tell: in the file that ends inside of a tag, a script or
// quotation marks by itself.
func (t *Theme) unescaped(err error) report.Problem {
	for _, name := range append(t.names("parts/"), baseFile) {
		set, problems := template.New("theme").Funcs((&speech{}).functions()), report.Problems(nil)
		for _, part := range t.names("parts/") {
			problems = append(problems, t.add(set, part)...)
		}
		if problems = append(problems, t.add(set, name)...); len(problems) > 0 {
			continue
		}
		escaping, ok := errors.AsType[*template.Error](set.ExecuteTemplate(io.Discard, name, nil))
		if ok && escaping.Line == 0 && t.files[name].Name != "" {
			return t.files[name].Whole("template-error", report.Values{"error": escaping.Description})
		}
	}
	return report.Source{Name: cmp.Or(t.files[baseFile].Name, baseFile)}.Whole("template-error", report.Values{"error": err.Error()})
}

// explain runs a template that failed again as it was written, not made
// small, so that the error names the right line.
func (s *templates) explain(l *guide.Locale, kind string, v *View, err error) error {
	if set := s.unshrunk(l); set != nil && set.kinds[kind] != nil {
		v.templates = set
		if again := set.kinds[kind]().ExecuteTemplate(io.Discard, baseFile, v); again != nil {
			err = again
		}
	}
	return s.onPage(v, err)
}

// unshrunk returns the same templates as they were written, or nil.
func (s *templates) unshrunk(l *guide.Locale) *templates {
	plain := *s.theme
	plain.options.Memo = nil
	plain.small = map[string][]byte{}
	for name, file := range plain.files {
		plain.small[name] = file.Text
	}
	set, problems := plain.parse(l)
	if len(problems) > 0 {
		return nil
	}
	set.index = s.index
	return set
}

// onPage is the problem of a template that failed on a page.
func (s *templates) onPage(v *View, err error) error {
	problem := s.theme.templateProblem(err)
	problem.Values["error"] = fmt.Sprintf("%v (page %s)", problem.Values["error"], cmp.Or(v.Page.File, v.Page.Address))
	return report.Problems{problem}
}
