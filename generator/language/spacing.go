package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordJoiner keeps a line from ending where it stands, and shows as nothing.
const wordJoiner = "\u2060"

// isJoint reports whether the space at i is one that no line ends at: between a
// number and its sign or unit, between the groups of a large number, between a
// day and its month, and behind what stands before a number.
func (l Language) isJoint(text string, i int) bool {
	before, after := text[:i], text[i+1:]
	switch {
	case isDigit(before[i-1]):
		return startsSign(after) || slices.Contains(units(), firstWord(after)) || isGroup(before, after)
	case before[i-1] == '.' && i > 1 && isDigit(before[i-2]):
		return slices.Contains(l.months(), strings.ToLower(firstWord(after)))
	case isDigit(after[0]):
		return slices.Contains(l.heralds(), lastField(before))
	}
	return false
}

func startsSign(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return r == '§' || r == '%' || r == '€' || r == '°'
}

// units are those that are written short. The single letters h and v, hours
// and years, are units in Finnish; no language has them for words.
func units() []string {
	return []string{"min", "h", "s", "v", "kk", "vk", "vko", "vrk", "pv", "kpl", "hlö", "mm", "cm", "m", "km", "m²", "km²", "ha", "g", "kg", "t", "ml", "dl", "l", "kB", "MB", "GB", "px"}
}

// months are the names of the months in the form that stands behind a day.
func (l Language) months() []string {
	if l.Tag != "fi" {
		return nil
	}
	return []string{"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
		"heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta"}
}

// heralds are the short words that a number follows.
func (l Language) heralds() []string {
	switch l.Tag {
	case "fi":
		return []string{"§", "klo", "nro", "n.", "s.", "ss."}
	case "sv":
		return []string{"§", "kl.", "nr", "ca", "s."}
	}
	return []string{"§", "no.", "p.", "pp."}
}

// firstWord returns the letters that a text starts with, and "" where a digit
// makes them part of something else.
func firstWord(text string) string {
	end := len(text)
	for i, r := range text {
		if !unicode.IsLetter(r) && r != '²' {
			end = i
			break
		}
	}
	if end < len(text) && isDigit(text[end]) {
		return ""
	}
	return text[:end]
}

// lastField returns what stands between the last space or bracket and the end.
func lastField(text string) string {
	return strings.ToLower(text[strings.LastIndexAny(text, " \n(\u00a0")+1:])
}

// isGroup reports whether a number of up to three digits is followed by three
// digits more, as in 20 000. One that begins with a zero is the start of a
// telephone number.
func isGroup(before, after string) bool {
	digits := 0
	for digits < len(before) && isDigit(before[len(before)-1-digits]) {
		digits++
	}
	start := len(before) - digits
	if digits > 3 || before[start] == '0' && !isBehindGroup(before[:start]) || inWord(before[:start], true) {
		return false
	}
	three := len(after) >= 3 && isDigit(after[0]) && isDigit(after[1]) && isDigit(after[2])
	return three && (len(after) == 3 || !isDigit(after[3]))
}

// isBehindGroup reports whether a text ends with a digit and a space, so that a
// zero can follow.
func isBehindGroup(text string) bool {
	text = strings.TrimSuffix(strings.TrimSuffix(text, " "), noBreakSpace)
	return text != "" && isDigit(text[len(text)-1])
}

// keepRanges keeps lines from ending behind the dash of a range (3–5). It is
// for what is shown alone: texts that are searched and compared do without.
func keepRanges(text string) string {
	at := behindDash(text)
	if at < 0 {
		return text
	}
	var out strings.Builder
	for ; at >= 0; at = behindDash(text) {
		out.WriteString(text[:at])
		out.WriteString(wordJoiner)
		text = text[at:]
	}
	return out.String() + text
}

// behindDash returns the place behind the dash of the first range of numbers or
// dates, -1 if there is none.
func behindDash(text string) int {
	for from := 0; ; {
		at := strings.Index(text[from:], enDash)
		if at < 0 {
			return -1
		}
		at += from
		from = at + len(enDash)
		before := strings.TrimSuffix(text[:at], ".")
		if before != "" && isDigit(before[len(before)-1]) && from < len(text) && isDigit(text[from]) {
			return from
		}
	}
}
