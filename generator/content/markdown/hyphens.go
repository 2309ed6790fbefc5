package markdown

import (
	"strings"

	"sparrausopas/generator/language"
)

// soften puts soft hyphens into the long words of rendered HTML: into what is
// read, never into tags or code. What the page knows of itself otherwise, such
// as the texts of its headings, has none.
func soften(html string, hyphenator language.Hyphenator) string {
	out := make([]byte, 0, len(html)+len(html)/4)
	for html != "" {
		text, _, _ := strings.Cut(html, "<")
		out = hyphenator.Append(out, text)
		html = html[len(text):]
		tag := markup(html)
		out = append(out, html[:tag]...)
		html = html[tag:]
	}
	return string(out)
}

// markup gives the length of the tag that HTML begins with; a piece of code
// with all that is in it counts as one. The renderer leaves no > in attributes.
func markup(html string) int {
	end := ">"
	if strings.HasPrefix(html, "<code") {
		end = "</code>"
	}
	if at := strings.Index(html, end); at >= 0 {
		return at + len(end)
	}
	return len(html)
}
