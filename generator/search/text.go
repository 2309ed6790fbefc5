package search

import (
	"bytes"
	"html"
	"strings"
)

// eachText cuts a page into the texts of its sections and gives them in order;
// a text is yield's only until it returns. The HTML is the program's own:
// well-formed, with attributes in double quotes.
func (s *stripper) eachText(p *page, yield func(section int, text []byte)) {
	at := 0
	end := func() {
		yield(at, s.take())
		at++
	}
	s.add(p.Summary)
	s.gap()
	s.strip(p.HTML, func(id string) bool {
		if at+1 >= len(p.sections) || p.sections[at+1].id != id {
			return false
		}
		end()
		return true
	})
	for end(); at < len(p.sections); end() {
		for _, piece := range p.sections[at].html {
			s.strip(piece, nil)
			s.gap()
		}
	}
}

// stripper collects the text of HTML.
type stripper struct {
	out []byte
	// spaced tells that a space must come before the next letter, parted that
	// no sign need part it from what was.
	spaced, parted bool
}

// take gives the text; it holds until the next one begins.
func (s *stripper) take() []byte {
	text := bytes.TrimSuffix(s.out, []byte(" ·"))
	s.out, s.spaced, s.parted = s.out[:0], false, false
	return text
}

// strip adds the text of HTML. It asks cut about each heading's id: a heading
// that begins a section is left out, as the section has it for a title.
func (s *stripper) strip(source string, cut func(id string) bool) {
	for source != "" {
		at := strings.IndexByte(source, '<')
		if at < 0 {
			s.add(unescape(source))
			return
		}
		s.add(unescape(source[:at]))
		end := strings.IndexByte(source[at:], '>')
		if end < 0 {
			return
		}
		tag := source[at+1 : at+end]
		source = source[at+end+1:]
		source = s.tag(tag, source, cut)
	}
}

// tag deals with a tag and gives the source from where to go on.
func (s *stripper) tag(tag, rest string, cut func(string) bool) string {
	name := tagName(tag)
	switch {
	case strings.HasPrefix(tag, "/"):
		if !isInline(name) {
			s.gap()
		}
	case name == "svg" || name == "script" || name == "style" || name == "template":
		_, rest, _ = strings.Cut(rest, "</"+name+">")
	case cut != nil && len(name) == 2 && name[0] == 'h' && cut(attribute(tag, "id")):
		_, rest, _ = strings.Cut(rest, "</"+name+">")
	case name == "img":
		s.add(html.UnescapeString(attribute(tag, "alt")))
	case !isInline(name):
		s.gap()
	}
	return rest
}

// add writes text with single spaces.
func (s *stripper) add(text string) {
	for i := 0; i < len(text); {
		if text[i] <= ' ' {
			s.spaced = true
			i++
			continue
		}
		end := i
		for end < len(text) && text[end] > ' ' {
			end++
		}
		if s.spaced && len(s.out) > 0 {
			s.out = append(s.out, ' ')
		}
		s.spaced, s.parted = false, false
		s.out = append(s.out, text[i:end]...)
		i = end
	}
}

// gap parts what comes from what was: pieces that don't end with a sign get one.
func (s *stripper) gap() {
	if n := len(s.out); n > 0 && !s.parted && strings.IndexByte(".!?:;,", s.out[n-1]) < 0 {
		s.out = append(s.out, " ·"...)
	}
	s.spaced, s.parted = true, true
}

func unescape(text string) string {
	if strings.IndexByte(text, '&') < 0 {
		return text
	}
	return html.UnescapeString(text)
}

// tagName gives the name of an element, of a closing tag too.
func tagName(tag string) string {
	tag = strings.TrimPrefix(tag, "/")
	for i := range len(tag) {
		if c := tag[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return tag[:i]
		}
	}
	return tag
}

// attribute gives the value of an attribute in a tag, "" if it has none.
func attribute(tag, name string) string {
	_, value, ok := strings.Cut(tag, " "+name+`="`)
	if !ok {
		return ""
	}
	value, _, _ = strings.Cut(value, `"`)
	return value
}

// isInline tells of elements that can stand inside of a word.
func isInline(name string) bool {
	switch name {
	case "a", "abbr", "b", "cite", "code", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr":
		return true
	}
	return false
}
