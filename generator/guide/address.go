package guide

import "strings"

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
