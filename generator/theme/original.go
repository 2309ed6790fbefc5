package theme

import (
	"html/template"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// A page that isn't translated yet stands among the others with texts of the
// guide's first language: its title in menus, its summary in lists. Templates
// take them as they take all texts, and they are marked with their language
// where they are set, so that they are read aloud and parted as such. The title
// in the page's head can't be marked: there it stands as it is.

// strangers are the texts of a locale's pages that aren't translated.
type strangers struct {
	language   string
	texts      map[string]bool
	hyphenator *language.Hyphenator
}

// strangersIn returns them, nil if there are none. What a page in the reader's
// language is called is none.
func strangersIn(l, first *guide.Locale) *strangers {
	s := &strangers{language: first.Language, texts: map[string]bool{}}
	for _, p := range l.Pages {
		if p.Original.Language != "" {
			for _, text := range textsOf(p) {
				s.texts[text] = true
			}
		}
	}
	if len(s.texts) == 0 {
		return nil
	}
	for _, p := range l.Pages {
		if p.Original.Language == "" {
			delete(s.texts, p.Title)
			delete(s.texts, p.Short)
		}
	}
	delete(s.texts, "")
	s.hyphenator = language.For(first.Language).Hyphenator(first.Borders)
	return s
}

// textsOf are the texts of a page that templates set.
func textsOf(p *guide.Page) []string {
	texts := []string{p.Title, p.Short, p.Summary}
	for _, h := range p.Headings {
		texts = append(texts, h.Text)
	}
	switch detail := p.Detail.(type) {
	case *guide.Question:
		texts = append(texts, detail.Wonder)
	case *guide.Step:
		texts = append(texts, detail.Takes)
	case *guide.Session:
		texts = append(texts, string(detail.People))
		for _, item := range detail.Agenda {
			texts = append(texts, item.Title)
		}
	case *guide.Worksheet:
		texts = append(texts, string(detail.People))
	case *guide.Decision:
		texts = append(texts, detail.Roles...)
		for _, effort := range detail.Efforts {
			texts = append(texts, effort.Title)
		}
	}
	return texts
}

// marked returns a text as a template takes it, which is set as words of the
// reader's language by own, and by other where it is a stranger's.
func (s *strangers) marked(text string, own, other func(string) string) any {
	if s == nil || !s.texts[text] {
		return own(text)
	}
	return template.HTML(`<span lang="` + s.language + `">` + template.HTMLEscapeString(other(text)) + `</span>`)
}

func (s *speech) soften(text string) any {
	if s.strangers == nil {
		return s.hyphenator.Soften(text)
	}
	return s.strangers.marked(text, s.hyphenator.Soften, s.strangers.hyphenator.Soften)
}

func (s *speech) heading(text string) any {
	if s.strangers == nil {
		return s.hyphenator.SoftenHeading(text)
	}
	return s.strangers.marked(text, s.hyphenator.SoftenHeading, s.strangers.hyphenator.SoftenHeading)
}
