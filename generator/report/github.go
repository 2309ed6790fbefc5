package report

import (
	"fmt"
	"io"
	"strings"
)

// ShowGitHub writes each problem as a line that GitHub's workflows show beside
// the file: an error for a fault, else a warning.
//
//	::error file=content/fi/a.md,line=4,col=1,title=key-unknown::unknown key `nunber`%0Adid you mean `number`?
func (printer Printer) ShowGitHub(w io.Writer, problems Problems) error {
	return write(w, problems, printer.gitHubLine)
}

func (printer Printer) gitHubLine(p Problem) string {
	kind := "error"
	if p.Warning() {
		kind = "warning"
	}
	place := "file=" + gitHubProperty(p.Place.File)
	if p.Place.Line > 0 {
		place += fmt.Sprintf(",line=%d,col=%d", p.Place.Line, max(p.Place.Column, 1))
	}
	text := printer.Text(p)
	if hint := printer.Hint(p); hint != "" {
		text += "\n" + hint
	}
	return "::" + kind + " " + place + ",title=" + gitHubProperty(p.Rule) + "::" + gitHubText(text) + "\n"
}

// gitHubText escapes what would end a line.
func gitHubText(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

// gitHubProperty escapes what would end a property, too.
func gitHubProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(gitHubText(text))
}
