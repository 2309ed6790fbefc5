package word

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// style is what an element says of its own look, by the names of CSS.
type style map[string]string

// styleOf reads the style of an element; of a name that stands twice the last counts.
func styleOf(n *html.Node) style {
	text := attribute(n, "style")
	if text == "" {
		return nil
	}
	s := style{}
	for part := range strings.SplitSeq(text, ";") {
		name, value, found := strings.Cut(part, ":")
		if found {
			s[strings.ToLower(strings.TrimSpace(name))] = strings.ToLower(strings.Join(strings.Fields(value), " "))
		}
	}
	return s
}

// on returns a look as a style changes it.
func (s style) on(l look) look {
	switch weight := s["font-weight"]; weight {
	case "bold", "bolder":
		l.strong = true
	case "normal", "lighter":
		l.strong = false
	default:
		if number, err := strconv.Atoi(weight); err == nil {
			l.strong = number >= 600
		}
	}
	switch s["font-style"] {
	case "italic", "oblique":
		l.emphasis = true
	case "normal":
		l.emphasis = false
	}
	return l
}

// hidden reports whether nobody sees the element.
func (s style) hidden() bool { return s["display"] == "none" || s["mso-hide"] == "all" }

// raisedText returns a text in raised or lowered signs, if all of it has some.
func raisedText(text string, up bool) (string, bool) {
	from, to := "0123456789+-=()", []rune("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
	if up {
		from, to = "0123456789+-=()n", []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
	}
	var out strings.Builder
	for _, r := range text {
		at := strings.IndexRune(from, r)
		if at < 0 && r != ' ' {
			return text, false
		}
		if at >= 0 {
			r = to[at]
		}
		out.WriteRune(r)
	}
	return out.String(), true
}
