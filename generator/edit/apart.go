package edit

import (
	"regexp"
	"strings"

	"sparrausopas/generator/report"
)

// apart writes a list of tables that stands in one value, agenda = [{…}, {…}], as
// tables of their own at the end, [[agenda]], where each key can be set alone. The
// values stay as they are written, and so do comments, over the table that they
// stand before. Front matter without such a list stays as it is.
func apart(front, list string) string {
	for e := range report.Entries(front) {
		if e.Path != list || e.Value == 0 || !strings.HasPrefix(front[e.Value:e.ValueEnd], "[") {
			continue
		}
		var tables strings.Builder
		if behind := strings.TrimSpace(front[e.ValueEnd:e.End]); behind != "" {
			tables.WriteString(behind + "\n")
		}
		for _, row := range parts(front[e.Value:e.ValueEnd]) {
			tables.WriteString("\n" + row.comment)
			if row.text == "" {
				continue
			}
			if row.text[0] != '{' {
				return front
			}
			tables.WriteString("[[" + list + "]]\n")
			for _, key := range parts(row.text) {
				if tables.WriteString(key.comment); key.text != "" {
					tables.WriteString(key.text + "\n")
				}
			}
		}
		return front[:lineStart(front, e.Start)] + front[e.End:] + strings.TrimRight(tables.String(), "\n") + "\n"
	}
	return front
}

// part is one of what commas part, and the comments that stand there.
type part struct{ text, comment string }

// token is what ends a part, begins one or holds signs that do neither.
var token = regexp.MustCompile(`"""(?s:(?:[^\\]|\\.)*?)"{3,5}|'''(?s:.*?)'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[{\]},]`)

// parts parts what stands between the brackets of a value at its commas.
func parts(value string) (list []part) {
	depth, start, now := 0, 0, part{}
	take := func(end int) {
		now.text += strings.TrimSpace(value[start:end])
	}
	for _, at := range token.FindAllStringIndex(value, -1) {
		switch sign := value[at[0]]; {
		case sign == '[' || sign == '{':
			if depth++; depth == 1 {
				start = at[1]
			}
		case sign == ']' || sign == '}':
			if depth--; depth == 0 {
				take(at[0])
				return append(list, now)
			}
		case sign == '#' && depth == 1:
			take(at[0])
			now.comment += value[at[0]:at[1]] + "\n"
			start = at[1]
		case sign == ',' && depth == 1:
			take(at[0])
			list, now, start = append(list, now), part{}, at[1]
		}
	}
	return list
}
