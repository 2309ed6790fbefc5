package report

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// messages are the catalogue: a folder for each language, in it text files of
//
//	# a comment
//	name-of-a-message
//		its text, with {values} in braces
//		- a hint: of several the first whose values are all known is shown
//
//	name-of-a-rule (warning)
//		its text: problems of this rule stop no build
//
// A text can have several lines, empty ones among them.
//
//go:embed messages
var messages embed.FS

// warningMark stands behind the name of a rule that stops no build.
const warningMark = " (warning)"

// wording is how a message reads. A name in braces stands for one of its
// values.
type wording struct {
	text  string
	hints []string
	// warning is the same in all languages.
	warning bool
}

// Languages are those that messages can be shown in; the first has the most
// readers.
func Languages() []string { return []string{"fi", "sv", "en"} }

// catalogues reads the messages of all languages, by language and name, when
// the first is asked for.
var catalogues = sync.OnceValue(func() map[string]map[string]wording {
	all := map[string]map[string]wording{}
	for _, language := range Languages() {
		all[language] = map[string]wording{}
	}
	// The files are part of the program: a test reads them all.
	_ = fs.WalkDir(messages, "messages", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := messages.ReadFile(name)
		parseMessages(string(text), all[path.Base(path.Dir(name))])
		return err
	})
	return all
})

// parseMessages reads a file of the catalogue.
func parseMessages(text string, into map[string]wording) {
	name, empty := "", ""
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		inner, isInner := strings.CutPrefix(line, "\t")
		w := into[name]
		hint, isHint := strings.CutPrefix(inner, "- ")
		switch {
		case line == "":
			empty += "\n"
			continue
		case strings.HasPrefix(line, "#"):
			continue
		case !isInner:
			var warning bool
			name, warning = strings.CutSuffix(line, warningMark)
			into[name], empty = wording{warning: warning}, ""
			continue
		case isHint:
			w.hints = append(w.hints, hint)
		case w.text == "":
			w.text = inner
		default:
			w.text += empty + "\n" + inner
		}
		into[name], empty = w, ""
	}
}
