package content

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// likely returns the path, from the file at hand, of the file that a broken
// link may have meant, "" where none is like it: one of the same name in a
// folder with a similar name, one with a similar name in the same folder, the
// only one of the same name elsewhere, or the only one in the same folder whose
// name or title shares a word with it.
func (l *locale) likely(f *file, name string) string {
	all := slices.DeleteFunc(slices.Sorted(maps.Keys(l.byPath)), func(other string) bool { return other == f.path })
	for _, found := range []string{inLikeFolder(all, name), likeName(all, name), sameName(all, name), l.likeWords(all, name)} {
		if found != "" {
			return guide.Relative(f.path, found)
		}
	}
	return ""
}

// inLikeFolder finds a file of the same name where a folder is misspelt.
func inLikeFolder(all []string, name string) string {
	var folders []string
	for _, other := range all {
		if path.Base(other) == path.Base(name) && path.Dir(other) != "." {
			folders = append(folders, path.Dir(other))
		}
	}
	if near := report.Nearest(path.Dir(name), folders); near != "" {
		return path.Join(near, path.Base(name))
	}
	return ""
}

// likeName finds a file in the same folder whose name is written much the
// same; with another number it is another file.
func likeName(all []string, name string) string {
	missing := strings.TrimSuffix(path.Base(name), pageExtension)
	var stems []string
	for _, other := range all {
		stem, _ := cutEnding(path.Base(other))
		if path.Dir(other) == path.Dir(name) && !isOtherNumber(stem, missing) {
			stems = append(stems, stem)
		}
	}
	if near := report.Nearest(missing, stems); near != "" {
		return path.Join(path.Dir(name), near+pageExtension)
	}
	return ""
}

// isOtherNumber reports whether names differ in their number alone.
func isOtherNumber(a, b string) bool {
	wordsA, numberA := numbered(a)
	wordsB, numberB := numbered(b)
	return wordsA == wordsB && numberA != numberB
}

// numbered parts a name's digits, without zeros before them, from the rest.
func numbered(stem string) (rest, number string) {
	for _, r := range stem {
		if r >= '0' && r <= '9' {
			number += string(r)
		} else {
			rest += string(r)
		}
	}
	return rest, strings.TrimLeft(number, "0")
}

// sameName finds the only file of the same name in another folder. Every folder
// has an _index.md.
func sameName(all []string, name string) string {
	return only(all, func(other string) bool { return path.Base(other) == path.Base(name) && path.Base(name) != indexFile })
}

// likeWords finds the only file in the same folder that shares a word with a
// name, in its own name or its title.
func (l *locale) likeWords(all []string, name string) string {
	missing := strings.TrimSuffix(path.Base(name), pageExtension)
	wanted := nameWords(missing)
	return only(all, func(other string) bool {
		stem, _ := cutEnding(path.Base(other))
		if path.Dir(other) != path.Dir(name) || path.Base(other) == indexFile || isOtherNumber(stem, missing) {
			return false
		}
		words := append(nameWords(stem), nameWords(l.rules.Slug(l.byPath[other].title))...)
		return slices.ContainsFunc(wanted, func(word string) bool { return slices.Contains(words, word) })
	})
}

// only returns the name that fits if it alone does.
func only(names []string, fits func(name string) bool) string {
	found := ""
	for _, name := range names {
		switch {
		case !fits(name):
		case found != "":
			return ""
		default:
			found = name
		}
	}
	return found
}

// wordStart is how much of a word tells it from others: what is behind it
// changes with the word's form.
var wordStart = regexp.MustCompile(`^[a-z]{4,6}`)

// nameWords returns the words of a name, without their ends; small ones tell
// nothing.
func nameWords(name string) []string {
	var words []string
	for word := range strings.SplitSeq(strings.ToLower(name), "-") {
		if start := wordStart.FindString(word); start != "" {
			words = append(words, start)
		}
	}
	return words
}
