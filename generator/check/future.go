package check

import (
	"io/fs"
	"strconv"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// Future finds days on which something was done that are still to come: a year
// or a month was mistyped, and nothing would be told of the page for years.
func Future(site *guide.Site, fsys fs.FS, today time.Time) report.Problems {
	c := &checker{site: site, fsys: fsys}
	// East of here it is tomorrow already.
	today = today.AddDate(0, 0, 1)
	// Most often the year was mistyped.
	likely := func(day time.Time) fix {
		if day = day.AddDate(today.Year()-day.Year(), 0, 0); day.After(today) {
			day = today
		}
		return withValue(day.Format(time.DateOnly))
	}
	values := func(key string, day time.Time) report.Values {
		return report.Values{"key": key, "day": day.Format(time.DateOnly)}
	}
	if day := site.Settings.Statement.Reviewed; day.After(today) {
		c.add(c.source(site.Settings.File).AtKey("accessibility.reviewed", "day-future", values("reviewed", day)))
	}
	for p := range pages(site) {
		if p.File == "" {
			continue
		}
		for _, one := range []struct {
			key string
			day time.Time
		}{{"updated", p.Updated}, {"reviewed", p.Reviewed}} {
			if one.day.After(today) {
				c.atKey(p, one.key, "day-future", values(one.key, one.day), likely(one.day))
			}
		}
		if p.AsOf > today.Year() {
			c.atKey(p, "as-of", "year-future", report.Values{"year": p.AsOf}, withValue(strconv.Itoa(today.Year())))
		}
	}
	return c.problems
}
