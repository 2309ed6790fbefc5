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

func TestATranslationIsAsNewAsItsOriginal(t *testing.T) {
	old, fresh := time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule           string
		original, same time.Time
		want           []string
	}{
		{"of one day", old, old, nil},
		{"newer", old, fresh, nil},
		{"older", fresh, old, []string{"content/sv/a.md:1:1 translation-old changed=2026-06-01 day=2026-01-05 other=content/fi/a.md"}},
		{"without a day", fresh, time.Time{}, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			p.page("a", "").Updated = c.original
			p.locale.Index()
			sv := &guide.Locale{Language: "sv", Pages: []*guide.Page{{ID: "a", File: "content/sv/a.md"}}}
			sv.Pages[0].Updated = c.same
			sv.Home = sv.Pages[0]
			p.site.Locales = append(p.site.Locales, sv)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}
