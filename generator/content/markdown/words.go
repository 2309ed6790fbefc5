package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// glossary finds terms in running text: forms by their first word, the
// longest form first. A term without forms is in the glossary alone: a word as
// plain as "kunta" would only be in the way as a link.
type glossary map[string][]form

type form struct {
	words []string
	term  *guide.Term
}

func newGlossary(l language.Language, terms []*guide.Term) glossary {
	g := glossary{}
	for _, term := range terms {
		if len(term.Forms) == 0 {
			continue
		}
		for _, written := range append([]string{term.Title}, term.Forms...) {
			words := strings.Fields(strings.ToLower(l.Typography(written)))
			if len(words) > 0 {
				g[words[0]] = append(g[words[0]], form{words, term})
			}
		}
	}
	for _, forms := range g {
		slices.SortStableFunc(forms, func(a, b form) int { return len(b.words) - len(a.words) })
	}
	return g
}

// match returns the term whose form starts at a word of the text, and where
// that form ends.
func (g glossary) match(word string, rest string) (*guide.Term, int) {
	for _, f := range g[strings.ToLower(word)] {
		end, ok := 0, true
		for _, next := range f.words[1:] {
			after := strings.TrimLeft(rest[end:], " \n")
			gap := len(rest) - end - len(after)
			if ok = gap > 0 && hasWordPrefix(after, next); !ok {
				break
			}
			end += gap + len(next)
		}
		if ok {
			return f.term, end
		}
	}
	return nil, 0
}

// hasWordPrefix reports whether text starts with word, whatever the case of the
// letters, and the word ends there.
func hasWordPrefix(text, word string) bool {
	if len(text) < len(word) || !strings.EqualFold(text[:len(word)], word) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(word):])
	return !isWordRune(next)
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}

// linkTerms writes running text with links around the terms that the page
// hasn't linked yet.
func (w *walker) linkTerms(value string) {
	for i := 0; i < len(value); {
		length := wordLength(value[i:])
		if length == 0 {
			_, size := utf8.DecodeRuneInString(value[i:])
			i += size
			continue
		}
		term, more := w.renderer.terms.match(value[i:i+length], value[i+length:])
		if term == nil || slices.Contains(w.linked, term) || term.Address == w.page.Address {
			i += length
			continue
		}
		w.linked = append(w.linked, term)
		w.set(value[:i])
		w.inline(`<a href="` + address([]byte(guide.Relative(w.page.Address, term.Address))) + `" class="term">`)
		w.set(value[i : i+length+more])
		w.inline("</a>")
		value, i = value[i+length+more:], 0
	}
	w.set(value)
}

func wordLength(text string) int {
	for i, r := range text {
		if !isWordRune(r) {
			return i
		}
	}
	return len(text)
}
