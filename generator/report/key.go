package report

import (
	"strconv"
	"strings"
)

// AtKey makes a problem at a key of the TOML that the file holds, as a whole
// or between lines of +++. Path is the key's table and name: "number",
// "contract.steps", "agenda.1.minutes" for the second [[agenda]]. A key that
// isn't found gives the place of its table, or the file's first line.
func (s Source) AtKey(path, rule string, values Values) Problem {
	scan := keyScan{wanted: path, tables: map[string]int{}}
	lines := strings.Split(string(s.Text), "\n")
	for i, line := range lines {
		if i > 0 && strings.HasPrefix(line, "+++") {
			break
		}
		if column := scan.line(line); column > 0 {
			return s.AtLine(i+1, column, rule, values)
		}
		if scan.current != "" && strings.HasPrefix(path, scan.current+".") {
			scan.near = i + 1
		}
	}
	return s.AtLine(max(scan.near, 1), 1, rule, values)
}

// keyScan reads TOML line by line, just well enough to know which table a
// line belongs to.
type keyScan struct {
	wanted, current string
	tables          map[string]int
	near            int
	inText          string
}

// line gives the column of the wanted key, or 0.
func (s *keyScan) line(line string) int {
	if s.inText != "" {
		if strings.Contains(line, s.inText) {
			s.inText = ""
		}
		return 0
	}
	trimmed := strings.TrimSpace(line)
	if name, ok := strings.CutPrefix(trimmed, "[["); ok {
		name, _, _ = strings.Cut(name, "]]")
		s.current = name + "." + strconv.Itoa(s.tables[name])
		s.tables[name]++
		return 0
	}
	if name, ok := strings.CutPrefix(trimmed, "["); ok && strings.Contains(name, "]") && !strings.Contains(trimmed, "=") {
		s.current, _, _ = strings.Cut(name, "]")
		return 0
	}
	name, value, ok := strings.Cut(trimmed, "=")
	if !ok {
		return 0
	}
	for _, quotes := range []string{`"""`, "'''"} {
		if strings.Count(value, quotes) == 1 {
			s.inText = quotes
		}
	}
	path := strings.Trim(strings.TrimSpace(name), `"`)
	if s.current != "" {
		path = s.current + "." + path
	}
	if path == s.wanted {
		return strings.Index(line, trimmed) + 1
	}
	return 0
}
