package content

import (
	"maps"
	"strings"
)

// given are the names that a text of TOML has given so far, with those of their
// tables before them, and what each is.
type given map[string]nameKind

type nameKind int

const (
	// A name that is only part of others.
	partName nameKind = iota + 1
	// One with a value, of a table in single brackets, and in double ones.
	valueName
	tableName
	listName
)

// pair notes names before =, with those of their table. It reports whether they
// may stand there: most may do so only once.
func (n given) pair(names []string) bool {
	path := strings.Join(names, ".")
	if n[path] > partName || !n.parts(path) {
		return false
	}
	// The reader lets a value take the place of such a part.
	if n[path] != partName {
		n[path] = valueName
	}
	return true
}

// heading notes the names of a heading, and reports the same.
func (n given) heading(names []string, isList bool) bool {
	path := strings.Join(names, ".")
	was, is := n[path], tableName
	if isList {
		is = listName
	}
	if !n.parts(path) || was > partName && (was != listName || !isList) {
		return false
	}
	// Each table of a list has names of its own.
	maps.DeleteFunc(n, func(name string, _ nameKind) bool { return isList && strings.HasPrefix(name, path+".") })
	n[path] = is
	return true
}

// parts notes the names that a longer one begins with. None can have a value.
func (n given) parts(path string) bool {
	for i, b := range path {
		if b != '.' {
			continue
		}
		if n[path[:i]] == valueName {
			return false
		}
		n[path[:i]] = max(n[path[:i]], partName)
	}
	return true
}
