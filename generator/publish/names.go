package publish

import (
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
)

// The files that Write itself adds to a site.
const (
	noJekyllName = ".nojekyll"
	manifestName = ".sparrausopas"
)

// checkName returns why a file of the site can't have a name, if it can't.
func checkName(name string) error {
	if !portable(name) {
		return &Error{Fault: "name-wrong", Values: values{"name": name}}
	}
	if _, err := filepath.Localize(name); err != nil {
		return &Error{Fault: "name-system", Values: values{"name": name}}
	}
	first, _, _ := strings.Cut(name, "/")
	if strings.EqualFold(first, noJekyllName) || strings.HasPrefix(fold(first), manifestName) {
		return &Error{Fault: "name-reserved", Values: values{"name": name}}
	}
	return nil
}

// portable reports whether a name stays inside the site on every system and
// fits on a line of the manifest.
func portable(name string) bool {
	return fs.ValidPath(name) && name != "." && !strings.Contains(name, `\`) && !strings.ContainsFunc(name, unicode.IsControl)
}

// fold makes names equal that differ only in case. It goes by way of the upper
// case, the only one in which ſ and s, or K and k, are the same.
func fold(name string) string { return strings.ToLower(strings.ToUpper(name)) }
