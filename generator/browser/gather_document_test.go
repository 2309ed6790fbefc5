package browser_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// wordText returns the parts of a Word document. Each must be whole XML.
func wordText(t *testing.T, name string) map[string]string {
	t.Helper()
	file, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	parts := map[string]string{}
	for _, part := range file.File {
		in, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in) // which looks at the checksum, too
		if err != nil {
			t.Fatalf("%s: %v", part.Name, err)
		}
		decoder := xml.NewDecoder(strings.NewReader(string(text)))
		for err == nil {
			_, err = decoder.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", part.Name, err)
		}
		parts[part.Name] = string(text)
	}
	return parts
}

func TestThePlansBecomeAWordDocument(t *testing.T) {
	t.Parallel()
	bothHomes(t, func(t *testing.T, home string) {
		s := openSheet(t, home, gatherPage)
		folder := t.TempDir()
		s.openFiles(
			planFile(t, folder, "1.json", plan{"Äitiys & <neuvola>", rows{{"=1+1 \"x\"", "rivi 1\nrivi 2", "a\tb\u0001\ufffe 😀"}}}),
			planFile(t, folder, "2.json", plan{"Asuminen", rows{{"Kävely"}}}))
		listed(s, "2")
		name := s.download("document")
		if base := filepath.Base(name); !strings.HasPrefix(base, "koonti-20") || !strings.HasSuffix(base, ".docx") {
			t.Errorf("the file is called %s", base)
		}
		parts := wordText(t, name)
		text := parts["word/document.xml"]
		for _, want := range []string{
			`>Koonti</w:t>`, `>Esimerkkilän kunta · Päivätty `, ` · Suunnitelmia 2</w:t>`, `w:orient="landscape"`,
			`<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`, `>Aikataulu</w:t>`, `>Äitiys &amp; &lt;neuvola&gt;</w:t>`, `>=1+1 &quot;x&quot;</w:t>`,
			`>rivi 1</w:t><w:br/><w:t xml:space="preserve">rivi 2</w:t>`, `<w:tab/><w:t xml:space="preserve">b 😀</w:t>`, `>Kävely</w:t>`,
			`</w:tbl><w:p><w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p><w:sectPr>`, // no empty sheet behind a full one
		} {
			if !strings.Contains(text, want) {
				t.Errorf("the document lacks %s:\n%s", want, text)
			}
		}
		if core := parts["docProps/core.xml"]; !strings.Contains(core, "<dc:title>Koonti</dc:title>") || !strings.Contains(core, "<dc:language>fi</dc:language>") {
			t.Errorf("it says of itself %s", core)
		}
		if strings.Count(text, "<w:tr>") != 3 || strings.Count(text, "<w:tc>") != 12 {
			t.Errorf("the table has other rows: %s", text)
		}
	})
}
