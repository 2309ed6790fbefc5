package theme

import (
	"html/template"
	"strings"

	"sparrausopas/generator/guide"
)

// Part is a piece of a page's text: a heading of the second level and what
// follows it up to the next.
type Part struct {
	guide.Heading
	// Body is what follows the heading.
	Body template.HTML
}

// Intro is the page's text before its first heading of the second level.
func (v *View) Intro() template.HTML {
	return v.HTML(v.Page.HTML[:v.firstPart()])
}

// Parts are the pieces of the page's text, for a template that lays them out
// beside each other.
func (v *View) Parts() []Part {
	var parts []Part
	rest := v.Page.HTML[v.firstPart():]
	for _, h := range v.Page.Headings {
		if h.Level != 2 {
			continue
		}
		_, text, found := strings.Cut(rest, endOfPartHeading)
		if !found {
			break
		}
		end := len(text)
		if at := strings.Index(text, startOfPartHeading); at >= 0 {
			end = at
		}
		parts = append(parts, Part{h, v.HTML(text[:end])})
		rest = text[end:]
	}
	return parts
}

const startOfPartHeading, endOfPartHeading = "<h2", "</h2>"

// firstPart is where the first part begins in the page's text.
func (v *View) firstPart() int {
	if at := strings.Index(v.Page.HTML, startOfPartHeading); at >= 0 {
		return at
	}
	return len(v.Page.HTML)
}
