package content

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

// guideFiles are a small guide with all kinds of pages.
func guideFiles(changed files) files {
	all := files{
		"content/fi/q/_index.md":   page("title = \"Kysymykset\"\nkind = \"question\"\nslug = \"kysymykset\"", ""),
		"content/fi/q/own-life.md": page("title = \"Oma elämä\"\nkind = \"area\"", ""),
		"content/fi/q/01.md":       page("title = \"Yksi\"\nnumber = 1\narea = \"own-life\"\nwonder = \"Kuka puuttuu?\"", ""),
		"content/fi/q/02.md":       page("title = \"Kaksi\"\nnumber = 2\narea = \"own-life\"", ""),
		"content/fi/s/_index.md":   page("title = \"Tapaamiset\"\nkind = \"session\"", ""),
		"content/fi/s/one.md": page(`title = "Yksi"
number = 1
minutes = 70
people = "4-8 esihenkilöä"
goal = "Opitaan *yhdessä*, [vinkki](../q/01.md)"
materials = ["Kyniä", "Paperia 22 §"]
preparation = ["Varaa **tila**"]
between-task = "Kysy \"miksi\""
[[agenda]]
title = "\"Alku\""
minutes = 20
text = "Kerro _itsestäsi_"
segments = ["5 min yksin", "15 _pareittain_"]
questions = [2, 1]
[[agenda]]
title = "Tauko"
minutes = 50
break = true
notes = "Kahvia"
questions = [1]`, ""),
		"content/fi/s/two.md":     page("title = \"Kaksi\"\nminutes = 30", ""),
		"content/fi/s/program.md": page("title = \"Ohjelma\"\nkind = \"programme\"\nsessions = [\"two.md\", \"one.md\"]", ""),
		"content/fi/decide.md": page(`title = "Päätös"
kind = "decision"
roles = ["A", "B"]
[[hours]]
page = "s/one.md"
roles = ["A", "B"]
[[hours]]
title = "Avaus"
page = "s/one.md"
items = ["\"Alku\""]
roles = ["B"]
[[hours]]
title = "Valmistelu"
page = "s/two.md"
minutes = 45
roles = ["B"]
[[hours]]
title = "Muu"
minutes = 20
roles = ["A"]`, ""),
		"content/fi/step.md":  page("title = \"Vaihe\"\nkind = \"step\"\nnumber = 1\ntakes = \"2-3 viikkoa\"\nquestions = [2]", ""),
		"content/fi/kunta.md": page("title = \"Kunta\"\nkind = \"term\"\nforms = [\"kunnan\", \"kuntaa\"]", ""),
		"content/fi/other.md": page("title = \"Muu\"\nkind = \"accessibility\"", ""),
	}
	maps.Copy(all, changed)
	return all
}

func TestQuestionsKnowTheirAreaAndWhereTheyAreUsed(t *testing.T) {
	l := firstLocale(t, guideFiles(nil))
	if len(l.Questions()) != 2 || len(l.Areas()) != 1 {
		t.Fatalf("%d questions, %d areas", len(l.Questions()), len(l.Areas()))
	}
	one, two, area := l.Questions()[0], l.Questions()[1], l.Areas()[0]
	if one.Number != 1 || one.Title != "Yksi" || one.Kind != "question" || one.Area != area || area.Name != "own-life" || len(area.Questions) != 2 {
		t.Errorf("the first question is %+v, its area %+v", one, area)
	}
	if one.Asked() != "Kuka puuttuu?" || two.Asked() != "Kaksi" || !strings.Contains(one.Beside.Names, "Kuka puuttuu?") {
		t.Errorf("asked are %q and %q, found is %q", one.Asked(), two.Asked(), one.Beside.Names)
	}
	if len(one.Sessions) != 1 || one.Sessions[0].ID != "s/one" || len(one.Steps) != 0 {
		t.Errorf("the first question is used by %v and %v", one.Sessions, one.Steps)
	}
	if len(two.Steps) != 1 || two.Steps[0].Number != 1 || two.Steps[0].Takes != "2–3 viikkoa" || two.Steps[0].Questions[0] != two {
		t.Errorf("the second question is used by %v", two.Steps)
	}
}

func TestSessionsHaveAGoalAndATimetable(t *testing.T) {
	l := firstLocale(t, guideFiles(nil))
	s := l.Page("s/one").Detail.(*guide.Session)
	if s.Number != 1 || s.Duration != 70*time.Minute || s.Goal != `Opitaan <em>yhdessä</em>, <a href="../kysymykset/01.html">vinkki</a>` {
		t.Errorf("the session is %d, %s, %s", s.Number, s.Duration, s.Goal)
	}
	if s.People != "4–8 esihenkilöä" || l.Page("s/two").Detail.(*guide.Session).People != "" {
		t.Errorf("it is for %q", s.People)
	}
	if got := fmt.Sprintf("%q %q %q", s.Materials, s.Preparation, s.BetweenTask); got != `["Kyniä" "Paperia 22\u00a0§"] ["Varaa <strong>tila</strong>"] "Kysy ”miksi”"` {
		t.Errorf("it asks for %s", got)
	}
	var agenda []string
	for _, item := range s.Agenda {
		var numbers []int
		for _, q := range item.Questions {
			numbers = append(numbers, q.Number)
		}
		agenda = append(agenda, fmt.Sprintln(item.Start, item.Duration, item.Title, item.Text, item.Notes, item.Break, numbers, item.Segments))
	}
	want := "0s 20m0s ”Alku” Kerro <em>itsestäsi</em>  false [2 1] [{5m0s yksin} {15m0s <em>pareittain</em>}]\n20m0s 50m0s Tauko  Kahvia true [1] []\n"
	if got := strings.Join(agenda, ""); got != want {
		t.Errorf("the agenda is\n%swant\n%s", got, want)
	}
}

func TestProgrammesTermsAndOtherKindsAreRead(t *testing.T) {
	l := firstLocale(t, guideFiles(nil))
	p := guide.Details[*guide.Programme](l, "programme")[0]
	if len(p.Sessions) != 2 || p.Sessions[0].Title != "Kaksi" || p.Sessions[1].Title != "Yksi" {
		t.Errorf("the programme has %v", p.Sessions)
	}
	if got := l.Terms()[0].Forms; len(got) != 2 || got[0] != "kunnan" {
		t.Errorf("the term has forms %q", got)
	}
	if other := l.Page("other"); other.Kind != "accessibility" || other.Detail != nil || l.Find("accessibility") != other {
		t.Errorf("the other page is %+v", other)
	}
	if section := l.Page("q"); section.Kind != "section" || section.Of != "question" || section.Detail != nil {
		t.Errorf("the section is %+v", section)
	}
}

func TestHoursAreThoseOfTheGuidesOwnPages(t *testing.T) {
	d := firstLocale(t, guideFiles(nil)).Page("decide").Detail.(*guide.Decision)
	var rows []string
	for _, e := range d.Efforts {
		rows = append(rows, fmt.Sprint(e.Title, " ", e.To != nil, " ", e.Of("A"), " ", e.Of("B")))
	}
	if got := strings.Join(rows, ", "); got != "Yksi true 1h10m0s 1h10m0s, Avaus true 0s 20m0s, Valmistelu true 0s 45m0s, Muu false 20m0s 0s" {
		t.Errorf("the hours are %s", got)
	}
	if d.Total("A") != 90*time.Minute || d.Total("B") != 135*time.Minute {
		t.Errorf("together they are %s and %s", d.Total("A"), d.Total("B"))
	}
}

func TestKeysOfKindsAreReadStrictly(t *testing.T) {
	question, session := "content/fi/q/01.md", "content/fi/s/two.md"
	for _, c := range []wrong{
		{"no number", files{question: page("title = \"A\"\narea = \"own-life\"", "")}, []string{question + ":1:1 key-missing key=number"}},
		{"no area", files{question: page("title = \"A\"\nnumber = 1", "")}, []string{question + ":1:1 key-missing key=area"}},
		{"a number that is a text", files{question: page("title = \"A\"\nnumber = \"1\"\narea = \"own-life\"", "")},
			[]string{question + ":3:1 key-type found=type-text key=number wanted=wanted-count"}},
		{"a number with a fraction", files{question: page("title = \"A\"\nnumber = 1.5\narea = \"own-life\"", "")},
			[]string{question + ":3:1 key-type found=type-number key=number wanted=wanted-count"}},
		{"an unknown area", files{question: page("title = \"A\"\nnumber = 1\narea = \"own-live\"", "")},
			[]string{question + ":4:1 unknown-area name=own-live suggestion=own-life"}},
		{"a key of another kind", files{question: page("title = \"A\"\nnumber = 1\narea = \"own-life\"\nminutes = 5", "")},
			[]string{question + ":5:1 key-unknown key=minutes"}},
		{"a kind's key in its section", files{"content/fi/q/_index.md": page("title = \"A\"\nkind = \"question\"\nnumber = 1", "")},
			[]string{"content/fi/q/_index.md:4:1 key-unknown key=number"}},
		{"a step without a number", files{"content/fi/step.md": page("title = \"A\"\nkind = \"step\"", "")}, []string{"content/fi/step.md:1:1 key-missing key=number"}},
		{"a step with an unknown question", files{"content/fi/step.md": page("title = \"A\"\nkind = \"step\"\nnumber = 1\nquestions = [1, 9]", "")},
			[]string{"content/fi/step.md:5:1 unknown-question name=9"}},
		{"questions that are texts", files{"content/fi/step.md": page("title = \"A\"\nkind = \"step\"\nnumber = 1\nquestions = [\"1\"]", "")},
			[]string{"content/fi/step.md:5:1 key-type found=type-list key=questions wanted=wanted-numbers"}},
		{"a session without its minutes", files{session: page("title = \"A\"", "")}, []string{session + ":1:1 key-missing key=minutes"}},
		{"HTML in a goal", files{session: page("title = \"A\"\nminutes = 1\ngoal = \"a <b>\"", "")}, []string{session + ":4:1 html-in-text html=<b>"}},
		{"a broken link in the agenda", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\ntext = \"[a](nowhere.md)\"", "")},
			[]string{session + ":7:1 link-missing target=nowhere.md"}},
		{"notes that point to the page", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\nnotes = \"Se on tämän sivun lopussa.\"", "")},
			[]string{session + ":7:1 session-here mark={.leader} text=tämän sivun"}},
		{"a task that points to the page", files{session: page("title = \"A\"\nminutes = 1\nbetween-task = \"Ohje on sivun alussa.\"", "")},
			[]string{session + ":4:1 session-here mark={.leader} text=sivun alussa"}},
		{"a misspelt key in the agenda", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\ntexts = \"\"", "")},
			[]string{session + ":10:1 key-unknown key=texts suggestion=text"}},
		{"a part without its minutes", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\nsegments = [\"yksin 1 min\"]", "")},
			[]string{session + ":7:1 segment-minutes text=yksin 1 min"}},
		{"a part that points to the page", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\nsegments = [\"1 luetaan tämän sivun loppu\"]", "")},
			[]string{session + ":7:1 session-here mark={.leader} text=tämän sivun"}},
		{"a question too long for a wall", files{question: page("title = \"A\"\nnumber = 1\narea = \"own-life\"\nwonder = \""+strings.Repeat("a", 60)+"?\"", "")},
			[]string{question + ":5:1 wonder-long key=wonder length=61 limit=60"}},
		{"hours of nobody", files{"content/fi/decide.md": page("title = \"A\"\nkind = \"decision\"\nroles = [\"A\"]\n[[hours]]\ntitle = \"B\"\nminutes = 5\nroles = [\"C\"]", "")},
			[]string{"content/fi/decide.md:8:1 key-value key=roles value=C wanted=wanted-one"}},
		{"hours without their minutes", files{"content/fi/decide.md": page("title = \"A\"\nkind = \"decision\"\nroles = [\"A\"]\n[[hours]]\npage = \"q/01.md\"\nroles = [\"A\"]", "")},
			[]string{"content/fi/decide.md:5:1 key-missing key=minutes"}},
		{"a break that is a text", files{session: page("title = \"A\"\nminutes = 1\n[[agenda]]\ntitle = \"B\"\nminutes = 1\nbreak = \"yes\"", "")},
			[]string{session + ":7:1 key-type found=type-text key=break wanted=type-truth"}},
		{"an agenda that is a list", files{session: page("title = \"A\"\nminutes = 1\nagenda = [1]", "")},
			[]string{session + ":4:1 key-type found=type-list key=agenda wanted=wanted-tables"}},
		{"a programme without sessions", files{"content/fi/s/program.md": page("title = \"A\"\nkind = \"programme\"", "")},
			[]string{"content/fi/s/program.md:1:1 key-missing key=sessions"}},
		{"a programme with an unknown session", files{"content/fi/s/program.md": page("title = \"A\"\nkind = \"programme\"\nsessions = [\"on.md\", \"../q/01.md\"]", "")},
			[]string{"content/fi/s/program.md:4:1 unknown-session name=../q/01.md", "content/fi/s/program.md:4:1 unknown-session name=on.md suggestion=one.md"}},
		{"forms that are a text", files{"content/fi/kunta.md": page("title = \"A\"\nkind = \"term\"\nforms = \"kunnan\"", "")},
			[]string{"content/fi/kunta.md:4:1 key-type found=type-text key=forms wanted=wanted-texts"}},
	} {
		c.files = guideFiles(c.files)
		c.test(t)
	}
}

func TestABrokenPageIsNotMissedByOthers(t *testing.T) {
	for _, name := range []string{"content/fi/q/own-life.md", "content/fi/q/01.md", "content/fi/s/one.md"} {
		wrong{name, guideFiles(files{name: "text", "content/fi/a.md": page(`title = "A"`, "[x]("+strings.TrimPrefix(name, "content/fi/")+")")}),
			[]string{name + ":1:1 front-missing"}}.test(t)
	}
}

func TestAnEmptyTextIsNoTitleAndNoArea(t *testing.T) {
	wrong{"", guideFiles(files{"content/fi/a.md": page(`title = ""`, ""), "content/fi/q/01.md": page("title = \"A\"\nnumber = 1\narea = \"\"", "")}),
		[]string{"content/fi/a.md:2:1 key-missing key=title", "content/fi/q/01.md:4:1 key-missing key=area"}}.test(t)
}

func TestWhatAListNamesTwiceIsReportedAndTakenOnce(t *testing.T) {
	changed := guideFiles(files{
		"content/fi/step.md":      page("title = \"A\"\nkind = \"step\"\nnumber = 1\nquestions = [2, 2]", ""),
		"content/fi/s/program.md": page("title = \"A\"\nkind = \"programme\"\nsessions = [\"one.md\", \"two.md\", \"one.md\"]", ""),
	})
	wrong{"", changed, []string{
		"content/fi/s/program.md:4:1 value-twice key=sessions value=one.md",
		"content/fi/step.md:5:1 value-twice key=questions value=2",
	}}.test(t)
	site, _ := Load(project(changed), Options{})
	l := site.Locales[0]
	if got := fmt.Sprint(len(l.Questions()[1].Steps), len(guide.Details[*guide.Programme](l, "programme")[0].Sessions)); got != "1 2" {
		t.Errorf("of each there are %s", got)
	}
}
