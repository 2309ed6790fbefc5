package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// widest is how many characters of a long line are shown.
const widest = 120

// Show writes the problems for a person: place, text and rule, the line with a
// mark under the place, and what to do.
func (printer Printer) Show(w io.Writer, problems Problems) error {
	return write(w, problems, printer.block)
}

// write writes problems one by one, in some form.
func write(w io.Writer, problems Problems, form func(Problem) string) error {
	for _, p := range problems {
		if _, err := io.WriteString(w, form(p)); err != nil {
			return err
		}
	}
	return nil
}

func (printer Printer) block(p Problem) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s [%s]\n", printer.line(p), p.Rule)
	if p.Excerpt != "" {
		line, column := window(p.Excerpt, p.Mark())
		fmt.Fprintf(&out, "%5d | %s\n      | %s^\n", p.Place.Line, line, strings.Repeat(" ", column-1))
	}
	if hint := printer.Hint(p); hint != "" {
		fmt.Fprintln(&out, "      "+hint)
	}
	if p.More > 0 {
		fmt.Fprintf(&out, "%s: %s [%s]\n", p.Place.File, printer.Message("problem-more", Values{"count": p.More}), p.Rule)
	}
	return Visible(out.String())
}

// Visible puts a space in the place of each sign that a screen would obey, not
// show, but for ends of lines.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, text)
}

// window cuts a long line so that the column stays in sight, and returns the
// column's place in what is left.
func window(line string, column int) (string, int) {
	letters := []rune(line)
	column = min(max(column, 1), len(letters)+1)
	start := 0
	if column > widest {
		start = column - widest/2
	}
	end := min(start+widest, len(letters))
	return string(letters[start:end]), column - start
}

// jsonProblem is what ShowJSON says of a problem.
type jsonProblem struct {
	Rule    string `json:"rule"`
	Warning bool   `json:"warning,omitempty"`
	Place
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
	Excerpt string `json:"excerpt,omitempty"`
	Start   int    `json:"start,omitempty"`
	More    int    `json:"more,omitempty"`
	// Values are in words.
	Values map[string]string `json:"values,omitempty"`
	Fix    *Fix              `json:"fix,omitempty"`
}

// ShowJSON writes the problems as one JSON array; see the package comment.
func (printer Printer) ShowJSON(w io.Writer, problems Problems) error {
	list := make([]jsonProblem, len(problems))
	for i, p := range problems {
		list[i] = jsonProblem{p.Rule, p.Warning(), p.Place, printer.Text(p), printer.Hint(p), p.Excerpt, p.Start, p.More, printer.worded(shortened(p.Values)), p.Fix}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(list)
}

func (printer Printer) worded(values Values) map[string]string {
	said := make(map[string]string, len(values))
	for name := range values {
		said[name] = printer.value(name, values)
	}
	return said
}
