package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	noBreakSpace = "\u00a0"
	enDash       = "–"
)

// Typography sets a text that is not Markdown (a title, a summary): straight
// quotes become the language's own, three dots an ellipsis, and Spacing.
func (l Language) Typography(text string) string {
	if strings.ContainsAny(text, `"'`) {
		text = l.quote(text)
	}
	return l.Spacing(strings.ReplaceAll(text, "...", "…"))
}

func (l Language) quote(text string) string {
	var out strings.Builder
	before := ' '
	for _, r := range text {
		opens := unicode.IsSpace(before) || strings.ContainsRune("([{–—“‘", before)
		switch {
		case r == '"' && opens:
			out.WriteString(l.Quotes.OpenDouble)
		case r == '"':
			out.WriteString(l.Quotes.CloseDouble)
		case r == '\'' && opens:
			out.WriteString(l.Quotes.OpenSingle)
		case r == '\'':
			out.WriteString(l.Quotes.CloseSingle)
		default:
			out.WriteRune(r)
		}
		before = r
		// A quote right behind one that opens opens too: "'Hi' she said".
		if opens && (r == '"' || r == '\'') {
			before = '“'
		}
	}
	return out.String()
}

// Spacing keeps together what belongs together: no line ends at the space in
// "22 §", "50 %", "30 min", "20 000", "s. 12" or "21. marraskuuta"
// (spacing.go), and a hyphen between two numbers of at most four digits becomes
// an en dash (3–5, 2019–2023) unless the digits go on, as in a date
// (2026-11-21) or a telephone number (040-123 4567).
func (l Language) Spacing(text string) string {
	if !hasDigit(text) {
		return text
	}
	var out strings.Builder
	copied := 0
	for i := 1; i+1 < len(text); i++ {
		replacement := ""
		switch {
		case text[i] == ' ' && l.isJoint(text, i):
			replacement = noBreakSpace
		case text[i] == '-' && isDigit(text[i-1]) && isRange(text, i):
			replacement = enDash
		default:
			continue
		}
		out.WriteString(text[copied:i])
		out.WriteString(replacement)
		copied = i + 1
	}
	if copied == 0 {
		return text
	}
	out.WriteString(text[copied:])
	return out.String()
}

func hasDigit(text string) bool {
	for i := range len(text) {
		if isDigit(text[i]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// isRange reports whether the hyphen at i stands between two whole numbers. One
// that begins with a zero is a code of an area or the like.
func isRange(text string, i int) bool {
	start, end := i, i+1
	for start > 0 && isDigit(text[start-1]) {
		start--
	}
	for end < len(text) && isDigit(text[end]) {
		end++
	}
	long := i-start > 4 || end-i-1 > 4 || end == i+1
	code := text[start] == '0' && i-start > 1
	return !long && !code && !inWord(text[:start], true) && !inWord(text[end:], false)
}

// inWord reports whether the text next to a number goes on without a gap, so
// that the number is part of something longer.
func inWord(beside string, before bool) bool {
	if beside == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(beside)
	if before {
		r, size = utf8.DecodeLastRuneInString(beside)
	}
	if !before && strings.ContainsRune("., ", r) {
		next, _ := utf8.DecodeRuneInString(beside[size:])
		return unicode.IsDigit(next)
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("-/.,+_", r)
}
