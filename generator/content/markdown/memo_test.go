package markdown

import (
	"fmt"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/report"
)

// around is all that a rendering depends on.
type around struct {
	language string
	locale   *guide.Locale
	page     *guide.Page
	text     string
	resolve  Resolve
	local    *Local
	render   func(*Renderer, around) Page
}

// list puts pages among those of their kind.
func list(l *guide.Locale, pages ...*guide.Page) {
	for _, p := range pages {
		l.Kinds[p.Kind] = append(l.Kinds[p.Kind], p)
	}
}

func areaPage(name string) *guide.Page {
	p := &guide.Page{Kind: "area"}
	p.Detail = &guide.Area{Page: p, Name: name}
	return p
}

func termPage(title, form string) *guide.Page {
	p := &guide.Page{Kind: "term", Address: "fi/termit/" + title + ".html", Head: guide.Head{Title: title}}
	p.Detail = &guide.Term{Page: p, Forms: []string{title, form}}
	return p
}

func questionPage(number int, title, short, area string) *guide.Page {
	p := &guide.Page{Kind: "question", Head: guide.Head{Title: title, Short: short}, Tree: guide.Tree{Number: number}}
	p.Detail = &guide.Question{Page: p, Area: &guide.Area{Page: &guide.Page{Head: guide.Head{Title: area}}, Name: area}}
	return p
}

// rendered writes down all that a rendering gives.
func (a around) rendered(memo *Memo) string {
	page := a.render(New(language.For(a.language), a.locale, memo), a)
	said := fmt.Sprintln(page.HTML, page.Headings, page.Fields, page.Issues)
	for _, link := range page.Links {
		said += fmt.Sprintln(link.To.ID, link.Fragment, link.Offset)
	}
	return said
}

// worksheet is a text that depends on all surroundings that there are.
func worksheet() around {
	l := &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{}, Hidden: []guide.Hidden{{Kind: "area", Name: "other"}},
		Lexicon: map[string]guide.Word{"osallisuusohjelma": "\t\tosallisuus|ohjelma"}}
	list(l, areaPage("own-life"), areaPage("influence"))
	list(l, questionPage(1, "Miksi?", "Syy", "own-life"), questionPage(2, "Miten?", "Tapa", "influence"))
	list(l, termPage("kunta", "kunnan"), termPage("raati", "raadin"))
	return around{
		language: "fi", locale: l, page: &guide.Page{Address: "fi/w/a.html", Kind: "worksheet"}, resolve: resolve,
		local:  &Local{Label: "Näin meillä", Text: guide.Text{HTML: "<p>Kunta</p>"}},
		text:   "\"Kunnan\" asia, osallisuusohjelma, [vinkit](tips.md), [muu](other.md) ja [ulos](https://a.fi).\n\n```questions area=own-life points=4\n```\n\n```questions area=gone\n```\n",
		render: func(r *Renderer, a around) Page { return r.Render(a.page, []byte(a.text), a.resolve, a.local) },
	}
}

// answering is resolve with another answer for one destination.
func answering(destination string, target Target, issue *Issue) Resolve {
	return func(written string) (Target, *Issue) {
		if written == destination {
			return target, issue
		}
		return resolve(written)
	}
}

func TestWhateverATextDependsOnChangesWhatAMemoGives(t *testing.T) {
	moved := &guide.Page{ID: "moved", Address: tips.Address}
	for name, change := range map[string]func(*around){
		"the text":             func(a *around) { a.text += "Lisää.\n" },
		"borders of words":     func(a *around) { a.locale.Lexicon["osallisuusohjelma"] = "\t\tosalli|suusohjelma" },
		"no local text":        func(a *around) { a.local = nil },
		"a local text's label": func(a *around) { a.local.Label = "Esimerkki" },
		"another local text":   func(a *around) { a.local.Text.HTML = "<p>Kylä</p>" },
		"the address":          func(a *around) { a.page.Address = "fi/kunta.html" },
		"the language":         func(a *around) { a.language, a.locale.Language = "en", "en" },
		"another kind":         func(a *around) { a.page.Kind = "page" },
		"a local text": func(a *around) {
			a.render = func(r *Renderer, a around) Page { return r.RenderLocal(a.page, []byte(a.text), a.resolve) }
		},
		"a short text": func(a *around) {
			a.render = func(r *Renderer, a around) Page { return r.Inline(a.page, a.text, a.resolve) }
		},
		"a title":          func(a *around) { a.locale.Questions()[0].Title = "Kuka?" },
		"a short title":    func(a *around) { a.locale.Questions()[0].Short = "Tekijä" },
		"a number":         func(a *around) { a.locale.Questions()[0].Number = 3 },
		"an area":          func(a *around) { a.locale.Questions()[1].Area.Name = "own-life" },
		"no such area":     func(a *around) { a.locale.Areas()[0].Name = "life" },
		"a hidden area":    func(a *around) { a.locale.Hidden = []guide.Hidden{{Kind: "area", Name: "gone"}} },
		"a term's forms":   func(a *around) { a.locale.Terms()[0].Forms = []string{"asia"} },
		"a term's title":   func(a *around) { a.locale.Terms()[1].Title = "asia" },
		"a term's address": func(a *around) { a.locale.Terms()[0].Address = "fi/termit/uusi.html" },
		"a link elsewhere": func(a *around) { a.resolve = answering("tips.md", Target{Href: "x.html", Page: moved}, nil) },
		"a link to another": func(a *around) {
			a.resolve = answering("tips.md", Target{Href: "../malli/vinkit.html", Page: moved}, nil)
		},
		"a link to no page": func(a *around) { a.resolve = answering("tips.md", Target{Href: "../malli/vinkit.html"}, nil) },
		"a link left out":   func(a *around) { a.resolve = answering("tips.md", Target{Gone: true}, nil) },
		"a broken link":     func(a *around) { a.resolve = answering("tips.md", Target{}, &Issue{Rule: "link-missing"}) },
		"a mended link": func(a *around) {
			a.resolve = answering("other.md", Target{Href: "../malli/vinkit.html", Page: tips}, nil)
		},
		"another rule": func(a *around) {
			a.resolve = answering("other.md", Target{}, &Issue{Rule: "link-draft", Values: report.Values{"target": "other.md"}})
		},
		"another hint": func(a *around) {
			a.resolve = answering("other.md", Target{}, &Issue{Rule: "link-missing", Values: report.Values{"target": "other.md", "suggestion": "tips.md"}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			memo := &Memo{}
			before := worksheet().rendered(memo)
			if again := worksheet().rendered(memo); again != before {
				t.Fatalf("for the second time it gives\n%s, not\n%s", again, before)
			}
			changed := worksheet()
			change(&changed)
			want := changed.rendered(nil)
			if want == before {
				t.Fatal("the change changes nothing")
			}
			if got := changed.rendered(memo); got != want {
				t.Errorf("with the memo it gives\n%s, not\n%s", got, want)
			}
		})
	}
}

func TestATextInAPageIsAnotherThanThePage(t *testing.T) {
	a, memo := worksheet(), &Memo{}
	a.page.Kind, a.text = "page", "## Otsikko\n"
	page := a.rendered(memo)
	a.render = func(r *Renderer, a around) Page { return r.RenderLocal(a.page, []byte(a.text), a.resolve) }
	if got, want := a.rendered(memo), a.rendered(nil); got != want || got == page {
		t.Errorf("with the memo it gives\n%s, not\n%s", got, want)
	}
}
