package check

import (
	"io/fs"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// yearOfDays is how long an accessibility statement holds.
const yearOfDays = 365

// Statement finds what the accessibility statement lacks on a day: an address
// for feedback, and having been looked over within a year. A guide without
// the page has nothing to keep up.
func Statement(site *guide.Site, fsys fs.FS, today time.Time) report.Problems {
	if !hasStatement(site) {
		return nil
	}
	c := &checker{site: site, fsys: fsys}
	source := c.source(site.Settings.File)
	if site.Settings.Feedback().Empty() {
		c.add(source.AtKey("accessibility.email", "statement-contact", nil))
	}
	reviewed := site.Settings.Statement.Reviewed
	days := int(today.Sub(reviewed).Hours() / 24)
	switch {
	case reviewed.IsZero():
		c.add(source.AtKey("accessibility.reviewed", "statement-date", nil))
	case days > yearOfDays:
		c.add(source.AtKey("accessibility.reviewed", "statement-old", report.Values{
			"days": strconv.Itoa(days), "day": reviewed.Format(time.DateOnly), "today": today.Format(time.DateOnly)}))
	}
	return c.problems
}

func hasStatement(site *guide.Site) bool {
	for _, e := range site.Editions {
		for _, p := range e.Pages {
			if p.Kind == "accessibility" {
				return true
			}
		}
	}
	return false
}
