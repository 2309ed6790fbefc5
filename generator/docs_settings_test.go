package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}

// withSettings puts tables in the place of those of the same name, and keys in
// front of all tables in the place of those that are there.
func withSettings(text, part string) string {
	if strings.HasPrefix(text, "+++\n") {
		front, rest, _ := strings.Cut(text[4:], "\n+++\n")
		return "+++\n" + withSettings(front+"\n", part) + "+++\n" + rest
	}
	for _, table := range tablesOf(part) {
		head, _, _ := strings.Cut(table, "\n")
		olds := tablesOf(text)
		i := slices.IndexFunc(olds, func(old string) bool { return strings.HasPrefix(old, head+"\n") })
		switch {
		case !strings.HasPrefix(head, "["):
			olds[0] = withKeys(olds[0], table)
		case i >= 0 && !strings.HasPrefix(head, "[["):
			olds[i] = table + "\n"
		default:
			olds = append(olds, "\n"+table)
		}
		text = strings.Join(olds, "")
	}
	return text
}

// tablesOf parts settings before each line that names a table. The first part,
// where nothing is named, may be empty.
func tablesOf(text string) []string {
	parts := []string{""}
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "[") {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += line
	}
	if parts[0] == "" && len(parts) > 1 {
		return parts[1:]
	}
	return parts
}

func withKeys(text, keys string) string {
	for line := range strings.Lines(keys) {
		name, _, found := strings.Cut(line, " = ")
		if !found {
			continue
		}
		old := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + ` = .*\n`)
		if !old.MatchString(text) {
			text = line + text
			continue
		}
		text = old.ReplaceAllLiteralString(text, line)
	}
	return text
}
