package content

import (
	"errors"
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestAFileInAnOldEncodingIsShownAsItsAuthorWroteIt(t *testing.T) {
	text := page("title = \"Yhteisty\xf6\"", "P\xe4iv\xe4\n")
	_, err := Load(project(files{"content/fi/a.md": text}), Options{})
	var problems report.Problems
	if !errors.As(err, &problems) || len(problems) != 1 {
		t.Fatal(err)
	}
	p := problems[0]
	if p.Place.String() != "content/fi/a.md:2:18" || p.Excerpt != `title = "Yhteistyö"` || p.Values["encoding"] != "Windows-1252 (ISO-8859-1)" {
		t.Errorf("the problem is %+v", p)
	}
}

func TestOneLetterInAnOldEncodingIsFoundAmongOthersInUTF8(t *testing.T) {
	got := firstProblem(t, project(files{"content/fi/a.md": page(`title = "Päivä"`, "Pöytä\n\nP\xe4iv\xe4\n")}))
	if got != "content/fi/a.md:6:2 file-encoding-old encoding=Windows-1252 (ISO-8859-1)" {
		t.Error(got)
	}
}

func TestUTF16IsToldFromOtherFiles(t *testing.T) {
	wide := ""
	for _, b := range []byte(page(`title = "A"`, "Text\r\n")) {
		wide += string([]byte{b, 0})
	}
	for name, text := range map[string]string{"with a mark": "\xff\xfe" + wide, "without": wide} {
		if got := firstProblem(t, project(files{"content/fi/a.md": text})); got != "content/fi/a.md:1:1 file-encoding-old encoding=UTF-16" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestDocumentsThatAreCalledPagesAreToldByName(t *testing.T) {
	for want, text := range map[string]string{
		"format-word":         "PK\x03\x04....word/document.xml",
		"format-opendocument": "PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text",
		"format-zip":          "PK\x03\x04....",
		"format-rtf":          `{\rtf1\ansi`,
		"format-pdf":          "%PDF-1.7\n",
		"format-picture":      "\x89PNG\r\n",
	} {
		if got := firstProblem(t, project(files{"content/fi/a.md": text})); got != "content/fi/a.md file-format format="+want+" ending=.md" {
			t.Error(got)
		}
	}
	old := "\xD0\xCF\x11\xE0" + strings.Repeat("x", 2*pageLimit)
	if got := firstProblem(t, project(files{"content/fi/a.md": old})); !strings.Contains(got, "format-word") {
		t.Error(got)
	}
}
