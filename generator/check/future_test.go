package check

import (
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestWhatWasDoneIsNotInTheFuture(t *testing.T) {
	today := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule   string
		change func(*guide.Page)
		want   []string
	}{
		{"today", func(p *guide.Page) { p.Updated, p.AsOf = today, 2026 }, nil},
		{"tomorrow, as it is in the east", func(p *guide.Page) { p.Reviewed = today.AddDate(0, 0, 1) }, nil},
		{"a wrong year", func(p *guide.Page) { p.Updated = today.AddDate(36, 0, 0) }, []string{"content/fi/a.md:3:1 day-future day=2062-11-21 key=updated"}},
		{"looked over", func(p *guide.Page) { p.Reviewed = today.AddDate(0, 0, 2) }, []string{"content/fi/a.md:4:1 day-future day=2026-11-23 key=reviewed"}},
		{"facts", func(p *guide.Page) { p.AsOf = 2027 }, []string{"content/fi/a.md:5:1 year-future year=2027"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			c.change(p.page("a", "updated = …\nreviewed = …\nas-of = …\n"))
			expect(t, found(Future(p.site, p.fsys, today)), c.want)
		})
	}
	p := newProject()
	p.site.Settings.Statement.Reviewed = today.AddDate(1, 0, 0)
	expect(t, found(Future(p.site, p.fsys, today)), []string{":1:1 day-future day=2027-11-21 key=reviewed"})
}
