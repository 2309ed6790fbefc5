package check

import (
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

func TestAPageIsLookedOverEachYear(t *testing.T) {
	day := func(text string) time.Time {
		day, err := time.Parse(time.DateOnly, "20"+text)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
	for _, c := range []struct {
		rule   string
		change func(*guide.Page)
		want   []string
	}{
		{"no day", func(*guide.Page) {}, nil},
		{"a year ago", func(p *guide.Page) { p.Updated = day("25-11-21") }, nil},
		{"more than a year ago", func(p *guide.Page) { p.Updated = day("25-11-20") },
			[]string{"content/fi/a.md:3:1 page-old day=2025-11-20 days=366 today=2026-11-21"}},
		{"looked over since", func(p *guide.Page) { p.Updated, p.Reviewed = day("24-01-01"), day("26-01-01") }, nil},
		{"looked over long ago", func(p *guide.Page) { p.Updated, p.Reviewed = day("24-01-01"), day("25-01-01") },
			[]string{"content/fi/a.md:4:1 page-old day=2025-01-01 days=689 today=2026-11-21"}},
		{"facts of six years ago", func(p *guide.Page) { p.AsOf = 2020 }, nil},
		{"facts of seven years ago", func(p *guide.Page) { p.AsOf = 2019 }, []string{"content/fi/a.md:5:1 facts-old year=2019 years=7"}},
		{"old facts, looked over of late", func(p *guide.Page) { p.AsOf, p.Reviewed = 2019, day("26-01-01") }, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			c.change(p.page("a", "updated = …\nreviewed = …\nas-of = …\n"))
			expect(t, found(Stale(p.site, p.fsys, day("26-11-21"))), c.want)
		})
	}
}
