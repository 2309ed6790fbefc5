// Package starter holds what people begin with: a whole guide of their own
// and single pages with everything that a page of their kind can say. It makes
// texts out of texts; writing them down is for the caller.
//
// # Pages
//
// files/LANGUAGE/KIND.md is the beginning of a page; kinds without one begin
// with that of a plain page and the keys that the table of kinds has for them.
// Names in braces stand for what is known when the page is made; a line with
// one that isn't known goes away. Each key that a page must have is there with
// a value that passes, each other key stands in a comment that needs no more
// than its # taken away.
//
// A page is a draft, so that it never makes a sound guide unsound. It goes
// where the others of its kind are: into the first section that is of that
// kind. Pages with numbers get the first free one, and a file name like that of
// the others ("25", "event-4"); other files are called by their title. In
// another language than the guide's first the path of a page makes the page its
// translation, with the same path, number and title.
//
// # Guides
//
// files/site holds what a guide of one's own has beside the common one:
// settings with empty places for its publisher, and a note on what to do.
// files/edition is an edition of a guide that stays where it is: settings that
// name it as their base, and folders for what is to be added.
//
//	page, err := starter.Begin(site, starter.Request{Kind: "question", Name: "Miten alkuun?", Today: today})
//	write(page.File, page.Text) // content/fi/questions/25.md
//
// A request that can't be met is a *report.Refusal, which says what to do
// instead.
package starter

import (
	"embed"
	"path"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

//go:embed files
var files embed.FS

// refuse says why something can't be begun. A name that no page can have is a
// wrong command line.
func refuse(rule string, values report.Values) error {
	return &report.Refusal{Rule: rule, Values: values, Usage: strings.HasPrefix(rule, "new-name-")}
}

// beginning returns the text that pages of a kind begin with, in a language or,
// where that has none, in Finnish. A kind without a file of its own begins as a
// plain page does, with its keys.
func beginning(kind guide.Kind, language string) string {
	language, _, _ = strings.Cut(language, "-")
	for _, folder := range []string{language, "fi"} {
		if text, err := files.ReadFile(path.Join("files", folder, kind.Name+".md")); err == nil {
			return string(text)
		}
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

// fill puts values in the places of their names. A line goes away with the
// first of its values that is empty.
func fill(text string, values map[string]string) []byte {
	var out strings.Builder
	for line := range strings.Lines(text) {
		whole := true
		for name, value := range values {
			place := "{" + name + "}"
			whole = whole && (value != "" || !strings.Contains(line, place))
		}
		if whole {
			out.WriteString(replacer(values).Replace(line))
		}
	}
	return []byte(out.String())
}

// replacer fills all places at once, so that a value with braces in it stays
// as it is.
func replacer(values map[string]string) *strings.Replacer {
	var pairs []string
	for name, value := range values {
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...)
}

// quoted writes a text as it stands between quotation marks in TOML.
func quoted(text string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(printable(text)))
}

// printable takes out what TOML doesn't allow in a text and no title needs.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}
