package report

import (
	"iter"
	"regexp"
	"strconv"
	"strings"
)

// AtKey makes a problem at a key of the TOML that the file holds, as a whole
// or between lines of +++. Path is the key's table and name: "number",
// "contract.steps", "agenda.1.minutes" for the second [[agenda]]. A key that
// isn't found has the place of its table, or the file's first line.
func (s Source) AtKey(path, rule string, values Values) Problem {
	return s.AtPlace(s.Keys(), path, rule, values)
}

// Keys are where the keys of a file stand, by their paths.
type Keys map[string]int

// Keys finds where the keys stand that AtKey looks for.
func (s Source) Keys() Keys {
	keys := Keys{}
	for e := range s.entries() {
		if _, known := keys[e.Path]; !known && e.Path != "" {
			keys[e.Path] = e.Start
		}
	}
	return keys
}

// entries are those of the TOML that the file holds.
func (s Source) entries() iter.Seq[Entry] {
	text, _, _ := strings.Cut(string(s.Text), "\n+++")
	return Entries(string(s.Text[:min(len(text)+1, len(s.Text))]))
}

// AtPlace is AtKey for who has many problems with a file, whose keys are known.
func (s Source) AtPlace(keys Keys, path, rule string, values Values) Problem {
	if at, known := keys[path+".0"]; known {
		return s.At(at, rule, values)
	}
	for path != "" {
		if at, known := keys[path]; known {
			return s.At(at, rule, values)
		}
		path = path[:max(0, strings.LastIndexByte(path, '.'))]
	}
	return s.AtLine(1, 1, rule, values)
}

// Entry is a line of TOML that names something, with the lines that its value
// goes on in, or a line that ought to.
type Entry struct {
	// Name is the name with those of its table before it: "agenda.minutes". In
	// Path the tables of a list have numbers, too: "agenda.1.minutes". Both are
	// "" for a line that names nothing.
	Name, Path string
	// Start and End are where the entry stands in the text; of a key Value and
	// ValueEnd are where its value does, without a comment behind it.
	Start, End, Value, ValueEnd int
}

// Entries parts TOML, just well enough to know what each line names.
func Entries(text string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		var table Entry
		counts := map[string]int{}
		for at, end := 0, 0; at < len(text); at = end {
			line, _, _ := strings.Cut(text[at:], "\n")
			end = min(at+len(line)+1, len(text))
			trimmed := strings.TrimLeft(line, " \t")
			e := Entry{Start: at + len(line) - len(trimmed)}
			inner, isTable := strings.CutPrefix(trimmed, "[")
			name, _, isKey := strings.Cut(trimmed, "=")
			switch {
			case strings.TrimSpace(trimmed) == "" || trimmed[0] == '#':
				continue
			case isTable:
				e.Name, e.Path = heading(inner, counts)
				table = e
			case isKey:
				e.Name = strings.TrimPrefix(table.Name+"."+keyPath(name), ".")
				e.Path = strings.TrimPrefix(table.Path+"."+keyPath(name), ".")
				e.Value = e.Start + len(name) + 1
				value, all := valueEnd(text[e.Value:])
				e.ValueEnd, end = e.Value+value, e.Value+all
				e.Value += len(text[e.Value:e.ValueEnd]) - len(strings.TrimLeft(text[e.Value:e.ValueEnd], " \t"))
			}
			if e.End = end; !yield(e) {
				return
			}
		}
	}
}

// heading reads a heading behind its first bracket. Counts are the tables of
// each list so far.
func heading(text string, counts map[string]int) (name, path string) {
	text, isList := strings.CutPrefix(text, "[")
	text, _, _ = strings.Cut(text, "]")
	name = keyPath(text)
	if !isList {
		return name, name
	}
	counts[name]++
	return name, name + "." + strconv.Itoa(counts[name]-1)
}

// keyPath returns a name without the spaces and quotes that TOML allows in it.
func keyPath(name string) string {
	parts := strings.Split(name, ".")
	for i, part := range parts {
		parts[i] = strings.Trim(strings.TrimSpace(part), `"'`)
	}
	return strings.Join(parts, ".")
}

// piece is what a value is part of that an end of line doesn't end: texts that
// are closed, a comment, brackets. A text that isn't closed ends with its line.
var piece = regexp.MustCompile(`"""(?s:(?:[^\\]|\\.)*?)"{3,5}|'''(?s:.*?)'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[{\]}\n]`)

// valueEnd returns where a value ends, and where the line does that it ends in.
func valueEnd(text string) (value, line int) {
	depth, at, comment := 0, 0, -1
	end := func(line int) (int, int) {
		if comment < 0 {
			comment = line
		}
		return len(strings.TrimRight(text[:comment], " \t\n")), line
	}
	for {
		found := piece.FindStringIndex(text[at:])
		if found == nil {
			return end(len(text))
		}
		switch text[at+found[0]] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		case '#':
			if depth <= 0 && comment < 0 {
				comment = at + found[0]
			}
		case '\n':
			if depth <= 0 {
				return end(at + found[1])
			}
		}
		at += found[1]
	}
}
