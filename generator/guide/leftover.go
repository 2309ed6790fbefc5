package guide

import "strings"

// IsLeftOver reports whether a file of that name is one that no author made:
// one that systems leave in any folder, one by which Word and other editors
// know that a file is open, a copy that they keep, or the one that each build
// writes. Other hidden files can be meant for the host, like .well-known.
func IsLeftOver(name string) bool {
	name = strings.ToLower(name)
	if IsDropping(name) || name == ".nojekyll" {
		return true
	}
	for _, start := range []string{"._", "~$", ".#", ".~lock."} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	for _, end := range []string{"~", ".bak", ".tmp", ".orig", ".rej", ".crdownload", ".part", ".partial", ".download", "___jb_tmp___", "___jb_old___"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	// Vim tries whether it may write, macOS puts a whole file in place of another.
	return name == "4913" || strings.Contains(name, ".sb-") || strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") || isSwap(name)
}

// IsDropping reports whether file managers leave files of that name in any
// folder that they show.
func IsDropping(name string) bool {
	switch strings.ToLower(name) {
	case ".ds_store", "thumbs.db", "desktop.ini":
		return true
	}
	return false
}

// isSwap reports whether Vim keeps in a file what isn't saved yet.
func isSwap(name string) bool {
	return strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".swo") || strings.HasSuffix(name, ".swx"))
}
