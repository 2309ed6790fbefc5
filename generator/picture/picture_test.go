package picture

import (
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
)

var update = flag.Bool("update", false, "write the golden files anew")

// smallLocale is one language of a small guide: five steps and a programme of
// three sessions.
func smallLocale() *guide.Locale {
	l := &guide.Locale{Kinds: map[string][]*guide.Page{}, Language: "fi", Home: page("", "Opas"), Words: map[string]string{"minutes": "min", "session-between-task": "Välitehtävä", "picture-here": "Olette tässä", "picture-who-verb": "sparraa"}}
	for _, name := range Names() {
		l.Words["picture-"+name+"-title"] = "Kuva: " + name
		l.Words["picture-"+name+"-description"] = "Kuvassa ovat {list}."
	}
	for i, title := range []string{"Osallisuusryhmä", "Osallisuusvastaava", "Tarpeiden kartoitus", "Tulokset, keinot ja arviointi", "Kirjaaminen"} {
		addStep(l, i+1, title)
	}
	return l
}

func page(id, title string) *guide.Page { return &guide.Page{ID: id, Head: guide.Head{Title: title}} }

func addStep(l *guide.Locale, number int, title string) {
	step := page("step/"+strconv.Itoa(number), title)
	step.Number, step.Detail = number, &guide.Step{Page: step}
	l.Kinds["step"] = append(l.Kinds["step"], step)
}

// session is one with items of these lengths in minutes; one below zero is a
// break.
func session(title string, minutes ...int) *guide.Session {
	s := &guide.Session{Page: page("session/"+title, title), BetweenTask: "Kysykää."}
	var start time.Duration
	for i, length := range minutes {
		duration := time.Duration(max(length, -length)) * time.Minute
		s.Agenda = append(s.Agenda, guide.Item{Title: "Kohta " + strconv.Itoa(i+1), Start: start, Duration: duration, Break: length < 0})
		start += duration
	}
	s.Detail = s
	return s
}

func programme(count int) *guide.Programme {
	p := &guide.Programme{Page: page("s/programme", "Ohjelma")}
	for i := range count {
		p.Sessions = append(p.Sessions, session(strconv.Itoa(i+1)+". kerta: Mitä voimme tehdä?"))
	}
	return p
}

// told is a page that tells a course and the kinds of sparring.
func told(sessions int) *guide.Page {
	p := page("in-short", "Malli")
	p.Pictures.Course = []guide.Phase{
		{Title: "Kartoitus", Text: "Missä kunta on nyt?", Page: page("map", "Kartoitus")}, {Title: "Tavoitteet"},
		{Title: "Kerrat", Text: "Esimerkki.", Programme: programme(sessions)}, {Title: "Seuranta", Text: "Katsotaan, miten toimet etenevät."},
	}
	p.Pictures.Sparrings = []guide.Sparring{
		{Sparrer: "expert", From: "Asiantuntija", To: "Kunta", Text: "Tuo työkalut."}, {Sparrer: "resident", From: "Kuntalainen", To: "Kunta"},
	}
	return p
}

// draw makes a picture in which nothing may be wrong.
func draw(t *testing.T, name string, l *guide.Locale, p *guide.Page) *Picture {
	t.Helper()
	drawn, err := Draw(name, Source{l, p, soften, clock})
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// soften stands in for the hyphenation of the language.
func clock(d time.Duration) string { return time.Time{}.Add(d).Format("15.04")[1:] }

func soften(text string) string {
	return strings.NewReplacer("Osallisuus", "Osal\u00adlisuus\u00ad", "vaikuttaminen", "vai\u00adkut\u00adta\u00admi\u00adnen").Replace(text)
}

func TestPicturesLookAsTheyShould(t *testing.T) {
	pages := map[string]*guide.Page{"agenda": session("Kerta", 10, 25, -10, 20, 25).Page, "course": told(3), "who": told(3)}
	for _, name := range Names() {
		l := smallLocale()
		p := pages[name]
		if p == nil {
			p = l.Steps()[2].Page
		}
		for _, drawing := range draw(t, name, l, p).Drawings {
			compare(t, filepath.Join("testdata", name+"-"+drawing.Form+".svg"), drawing.SVG+"\n")
		}
	}
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != got {
		t.Errorf("%s isn't what is drawn (%v); look at what go test -update changes:\n%s", file, err, got)
	}
}

func TestASixthStepAppears(t *testing.T) {
	l := smallLocale()
	addStep(l, 6, "Arviointi yhdessä")
	drawn := draw(t, "steps", l, l.Home)
	for _, drawing := range drawn.Drawings {
		if n := strings.Count(drawing.SVG, `class="step"`); n != 6 {
			t.Errorf("the %s form has %d steps", drawing.Form, n)
		}
		if !strings.Contains(drawing.SVG, ">Arviointi") {
			t.Errorf("the %s form lacks the sixth step's name", drawing.Form)
		}
	}
	if last := drawn.Lines[5]; last.Title != "6. Arviointi yhdessä" || last.Page != l.Steps()[5].Page {
		t.Errorf("the text ends with %+v", last)
	}
}

func TestTheStepThatTheReaderIsOnIsMarkedAndNoOther(t *testing.T) {
	l := smallLocale()
	drawn := draw(t, "steps", l, l.Steps()[1].Page)
	for _, drawing := range drawn.Drawings {
		if strings.Count(drawing.SVG, `class="here"`) != 1 || strings.Count(drawing.SVG, "Olette tässä") != 1 {
			t.Errorf("the %s form doesn't show the step once:\n%s", drawing.Form, drawing.SVG)
		}
	}
	for i, line := range drawn.Lines {
		if marked := line.Text == "Olette tässä"; marked != (i == 1) {
			t.Errorf("the line %+v", line)
		}
	}
	if svg := draw(t, "steps", l, l.Home).Drawings[0].SVG; strings.Contains(svg, "here") {
		t.Errorf("a page that is no step is marked:\n%s", svg)
	}
}

// pieces are the widths of the pieces of an agenda's bar.
func pieces(drawing Drawing) []int {
	var widths []int
	for _, found := range regexp.MustCompile(`<rect class="(?:work|break)" x="\d+" y="\d+" width="(\d+)"`).FindAllStringSubmatch(drawing.SVG, -1) {
		width, _ := strconv.Atoi(found[1])
		widths = append(widths, width)
	}
	return widths
}

func TestALongerItemHasALongerPieceOfTheBar(t *testing.T) {
	l := smallLocale()
	short, long := session("a", 20, 20, -10, 10), session("b", 20, 30, -10, 10)
	for form := range 2 {
		before, after := pieces(draw(t, "agenda", l, short.Page).Drawings[form]), pieces(draw(t, "agenda", l, long.Page).Drawings[form])
		if len(before) != 4 || len(after) != 4 || after[1] <= before[1] || after[0] >= before[0] {
			t.Errorf("the pieces were %v and are %v", before, after)
		}
		if twice := float64(before[0]+barGap) / float64(before[3]+barGap); twice < 1.9 || twice > 2.1 {
			t.Errorf("20 minutes are %v, 10 minutes %v", before[0], before[3])
		}
	}
}

func TestABreakIsAnotherKindOfPiece(t *testing.T) {
	for _, drawing := range draw(t, "agenda", smallLocale(), session("a", 20, -10, 20, -5, 10).Page).Drawings {
		if strings.Count(drawing.SVG, `class="break"`) != 2 || strings.Count(drawing.SVG, `class="work"`) != 3 || strings.Count(drawing.SVG, "<pattern") != 1 {
			t.Errorf("the pieces are\n%s", drawing.SVG)
		}
	}
}

func TestAFourthSessionAppearsInTheCourse(t *testing.T) {
	drawn := draw(t, "course", smallLocale(), told(4))
	for _, drawing := range drawn.Drawings {
		if n := strings.Count(drawing.SVG, ". kerta: "); n != 4 {
			t.Errorf("the %s form has %d sessions", drawing.Form, n)
		}
		if n := strings.Count(drawing.SVG, `class="box task"`); n != 4 {
			t.Errorf("the %s form has %d tasks", drawing.Form, n)
		}
	}
	if lines := drawn.Lines[2].Lines; len(lines) != 8 || lines[6].Title != "4. kerta: Mitä voimme tehdä?" || lines[7].Title != "Välitehtävä" {
		t.Errorf("the text has %+v", lines)
	}
}

func TestAnotherPageShowsTheCourseThatOneTells(t *testing.T) {
	l := smallLocale()
	l.Pages = []*guide.Page{l.Home, told(3)}
	if drawn := draw(t, "course", l, l.Home); drawn == nil || len(drawn.Lines) != 4 {
		t.Errorf("home shows %+v", drawn)
	}
}

func TestWhereThereIsNothingToDrawThereIsNoPicture(t *testing.T) {
	empty := &guide.Locale{Words: smallLocale().Words}
	for _, name := range Names() {
		if drawn := draw(t, name, empty, page("a", "A")); drawn != nil {
			t.Errorf("%s is %+v", name, drawn)
		}
	}
	for _, s := range []*guide.Session{session("without"), session("of no time", 0, 0)} {
		if drawn := draw(t, "agenda", smallLocale(), s.Page); drawn != nil {
			t.Errorf("the agenda %s is %+v", s.Title, drawn)
		}
	}
}

func TestWhatNobodyCouldTakeInIsNotDrawn(t *testing.T) {
	l := smallLocale()
	for number := range 20 {
		addStep(l, number+6, "Vaihe")
	}
	if drawn := draw(t, "steps", l, l.Home); drawn != nil {
		t.Error("the steps are drawn")
	}
}

func TestAnUnknownPictureNamesThoseThatThereAre(t *testing.T) {
	_, err := Draw("stesp", Source{smallLocale(), page("a", "A"), soften, clock})
	if err == nil || err.Error() != `there is no picture "stesp"; the pictures are agenda, course, steps, who` {
		t.Errorf("the error is %v", err)
	}
}

func TestAMissingWordIsAnError(t *testing.T) {
	for _, word := range []string{"picture-steps-title", "picture-steps-description", "picture-here"} {
		l := smallLocale()
		delete(l.Words, word)
		if _, err := Draw("steps", Source{l, l.Home, soften, clock}); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("without %s the error is %v", word, err)
		}
	}
}

func TestHostileTextsAreTextAndTheDrawingStaysWhole(t *testing.T) {
	const hostile = `</text></svg><script>alert(1)</script> " onload='x' & ]]> <!-- \ 😀👩‍👩‍👧 ` + "\x00\x07\u202e"
	l := smallLocale()
	for _, step := range l.Steps() {
		step.Title = hostile
	}
	p := told(3)
	p.Pictures.Course[0].Title, p.Pictures.Course[2].Programme.Sessions[0].Title, p.Pictures.Sparrings[0].From = hostile, hostile, hostile
	s := session(hostile, 10, 10)
	s.Agenda[0].Title = hostile
	p.Detail = s
	for name := range l.Words {
		l.Words[name] += hostile
	}
	for _, name := range Names() {
		for _, drawing := range draw(t, name, l, p).Drawings {
			checkElements(t, name, drawing.SVG)
		}
	}
}

// checkElements reads a drawing strictly and finds elements and attributes
// that no picture has.
func checkElements(t *testing.T, name, svg string) {
	t.Helper()
	elements := " svg title desc g rect circle path text tspan pattern defs use "
	attributes := " class viewBox role aria-labelledby id x y width height rx cx cy r d fill transform patternUnits patternTransform href aria-hidden focusable "
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, svg)
		}
		if start, ok := token.(xml.StartElement); ok {
			if !strings.Contains(elements, " "+start.Name.Local+" ") {
				t.Errorf("%s has an element %s", name, start.Name.Local)
			}
			for _, a := range start.Attr {
				if !strings.Contains(attributes, " "+a.Name.Local+" ") {
					t.Errorf("%s has an attribute %s", name, a.Name.Local)
				}
			}
		}
	}
}

func TestIDsOfAllPicturesOnAPageDiffer(t *testing.T) {
	l, p, seen := smallLocale(), told(3), map[string]bool{}
	p.Detail = session("Kerta", 10, -10)
	for _, name := range Names() {
		for _, drawing := range draw(t, name, l, p).Drawings {
			for _, id := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(drawing.SVG, -1) {
				if seen[id[1]] {
					t.Errorf("the id %s stands there twice", id[1])
				}
				seen[id[1]] = true
			}
		}
	}
	if len(seen) < 2*2*len(Names()) {
		t.Errorf("only %d ids", len(seen))
	}
}
