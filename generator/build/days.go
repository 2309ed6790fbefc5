package build

import (
	"os"
	"strconv"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
)

// lastDay is the day after which all is still to come, also where a build that
// is made again has an earlier one.
func lastDay(day time.Time) time.Time {
	if now := time.Now().UTC(); now.After(day) {
		return now
	}
	return day
}

// Today is the day of the build, or the one that SOURCE_DATE_EPOCH names where
// a build is made again. It stands in warnings alone, never in the site.
func Today() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return time.Now().UTC()
}

// LastUpdate returns the day of the page of a whole guide, such as the one in
// the program, that was updated last.
func LastUpdate(whole content.Layer) (time.Time, error) {
	site, err := content.Load(whole.FS, content.Options{NoLexicon: true})
	if err != nil {
		return time.Time{}, err
	}
	return newest(site), nil
}

// documentDay is the day that documents say they were made: the same for the same
// guide, or the one that SOURCE_DATE_EPOCH names.
func documentDay(site *guide.Site) time.Time {
	if os.Getenv("SOURCE_DATE_EPOCH") != "" {
		return Today()
	}
	return newest(site)
}

// newest returns the day of the page that was updated last.
func newest(site *guide.Site) (last time.Time) {
	for _, l := range site.Locales {
		for _, p := range l.Pages {
			if p.Updated.After(last) {
				last = p.Updated
			}
		}
	}
	return last
}
