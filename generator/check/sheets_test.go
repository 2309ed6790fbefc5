package check

import (
	"testing"

	"sparrausopas/generator/guide"
)

func TestWhatAnAgendaLinksToIsOnTheLeadersSheet(t *testing.T) {
	for _, c := range []struct {
		rule, notes string
		want        []string
	}{
		{"a section that is marked", `<a href="#alku">x</a>`, nil},
		{"a heading in it", `<a href="#sisalla">x</a>`, nil},
		{"another page", `<a href="b.html#muu">x</a>`, nil},
		{"a section that isn't marked", `<a href="#muu">x</a>`, []string{
			"content/fi/e.md:5:1 session-target heading=## Muu id=muu known=alku, sisalla mark={.leader}"}},
		{"no section", `<a href="#ei">x</a>`, []string{
			"content/fi/e.md:5:1 session-target id=ei known=alku, sisalla mark={.leader}"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			session := &guide.Session{Page: p.page("e", "[[agenda]]\ntitle = \"…\"\nnotes = \"…\"\n"), Agenda: []guide.Item{{Notes: c.notes}}}
			session.Headings = []guide.Heading{
				{Level: 2, ID: "alku", Text: "Alku", Classes: "leader aloud"}, {Level: 3, ID: "sisalla", Text: "Sisällä"}, {Level: 2, ID: "muu", Text: "Muu"}}
			p.make(session.Page, "session", session)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}
