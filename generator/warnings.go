package main

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"time"

	"sparrausopas/generator/check"
	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// shownMost is how many warnings a build shows; the command check shows all.
const shownMost = 5

// showWarnings says what doesn't stop a build.
func (c *console) showWarnings(warnings report.Problems) error {
	if len(warnings) == 0 {
		return nil
	}
	shown := warnings[:min(len(warnings), shownMost)]
	if err := c.voice.Show(c.stdout, shown); err != nil {
		return err
	}
	text := c.voice.Count("warning", len(warnings))
	if len(shown) < len(warnings) {
		text = c.voice.Say("warnings-more", report.Values{"warnings": text})
	}
	_, err := fmt.Fprintln(c.stdout, text)
	return err
}

// sum counts problems in words, those that stop a build apart from the others.
func (c *console) sum(problems report.Problems) string {
	faults, warnings := problems.Part()
	switch {
	case len(problems) == 0:
		return c.voice.Say("nothing-wrong", nil)
	case len(warnings) == 0:
		return c.voice.Count("problem", len(faults))
	case len(faults) == 0:
		return c.voice.Count("warning", len(warnings))
	}
	return c.voice.Count("problem", len(faults)) + ", " + c.voice.Count("warning", len(warnings))
}

// checked finds what is wrong with a guide that could be read.
func checked(site *guide.Site, fsys fs.FS) report.Problems {
	day := today()
	return slices.Concat(check.Run(site, fsys), check.Statement(site, fsys, day), check.Stale(site, fsys, day))
}

// today is the day of the build, or the one that SOURCE_DATE_EPOCH names where
// a build is made again. It stands in warnings alone, never in the site.
func today() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	return time.Now().UTC()
}
