package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// project is a site with the files of its pages.
type project struct {
	site   *guide.Site
	locale *guide.Locale
	fsys   fstest.MapFS
}

// counted are kinds whose pages have numbers.
var counted = guide.Kinds{{Name: "question", Numbering: guide.Counted}, {Name: "step", Numbering: guide.Counted}}

// newProject is a guide with a home page and a section of questions.
func newProject() *project {
	p := &project{locale: &guide.Locale{Language: "fi"}, fsys: fstest.MapFS{}}
	p.site = &guide.Site{Locales: []*guide.Locale{p.locale}, Kinds: counted, Files: map[string]string{}}
	p.locale.Home = p.page("_index", "")
	p.page("q/_index", "kind = \"question\"\n").Of = "question"
	return p
}

// page adds a page whose file has these keys below a title.
func (p *project) page(id, keys string) *guide.Page {
	page := &guide.Page{ID: id, Address: "fi/" + id + ".html", File: "content/fi/" + id + ".md"}
	page.Title = id
	p.locale.Pages = append(p.locale.Pages, page)
	p.locale.Index()
	p.fsys[page.File] = &fstest.MapFile{Data: []byte("+++\ntitle = \"" + id + "\"\n" + keys + "+++\n")}
	return page
}

// make makes a page one of a kind.
func (p *project) make(page *guide.Page, kind string, detail guide.Detail) {
	page.Kind, page.Detail = kind, detail
	p.locale.Index()
}

func (p *project) questions(numbers ...int) *project {
	for i, number := range numbers {
		page := p.page(fmt.Sprintf("q/%d", i), fmt.Sprintf("number = %d\n", number))
		page.Number = number
		p.make(page, "question", &guide.Question{Page: page})
	}
	return p
}

func (p *project) steps(numbers ...int) *project {
	for i, number := range numbers {
		page := p.page(fmt.Sprintf("s/%d", i), fmt.Sprintf("number = %d\n", number))
		page.Number = number
		p.make(page, "step", &guide.Step{Page: page})
	}
	return p
}

func (p *project) area(name string, questions int) *project {
	page := p.page("q/"+name, "")
	p.make(page, "area", &guide.Area{Page: page, Name: name, Questions: make([]*guide.Question, questions)})
	return p
}

func (p *project) wants(contract guide.Contract) *project {
	p.site.Settings.Contract = contract
	return p
}

// found returns problems one a line: place, rule and values.
func found(problems report.Problems) []string {
	problems, _ = problems.Err().(report.Problems)
	var lines []string
	for _, p := range problems {
		var line strings.Builder
		line.WriteString(p.Place.String() + " " + p.Rule)
		for _, name := range slices.Sorted(maps.Keys(p.Values)) {
			line.WriteString(fmt.Sprintf(" %s=%v", name, p.Values[name]))
		}
		lines = append(lines, line.String())
	}
	return lines
}

func expect(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestATranslationNeedsOnlyWhatItHas(t *testing.T) {
	p := newProject().questions(1, 5).area("x", 1).wants(guide.Contract{Areas: []string{"x", "y"}, QuestionsPerArea: 2, Counts: map[string]int{"question": 4, "step": 1}})
	p.site.Locales = []*guide.Locale{{Language: "sv"}, p.locale}
	c := &checker{site: p.site, fsys: p.fsys}
	c.contract(p.locale)
	c.asked(p.locale)
	expect(t, found(c.problems), nil)
}

func TestContractFindsWhatIsMissingTwiceAndTooMuch(t *testing.T) {
	drafts := newProject().questions(1).wants(guide.Contract{Areas: []string{"x"}, Counts: map[string]int{"question": 2}})
	drafts.locale.Drafts = []guide.Hidden{{Kind: "question", Name: "kaksi", Number: 2, File: "content/fi/q/2.md"}, {Kind: "area", Name: "x", File: "content/fi/x.md"}}
	for _, c := range []struct {
		rule    string
		project *project
		want    []string
	}{
		{"an empty contract asks for nothing", newProject().questions(1, 7).steps(3).area("x", 1), nil},
		{"a whole guide", newProject().questions(1, 2).steps(1).area("x", 2).wants(
			guide.Contract{Areas: []string{"x"}, QuestionsPerArea: 2, Counts: map[string]int{"question": 2, "step": 1}}), nil},
		{"gaps", newProject().questions(1, 4).wants(guide.Contract{Counts: map[string]int{"question": 4}}), []string{
			"content/fi/q/_index.md:3:1 number-missing draft= kind=kind-question number=2", "content/fi/q/_index.md:3:1 number-missing draft= kind=kind-question number=3"}},
		{"drafts", drafts, []string{
			"content/fi/q/_index.md:3:1 number-missing draft=content/fi/q/2.md kind=kind-question number=2", "content/fi/q/_index.md:3:1 area-missing draft=content/fi/x.md name=x"}},
		{"gaps where there is no section", newProject().steps(2).wants(guide.Contract{Counts: map[string]int{"step": 2}}), []string{
			"content/fi/_index.md:1:1 number-missing draft= kind=kind-step number=1"}},
		{"doubles", newProject().questions(1, 2, 2, 2), []string{
			"content/fi/q/2.md:3:1 number-twice number=2 other=content/fi/q/1.md", "content/fi/q/3.md:3:1 number-twice number=2 other=content/fi/q/1.md"}},
		{"double steps", newProject().steps(1, 1), []string{"content/fi/s/1.md:3:1 number-twice number=1 other=content/fi/s/0.md"}},
		{"a step and a question can have the same number", newProject().questions(1).steps(1), nil},
		{"more than asked for", newProject().questions(1, 2, 3).area("x", 3).wants(guide.Contract{Areas: []string{"x"}, QuestionsPerArea: 2, Counts: map[string]int{"question": 2}}), nil},
		{"more with a gap", newProject().questions(1, 2, 4, 0).wants(guide.Contract{Counts: map[string]int{"question": 1}}), []string{
			"content/fi/q/2.md:3:1 number-gap draft= kind=kind-question next=3 number=4", "content/fi/q/3.md:3:1 number-gap draft= kind=kind-question next=3 number=0"}},
		{"a missing area", newProject().area("x", 0).wants(guide.Contract{Areas: []string{"x", "y"}}), []string{
			"content/fi/q/_index.md:3:1 area-missing draft= name=y"}},
		{"an area too much", newProject().area("x", 0).area("z", 0).wants(guide.Contract{Areas: []string{"x"}}), []string{
			"content/fi/q/z.md:2:1 area-extra name=z"}},
		{"an area with too few questions", newProject().area("x", 7).wants(guide.Contract{Areas: []string{"x"}, QuestionsPerArea: 8}), []string{
			"content/fi/q/x.md:2:1 area-count found=7 wanted=8"}},
	} {
		t.Run(c.rule, func(t *testing.T) { expect(t, found(Run(c.project.site, c.project.fsys)), c.want) })
	}
}

func TestAgendasFillTheirSessions(t *testing.T) {
	for _, c := range []struct {
		rule    string
		minutes []int
		want    []string
	}{
		{"just so", []int{20, 30, 10}, nil},
		{"no agenda", nil, nil},
		{"too long", []int{50, 11}, []string{"content/fi/e.md:3:1 agenda-minutes found=61 wanted=60"}},
		{"too short", []int{50}, []string{"content/fi/e.md:3:1 agenda-minutes found=50 wanted=60"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			session := &guide.Session{Page: p.page("e", "minutes = 60\n"), Duration: time.Hour}
			for _, minutes := range c.minutes {
				session.Agenda = append(session.Agenda, guide.Item{Duration: time.Duration(minutes) * time.Minute})
			}
			p.make(session.Page, "session", session)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestSegmentsFillTheirItems(t *testing.T) {
	for _, c := range []struct {
		rule    string
		minutes []int
		want    []string
	}{
		{"just so", []int{20, 40}, nil},
		{"none", nil, nil},
		{"too short", []int{20, 30}, []string{"content/fi/e.md:6:1 segments-minutes found=50 wanted=60"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			item := guide.Item{Duration: time.Hour}
			for _, minutes := range c.minutes {
				item.Segments = append(item.Segments, guide.Segment{Duration: time.Duration(minutes) * time.Minute})
			}
			session := &guide.Session{Page: p.page("e", "minutes = 60\n[[agenda]]\nminutes = 60\nsegments = []\n"), Duration: time.Hour, Agenda: []guide.Item{item}}
			p.make(session.Page, "session", session)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestADecisionCountsItemsThatAnAgendaHas(t *testing.T) {
	p := newProject()
	session := &guide.Session{Page: p.page("e", ""), Agenda: []guide.Item{{Title: "Alku"}, {Title: "Tauko"}}}
	p.make(session.Page, "session", session)
	d := &guide.Decision{Page: p.page("d", "[[hours]]\nitems = []\n[[hours]]\nitems = []\n"), Roles: []string{"A"}}
	for i, items := range [][]string{{"Alku", "Tauko"}, {"Tauko", "Aluk"}} {
		d.Efforts = append(d.Efforts, guide.Effort{Key: fmt.Sprintf("hours.%d.items", i), To: session.Page, Items: items})
	}
	p.make(d.Page, "decision", d)
	expect(t, found(Run(p.site, p.fsys)), []string{"content/fi/d.md:6:1 unknown-item known=Alku, Tauko name=Aluk suggestion=Alku"})
}

func TestEachQuestionIsAskedInASession(t *testing.T) {
	guideOf := func(hidden ...guide.Hidden) *project {
		p := newProject().questions(1, 2).wants(guide.Contract{Counts: map[string]int{"question": 2}})
		session := &guide.Session{Page: p.page("e", "")}
		p.make(session.Page, "session", session)
		p.locale.Questions()[0].Sessions = []*guide.Session{session}
		p.locale.Hidden = hidden
		return p
	}
	for _, c := range []struct {
		rule    string
		project *project
		want    []string
	}{
		{"one that none asks", guideOf(), []string{"content/fi/q/1.md:3:1 question-unused number=2"}},
		{"a session that is left out may ask it", guideOf(guide.Hidden{ID: "f", Kind: "session"}), nil},
		{"a guide without sessions", newProject().questions(1).wants(guide.Contract{Counts: map[string]int{"question": 1}}), nil},
	} {
		t.Run(c.rule, func(t *testing.T) { expect(t, found(Run(c.project.site, c.project.fsys)), c.want) })
	}
}

func TestLinksToHeadingsArrive(t *testing.T) {
	for _, c := range []struct {
		rule, fragment string
		want           []string
	}{
		{"a heading", "alku", nil},
		{"the page", "", nil},
		{"a misspelt heading", "alkku", []string{"content/fi/a.md:5:5 link-heading id=alkku known=alku, loppu suggestion=alku target=content/fi/b.md"}},
		{"no such heading", "nowhere", []string{"content/fi/a.md:5:5 link-heading id=nowhere known=alku, loppu suggestion= target=content/fi/b.md"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			from, to := p.page("a", ""), p.page("b", "")
			to.Headings = []guide.Heading{{Level: 2, ID: "alku"}, {Level: 2, ID: "loppu"}}
			text := "+++\ntitle = \"a\"\n+++\n\nks. [b](b.md#" + c.fragment + ")\n"
			p.fsys[from.File] = &fstest.MapFile{Data: []byte(text)}
			from.Links = []guide.Link{{To: to, Fragment: c.fragment, Offset: strings.Index(text, "[b]")}}
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestLinksToHeadingsHaveTheirPlaceWhateverTheLineEnds(t *testing.T) {
	p := newProject()
	from, to := p.page("a", ""), p.page("b", "")
	text := "+++\ntitle = \"a\"\n+++\n1\n\n2\n\n3\n\n[b](b.md#x)\n"
	p.fsys[from.File] = &fstest.MapFile{Data: []byte("\uFEFF" + strings.ReplaceAll(text, "\n", "\r\n"))}
	from.Links = []guide.Link{{To: to, Fragment: "x", Offset: strings.Index(text, "[b]")}}
	expect(t, found(Run(p.site, p.fsys)), []string{"content/fi/a.md:10:1 link-heading id=x known= suggestion= target=content/fi/b.md"})
}

func TestEveryAddressHasOneOwner(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(p *project, a, b *guide.Page)
		want   []string
	}{
		{"all differ", func(*project, *guide.Page, *guide.Page) {}, nil},
		{"two pages", func(_ *project, a, b *guide.Page) { b.Address = a.Address },
			[]string{"content/fi/b.md:3:1 address-twice address=fi/a.html other=content/fi/a.md"}},
		{"a page and an alias", func(_ *project, a, b *guide.Page) { b.Aliases = []string{a.Address} },
			[]string{"content/fi/b.md:4:1 address-twice address=fi/a.html other=content/fi/a.md"}},
		{"two aliases", func(_ *project, a, b *guide.Page) {
			a.Aliases, b.Aliases = []string{"fi/x.html"}, []string{"fi/y.html", "fi/x.html"}
		},
			[]string{"content/fi/b.md:4:1 address-twice address=fi/x.html other=content/fi/a.md"}},
		{"a page and its own alias", func(_ *project, a, b *guide.Page) { b.Aliases = []string{b.Address} },
			[]string{"content/fi/b.md:4:1 address-twice address=fi/b.html other=content/fi/b.md"}},
		{"a page and a file", func(p *project, a, b *guide.Page) { p.site.Files["fi/b.html"] = "content/static/fi/b.html" },
			[]string{"content/fi/b.md:3:1 address-twice address=fi/b.html other=content/static/fi/b.html"}},
		{"a page that the program made", func(_ *project, a, b *guide.Page) { a.File = ""; b.Address = a.Address },
			[]string{"content/fi/b.md:3:1 address-twice address=fi/a.html other=a"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			a, b := p.page("a", "slug = \"x\"\naliases = []\n"), p.page("b", "slug = \"x\"\naliases = []\n")
			c.change(p, a, b)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestAnAddressTakenByAPageThatTheProgramMadeHasAFile(t *testing.T) {
	p := newProject()
	a, section, b, namer := p.page("a", ""), p.page("topics", ""), p.page("b", ""), p.page("namer", "topics = [\"B\"]\n")
	section.File, b.File, section.Children = "", "", []*guide.Page{b}
	b.Detail = &guide.Topic{Page: b, Pages: []*guide.Page{namer}}
	section.Address, b.Address = a.Address, p.locale.Home.Address
	expect(t, found(Run(p.site, p.fsys)), []string{
		"content/fi/namer.md:3:1 address-twice address=fi/_index.html other=content/fi/_index.md",
		"content/fi/namer.md:3:1 address-twice address=fi/a.html other=content/fi/a.md"})
}

func TestWhatStandsAtTheAddressOfTheSearchPageIsReportedWhereItComesFrom(t *testing.T) {
	for _, c := range []struct {
		rule   string
		change func(p *project, a *guide.Page)
		want   []string
	}{
		{"nothing", func(*project, *guide.Page) {}, nil},
		{"a page", func(_ *project, a *guide.Page) { a.Address = "fi/haku.html" },
			[]string{"content/fi/a.md:3:1 address-twice address=fi/haku.html other=Haku word=address-search"}},
		{"an old address", func(_ *project, a *guide.Page) { a.Aliases = []string{"fi/haku.html"} },
			[]string{"content/fi/a.md:4:1 address-twice address=fi/haku.html other=Haku word=address-search"}},
		{"a file", func(p *project, _ *guide.Page) { p.site.Files["fi/haku.html"] = "content/static/fi/haku.html" },
			[]string{"content/static/fi/haku.html address-twice address=fi/haku.html other=Haku word=address-search"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := newProject()
			a, search := p.page("a", "slug = \"x\"\naliases = []\n"), p.page("zz", "")
			search.Kind, search.File, search.Title, search.Address = "search", "", "Haku", "fi/haku.html"
			c.change(p, a)
			expect(t, found(Run(p.site, p.fsys)), c.want)
		})
	}
}

func TestAFileThatIsGoneStillHasItsProblems(t *testing.T) {
	p := newProject().questions(1, 1)
	delete(p.fsys, "content/fi/q/1.md")
	expect(t, found(Run(p.site, p.fsys)), []string{"content/fi/q/1.md:1:1 number-twice number=1 other=content/fi/q/0.md"})
}
