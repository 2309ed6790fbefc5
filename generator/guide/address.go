package guide

import (
	"regexp"
	"strings"
)

// Relative returns the link that leads from one address of the site to another.
// Both are files with slashes, from the site's root; the result names its
// file, so that it works from a folder as well as from a host.
//
//	Relative("fi/malli/vinkit.html", "fi/index.html") == "../index.html"
func Relative(from, to string) string {
	common := 0
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			common = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[common:], "/")) + to[common:]
}

// lasting is the address of a file whose name changes with its content: the
// theme's assets, and parts of the index of the search.
var lasting = regexp.MustCompile(`^(?:assets|search/[^/]+)/[^/]+-[0-9a-f]{8,10}\.[a-z0-9]+$`)

// IsLasting reports whether no other content will ever have an address.
func IsLasting(address string) bool { return lasting.MatchString(address) }
