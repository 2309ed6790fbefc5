package check

import (
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/guide"
)

func TestTheStatementHasAContactAndIsOfThisYear(t *testing.T) {
	day := time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		rule    string
		change  func(s *guide.Settings)
		passed  int
		missing bool
		want    []string
	}{
		{"all is there", func(*guide.Settings) {}, 0, false, nil},
		{"a year later", func(*guide.Settings) {}, 365, false, nil},
		{"a year and a day later", func(*guide.Settings) {}, 366, false,
			[]string{"config.toml:3:1 statement-old day=2026-11-21 days=366 today=2027-11-22"}},
		{"no day", func(s *guide.Settings) { s.Statement.Reviewed = time.Time{} }, 0, false, []string{"config.toml:3:1 statement-date"}},
		{"no contact", func(s *guide.Settings) { s.Statement.Contact = guide.Contact{} }, 0, false, []string{"config.toml:4:1 statement-contact"}},
		{"a telephone alone", func(s *guide.Settings) { s.Statement.Contact = guide.Contact{Phone: "0"} }, 0, false,
			[]string{"config.toml:4:1 statement-contact"}},
		{"a form", func(s *guide.Settings) { s.Statement.Contact = guide.Contact{Form: "https://a.fi"} }, 0, false, nil},
		{"the publisher's mail", func(s *guide.Settings) {
			s.Statement.Contact, s.Publisher.Email = guide.Contact{}, "a@a.fi"
		}, 0, false, nil},
		{"a guide without a statement", func(s *guide.Settings) { *s = guide.Settings{} }, 0, true, nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			if !c.missing {
				p.page("accessibility", "").Kind = "accessibility"
			}
			p.fsys["config.toml"] = &fstest.MapFile{Data: []byte("title = \"A\"\n[accessibility]\nreviewed = 2026-11-21\nemail = \"\"\n")}
			p.site.Settings = guide.Settings{File: "config.toml",
				Statement: guide.Statement{Reviewed: day, Contact: guide.Contact{Email: "a@a.fi"}}}
			c.change(&p.site.Settings)
			expect(t, found(Statement(p.site, p.fsys, day.AddDate(0, 0, c.passed))), c.want)
		})
	}
}
