package search

import (
	"bytes"
	"html"
	"strings"
)

// eachText cuts a page into the texts of its sections and gives them in order;
// a text is yield's only until it returns. A heading that begins a section is
// left out, as the section has it for a title.
func (c *cutter) eachText(p *page, yield func(section int, text []byte)) {
	at, body := 0, 0
	end := func() {
		yield(at, c.take())
		at++
	}
	c.add(p.Summary)
	c.gap()
	for span := range p.Spans.All() {
		for at+1 < len(p.sections) && p.sections[at+1].body > 0 && span.Start >= p.sections[at+1].start {
			end()
			body = p.sections[at].body
		}
		if span.Start < body {
			continue
		}
		if span.Parted {
			c.gap()
		}
		c.addHTML(p.HTML[span.Start:span.End])
	}
	for end(); at < len(p.sections); end() {
		for _, piece := range p.sections[at].html {
			c.addPiece(piece)
			c.gap()
		}
	}
}

// cutter collects text.
type cutter struct {
	out []byte
	// spaced reports whether a space must come before the next letter, parted
	// that no sign need part it from what was.
	spaced, parted bool
}

// take returns the text; it holds until the next one begins.
func (c *cutter) take() []byte {
	text := bytes.TrimSuffix(c.out, []byte(" ·"))
	c.out, c.spaced, c.parted = c.out[:0], false, false
	return text
}

// addPiece adds a short text, which has no tags but such as can stand inside
// of a word.
func (c *cutter) addPiece(source string) {
	for source != "" {
		text, rest, _ := strings.Cut(source, "<")
		c.addHTML(text)
		_, source, _ = strings.Cut(rest, ">")
	}
}

// addHTML adds words as they stand in HTML.
func (c *cutter) addHTML(text string) {
	if strings.IndexByte(text, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	c.add(text)
}

// add writes text with single spaces, without what says where it can be parted.
func (c *cutter) add(text string) {
	for i := 0; i < len(text); {
		if size := unseen(text[i:]); size > 0 {
			c.spaced = c.spaced || size == 1
			i += size
			continue
		}
		end := i + 1
		for end < len(text) && unseen(text[end:]) == 0 {
			end++
		}
		if c.spaced && len(c.out) > 0 {
			c.out = append(c.out, ' ')
		}
		c.spaced, c.parted = false, false
		c.out = append(c.out, text[i:end]...)
		i = end
	}
}

// unseen returns the size of the space, soft hyphen or word joiner that a text
// begins with, or 0.
func unseen(text string) int {
	switch c := text[0]; {
	case c <= ' ':
		return 1
	case c == softHyphen[0] && strings.HasPrefix(text, softHyphen):
		return len(softHyphen)
	case c == wordJoiner[0] && strings.HasPrefix(text, wordJoiner):
		return len(wordJoiner)
	}
	return 0
}

const softHyphen, wordJoiner = "\u00ad", "\u2060"

// gap parts what comes from what was: pieces that don't end with a sign get
// one.
func (c *cutter) gap() {
	if n := len(c.out); n > 0 && !c.parted && strings.IndexByte(".!?:;,", c.out[n-1]) < 0 {
		c.out = append(c.out, " ·"...)
	}
	c.spaced, c.parted = true, true
}
