package markdown

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// TestTheThemesScriptKnowsTheFormOfEachField is for whoever adds a kind: a form
// that the script doesn't know is refused on the page.
func TestTheThemesScriptKnowsTheFormOfEachField(t *testing.T) {
	forms := scriptForms(t)
	used := map[string]bool{}
	for _, kind := range fieldKinds() {
		if kind.render == nil {
			continue
		}
		if used[kind.form] = true; !slices.Contains(forms, kind.form) {
			t.Errorf("worksheet-fields.js has no form %q, which %q wants; it has %v", kind.form, kind.name, forms)
		}
		out := writer{hyphenator: language.For("fi").Hyphenator(nil)}
		fieldWriter{&out, ""}.field(kind, guide.Field{Kind: kind.name, Form: kind.form, Name: "nimi", Label: "Kysymys"})
		if want := `class="field ` + kind.name + `" data-form="` + kind.form + `" data-name="nimi"`; !strings.Contains(string(out.out), want) {
			t.Errorf("%s isn't in\n%s", want, out.out)
		}
	}
	for _, form := range forms {
		if !used[form] {
			t.Errorf("worksheet-fields.js has a form %q that no field has", form)
		}
	}
}

func TestTheExampleOfEachKindOfFieldIsOne(t *testing.T) {
	words := map[string]string{"question": "Mitä?", "option": "Vaihtoehto", "from": "ei", "to": "kyllä", "column": "Sarake", "numbers": "1"}
	for _, example := range FieldExamples(func(name string) string { return words[name] }) {
		locale := &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{}}
		question := &guide.Question{Page: &guide.Page{Kind: "question"}}
		question.Detail, question.Number, question.Title = question, 1, "Mikä?"
		locale.Kinds["question"] = []*guide.Page{question.Page}
		page := New(language.For("fi"), locale, nil).Render(&guide.Page{Kind: "worksheet", Address: "a.html"}, []byte(example.Block+"\n"), resolve, nil)
		if len(page.Issues) > 0 || len(page.Fields) == 0 || strings.Contains(example.Block, "$") {
			t.Errorf("%s: %v\n%s", example.Kind, page.Issues, example.Block)
		}
	}
}

func TestALabelShowsWhatItsSignsStandFor(t *testing.T) {
	page := newRenderer("fi", nil).Render(&guide.Page{Kind: "worksheet", Address: "a.html"},
		[]byte("```choice\n3\\. kysymys &amp; muut\n1\\. vihje\n- 7\\. luokka\n- A & B\n```\n\n```rows\nB\n2\\. sarake | D\n3\\. kuka | mitä\n```\n\n```scale from=\"1\\. ei\" to=5\\.\nC\n```\n"), resolve, nil)
	if f := page.Fields[0]; f.Label != "3. kysymys & muut" || f.Hint != "1. vihje" || f.Options[0] != "7. luokka" || f.Options[1] != "A & B" {
		t.Errorf("the field is %+v", f)
	}
	if c := page.Fields[1].Table.Columns[0]; c.Label != "2. sarake" || c.Name != "2-sarake" || c.Hint != "3. kuka" {
		t.Errorf("the column is %+v", c)
	}
	if s := page.Fields[2].Scale; s.From != "1. ei" || s.To != "5." {
		t.Errorf("the scale is %+v", s)
	}
	if !strings.Contains(page.HTML, "3. kysymys &amp; muut") {
		t.Errorf("the page is %s", page.HTML)
	}
}

func TestANoteInAFieldIsAnIssue(t *testing.T) {
	page := newRenderer("fi", nil).Render(&guide.Page{Kind: "worksheet", Address: "a.html"}, []byte("```answer\nMitä?\n<!-- kysy Matilta -->\n```\n"), resolve, nil)
	if len(page.Issues) != 1 || page.Issues[0].Rule != "note-open" || page.Issues[0].Offset != 17 {
		t.Errorf("the issues are %v", page.Issues)
	}
}

// TestARatingsReasonNamesItsQuestion is for who hears one label after another.
func TestARatingsReasonNamesItsQuestion(t *testing.T) {
	sheet := &guide.Page{Address: "fi/tyopohjat/a.html", Kind: "worksheet"}
	area := &guide.Area{Page: &guide.Page{Head: guide.Head{Title: "Oma elämä"}}, Name: "own-life"}
	question := &guide.Question{Page: &guide.Page{Tree: guide.Tree{Number: 7}, Head: guide.Head{Title: "Miten puramme esteet?", Short: "Esteet"}}, Area: area}
	question.Page.Detail = question
	r := New(newRenderer("fi", nil).language, &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{"question": {question.Page}}}, nil)
	page := r.Render(sheet, []byte("```questions points=4 why=\"Mistä tiedämme sen?\"\n```\n"), resolve, nil)
	html := withoutSoftHyphens(page.HTML)
	for _, want := range []string{
		`data-form="scale" data-name="question-7-scale" data-area="own-life" data-area-title="Oma elämä">`,
		`<legend>7. Miten puramme esteet?</legend>`,
		`data-form="text" data-name="question-7">`,
		`<label for="field-question-7">Mistä tiedämme sen? <span class="about">7. Esteet</span></label>`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page is\n%s\nwant %s", html, want)
		}
	}
	if len(page.Fields) != 2 || page.Fields[1].Label != "Mistä tiedämme sen?" {
		t.Errorf("the fields are %+v", page.Fields)
	}
}

// scriptForms are the entries of the script's table of forms.
func scriptForms(t *testing.T) []string {
	t.Helper()
	script, err := os.ReadFile("../../../themes/opas/assets/worksheet-fields.js")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(script), "\n  const forms = {\n")
	table, _, found := strings.Cut(table, "\n  };\n")
	if !found {
		t.Fatal("worksheet-fields.js has no table of forms")
	}
	var forms []string
	for _, entry := range regexp.MustCompile(`(?m)^    (\w+):`).FindAllStringSubmatch(table, -1) {
		forms = append(forms, entry[1])
	}
	return forms
}

func TestEachFieldOfAWorksheetHasItsForm(t *testing.T) {
	sheet := &guide.Page{Address: "fi/tyopohjat/a.html", Kind: "worksheet"}
	question := &guide.Page{Tree: guide.Tree{Number: 1}}
	question.Detail = &guide.Question{Page: question}
	r := New(newRenderer("fi", nil).language, &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{"question": {question}}}, nil)
	page := r.Render(sheet, []byte("```date name=kokous\nMilloin?\nPäivä riittää.\n```\n\n```questions points=4\n```\n"), resolve, nil)
	var got []string
	for _, f := range page.Fields {
		got = append(got, f.Kind+" "+f.Form+" "+f.Name)
	}
	if want := "date date kokous, scale scale question-1-scale, answer text question-1"; strings.Join(got, ", ") != want {
		t.Errorf("fields are %v, want %s", got, want)
	}
	want := `<div class="field date" data-form="date" data-name="kokous">
<label for="field-kokous">Milloin?</label>
<p class="hint" id="hint-kokous">Päivä riittää.</p>
<input type="date" id="field-kokous" name="kokous" max="9999-12-31" aria-describedby="hint-kokous">
<div class="lines" aria-hidden="true"><hr></div>
</div>
`
	if html := withoutSoftHyphens(page.HTML); !strings.HasPrefix(html, want) {
		t.Errorf("the page is\n%s\nwant\n%s", html, want)
	}
}

func TestColumnsSayWhatToWriteInThem(t *testing.T) {
	sheet := &guide.Page{Address: "fi/tyopohjat/a.html", Kind: "worksheet"}
	r := New(newRenderer("fi", nil).language, &guide.Locale{Language: "fi"}, nil)
	var issues []string
	render := func(hints string) (string, []guide.Field) {
		issues = nil
		page := r.Render(sheet, []byte("```rows name=toimet rows=1\nToimet\nVinkki.\nToimi | Vastuu\n"+hints+"```\n"), resolve, nil)
		for _, i := range page.Issues {
			issues = append(issues, i.Rule)
		}
		return withoutSoftHyphens(page.HTML), page.Fields
	}
	html, fields := render("Mitä? | \n")
	for _, want := range []string{
		`<tr class="hints"><td></td><td id="toimet.h1">Mitä?</td><td id="toimet.h2"></td></tr>`,
		`aria-labelledby="toimet.c1 toimet.r1" aria-describedby="toimet.h1">`,
		`aria-labelledby="toimet.c2 toimet.r1">`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("the page is\n%s\nwant %s", html, want)
		}
	}
	if f := fields[0]; f.Hint != "Vinkki." || len(f.Table.Columns) != 2 || f.Table.Columns[0] != (guide.Column{Name: "toimi", Label: "Toimi", Hint: "Mitä?"}) {
		t.Errorf("the field is %+v", f)
	}
	if html, fields = render(""); strings.Contains(html, "hints") || fields[0].Hint != "Vinkki." {
		t.Errorf("without hints the page is\n%s", html)
	}
	if render("Mitä? | Kuka? | Milloin?\n"); !slices.Equal(issues, []string{"field-columns-hints"}) {
		t.Errorf("the issues are %v", issues)
	}
}

func TestMarksInFieldsAreToldOfAtTheirPlace(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"in a label", "```answer\nMitä **tärkeää**?\n```", "16 mark-left map[text:**tärkeää**]"},
		{"in a hint", "```answer\nMitä?\nKs. [a](b.md).\n```", "23 mark-left map[text:](]"},
		{"in an option", "```choice\nMitä?\n- [ ] a\n- b\n```", "19 mark-left map[text:[ ]]"},
		{"in a column", "```rows\nMitä?\na | `b`\n```", "19 mark-left map[text:`]"},
		{"signs that are meant", "```answer\nMitä \\**tärkeää\\**?\n```\n\n```rows\nb\na | b | c\n```", ""},
	} {
		page := newRenderer("fi", nil).Render(&guide.Page{Kind: "worksheet", Address: "a.html"}, []byte(c.text), resolve, nil)
		var got []string
		for _, i := range page.Issues {
			got = append(got, issueText(i))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.rule, got, c.want)
		}
	}
}
