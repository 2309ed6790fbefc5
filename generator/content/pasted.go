package content

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"

	"sparrausopas/generator/report"
)

// Signs that Word and other programs put in place of what was typed, or leave
// behind when a text is pasted.
const (
	curlyQuotes = "“”„‟«»‘’‚‛″′"
	hardSpaces  = "\u00a0\u2007\u202f"
	noWidth     = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)

// pasted looks for what an author did by habit, or a word processor in the
// author's place, in a line of TOML that can't be read: the line that a place is
// in. It returns nil where the cause is another.
func pasted(text string, at int) *slip {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	found := cmp.Or(foreignSign(line), commaNumber(line), foreignDay(line))
	if found != nil {
		found.at += start
	}
	return found
}

// foreignSign finds a curly quote, or a space or a sign of no width that TOML
// doesn't take, outside of texts.
func foreignSign(line string) *slip {
	at := signAt(line)
	switch {
	case at < 0:
		return nil
	case strings.IndexAny(line[at:], curlyQuotes) == 0:
		return &slip{at, "front-quotes", report.Values{"example": straight(line)}}
	}
	return &slip{at, "front-sign", report.Values{"sign": signName(line[at:]), "example": sound(plainSpaces(line))}}
}

// unsigned is a line as far as it has no sign that doesn't belong outside of
// texts, no comment and no text that isn't closed.
var unsigned = regexp.MustCompile(`^(?:[^"'#` + curlyQuotes + hardSpaces + noWidth + `]|"(?:[^"\\]|\\.)*"|'[^']*')*`)

// signAt returns where a line has a sign that doesn't belong outside of texts,
// or a curly quote that was to end one; -1 if nowhere.
func signAt(line string) int {
	at := len(unsigned.FindString(line))
	switch rest := line[at:]; {
	case rest == "" || rest[0] == '#':
		return -1
	case rest[0] == '"' || rest[0] == '\'':
		if last := strings.LastIndexAny(rest, curlyQuotes); last >= 0 {
			return at + last
		}
		return -1
	}
	return at
}

// signName returns the name of a sign that can't be seen.
func signName(text string) report.Word {
	switch {
	case strings.IndexAny(text, hardSpaces) == 0:
		return "sign-space"
	case strings.HasPrefix(text, "\u00ad"):
		return "sign-hyphen"
	}
	return "sign-unseen"
}

// plainSpaces takes signs that can't be seen out of a text.
func plainSpaces(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(hardSpaces, r):
			return ' '
		case strings.ContainsRune(noWidth, r):
			return -1
		}
		return r
	}, text)
}

// straight returns a line with straight quotes around its texts, "" where it
// can't be told what is a text.
func straight(line string) string {
	line = plainSpaces(line)
	key, value, isKey := strings.Cut(line, "=")
	quotes := curlyQuotes + `"'`
	value = strings.TrimSpace(value)
	if isKey && !strings.ContainsAny(value[:min(1, len(value))], "[{") {
		if line := sound(strings.Trim(strings.TrimSpace(key), quotes) + ` = "` + strings.Trim(value, quotes) + `"`); line != "" {
			return line
		}
	}
	return sound(strings.Map(func(r rune) rune {
		if strings.ContainsRune(curlyQuotes, r) {
			return '"'
		}
		return r
	}, line))
}

// sound returns a line without the spaces around it if TOML takes it, by itself
// or in a list, else "".
func sound(line string) string {
	line = strings.TrimSpace(line)
	if isTOML(line) || isTOML("list = ["+line+"]") {
		return line
	}
	return ""
}

// numberWithComma is a number as it is written in Finnish; number and decimals.
var numberWithComma = regexp.MustCompile(`^(\d{1,9}),(\d+)$`)

// commaNumber finds a number with decimals behind a comma. All numbers of a
// guide are whole.
func commaNumber(line string) *slip {
	key, value, at := keyAndValue(line)
	match := numberWithComma.FindStringSubmatch(value)
	if match == nil {
		return nil
	}
	whole := number(match[1])
	if match[2][0] >= '5' {
		whole++
	}
	return &slip{at + len(match[1]), "number-comma", report.Values{"value": value, "example": key + " = " + strconv.Itoa(whole)}}
}

// foreignDay finds a day that isn't written as TOML wants it.
func foreignDay(line string) *slip {
	key, value, at := keyAndValue(line)
	// Where the day is right, something else in the line isn't.
	if rule, values := wrongDay(key, value); rule != "" && rule != "day-quotes" {
		return &slip{at, rule, values}
	}
	return nil
}

// keyAndValue parts a line of TOML, and returns where the value starts. A
// comment is no part of it.
func keyAndValue(line string) (key, value string, at int) {
	key, rest, isKey := strings.Cut(line, "=")
	if !isKey {
		return "", "", 0
	}
	value, _, _ = strings.Cut(rest, "#")
	at = len(line) - len(strings.TrimLeft(rest, " \t"))
	return strings.TrimSpace(key), strings.TrimSpace(value), at
}
