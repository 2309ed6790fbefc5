package docx

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// hostile are texts that have broken documents elsewhere.
func hostile() []string {
	return []string{
		"a & b < c > \"d\" 'e' ]]>", "\x00\x01\x08\x0b\x1f\x7f\ufffe\uffff", "osal\u00adlisuus", "👩🏽‍💻 🇫🇮", "مرحبا \u202eabc",
		strings.Repeat("pitkä ", 500), strings.Repeat("👩🏽‍💻", 40), "\xff\xfe", "{{.Text}} %s %!d", "</w:t></w:r>", "rivi\nrivi\tsarkain",
	}
}

// aSite has a worksheet with fields of all kinds, whose texts are all the same.
func aSite(text string) (*guide.Site, *guide.Worksheet) {
	sheet := &guide.Worksheet{Page: &guide.Page{ID: "worksheets/a", Address: "fi/tyopohjat/a.html", File: "content/fi/worksheets/a.md"}, Paper: "A3 landscape"}
	sheet.Title, sheet.Summary, sheet.Detail = text, text, sheet
	add := func(f guide.Field) {
		f.Name, f.Label, f.Hint, f.About = f.Kind, text, text, text
		sheet.Fields = append(sheet.Fields, f)
		sheet.Outline.Blocks = append(sheet.Outline.Blocks, guide.Block{Kind: guide.FieldBlock, Name: f.Name})
	}
	for _, kind := range []string{"answer", "date"} {
		add(guide.Field{Kind: kind})
	}
	for _, kind := range []string{"choice", "checklist"} {
		add(guide.Field{Kind: kind, Options: []string{text, text + "\x00", text + "2"}})
	}
	add(guide.Field{Kind: "scale", Scale: guide.Scale{Points: 3, From: text, To: text}})
	add(guide.Field{Kind: "rows", Lines: 2, Table: guide.Table{Rows: 2, Columns: []guide.Column{{Name: "a", Label: text, Hint: text}, {Name: "b", Label: text}}}})
	run := guide.Run{Text: text, Link: "https://x.fi/?a=1&b=\"<" + text, Language: text}
	sheet.Outline.Blocks = append(sheet.Outline.Blocks, guide.Block{Runs: []guide.Run{run}}, guide.Block{Kind: guide.CodeBlock, Runs: []guide.Run{run}})
	words := map[string]string{"docx-cell": "{column}, rivi {row}", "docx-write": text, "docx-choose": text, "docx-page": text}
	l := &guide.Locale{Language: "fi", Title: text, Pages: []*guide.Page{sheet.Page}, Words: words}
	site := &guide.Site{Locales: []*guide.Locale{l}}
	site.Settings.Title, site.Settings.Brand.Name = text, text
	return site, sheet
}

func FuzzNoTextBreaksADocument(f *testing.F) {
	for _, text := range hostile() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		site, sheet := aSite(text)
		for _, d := range Documents(site, site.Locales[0]) {
			data := made(t, d)
			strictParts(t, d, data)
			document := read(t, data, "word/document.xml")
			if got := tags(document); !slices.Equal(got, wanted(sheet)) {
				t.Errorf("of %q the fields are %s", text, got)
			}
			if strings.ContainsRune(document.words(), '\u00ad') {
				t.Errorf("soft hyphens of %q stay", text)
			}
		}
	})
}

func TestAFormSaysWhatItIsAsSavedFilesDo(t *testing.T) {
	site, sheet := aSite(`Suunnitelma & "muut"`)
	site.Settings.Title, sheet.Updated = "Opas", aDay
	form := Documents(site, site.Locales[0])[0]
	var got strings.Builder
	for i, property := range read(t, made(t, form), "docProps/custom.xml").all("property") {
		piece := property.all("lpwstr")[0].text
		if want := "opas" + []string{"", "2", "3"}[i]; property.attributes["name"] != want || len([]rune(piece)) > propertyMost {
			t.Errorf("the property %s has %q", property.attributes["name"], piece)
		}
		got.WriteString(piece)
	}
	want := `{"format":"sparrausopas-worksheet","formatVersion":2,"guide":"Opas","language":"fi","worksheet":"worksheets/a",` +
		`"title":"Suunnitelma \u0026 \"muut\"","version":"2026-11-21","placeholders":["Suunnitelma \u0026 \"muut\"","Suunnitelma \u0026 \"muut\"","","…"]}`
	if got.String() != want {
		t.Errorf("it says\n%s, not\n%s", got.String(), want)
	}
}

func TestControlsAreOfTheirFieldsKind(t *testing.T) {
	site, _ := aSite("Nimi")
	document := read(t, made(t, Documents(site, site.Locales[0])[0]), "word/document.xml")
	got := map[string]string{}
	for _, control := range controls(document) {
		properties := control.children[0]
		last := properties.children[len(properties.children)-1]
		var items []string
		for _, item := range last.all("listItem") {
			items = append(items, item.attributes["value"])
		}
		got[control.value("tag")] = strings.TrimSpace(last.name + " " + strings.Join(items, ","))
		if isBox := last.name == "checkbox"; isBox == (properties.all("showingPlcHdr") != nil) {
			t.Errorf("%s shows a placeholder, or lacks one", control.value("tag"))
		}
		if control.value("tag") == "rows/2/b" && control.value("alias") != "Nimi, rivi 2" {
			t.Errorf("a cell is called %q", control.value("alias"))
		}
	}
	for name, want := range map[string]string{
		"answer": "text", "date": "date", "choice": "dropDownList Nimi,Nimi2", "scale": "dropDownList 1,2,3",
		"checklist/1": "checkbox", "checklist/2": "checkbox", "rows/1/a": "text",
	} {
		if got[name] != want {
			t.Errorf("%s is %q, not %q", name, got[name], want)
		}
	}
}

func TestWordTakesNoLongNames(t *testing.T) {
	site, sheet := aSite("Nimi")
	sheet.Fields[0].Name = strings.Repeat("n", longest+1)
	sheet.Outline.Blocks[0].Name = sheet.Fields[0].Name
	_, err := Documents(site, site.Locales[0])[0].Make(aDay)
	problems, _ := errors.AsType[report.Problems](err)
	if len(problems) != 1 || problems[0].Rule != "docx-name-long" {
		t.Errorf("the long name is told as %v", err)
	}
}

func TestALongTitleIsCutBetweenLetters(t *testing.T) {
	for _, text := range hostile() {
		text = "a" + text
		if got := shortened(text); strings.Contains(got, "\ufffd") && !strings.Contains(text, "\xff") {
			t.Errorf("%q is cut to %q", text, got)
		}
	}
	if got := shortened(strings.Repeat("ä", 65)); got != strings.Repeat("ä", 63)+"…" {
		t.Errorf("65 letters are cut to %q", got)
	}
}

func TestLinksLeadToTheGuideOnlyWhereItsAddressIsKnown(t *testing.T) {
	for base, want := range map[string]int{"": 1, "https://x.fi/opas/": 2} {
		site, sheet := aSite("Nimi")
		site.Settings.Web.Base = base
		sheet.Outline.Blocks = []guide.Block{{Runs: []guide.Run{{Text: "ulos", Link: "https://y.fi/"}, {Text: "sisään", Link: "fi/malli/a.html#b"}}}}
		data := made(t, Documents(site, site.Locales[0])[0])
		var targets []string
		for _, one := range read(t, data, "word/_rels/document.xml.rels").all("Relationship") {
			if one.attributes["TargetMode"] == "External" {
				targets = append(targets, one.attributes["Target"])
			}
		}
		if len(targets) != want || base != "" && targets[1] != "https://x.fi/opas/fi/malli/a.html#b" {
			t.Errorf("with the address %q links lead to %s", base, targets)
		}
		if !strings.HasSuffix(read(t, data, "word/document.xml").words(), "ulossisään") {
			t.Error("words of links are lost")
		}
	}
}

func TestALetterIsWhatIsQuoted(t *testing.T) {
	site := realGuide(t)
	words := map[string]string{}
	for _, d := range Documents(site, site.Locales[0]) {
		words[d.Address] = read(t, made(t, d), "word/document.xml").words()
	}
	decision := words["fi/malli/paatos-tunnissa-paatosteksti.docx"]
	if !strings.HasPrefix(decision, "Päätösteksti johtoryhmälleOsallisuussparraus [kausi ja vuosi]") || strings.Contains(decision, "Jos sparraajaa ei vielä ole") {
		t.Errorf("the decision is %q", decision)
	}
	skeleton := words["fi/tyopohjat/ohjelma-asiakirja-ilman-kenttia.docx"]
	if !strings.Contains(skeleton, "11. Voimaantulo") || strings.Contains(skeleton, "Otsikot ovat valmiin asiakirjan otsikot") {
		t.Errorf("the skeleton is %q", skeleton)
	}
	for address, text := range words {
		if strings.ContainsRune(text, '\u00ad') || len(text) < 200 {
			t.Errorf("%s has soft hyphens or next to no text: %q", address, text)
		}
	}
}

func TestTheSheetHasWhatALeaderNeeds(t *testing.T) {
	site := realGuide(t)
	l := site.Locales[0]
	session := l.Page("sessions/event-1").Detail.(*guide.Session)
	at := slices.IndexFunc(Documents(site, l), func(d Document) bool { return d.Page == session.Page && d.Name == "" })
	sheet := read(t, made(t, Documents(site, l)[at]), "word/document.xml")
	text := sheet.words()
	for i, item := range session.Agenda {
		if !strings.Contains(text, number(i+1)+". "+item.Title) {
			t.Errorf("%q isn't on the sheet", item.Title)
		}
	}
	for _, want := range []string{"Sanokaa heti", "Alustuksen viisi kohtaa", "naapurit kohtaavat toisensa", "Valmistelut", "Tarvikkeet"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q isn't on the sheet", want)
		}
	}
	if header := sheet.all("tblHeader"); len(header) != 1 {
		t.Errorf("%d rows come again on each page", len(header))
	}
}

func TestADocumentOfAnyDayCanBeMade(t *testing.T) {
	site, _ := aSite("Nimi")
	d := Documents(site, site.Locales[0])[0]
	for _, day := range []time.Time{{}, time.Unix(0, 0), aDay.In(time.FixedZone("", 7200))} {
		data, err := d.Make(day)
		if err != nil {
			t.Fatal(err)
		}
		created := read(t, data, "docProps/core.xml").all("created")[0].text
		if want := max(day.UTC().Format(time.RFC3339), "1980-01-01T00:00:00Z"); created != want {
			t.Errorf("of %s it says %s", day, created)
		}
	}
}

func TestABookmarkOfALongNameIsNumbered(t *testing.T) {
	site, sheet := aSite("Nimi")
	sheet.Fields[5].Table.Columns[1].Name = strings.Repeat("b", 40)
	data := made(t, Documents(site, site.Locales[0])[0])
	var marks []string
	for _, mark := range read(t, data, "word/document.xml").all("bookmarkStart") {
		marks = append(marks, mark.attributes["name"])
	}
	if got := strings.Join(marks[len(marks)-4:], " "); got != "o_rows__1__a o__1 o_rows__2__a o__2" {
		t.Errorf("the bookmarks are %s", got)
	}
	var head strings.Builder
	for _, piece := range read(t, data, "docProps/custom.xml").all("lpwstr") {
		head.WriteString(piece.text)
	}
	if want := `"marks":["rows/1/` + strings.Repeat("b", 40) + `","rows/2/`; !strings.Contains(head.String(), want) {
		t.Errorf("the head is %s", head.String())
	}
}

func TestPeopleCanAddRows(t *testing.T) {
	site, _ := aSite("Nimi")
	document := read(t, made(t, Documents(site, site.Locales[0])[0]), "word/document.xml")
	sections := 0
	for _, control := range document.all("sdt") {
		if control.children[0].all("repeatingSection") == nil {
			continue
		}
		sections++
		for _, item := range control.children[1].children {
			if item.name != "sdt" || item.children[0].all("repeatingSectionItem") == nil || item.children[1].children[0].name != "tr" {
				t.Errorf("a %s stands among the rows", item.name)
			}
		}
		if rows := len(control.all("tr")); rows != 2 {
			t.Errorf("%d rows can be repeated", rows)
		}
	}
	if sections != 1 {
		t.Errorf("there are %d sections", sections)
	}
}
