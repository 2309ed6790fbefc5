package edit

import (
	"slices"
	"strings"

	"sparrausopas/generator/report"
)

// SetRows puts the tables of a list ([[agenda]] …) into another order, given by
// their places until now; those that aren't named there are removed, and -1
// stands for a new one, which is empty. The comment right over a table goes with
// it, the empty lines between tables stay.
func SetRows(read Reader, text, list string, order []int) (string, error) {
	return surgery(read, text, list, func(front string, values map[string]any) (string, bool) {
		rows, _ := values[list].([]map[string]any)
		blocks, gaps := rowsOf(apart(front, list), list)
		if len(blocks) != len(rows) || !plainKey.MatchString(list) || values[list] != nil && len(rows) == 0 {
			return "", false
		}
		var wanted []map[string]any
		var made []string
		for i, at := range order {
			switch {
			case at >= len(rows) || at < -1 || at >= 0 && slices.Contains(order[:i], at):
				return "", false
			case at < 0:
				wanted, made = append(wanted, map[string]any{}), append(made, "[["+list+"]]\n")
			default:
				wanted, made = append(wanted, rows[at]), append(made, blocks[at])
			}
		}
		if values[list] = wanted; len(wanted) == 0 {
			delete(values, list)
		}
		return joinRows(made, gaps), true
	})
}

// rowsOf parts front matter into the tables of a list and what is before,
// between and behind them.
func rowsOf(front, list string) (blocks, gaps []string) {
	end, inside := 0, false
	cut := func(at int) {
		if inside {
			blocks = append(blocks, withoutBlank(front[end:at]))
			end += len(blocks[len(blocks)-1])
		}
	}
	for e := range report.Entries(front) {
		if e.Value != 0 || front[e.Start] != '[' || strings.HasPrefix(e.Name, list+".") {
			continue
		}
		at := underComment(front, lineStart(front, e.Start))
		cut(at)
		if inside = e.Name == list; inside {
			gaps, end = append(gaps, front[end:at]), at
		}
	}
	cut(len(front))
	return blocks, append(gaps, front[end:])
}

// withoutBlank returns lines without the empty ones at their end.
func withoutBlank(lines string) string {
	for lines != "" {
		last := lineStart(lines, len(lines)-1)
		if strings.TrimSpace(lines[last:]) != "" {
			break
		}
		lines = lines[:last]
	}
	return lines
}

// underComment returns where the comment begins that stands right over a line.
func underComment(text string, at int) int {
	for at > 0 {
		above := lineStart(text, at-1)
		if !strings.HasPrefix(strings.TrimLeft(text[above:at], " \t"), "#") {
			break
		}
		at = above
	}
	return at
}

// joinRows puts tables between what was around those before them.
func joinRows(blocks, gaps []string) string {
	before, between, behind := gaps[0], gaps[1:max(1, len(gaps)-1)], gaps[len(gaps)-1]
	switch {
	case len(gaps) == 1 && len(blocks) > 0:
		before, behind = withoutBlank(before), ""
		if before != "" {
			before += "\n"
		}
	case len(blocks) == 0 && len(gaps) > 1:
		before = withoutBlank(before)
	}
	var out strings.Builder
	out.WriteString(before)
	for i, block := range blocks {
		switch {
		case i > 0 && i <= len(between):
			out.WriteString(between[i-1])
		case i > 0:
			out.WriteString("\n")
		}
		out.WriteString(block)
	}
	for _, gap := range between[min(len(between), max(0, len(blocks)-1)):] {
		out.WriteString(strings.TrimLeft(gap, " \t\n"))
	}
	return out.String() + behind
}
