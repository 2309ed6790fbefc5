package guide

import (
	"path"
	"regexp"
	"time"
)

// Original says how a page stands to the one with its ID in the guide's first
// language.
type Original struct {
	// Page is that page, nil in the first language and where that has none.
	Page *Page
	// Language is the tag of the text's language on a page that isn't translated
	// yet and shows its original, "" on all others.
	Language string
	// Seen is the sum of the original that was translated, behind the tag of its
	// language, "fi-1f…", "" where the translation doesn't say; Now is that of the
	// original as it is.
	Seen, Now string
	// Older reports whether the original has changed since it was translated, and
	// Since is the day that it changed, zero where that isn't known.
	Older bool
	Since time.Time
	// Changed reports whether an edition has an original of its own, which the
	// translation of the guide below it doesn't follow.
	Changed bool
}

// SumLetters is how many letters the sum of an original has.
const SumLetters = 12

// OriginalsFolder keeps the originals as they were translated.
const OriginalsFolder = "originals"

// KeptFile returns the path from the project's folder of the original with a
// sum, as it was translated.
func KeptFile(sum string) string { return path.Join(OriginalsFolder, sum+".md") }

// aside are the lines of front matter that say nothing to a reader.
var aside = regexp.MustCompile(`^(?:slug|weight|updated|reviewed|draft|aliases|id|original|topics|sources|forms)\s*=`)

// IsAside reports whether a line of front matter says nothing to a reader, so
// that no translation is older for it.
func IsAside(line string) bool { return aside.MatchString(line) }
