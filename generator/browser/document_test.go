package browser_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// returned are documents that programs have filled: see the README there.
func returned(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/returned/*.[pd][do][fc]*")
	if err != nil || len(names) < 10 {
		t.Fatalf("there are %d documents: %v", len(names), err)
	}
	for i, name := range names {
		if names[i], err = filepath.Abs(name); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

func TestADocumentBringsItsAnswersBackWhateverProgramFilledIt(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, allFields)
		for _, name := range returned(t) {
			s.openFiles(name)
			s.notice(filepath.Base(name) + " avattiin kappaleeksi")
			s.wantShown(`asteikko=4 kokous=2026-11-28 lista=asukkaat lista=”muut” question-1-scale=2 question-1=Kutsumalla taulukko.1.1=Kävely taulukko.3.2=Esihenkilö teksti=Ensin
ja (sitten) \ äöåŠž€ – ”x” valinta=Ei vielä, mutta tekeillä`)
		}
		if copies := s.copies(); !strings.HasPrefix(copies, "firefox, libreoffice-typed-over, mupdf, ") {
			t.Errorf("the copies are called %s", copies)
		}
	})
}

// wordHead is what a document of a worksheet says of itself.
func wordHead(worksheet string) string {
	return `{"format":"sparrausopas-worksheet","formatVersion":2,"guide":"Täyttöopas","language":"fi","worksheet":"` + worksheet +
		`","title":"<b>Toinen</b>","version":"2026-11-21","placeholders":["Kirjoita","…"],"marks":["teksti","question-1"]}`
}

// wordForm writes a Word document of a worksheet, with this in its body.
func wordForm(t *testing.T, name, worksheet, body string) string {
	t.Helper()
	return writeZip(t, name, wordParts(wordHead(worksheet), body))
}

func TestRowsInWordCountAsTheyStand(t *testing.T) {
	t.Parallel()
	cells := func(row, first, second string) string {
		return `<w:tr><w:tc><w:p>` + control("taulukko/"+row+"/toimi", first) + `</w:p></w:tc><w:tc><w:p>` + control("taulukko/"+row+"/vastuu", second) + `</w:p></w:tc></w:tr>`
	}
	plain := func(first, second string) string {
		return `<w:tr><w:tc><w:p><w:r><w:t>` + first + `</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>` + second + `</w:t></w:r></w:p></w:tc></w:tr>`
	}
	mark := func(name string) string {
		return `<w:p><w:bookmarkStart w:id="1" w:name="` + name + `"/><w:bookmarkEnd w:id="1"/>`
	}
	typedOver := strings.ReplaceAll(plain("päälle", "kirjoitettu"), "<w:p>", mark("o_taulukko__3__vastuu"))
	typedOver = strings.Replace(typedOver, "vastuu", "toimi", 1)
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.openFiles(wordForm(t, filepath.Join(t.TempDir(), "a.docx"), "worksheets/all", `<w:tbl>`+plain("Toimi", "Vastuu")+plain("Mitä tehdään?", "Kuka?")+
		`<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>`+typedOver+`</w:sdtContent></w:sdt>`+
		cells("2", "toinen", "Kirjoita")+cells("2", "kopioitu", "…")+
		strings.Replace(cells("3", "poistettu", ""), "<w:tr>", `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`, 1)+
		plain("lisätty", "sarkaimella")+strings.ReplaceAll(cells("6", "…", "…pisteiden perään…"), "</w:sdt></w:p>", "</w:sdt><w:r><w:t>vieressä</w:t></w:r></w:p>")+`</w:tbl>`))
	s.notice("avattiin")
	s.wantShown("taulukko.1.1=päälle taulukko.1.2=kirjoitettu taulukko.2.1=toinen taulukko.3.1=kopioitu taulukko.4.1=lisätty taulukko.4.2=sarkaimella taulukko.5.1=vieressä taulukko.5.2=pisteiden perään…vieressä")
}

func TestWhatPeopleDoInWordIsRead(t *testing.T) {
	t.Parallel()
	list := `<w:dropDownList><w:listItem w:displayText="Kyllä" w:value="Kyllä"/></w:dropDownList>`
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	for _, c := range []struct{ name, body, want string }{
		{"lines and paragraphs", block("teksti", `<w:p><w:r><w:t>yksi</w:t><w:br/><w:t xml:space="preserve">kaksi </w:t></w:r></w:p><w:p><w:r><w:tab/><w:t>kolme</w:t></w:r></w:p>`), "teksti=yksi\nkaksi \n\tkolme"},
		{"tracked changes", block("teksti", `<w:p><w:ins><w:r><w:t>uusi</w:t></w:r></w:ins><w:del><w:r><w:delText>vanha</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>pois</w:t></w:r></w:moveFrom></w:p>`), "teksti=uusi"},
		{"a comment", block("teksti", `<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>A</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`), "teksti=A"},
		{"beside the control", `<w:p>` + control("teksti", "Kirjoita") + `<w:r><w:t> vieressä</w:t></w:r></w:p>`, "teksti=vieressä"},
		{"the control is gone", `<w:p><w:bookmarkStart w:id="1" w:name="o_question_1"/><w:bookmarkEnd w:id="1"/><w:r><w:t>päälle</w:t></w:r></w:p>`, "question-1=päälle"},
		{"a bookmark by its number", `<w:p><w:bookmarkStart w:id="1" w:name="o__2"/>` + sdt("", "", "päälle") + `<w:bookmarkEnd w:id="1"/></w:p><w:p><w:bookmarkStart w:id="2" w:name="o__9"/></w:p>`, "question-1=päälle"},
		{"a list and its placeholder", `<w:p>` + sdt("valinta", list, "Kyllä") + `</w:p><w:p>` + sdt("asteikko", list, "Valitkaa") + `</w:p>`, "valinta=Kyllä"},
		{"a day in words", `<w:p>` + sdt("kokous", `<w:date w:fullDate="2026-11-28T00:00:00Z"/>`, "28. marraskuuta 2026") + `</w:p>`, "kokous=2026-11-28"},
		{"a day typed over", `<w:p>` + sdt("kokous", `<w:date w:fullDate="2026-11-28T00:00:00Z"/>`, "1.12.2026") + `</w:p>`, "kokous=2026-12-01"},
		{"a day typed over in words", `<w:p>` + sdt("kokous", `<w:date w:fullDate="2026-11-28T00:00:00Z"/>`, "1 December 2026") + `</w:p>`, "kokous=2026-12-01"},
		{"boxes", `<w:p>` + sdt("lista/1", box("1"), "☒") + `<w:r><w:t> asukkaat</w:t></w:r></w:p><w:p>` + sdt("lista/2", box("0"), "☐") + `<w:r><w:t> kokemusosaajat</w:t></w:r></w:p>`, "lista=asukkaat"},
		{"nested controls without names", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p>` + control("teksti", "sisällä") + `</w:p></w:sdtContent></w:sdt>`, "teksti=sisällä"},
		{"signs of XML", `<w:p>` + control("teksti", "&lt;b&gt; &amp; \u00ad\u00a0ä") + `</w:p>`, "teksti=<b> & \u00ad\u00a0ä"},
	} {
		name := strings.ReplaceAll(c.name, " ", "-") + ".docx"
		s.openFiles(wordForm(t, filepath.Join(t.TempDir(), name), "worksheets/all", c.body))
		s.notice(name + " avattiin")
		t.Log(c.name)
		s.wantShown(c.want)
	}
}

func TestDocumentsAndFilesAreGatheredTogether(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		folder := t.TempDir()
		s := openSheet(t, home, gatherPage)
		s.openFiles(
			planFile(t, folder, "1.json", plan{"Varhaiskasvatus", rows{{"Retki"}}}),
			wordForm(t, filepath.Join(folder, "2.docx"), "worksheets/plan", `<w:p>`+control("palvelualue", "Liikunta")+`</w:p><w:tbl><w:tr><w:tc><w:p>`+control("toimet/1/vastuu", "Johtaja")+`</w:p></w:tc></w:tr></w:tbl>`),
			pdfForm(t, filepath.Join(folder, "3.pdf"), "worksheets/plan", "palvelualue", "Asuminen", "toimet/2/toimi", "Kävely"),
			wordForm(t, filepath.Join(folder, "4.docx"), "worksheets/plan", `<w:p>`+control("palvelualue", "Kirjoita")+`</w:p>`))
		says := listed(s, "4")
		for i, want := range []string{" 1.json Varhaiskasvatus: toimia 1.", " 2.docx Liikunta: toimia 1.", " 3.pdf Asuminen: toimia 1.", "bad 4.docx Lomake on tyhjä"} {
			if !strings.HasPrefix(says[i], want) {
				t.Errorf("the page says %q, want %q first", says[i], want)
			}
		}
		want := "Palvelualue | Toimi | Vastuu | Aikataulu\nVarhaiskasvatus | Retki |  | \nLiikunta |  | Johtaja | \nAsuminen | Kävely |  | "
		if got := gathered(s); got != want {
			t.Errorf("the table is\n%s\nwant\n%s", got, want)
		}
	})
}
