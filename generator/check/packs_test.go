package check

import (
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

// packedSession is a session with two parts of 10 and 20 minutes and a break,
// and a worksheet of 15 minutes.
func packedSession(belongs bool, uses ...guide.Use) (*project, *guide.Session) {
	p := newProject().questions(1, 2, 3)
	s := &guide.Session{Page: p.page("e", `minutes = 60
materials = ["…"]
preparation = ["…"]
between-task = "…"

[[agenda]]
minutes = 10
text = "…"
questions = [1, 2]

[[agenda]]
minutes = 20
text = "…"

[[agenda]]
minutes = 30
break = true
`)}
	s.Duration = time.Hour
	questions := p.locale.Questions()
	s.Agenda = []guide.Item{
		{Duration: 10 * time.Minute, Questions: questions[:2]}, {Duration: 20 * time.Minute}, {Duration: 30 * time.Minute, Break: true}}
	p.make(s.Page, "session", s)
	sheet := &guide.Worksheet{Page: p.page("w", "sessions = [\"e.md\"]\n"), Duration: 15 * time.Minute}
	p.make(sheet.Page, "worksheet", sheet)
	if belongs {
		sheet.Sessions = []*guide.Session{s}
	}
	for _, use := range uses {
		if use.Cards == nil {
			use.Worksheet = sheet
		}
		s.Uses = append(s.Uses, use)
	}
	return p, s
}

func at(keys ...string) (uses []guide.Use) {
	for _, key := range keys {
		uses = append(uses, guide.Use{Key: key})
	}
	return uses
}

func TestTheTextsOfASessionAgreeOnWhatIsPrinted(t *testing.T) {
	for _, c := range []struct {
		rule    string
		belongs bool
		uses    []guide.Use
		want    string
	}{
		{"in a part with room and in the materials", true, at("agenda.1.text", "materials"), ""},
		{"for the task until the next time", true, at("between-task", "materials"), ""},
		{"before the session alone", true, at("preparation"), ""},
		{"a worksheet of another session", false, at("agenda.1.text", "materials"), "e.md:4:1 pack-stranger, e.md:15:1 pack-stranger"},
		{"in the materials alone", true, at("materials"), "e.md:4:1 pack-not-in-agenda"},
		{"in the materials and the preparation", true, at("materials", "preparation"), "e.md:4:1 pack-not-in-agenda"},
		{"not in the materials", true, at("agenda.1.text"), "e.md:15:1 pack-not-in-materials"},
		{"a task not in the materials", true, at("between-task"), "e.md:6:1 pack-not-in-materials"},
		{"in a part without room", true, at("agenda.0.text", "materials"), "e.md:10:1 pack-minutes"},
		{"without room, but filled before", true, at("agenda.0.text", "materials", "preparation"), ""},
		{"without room, but filled after", true, at("agenda.0.text", "between-task", "materials"), ""},
		{"in no text", true, nil, "w.md:3:1 pack-unused"},
		{"of another session, in no text", false, nil, ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p, _ := packedSession(c.belongs, c.uses...)
			expectRules(t, p, c.want)
		})
	}
}

// expectRules looks for the places and rules of what is wrong.
func expectRules(t *testing.T, p *project, want string) {
	t.Helper()
	var got []string
	for _, line := range found(Run(p.site, p.fsys)) {
		place, rule, _ := strings.Cut(line, " ")
		rule, _, _ = strings.Cut(rule, " ")
		got = append(got, strings.TrimPrefix(place, "content/fi/")+" "+rule)
	}
	if strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALinkInTheTextOfASessionIsAUseOfAWorksheet(t *testing.T) {
	p, s := packedSession(true)
	s.Links = []guide.Link{{To: p.locale.Page("w")}}
	expectRules(t, p, "")
}

func TestAWorksheetNeedsNoMoreTimeThanTheLongestPart(t *testing.T) {
	p, s := packedSession(true, at("materials", "agenda.1.text")...)
	s.Uses[0].Worksheet.Duration = 25 * time.Minute
	if got := found(Run(p.site, p.fsys)); len(got) != 2 || !strings.Contains(got[0]+got[1], "found=25 title=w wanted=20") {
		t.Errorf("got %q", got)
	}
}

func TestCardsAreThoseOfTheAgenda(t *testing.T) {
	for _, c := range []struct {
		rule  string
		cards []int
		want  []string
	}{
		{"the same", []int{1, 2}, nil},
		{"one that no part uses", []int{3, 2, 1}, []string{"content/fi/e.md:4:1 pack-cards-extra numbers=3"}},
		{"a part that lacks one", []int{1}, []string{"content/fi/e.md:11:1 pack-cards-missing numbers=2"}},
		{"a part without any", []int{3}, []string{"content/fi/e.md:4:1 pack-cards-extra numbers=3"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p, s := packedSession(false)
			var cards []*guide.Question
			for _, number := range c.cards {
				cards = append(cards, p.locale.Questions()[number-1])
			}
			s.Uses = []guide.Use{{Key: "materials", Cards: cards}}
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
	p, _ := packedSession(false)
	expectRules(t, p, "")
}
