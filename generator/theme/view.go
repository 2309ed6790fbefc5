package theme

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
)

// View is what a template is given: a page with everything around it. What all
// pages ask for is a field, as a method costs a template ten times as much.
type View struct {
	Page *guide.Page
	// Site is the whole guide with its settings, Locale the page's own.
	Site   *guide.Site
	Locale *guide.Locale
	// Title is the title of the guide in the page's language, Guide what tells
	// it from others in all languages.
	Title, Guide string
	// templates are those of the view's locale.
	templates *templates
	// View names the second view that is being made, "" for the page itself.
	View string
	// from is the address that links start from.
	from string
	// gaps collects the gaps of a shared part while it is rendered.
	gaps *[]*guide.Page
}

// newView is the view of a page itself.
func newView(site *guide.Site, l *guide.Locale, p *guide.Page, set *templates) *View {
	return &View{Page: p, Site: site, Locale: l, Title: l.Title, Guide: site.Settings.Identity(), templates: set, from: p.Address}
}

// Body is the page's text as HTML.
func (v *View) Body() template.HTML { return template.HTML(v.Page.HTML) }

// HTML passes on HTML that the program made from Markdown.
func (v *View) HTML(html string) template.HTML { return template.HTML(html) }

// Address is the file of the site that is being made.
func (v *View) Address() string { return v.from }

// Link returns the address of another page, relative to this one.
func (v *View) Link(to *guide.Page) string { return guide.Relative(v.from, to.Address) }

// Anchor is a link to another page that shows its title.
func (v *View) Anchor(to *guide.Page) template.HTML {
	title, marked := v.templates.speech.soften(to.Title).(template.HTML)
	if !marked {
		title = template.HTML(template.HTMLEscapeString(v.templates.hyphenator.Soften(to.Title)))
	}
	return template.HTML(`<a href="`+template.HTMLEscapeString(v.Link(to))+`">`) + title + "</a>"
}

// LinkView returns the address of a second view of a page.
func (v *View) LinkView(to *guide.Page, view string) (string, error) {
	address, err := viewAddress(v.Locale, to.Address, view)
	return guide.Relative(v.from, address), err
}

// Moved returns the address, relative to an old one, of what stood there.
func (v *View) Moved() (string, error) { return v.LinkView(v.Page, v.View) }

// viewAddress puts the word for a view behind a page's address; none for "".
func viewAddress(l *guide.Locale, page, view string) (string, error) {
	if view == "" {
		return page, nil
	}
	word, err := wordOf(l, "address-"+view)
	return strings.TrimSuffix(page, ".html") + "-" + word + ".html", err
}

// Documents are those that were made of this page, with addresses relative to
// it.
func (v *View) Documents() []guide.Document {
	list := slices.Clone(v.Site.Documents[v.from])
	for i := range list {
		list[i].Address = guide.Relative(v.from, list[i].Address)
	}
	return list
}

// Asset returns the address of a file of the theme, or of several that are one,
// relative to this page.
func (v *View) Asset(names ...string) (string, error) {
	name := joinedNames(names)
	address, ok := v.templates.theme.assets[name]
	if !ok {
		return "", fmt.Errorf("the theme has no asset %q", name)
	}
	return guide.Relative(v.from, address), nil
}

// In reports whether the page is p or stands somewhere below it.
func (v *View) In(p *guide.Page) bool {
	for here := v.Page; here != nil; here = here.Parent {
		if here == p {
			return true
		}
	}
	return false
}

// Contents are the headings of the page's table of contents: those of the
// second level, where there are at least three of them.
func (v *View) Contents() []guide.Heading {
	var list []guide.Heading
	for _, h := range v.Page.Headings {
		if h.Level == 2 && h.ID != "" {
			list = append(list, h)
		}
	}
	if len(list) < 3 {
		return nil
	}
	return list
}

// siblingsMost is how long a section's navigation may be. A longer section
// shows its pages on its own page alone, or each of them would carry the list.
const siblingsMost = 40

// Siblings are the pages of the section that this page is in, or nothing if
// they are too many to stand on each page.
func (v *View) Siblings() []*guide.Page {
	section := v.Page.Section()
	if section == nil || len(section.Children) > siblingsMost {
		return nil
	}
	return section.Children
}

// LinkIn returns the address of the same view in another language.
func (v *View) LinkIn(t Translation) (string, error) {
	address, err := viewAddress(t.Locale, t.Page.Address, v.View)
	return guide.Relative(v.from, address), err
}

// Translation is a page in another language.
type Translation struct {
	Locale *guide.Locale
	Page   *guide.Page
}

// Translations are the same page in the other languages.
func (v *View) Translations() []Translation {
	var others []Translation
	for _, l := range v.Site.Locales {
		if p := l.Page(v.Page.ID); p != nil && l != v.Locale {
			others = append(others, Translation{l, p})
		}
	}
	return others
}

// Sources is the bibliography, as the view's language has it.
func (v *View) Sources() (all []*guide.Source) {
	for _, s := range v.Site.Sources {
		all = append(all, s.In(v.Locale.Language))
	}
	return all
}

// Using are the pages in the view's language that name a source.
func (v *View) Using(s *guide.Source) []*guide.Page { return s.Pages[v.Locale.Language] }

// Unlinked are the pages below this one, of some kinds if any are named, that
// its text doesn't lead to: a section shows each of its pages once.
func (v *View) Unlinked(kinds ...string) []*guide.Page {
	var list []*guide.Page
	for _, p := range v.Page.Children {
		linked := slices.ContainsFunc(v.Page.Links, func(l guide.Link) bool { return l.To == p })
		if !linked && (len(kinds) == 0 || slices.Contains(kinds, p.Kind)) {
			list = append(list, p)
		}
	}
	return list
}

// QuestionList is a view with a list of questions, for the part that shows
// one.
type QuestionList struct {
	View      *View
	Questions []*guide.Question
}

// With joins the view and a list of questions.
func (v *View) With(questions []*guide.Question) QuestionList { return QuestionList{v, questions} }

// PageList is a view with a list of pages and the level of their headings, for
// the part that shows one.
type PageList struct {
	View  *View
	Level int
	Pages []*guide.Page
}

// Listed joins the view and a list of pages.
func (v *View) Listed(level int, pages []*guide.Page) PageList { return PageList{v, level, pages} }
