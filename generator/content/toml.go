package content

import (
	"errors"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/report"
)

// deepest is how many brackets, or names in a name, may stand in each other: the
// reader of TOML calls itself for each.
const deepest = 20

// errDeep is the error of a text that is nested deeper.
var errDeep = errors.New("nested too deeply")

// decodeTOML reads a text unless it is nested too deeply.
func decodeTOML(text string, into any) (toml.MetaData, error) {
	if deepAt(text) >= 0 {
		return toml.MetaData{}, errDeep
	}
	return toml.Decode(text, into)
}

// nesting is what of a text counts: texts and comments as wholes, brackets, ends
// of lines, and dots in a row of names.
var nesting = regexp.MustCompile(`"""(?s:(?:[^\\]|\\.)*?)"{3,5}|'''(?s:.*?)'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[{\]}\n=,.]`)

// deepAt returns where a text is nested too deeply, -1 if nowhere.
func deepAt(text string) int {
	if strings.Count(text, "[")+strings.Count(text, "{")+strings.Count(text, ".") <= deepest {
		return -1
	}
	depth, dots := 0, 0
	for at := 0; ; {
		found := nesting.FindStringIndex(text[at:])
		if found == nil {
			return -1
		}
		switch text[at+found[0]] {
		case '[', '{':
			depth++
			dots = 0
		case ']', '}':
			depth = max(depth-1, 0)
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if depth > deepest || dots > deepest {
			return at + found[0]
		}
		at += found[1]
	}
}

// deepSlip is the slip of a text that is nested too deeply.
func deepSlip(text string) *slip {
	return &slip{deepAt(text), "syntax-deep", report.Values{"most": deepest}}
}
