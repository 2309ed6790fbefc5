package content

import "strings"

// isHidden tells of files that no author means to be pages.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") }

// isPassedOver tells of files and folders among the pages that are none.
func isPassedOver(name string) bool { return isHidden(name) || isLeftOver(name) }

// isLeftOver tells of files that no author made: those that systems leave in
// any folder, those by which Word and other editors know that a file is open,
// the copies that they keep, and the one that each build writes. Other hidden
// files in content/static can be meant for the host, like .well-known.
func isLeftOver(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case ".ds_store", "thumbs.db", "desktop.ini", ".nojekyll":
		return true
	}
	for _, start := range []string{"._", "~$", ".#", ".~lock."} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	for _, end := range []string{"~", ".bak", ".tmp", ".crdownload"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || isSwap(name)
}

// isSwap tells of the file in which Vim keeps what isn't saved yet.
func isSwap(name string) bool {
	return strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swo") || strings.HasSuffix(name, ".swx"))
}
