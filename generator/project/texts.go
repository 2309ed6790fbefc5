package project

import (
	"cmp"
	"embed"
	"regexp"
	"strings"
	"unicode"

	"sparrausopas/generator/guide"
)

// files are what people begin with. files/LANGUAGE/KIND.md is the beginning of
// a page; kinds without one begin with that of a plain page and the keys that
// the table of kinds has for them. site.toml and site-note.md are what a guide of
// one's own has beside the common one: settings with empty places for its
// publisher, and a note on what to do; edition.toml, edition-note.md and local.txt
// are for an edition of a guide that stays where it is.
//
// Names in braces stand for what is known when the file is made; a line with
// one that isn't known goes away. Each key that a page must have is there with
// a value that passes, each other key stands in a comment that needs no more
// than its # taken away.
//
//go:embed files
var files embed.FS

// beginnings returns the text of a file, "" for one that isn't there.
func beginnings(name string) string {
	text, _ := files.ReadFile("files/" + name)
	return string(text)
}

// beginningIn returns the text of a file in a language or, where that has none,
// in Finnish.
func beginningIn(language, name string) string {
	language, _, _ = strings.Cut(language, "-")
	return cmp.Or(beginnings(language+"/"+name), beginnings("fi/"+name))
}

// beginning returns the text that pages of a kind begin with. A kind without a
// file of its own begins as a plain page does, with its keys.
func beginning(kind guide.Kind, language string) string {
	if text := beginningIn(language, kind.Name+".md"); text != "" {
		return text
	}
	plain := beginning(guide.Kind{Name: "page"}, language)
	return strings.Replace(plain, lastLine, lastLine+ownKeys(kind), 1)
}

// lastLine is the line of a plain page that a kind's own keys come after.
const lastLine = "summary = \"\"\n"

// ownKeys writes a kind's keys down: those that a page must have, the others in
// comments.
func ownKeys(kind guide.Kind) string {
	var text strings.Builder
	for _, key := range kind.Keys {
		switch {
		case key.Name == "number":
			text.WriteString("number = {number}\n")
		case key.Required:
			text.WriteString(key.Name + " = " + key.Example + "\n")
		case key.Example != "":
			text.WriteString("# " + key.Name + " = " + key.Example + "\n")
		}
	}
	return text.String()
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// fill puts values in the places of their names, all at once, so that a value
// with braces in it stays as it is. A line goes away with the first of its
// values that is empty.
func fill(text string, values map[string]string) []byte {
	var out strings.Builder
	for line := range strings.Lines(text) {
		whole := true
		filled := placeholder.ReplaceAllStringFunc(line, func(place string) string {
			value, known := values[strings.Trim(place, "{}")]
			if !known {
				return place
			}
			whole = whole && value != ""
			return value
		})
		if whole {
			out.WriteString(filled)
		}
	}
	return []byte(out.String())
}

// quoted writes a text as it stands between quotation marks in TOML.
func quoted(text string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(text))
}

// oneLine parts words by single spaces, without what TOML doesn't allow in a
// text and no title needs.
func oneLine(text string) string {
	parts := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	return strings.Join(strings.FieldsFunc(strings.ToValidUTF8(text, ""), parts), " ")
}
