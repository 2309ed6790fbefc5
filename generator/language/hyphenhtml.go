package language

import "strings"

// SoftenHTML puts soft hyphens into the long words of HTML: into what is read,
// never into tags, code or what is marked as another language. It takes the HTML for well-formed, without > in
// attributes, as package content makes it.
func (h *Hyphenator) SoftenHTML(html string) string {
	out := make([]byte, 0, len(html)+len(html)/4)
	for html != "" {
		text, _, _ := strings.Cut(html, "<")
		out = h.Append(out, text)
		html = html[len(text):]
		tag := markup(html)
		out = append(out, html[:tag]...)
		html = html[tag:]
	}
	return string(out)
}

// markup gives the length of the tag that HTML begins with; a piece of code or
// of another language with all that is in it counts as one. The renderer
// leaves no > in attributes.
func markup(html string) int {
	end := ">"
	switch {
	case strings.HasPrefix(html, "<code"):
		end = "</code>"
	case strings.HasPrefix(html, "<span lang="):
		end = "</span>"
	}
	if at := strings.Index(html, end); at >= 0 {
		return at + len(end)
	}
	return len(html)
}
