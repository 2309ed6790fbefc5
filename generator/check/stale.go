package check

import (
	"io/fs"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Stale finds pages that nobody has looked over within a year of a day, and
// pages whose facts were old then. A page that names no day and no year of its
// facts has nothing to keep up.
func Stale(site *guide.Site, fsys fs.FS, today time.Time) report.Problems {
	c := &checker{site: site, fsys: fsys}
	for p := range pages(site) {
		c.stale(p, today)
	}
	return c.problems
}

// daysSince counts the days from one to another.
func daysSince(day, today time.Time) int { return int(today.Sub(day).Hours() / 24) }

// passed are the values of a day that was too long ago.
func passed(day, today time.Time) report.Values {
	return report.Values{"days": daysSince(day, today), "day": day.Format(time.DateOnly), "today": today.Format(time.DateOnly)}
}

func (c *checker) stale(p *guide.Page, today time.Time) {
	key, day := "updated", p.Updated
	if p.Reviewed.After(day) {
		key, day = "reviewed", p.Reviewed
	}
	if p.File != "" && !day.IsZero() && daysSince(day, today) > yearOfDays {
		c.atKey(p, key, "page-old", passed(day, today))
	}
	// Who looked the page over of late saw its facts, too.
	years := today.Year() - p.AsOf
	if p.File != "" && p.AsOf > 0 && years > factYears && daysSince(p.Reviewed, today) > yearOfDays {
		c.atKey(p, "as-of", "facts-old", report.Values{"year": p.AsOf, "years": years})
	}
}

// factYears is for how many years the facts of a page are taken as they are.
const factYears = 6
