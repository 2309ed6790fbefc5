package check

import (
	"io/fs"
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
	for p := range pages(site) {
		if p.Kind == "accessibility" {
			return statement(site, fsys, today)
		}
	}
	return nil
}

func statement(site *guide.Site, fsys fs.FS, today time.Time) report.Problems {
	c := &checker{site: site, fsys: fsys}
	source := c.source(site.Settings.File)
	if site.Settings.Feedback().Empty() {
		c.add(source.AtKey("accessibility.email", "statement-contact", nil))
	}
	reviewed := site.Settings.Statement.Reviewed
	switch {
	case reviewed.IsZero():
		c.add(source.AtKey("accessibility.reviewed", "statement-date", nil))
	case daysSince(reviewed, today) > yearOfDays:
		c.add(source.AtKey("accessibility.reviewed", "statement-old", passed(reviewed, today)))
	}
	return c.problems
}
