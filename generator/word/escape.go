package word

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean takes signs out of a text that can't be seen, or makes plain ones of them:
// spaces and hyphens that don't break, hidden hyphens, letters of Word's fonts for
// signs.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0' || r == '\u2007' || r == '\u202f' || r == '\u3000' || r >= '\u2000' && r <= '\u200a' || r == '\v' || r == '\f':
			return ' '
		case r == '\u2011':
			return '-'
		case r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\n' || r == '\t':
			return r
		case unicode.Is(unicode.Cf, r) || unicode.IsControl(r) || r == utf8.RuneError || r == '\ufffc':
			return -1
		case r >= privateFirst && r <= privateLast:
			return symbol(r)
		}
		return r
	}, text)
}

// Word keeps the letters of its fonts for signs here.
const privateFirst, privateLast = '\ue000', '\uf8ff'

// symbol returns the sign for a letter of Word's fonts for signs, -1 for one that
// isn't known.
func symbol(r rune) rune {
	signs := map[rune]rune{
		0xf0b7: '•', 0xf0a7: '▪', 0xf06f: '□', 0xf0a8: '□', 0xf0fc: '✓', 0xf0fb: '✗', 0xf0fe: '☑', 0xf0fd: '☒',
		0xf0d8: '➢', 0xf076: '❖', 0xf0e0: '→', 0xf0e8: '→', 0xf0df: '←', 0xf04a: '☺', 0xf02d: '–', 0xf0b0: '°', 0xf0b1: '±', 0xf0b3: '≥', 0xf0a3: '≤', 0xf0b4: '×', 0xf0ae: '→',
	}
	if sign, known := signs[r]; known {
		return sign
	}
	return -1
}

var (
	// bare is an address that stands by itself.
	bare = regexp.MustCompile(`(?i)https?://[^\s<>"”]+|www\.[^\s<>"”]+\.[a-z]{2,}[^\s<>"”]*|[a-z0-9][\w.+-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)+`)
	// entity is what would show as another sign.
	entity = regexp.MustCompile(`^&(?:#?\w+;|#|nbsp|amp|[lg]t|quot|shy|[AaOoUu]uml|[Aa]ring|[mn]dash|hellip)`)
	colons = regexp.MustCompile(`^:[a-z_]{2,}:`)
)

// isBare reports whether a text is the address of a place or of mail, and no more.
func isBare(text string) bool {
	at := bare.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] == len(text) && !strings.HasPrefix(strings.ToLower(text), "www.")
}

// escaped writes a text so that it shows as it is; addresses in it become links.
func escaped(text string, in place) string { return escapedBetween(" ", text, " ", in) }

func escapedBetween(before, text, after string, in place) string {
	var out strings.Builder
	last, _ := utf8.DecodeLastRuneInString(before)
	for at := bare.FindStringIndex(text); at != nil; at = bare.FindStringIndex(text) {
		words := text[:at[0]]
		if words != "" {
			out.WriteString(signs(last, words, "<"))
			last, _ = utf8.DecodeLastRuneInString(words)
		}
		address := trimmedAddress(text[at[0]:at[1]])
		if address == "" {
			break
		}
		switch {
		case isWordLetter(last) || strings.ContainsRune(")]", last):
			out.WriteString(signs(last, address, " "))
		case in.has(inLink) || !isWhole(address):
			out.WriteString(unlinked.Replace(signs(last, address, " ")))
		default:
			link := autoLink(address)
			if before := out.String(); link[0] == '[' && strings.HasSuffix(before, "!") {
				// Together they would be a picture.
				out.Reset()
				out.WriteString(before[:len(before)-1] + `\!`)
			}
			out.WriteString(link)
		}
		text, last = text[at[0]+len(address):], '>'
	}
	out.WriteString(signs(last, text, after))
	return out.String()
}

// unlinked writes an address so that nobody takes it for one that was to be a link.
var unlinked = strings.NewReplacer("://", `\://`, "@", `\@`, "www.", `www\.`)

// isWhole reports whether an address leads anywhere.
func isWhole(address string) bool {
	at, err := url.Parse(address)
	return err == nil && (at.Host != "" || at.Scheme == "")
}

// trimmedAddress takes from the end of an address what belongs to the sentence.
func trimmedAddress(address string) string {
	for {
		trimmed := strings.TrimRight(address, `.,;:!?'*_~`)
		if strings.HasSuffix(trimmed, ")") && strings.Count(trimmed, "(") < strings.Count(trimmed, ")") {
			trimmed = strings.TrimSuffix(trimmed, ")")
		}
		if trimmed == address {
			return address
		}
		address = trimmed
	}
}

// autoLink writes an address as a link that shows it.
func autoLink(address string) string {
	label := "[" + signs(' ', address, " ") + "]("
	switch {
	case strings.HasPrefix(strings.ToLower(address), "www."):
		return label + safeAddress("https://"+address) + ")"
	case strings.ContainsAny(address, `|\\`):
		return label + safeAddress(address) + ")"
	}
	return "<" + address + ">"
}

func isWordLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// signs puts a backslash before each sign of a text that would mean something.
func signs(last rune, text, after string) string {
	var out strings.Builder
	for i, r := range text {
		_, width := utf8.DecodeRuneInString(text[i:])
		rest := text[i+width:]
		if rest == "" {
			rest = after
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if means(last, r, next, text[i:]) {
			out.WriteByte('\\')
		}
		out.WriteRune(r)
		last = r
	}
	return out.String()
}

// means reports whether a sign means something to Markdown, or to those who look for
// what an author meant by it, between two others.
func means(last, r, next rune, text string) bool {
	switch r {
	case '\\', '`', '*', '[', ']', '<', '|', '~', '{', '}', '^':
		return true
	case '_':
		return !isWordLetter(last) || !isWordLetter(next)
	case '&':
		return entity.MatchString(text)
	case '>':
		return strings.ContainsRune("-–—", last)
	case '!':
		return strings.ContainsRune("-–—", next) || last == '‹' || last == '<'
	case '#', '%', '$', '=', '+':
		return r == '#' && last == '{' || next == r || last == r
	case '/':
		return (next == '/' || next == '*') && last != ':'
	case ':':
		return next == ':' || last == ':' || colons.MatchString(text)
	}
	return false
}

var (
	numbered = regexp.MustCompile(`^\d{1,9} ?([.)])(?:\D|$)`)
	noteAt   = regexp.MustCompile(`^\[\^\d+\](:)`)
)

// atStart puts a backslash before a sign that means something where a line begins.
func atStart(line string) string {
	if at := numbered.FindStringSubmatchIndex(line); at != nil {
		return line[:at[2]] + `\` + line[at[2]:]
	}
	if at := noteAt.FindStringSubmatchIndex(line); at != nil {
		return line[:at[2]] + `\` + line[at[2]:]
	}
	if line != "" && strings.ContainsRune("-+#>=:", rune(line[0])) {
		return `\` + line
	}
	return line
}
