package main

import (
	"encoding/json"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
	"sparrausopas/generator/theme"
)

// sharedWords are names, and words that Finnish has as well as the language.
// Whoever writes a new one of them in a translation adds it here.
var sharedWords = map[string]string{
	"":   "doc docx firefox hollola odt safari syke",
	"sv": "alla han historia home kamera kollega kunnat lista mina minne minut mölkky usb workshop",
	"en": "design home idea internet into media some vain workshop",
}

// TestNoFinnishWordIsShownToReadersOfOtherLanguages looks for the words of the
// Finnish lexicon in all that a reader of Swedish or English sees and hears but
// what is marked as Finnish: pages, words that scripts say, manifests and
// addresses.
func TestNoFinnishWordIsShownToReadersOfOtherLanguages(t *testing.T) {
	site := loadTranslations(t).site
	files := rendered(t, os.DirFS(".."), site, theme.Options{Settings: site.Settings})
	for _, l := range site.Locales[1:] {
		found := finnishIn(files, finnishWords(site.Locales[0]), l)
		for _, word := range slices.Sorted(maps.Keys(found)) {
			t.Errorf("%s: %s is Finnish: %q", l.Language, word, found[word])
		}
		missing := true
		s := &speech{l.Language, func(text string) { missing = missing && text != l.Words["not-found"] }}
		s.readHTML(files["404.html"], "")
		if missing {
			t.Errorf("the page for missing ones says nothing in %s", l.Language)
		}
	}
}

func TestAFinnishWordIsFoundWhereverItIsShown(t *testing.T) {
	finnish := finnishWords(loadGuide(t).Locales[0])
	for text, c := range map[string]struct {
		file, text string
		found      bool
	}{
		"in a text":                {"sv/a.html", `<html lang="sv"><p>Öppna <b>va&shy;likko</b>`, true},
		"in a title":               {"sv/a.html", `<html lang="sv"><title>Työpohjat – Guiden</title>`, true},
		"in a description":         {"sv/a.html", `<html lang="sv"><meta name="description" content="Kysymykset">`, true},
		"as a name of a button":    {"sv/a.html", `<html lang="sv"><button aria-label="Sulje valikko">×</button>`, true},
		"in a text for scripts":    {"sv/a.html", `<html lang="sv"><p data-empty="Ei tuloksia">`, true},
		"on a page of all":         {"404.html", `<html lang="fi"><section lang="sv"><h2>Sivua ei löydy</h2>`, true},
		"in a picture":             {"sv/a.html", `<html lang="sv"><svg><text>Tapaaminen</text></svg>`, true},
		"among words of scripts":   {"assets/words-sv-1.js", `window.opas.words={"fill-undo":"Kumoa"}`, true},
		"in a script":              {"assets/a.js", "// A\nbox.textContent = `Kumoa ${copy}`", true},
		"in an item of a pack":     {"sv/a.js", `opas.packItem({"html":"<p>Lomake<\/p>"})`, true},
		"in a manifest":            {"sv/manifest.webmanifest", `{"name":"Sparrausopas kunnille"}`, true},
		"marked as Finnish":        {"sv/a.html", `<html lang="sv"><a lang="fi">Suomi</a><cite lang="fi">Opas kunnille</cite>`, false},
		"in Finnish":               {"fi/a.html", `<html lang="fi"><p>Opas kunnille`, false},
		"among words in Finnish":   {"assets/words-fi-1.js", `window.opas.words={"fill-undo":"Kumoa"}`, false},
		"in an address":            {"sv/a.html", `<html lang="sv"><h2 id="paatosehdotus">Beslutsförslag`, true},
		"as what an answer is of":  {"sv/a.html", `<html lang="sv"><textarea data-name="toive" id="toive">`, false},
		"as a word of Swedish too": {"sv/a.html", `<html lang="sv"><p>En lista för alla`, false},
	} {
		found := finnishIn(map[string]string{c.file: c.text}, finnish, &guide.Locale{Language: "sv"})
		if (len(found) > 0) != c.found {
			t.Errorf("%s: found %q", text, found)
		}
	}
	for where, l := range map[string]*guide.Locale{
		"a word of the interface": {Language: "sv", Words: map[string]string{"menu": "Valikko"}},
		"an address":              {Language: "sv", Pages: []*guide.Page{{Address: "sv/tyopohjat/koonti.html"}}},
	} {
		if len(finnishIn(nil, finnish, l)) == 0 {
			t.Errorf("%s in Finnish isn't found", where)
		}
	}
}

// inBraces finds what scripts put into texts: {count}.
var inBraces = regexp.MustCompile(`\{[^}]*\}`)

// finnishWords are the words that the lexicon knows, and those that only scripts
// say, which it doesn't have.
func finnishWords(l *guide.Locale) map[string]bool {
	finnish := map[string]bool{}
	for _, text := range l.Words {
		for word := range language.Words(inBraces.ReplaceAllString(text, "")) {
			finnish[strings.ToLower(word)] = len(word) > 2
		}
	}
	for form, word := range l.Lexicon {
		finnish[form] = slices.Collect(word.Lemmas()) != nil
		// In addresses ä is a.
		finnish[language.For(l.Language).Slug(form)] = finnish[form]
	}
	return finnish
}

// finnishIn returns the Finnish words that files show to readers of a locale,
// with a text where each stands.
func finnishIn(files map[string]string, finnish map[string]bool, l *guide.Locale) map[string]string {
	shared := strings.Fields(sharedWords[""] + " " + sharedWords[l.Language])
	found := map[string]string{}
	s := &speech{l.Language, func(text string) {
		for word := range language.Words(strings.ReplaceAll(text, "\u00ad", "")) {
			for part := range strings.SplitSeq(strings.ToLower(word), "-") {
				if finnish[part] && !slices.Contains(shared, part) {
					found[part] = text
				}
			}
		}
	}}
	for _, text := range l.Words {
		s.say(text)
	}
	for _, p := range l.Pages {
		s.say(strings.NewReplacer("/", " ", ".", " ").Replace(p.Address))
	}
	for name, text := range files {
		s.readFile(name, text)
	}
	return found
}

// speech says what a reader of a language sees and hears.
type speech struct {
	language string
	say      func(text string)
}

func (s *speech) readFile(name, text string) {
	base, own := path.Base(name), strings.HasPrefix(name, s.language+"/")
	switch {
	case path.Ext(name) == ".html" && (own || base == name):
		s.readHTML(text, "")
	case strings.HasPrefix(base, "words-"+s.language+"-") || own:
		var value any
		if json.NewDecoder(strings.NewReader(text[max(strings.Index(text, "{"), 0):])).Decode(&value) == nil {
			s.readValue(value)
		}
	case path.Dir(name) == "assets" && path.Ext(name) == ".js" && !strings.HasPrefix(base, "words-"):
		for _, literal := range literals.FindAllStringSubmatch(text, -1) {
			s.say(strings.ReplaceAll(strings.ReplaceAll(literal[1], "sparrausopas", ""), "opas", ""))
		}
	}
}

// literals finds the texts of a script, and its comments, in which quotation
// marks stand alone.
var literals = regexp.MustCompile("(?m)^\\s*//.*$|(\"[^\"\\n]*\"|'[^'\\n]*'|`[^`]*`)")

// readHTML reads a page, or a part of one that is in a language.
func (s *speech) readHTML(text, tag string) {
	if page, err := html.Parse(strings.NewReader(text)); err == nil {
		s.read(page, tag)
	}
}

func (s *speech) read(n *html.Node, tag string) {
	for _, a := range n.Attr {
		if a.Key == "lang" {
			tag = a.Val
		}
	}
	if tag == s.language {
		for _, a := range n.Attr {
			// A worksheet knows older answers by the guide's first title.
			if isSaid(a.Key) && !(n.Data == "form" && a.Key == "data-guide-title") || a.Key == "id" && slices.Contains(headings, n.Data) {
				s.say(a.Val)
			}
		}
		if n.Type == html.TextNode && n.Parent.Data != "style" && n.Parent.Data != "script" {
			s.say(n.Data)
		}
	}
	for child := range n.ChildNodes() {
		s.read(child, tag)
	}
}

// headings are the elements whose names stand in addresses, and in the names of
// letters that are saved.
var headings = []string{"h1", "h2", "h3", "h4"}

// isSaid reports whether an attribute holds words: those that HTML has for
// that, and those that scripts read, but for what is known by its name and for
// addresses in another language.
func isSaid(key string) bool {
	name, isData := strings.CutPrefix(key, "data-")
	if isData {
		return !strings.HasPrefix(name, "in-") && !slices.Contains([]string{"area", "column", "guide", "item", "items", "name", "rows", "worksheet"}, name)
	}
	return slices.Contains([]string{"alt", "aria-label", "content", "download", "label", "placeholder", "title", "value"}, key)
}

// readValue reads the texts of a value, which may be parts of pages.
func (s *speech) readValue(value any) {
	switch value := value.(type) {
	case string:
		s.readHTML(value, s.language)
	case []any:
		for _, v := range value {
			s.readValue(v)
		}
	case map[string]any:
		for _, v := range value {
			s.readValue(v)
		}
	}
}
