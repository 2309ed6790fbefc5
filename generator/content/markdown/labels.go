package markdown

import (
	"regexp"
	"strings"
)

// labels are those of addresses that stand apart from their links: [text][a] or
// [a], and elsewhere [a]: https://….
type labels struct{ defined, named map[string]bool }

// label is a pair of brackets; it defines what it names at the start of a line
// and with a colon behind it.
var label = regexp.MustCompile(`(?m)(^[ >]{0,9})?\[([^\[\]\n]+)\](:)?`)

// labelled reads the labels of a text when they are asked for.
func (w *walker) labelled() labels {
	if w.labels.named == nil {
		w.labels = labels{map[string]bool{}, map[string]bool{}}
		for _, at := range label.FindAllStringSubmatchIndex(w.whole, -1) {
			list := w.labels.named
			if at[2] >= 0 && at[6] >= 0 {
				list = w.labels.defined
			}
			list[labelOf(w.whole[at[4]:at[5]])] = true
		}
	}
	return w.labels
}

// labelOf returns what labels are compared by.
func labelOf(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), " ")) }
