package guide

import (
	"path"
	"regexp"
	"strings"
)

// copyMarks are what programs put into the name of a copy: OneDrive, Dropbox,
// Drive, iCloud, Syncthing and Nextcloud where two people changed a file,
// browsers and windows of folders where a file of that name is there already.
var copyMarks = []*regexp.Regexp{
	regexp.MustCompile(`^(.+?)\s*(?:[-–—]\s*)?[(\[][^()\[\]]*[)\]]$`),                              // a (1), a (Annan ristiriitainen kopio)
	regexp.MustCompile(`^(?i)(.+?)(?:\s+|\s*[-–—_]\s*)(?:copy|kopio|kopia)(?:[\s_-]*\(?\d+\)?)?$`), // a - kopio, a-kopio-2, a copy 2
	regexp.MustCompile(`^(.+?)\s+\d{1,2}$`),                                                        // a 2
	regexp.MustCompile(`^(?i)(.+?)\.(?:sync-)?conflict.*$`),                                        // a.sync-conflict-20261121-101010-ABC
	regexp.MustCompile(`^(?i)(?:copy of|kopio (?:kohteesta|tiedostosta|sivusta)|kopio:?|kopia av)\s+(.+)$`),
	regexp.MustCompile(`^(.+?)-\p{Lu}.*$`), // a-TYÖKONE-7
}

// CopyOf returns the name of the file that a file is a copy of, by its name: ""
// if it is none, or if the other isn't there.
func CopyOf(name string, isThere func(other string) bool) string {
	ending := path.Ext(name)
	stems := []string{strings.TrimSuffix(name, ending)}
	// "a - kopio (2)" has two marks.
	for i := 0; i < len(stems) && len(stems) < 20; i++ {
		for _, mark := range copyMarks {
			found := mark.FindStringSubmatch(stems[i])
			if found == nil {
				continue
			}
			if isThere(found[1] + ending) {
				return found[1] + ending
			}
			stems = append(stems, found[1])
		}
	}
	return ""
}

// Uncopied returns a name without the marks of a copy, for one whose original
// isn't there.
func Uncopied(stem string) string {
	for _, mark := range copyMarks[:len(copyMarks)-1] {
		if found := mark.FindStringSubmatch(stem); found != nil && strings.ContainsAny(stem, " (.") {
			return Uncopied(found[1])
		}
	}
	return stem
}
