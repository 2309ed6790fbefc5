package lexicon

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"sparrausopas/generator/language"
)

// shortest is the least length of a word that is collected.
const shortest = 3

// Words collects the word forms of finished pages by language. Add takes each
// file of the site, from any goroutine.
type Words struct {
	mutex sync.Mutex
	// forms are true of those that begin with a small letter somewhere.
	forms map[string]map[string]bool
}

// Add adds the words of a file of the site.
func (w *Words) Add(name string, data []byte) error {
	if path.Ext(name) != ".html" {
		return nil
	}
	page, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return err
	}
	texts := visible{}
	texts.read(page, "")
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for tag, text := range texts {
		w.add(tag, strings.ReplaceAll(text.String(), "\u00ad", ""))
	}
	return nil
}

// AddText adds the words of a text that isn't on a page.
func (w *Words) AddText(tag, text string) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.add(tag, text)
}

// add adds the words of a text, a word with hyphens as a whole and by its
// parts: readers search for either.
func (w *Words) add(tag, text string) {
	if w.forms == nil {
		w.forms = map[string]map[string]bool{}
	}
	if w.forms[tag] == nil {
		w.forms[tag] = map[string]bool{}
	}
	for word := range language.Words(text) {
		for _, form := range append(strings.Split(word, "-"), word) {
			if utf8.RuneCountInString(form) >= shortest {
				first, _ := utf8.DecodeRuneInString(form)
				form = strings.ToLower(form)
				w.forms[tag][form] = w.forms[tag][form] || !unicode.IsUpper(first)
			}
		}
	}
}

// In returns the forms of a language in order.
func (w *Words) In(tag string) []string {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return slices.Sorted(maps.Keys(w.forms[tag]))
}

// Names returns the forms of a language that begin with a large letter wherever
// they stand: names, which no dictionary has.
func (w *Words) Names(tag string) map[string]bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	names := map[string]bool{}
	for form, small := range w.forms[tag] {
		if !small {
			names[form] = true
		}
	}
	return names
}

// visible holds the texts of a page by language.
type visible map[string]*strings.Builder

// write adds text in a language.
func (v visible) write(tag, text string) {
	if v[tag] == nil {
		v[tag] = &strings.Builder{}
	}
	v[tag].WriteString(text)
}

// read adds the texts of an element and of those in it.
func (v visible) read(n *html.Node, tag string) {
	switch {
	case n.Type == html.TextNode:
		v.write(tag, n.Data)
		return
	case n.Type == html.ElementNode && isMachine(n.Data):
		return
	case n.Type == html.ElementNode && !isInline(n.Data):
		v.write(tag, " ")
		defer v.write(tag, " ")
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "lang":
			// What was said in the language before is another sentence.
			if tag != a.Val {
				v.write(a.Val, " ")
			}
			tag = a.Val
		case "alt":
			v.write(tag, a.Val)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		v.read(child, tag)
	}
}

// isMachine reports whether an element's text isn't for readers, or isn't
// words.
func isMachine(element string) bool {
	return slices.Contains([]string{"script", "style", "template", "noscript", "code", "pre", "svg"}, element)
}

// isInline reports whether an element can begin and end inside of a word.
func isInline(element string) bool {
	return slices.Contains([]string{"a", "abbr", "b", "bdi", "bdo", "cite", "dfn", "em", "i", "mark", "q", "s", "small", "span", "strong", "u", "wbr"}, element)
}
