package theme

import (
	"html/template"
	"slices"

	"sparrausopas/generator/guide"
)

// Part is a piece of a page's text: a heading of the second level and what
// follows it up to the next.
type Part struct {
	guide.Heading
	// Body is what follows the heading.
	Body template.HTML
	// To is the first page that the piece links to, or nil.
	To *guide.Page
}

// Intro is the page's text before its first heading of the second level.
func (v *View) Intro() template.HTML { return template.HTML(v.Page.HTML[:v.intro()]) }

// Rest is the page's text from that heading on.
func (v *View) Rest() template.HTML { return template.HTML(v.Page.HTML[v.intro():]) }

func (v *View) intro() int {
	for _, h := range v.Page.Headings {
		if h.Level == 2 {
			return h.Start
		}
	}
	return len(v.Page.HTML)
}

// Through is the page's text up to the end of the piece whose heading the author
// gave a class: all of it, if there is none. After is what follows.
func (v *View) Through(class string) template.HTML { return template.HTML(v.Page.HTML[:v.end(class)]) }

// After is the page's text behind what Through returns.
func (v *View) After(class string) template.HTML { return template.HTML(v.Page.HTML[v.end(class):]) }

func (v *View) end(class string) int {
	at := slices.IndexFunc(v.Page.Headings, func(h guide.Heading) bool { return h.Has(class) })
	if at < 0 {
		return len(v.Page.HTML)
	}
	return v.Page.Headings[at].Body + len(v.Page.Under(at))
}

// Parts are the pieces of the page's text, for a template that lays them out
// beside each other, but for those whose headings the author gave a class.
func (v *View) Parts() []Part {
	return v.parts(isPart)
}

func isPart(h guide.Heading) bool { return h.Level == 2 && h.Classes == "" }

// Marked are the pieces of the page's text whose headings the author gave a
// class: {.leader}.
func (v *View) Marked(class string) []Part {
	return v.parts(func(h guide.Heading) bool { return h.Has(class) })
}

func (v *View) parts(wanted func(guide.Heading) bool) []Part {
	var parts []Part
	for i, h := range v.Page.Headings {
		if wanted(h) {
			parts = append(parts, Part{h, template.HTML(v.Page.Under(i)), v.firstLink(i)})
		}
	}
	return parts
}

// firstLink returns the first page that the text under the heading at an index
// links to, or nil.
func (v *View) firstLink(index int) *guide.Page {
	own := v.Page.Links[v.Page.Headings[index].Links:]
	for _, next := range v.Page.Headings[index+1:] {
		if next.Level <= v.Page.Headings[index].Level {
			own = own[:next.Links-v.Page.Headings[index].Links]
			break
		}
	}
	if len(own) == 0 {
		return nil
	}
	return own[0].To
}
