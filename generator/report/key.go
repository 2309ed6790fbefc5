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
	scan := keyScan{tables: map[string]int{}}
	table := Place{Line: 1, Column: 1}
	for i, line := range strings.Split(string(s.Text), "\n") {
		if i > 0 && strings.HasPrefix(line, "+++") {
			break
		}
		name := scan.line(line)
		if name == "" {
			continue
		}
		place := Place{Line: i + 1, Column: len(line) - len(strings.TrimLeft(line, " \t")) + 1}
		if name == path || name == path+".0" {
			return s.AtLine(place.Line, place.Column, rule, values)
		}
		if strings.HasPrefix(path, name+".") {
			table = place
		}
	}
	return s.AtLine(table.Line, table.Column, rule, values)
}

// keyScan reads TOML line by line, just well enough to know what each line
// names.
type keyScan struct {
	// table is the path of the table at hand, tables counts those of [[…]].
	table  string
	tables map[string]int
	// quotes are those of a text, and depth the brackets, that are still open.
	quotes string
	depth  int
}

// line returns the path of the key or table that a line names, "" if it names
// none.
func (s *keyScan) line(line string) string {
	open := s.quotes != "" || s.depth > 0
	trimmed := strings.TrimSpace(line)
	switch {
	case open:
		s.value(line)
		return ""
	case strings.HasPrefix(trimmed, "#"):
		return ""
	case strings.HasPrefix(trimmed, "[["):
		name, _, _ := strings.Cut(trimmed[2:], "]]")
		name = keyPath(name)
		s.table = name + "." + strconv.Itoa(s.tables[name])
		s.tables[name]++
		return s.table
	case strings.HasPrefix(trimmed, "["):
		name, _, _ := strings.Cut(trimmed[1:], "]")
		s.table = keyPath(name)
		return s.table
	}
	name, value, isKey := strings.Cut(trimmed, "=")
	if !isKey {
		return ""
	}
	s.value(value)
	return strings.TrimPrefix(s.table+"."+keyPath(name), ".")
}

// keyPath returns a name without the spaces and quotes that TOML allows in it.
func keyPath(name string) string {
	parts := strings.Split(name, ".")
	for i, part := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(part), `"'`)
	}
	return strings.Join(parts, ".")
}

// value reads a line of a value, to know what of it is still open behind it.
func (s *keyScan) value(line string) {
	for i := 0; i < len(line); i++ {
		b := line[i]
		switch {
		case s.quotes != "" && strings.HasPrefix(line[i:], s.quotes):
			i += len(s.quotes) - 1
			s.quotes = ""
		case s.quotes != "":
			if b == '\\' && s.quotes[0] == '"' {
				i++
			}
		case b == '#':
			return
		case b == '"' || b == '\'':
			s.quotes = opening(line[i:])
			i += len(s.quotes) - 1
		case b == '[' || b == '{':
			s.depth++
		case b == ']' || b == '}':
			s.depth--
		}
	}
	// A text between single quotes ends with its line at the latest.
	if len(s.quotes) == 1 {
		s.quotes = ""
	}
}

// opening returns the quotes that a text begins with.
func opening(text string) string {
	for _, quotes := range []string{`"""`, "'''"} {
		if strings.HasPrefix(text, quotes) {
			return quotes
		}
	}
	return text[:1]
}
