package picture

import (
	"strings"
	"unicode"
)

// The letters' size, and how far their lines are apart.
const (
	letters    = 16
	lineHeight = 22
)

// softHyphen is where a word may be parted; it isn't drawn.
const softHyphen = '\u00ad'

// width estimates how wide a text is, in units. It assumes a wide font, so that
// the estimate is rarely too small.
func width(text string, bold bool) int {
	sum := 0
	for _, r := range text {
		sum += share(r)
	}
	if bold {
		sum += sum / 8
	}
	return (sum*letters + 99) / 100
}

// share returns the width of a letter in hundredths of its height.
func share(r rune) int {
	switch {
	case r == softHyphen || unicode.Is(unicode.Mn, r) || r == '\u200d' || r == '\ufe0f':
		return 0
	case strings.ContainsRune("ijlI'|.,:;!’ \u00a0", r):
		return 34
	case strings.ContainsRune("frt()[]-/\"”“", r):
		return 46
	case strings.ContainsRune("mwMWOQ@%&…—", r):
		return 100
	case unicode.IsUpper(r):
		return 80
	case r < 0x250 || r == '–':
		return 65
	}
	return 130
}

// wrap breaks a text into lines that are no wider than room: between words, at
// soft hyphens where a word is wider than a line, and anywhere if that doesn't
// help.
func wrap(text string, room int, bold bool) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(clean(text), func(r rune) bool { return r == ' ' || r == '\n' }) {
		if joined := strings.TrimPrefix(line+" "+word, " "); width(joined, bold) <= room {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		var parts []string
		parts, line = split(word, room, bold)
		lines = append(lines, parts...)
	}
	if line != "" {
		lines = append(lines, line)
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], string(softHyphen), "")
	}
	return lines
}

// clean removes characters that SVG doesn't allow and invisible ones, except
// soft hyphens and those that join signs to one.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == softHyphen || r == '\u200d':
			return r
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r) || r == 0xfffe || r == 0xffff:
			return -1
		}
		return r
	}, text)
}

// split parts a word that may be wider than a line into full lines and a rest.
func split(word string, room int, bold bool) (lines []string, rest string) {
	for width(word, bold) > room {
		at := fitting(word, room, bold)
		if at == len(word) {
			break
		}
		line := word[:at]
		if !strings.HasSuffix(line, "-") {
			line += "-"
		}
		lines = append(lines, line)
		word = strings.TrimPrefix(word[at:], string(softHyphen))
	}
	return lines, word
}

// fitting returns the length of what fits of a word into a line, with a hyphen:
// up to the last soft or hard hyphen, or as many letters as there is room for,
// at least one.
func fitting(word string, room int, bold bool) int {
	hyphen, letter := 0, 0
	for at, r := range word {
		if at == 0 || width(word[:at]+"-", bold) > room && letter > 0 {
			continue
		}
		if joins := share(r) == 0 && r != softHyphen || strings.HasSuffix(word[:at], "\u200d"); !joins {
			letter = at
		}
		if r == softHyphen || strings.HasSuffix(word[:at], "-") {
			hyphen = at
		}
	}
	if hyphen > 0 {
		return hyphen
	}
	if letter == 0 {
		return len(word)
	}
	return letter
}
