package content

import (
	"strconv"
	"testing/fstest"

	"sparrausopas/generator/guide"
)

// Case is an example of what a municipality did. Its kind is made as any other
// is: this file, a template and words are all that there is of it.
type Case struct {
	*guide.Page
	Municipality string
	Year         int
	Steps        []*guide.Step
}

func caseKind() Kind {
	return Kind{
		Kind: guide.Kind{Name: "case", New: true, Keys: []guide.Key{
			{Name: "municipality", Required: true, Example: `"Esimerkkilä"`},
			{Name: "year", Type: guide.NumberKey, Required: true, Example: "2026"},
			{Name: "steps", Type: guide.NumbersKey, Example: "[1]"},
		}},
		read: func(f *fields, p *guide.Page) (guide.Detail, finish) {
			c := &Case{Page: p, Municipality: f.text("municipality"), Year: f.number("year")}
			return c, func(l *linker) { c.Steps = l.steps(f) }
		},
		searched: func(p *guide.Page, words map[string]string) guide.Beside {
			c := p.Detail.(*Case)
			return guide.Beside{Parts: []guide.Part{
				{ID: "case-facts", Title: words["case-facts"], HTML: []string{c.Municipality, strconv.Itoa(c.Year)}},
			}}
		},
	}
}

// WithCases are the options of a program that has a kind more.
func WithCases() Options { return Options{Drafts: true, Kinds: append(Kinds(), caseKind())} }

// Cases is a guide with a theme, a step and a case.
func Cases() fstest.MapFS {
	return project(files{
		"theme/words/fi.toml": "address-search = \"haku\"\nkind-case = \"Esimerkki\"\ncase-facts = \"Perustiedot\"\n",
		"theme/base.html":     `<title>{{.Page.Title}}</title>{{block "main" .}}{{end}}`,
		"theme/redirect.html": "",
		"theme/home.html":     `{{define "main"}}{{range .Locale.Of "case"}}<a href="{{$.Link .}}">{{.Detail.Year}}</a>{{end}}{{end}}`,
		"theme/section.html":  "",
		"theme/step.html":     "",
		"theme/search.html":   `{{define "main"}}{{range .Kinds}}{{word (print "kind-" .)}}{{end}}{{end}}`,
		"theme/case.html": `{{define "main"}}{{with .Page.Detail}}<h2 id="case-facts">{{word "case-facts"}}</h2>` +
			`{{.Municipality}} {{.Year}}{{range .Steps}} <a href="{{$.Link .Page}}">{{.Title}}</a>{{end}}{{end}}{{end}}`,
		"content/fi/s/_index.md": page("title = \"Vaiheet\"\nkind = \"step\"", ""),
		"content/fi/s/one.md":    page("title = \"Alku\"\nnumber = 1", ""),
		"content/fi/c/_index.md": page("title = \"Esimerkit\"\nkind = \"case\"", ""),
		"content/fi/c/first.md":  page("title = \"Kahvila\"\nmunicipality = \"Esimerkkilä\"\nyear = 2024\nsteps = [1]", "Teksti."),
	})
}
