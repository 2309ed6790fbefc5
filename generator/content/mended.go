package content

import (
	"fmt"
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

// mended returns the line that a slip is in as it was to be, "" where that can't
// be told.
func (s *slip) mended(line string, at int) string {
	key, value, _ := keyAndValue(line)
	before, behind := line[:at], line[at:]
	if example, ok := s.values["example"].(string); ok && !strings.Contains(example, report.Asked) {
		return sound(example)
	}
	candidate := ""
	switch s.rule {
	case "syntax-colon":
		name, rest, _ := strings.Cut(line, ":")
		rest = strings.TrimSpace(rest)
		if candidate = sound(name + " = " + rest); candidate == "" {
			candidate = name + ` = "` + strings.Trim(rest, curlyQuotes+`"'`) + `"`
		}
	case "syntax-escape":
		candidate = backslashes.ReplaceAllStringFunc(line, func(found string) string {
			if escapes.MatchString(found) {
				return found
			}
			return `\\` + found[1:]
		})
	case "syntax-quote-open":
		candidate = strings.TrimSpace(line) + value[:min(1, len(value))]
	case "syntax-inner-quotes":
		if len(value) > 2 && value[0] == '"' && strings.HasSuffix(value, `"`) {
			candidate = key + ` = "` + strings.ReplaceAll(value[1:len(value)-1], `"`, `\"`) + `"`
		}
	case "syntax-truth":
		if truth := truths()[strings.ToLower(value)]; truth != "" {
			candidate = key + " = " + truth
		}
	case "syntax-zero":
		candidate = strings.Replace(line, fmt.Sprint(s.values["value"]), fmt.Sprint(s.values["number"]), 1)
	case "syntax-rest":
		candidate = strings.TrimRight(line, " ,;")
	case "syntax-comma":
		candidate = before + strings.TrimLeft(behind, ", ")
	case "syntax-control":
		candidate = before + behind[1:]
	case "syntax-list":
		if candidate = sound(strings.TrimRight(before, " ") + ", " + behind); candidate == "" {
			candidate = strings.TrimRight(line, " ,") + "]"
		}
	}
	return sound(candidate)
}

var (
	backslashes = regexp.MustCompile(`\\.`)
	escapes     = regexp.MustCompile(`^(?:` + escape + `)`)
)

// truths are the words for yes and no, as TOML has them.
func truths() map[string]string {
	words := map[string]string{}
	for _, yes := range []string{"true", "yes", "on", "kyllä", "joo", "tosi", "ja", "sant"} {
		words[yes] = "true"
	}
	for _, no := range []string{"false", "no", "off", "ei", "epätosi", "nej", "falskt"} {
		words[no] = "false"
	}
	return words
}
