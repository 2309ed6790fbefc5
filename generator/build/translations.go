package build

import (
	"io/fs"

	"sparrausopas/generator/check"
	"sparrausopas/generator/guide"
)

// Translation is a page whose original has changed since it was translated.
type Translation = check.Translation

// Older finds the translations whose originals have changed.
func Older(site *guide.Site, fsys fs.FS) []Translation { return check.Older(site, fsys) }

// Unnoted counts translations that don't say what they were made from.
func Unnoted(site *guide.Site) (count int) {
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			if p.File != "" && p.Original.Page != nil && p.Original.Language == "" && p.Original.Seen == "" {
				count++
			}
		}
	}
	return count
}
