package browser_test

import (
	"archive/zip"
	"html"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// builtForm returns the parts of the Word form that the build makes of the
// worksheet with all fields.
func builtForm(t *testing.T) map[string]string {
	t.Helper()
	site := t.TempDir()
	program, err := buildProgram()
	if err != nil {
		t.Fatal(err)
	}
	fillSite(t)
	if err := output(program, "build", "-docx", "-dir", filepath.Join(temp, "worksheets"), "-out", site); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.OpenReader(filepath.Join(site, strings.TrimSuffix(allFields, "html")+"docx"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	parts := map[string]string{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[file.Name] = string(data)
	}
	return parts
}

// fillControl does as Word does when somebody fills a control.
func fillControl(t *testing.T, document, tag, text string) string {
	t.Helper()
	control := regexp.MustCompile(`<w:sdt><w:sdtPr><w:alias w:val="[^"]*"/><w:tag w:val="` + regexp.QuoteMeta(tag) + `"/>.*?</w:sdt>`)
	if !control.MatchString(document) {
		t.Fatalf("there is no control %s", tag)
	}
	return control.ReplaceAllStringFunc(document, func(xml string) string {
		xml = strings.Replace(xml, "<w:showingPlcHdr/>", "", 1)
		if text == "☒" {
			xml = strings.Replace(xml, `<w14:checked w14:val="0"/>`, `<w14:checked w14:val="1"/>`, 1)
		}
		lines := strings.ReplaceAll(html.EscapeString(text), "\n", "</w:t><w:br/><w:t>")
		return regexp.MustCompile(`<w:t [^>]*>[^<]*</w:t>`).ReplaceAllLiteralString(xml, `<w:t xml:space="preserve">`+lines+`</w:t>`)
	})
}

func TestTheWordFormOfTheBuildComesBackFilled(t *testing.T) {
	t.Parallel()
	parts := builtForm(t)
	document := parts["word/document.xml"]
	for _, field := range [][2]string{
		{"teksti", "Ensin\n<ja> \"sitten\""}, {"kokous", "28.11.2026"}, {"valinta", "Kyllä"}, {"lista/3", "☒"}, {"asteikko", "4"},
		{"taulukko/1/toimi", "Kävely"}, {"taulukko/3/vastuu", "Esihenkilö"}, {"question-1-scale", "2"},
	} {
		document = fillControl(t, document, field[0], field[1])
	}
	empty := filepath.Join(t.TempDir(), "tyhjä.docx")
	writeZip(t, empty, parts)
	parts["word/document.xml"] = document
	filled := writeZip(t, filepath.Join(t.TempDir(), "täytetty.docx"), parts)
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.openFiles(filled)
	s.notice("täytetty.docx avattiin")
	s.wantShown("asteikko=4 kokous=2026-11-28 lista=”muut” question-1-scale=2 taulukko.1.1=Kävely taulukko.3.2=Esihenkilö teksti=Ensin\n<ja> \"sitten\" valinta=Kyllä")
	s.openFiles(empty)
	s.notice("tyhjä.docx")
}
