package browser_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
)

// The least that is a document: what the build makes is richer.

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`

// sdt writes a content control of a kind, with a text.
func sdt(tag, kind, text string) string {
	return `<w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/>` + kind + `</w:sdtPr><w:sdtContent><w:r><w:t>` + text + `</w:t></w:r></w:sdtContent></w:sdt>`
}

func control(tag, text string) string { return sdt(tag, `<w:text w:multiLine="1"/>`, text) }

func box(on string) string {
	return `<w14:checkbox><w14:checked w14:val="` + on + `"/></w14:checkbox>`
}

// block writes a control around paragraphs.
func block(tag, content string) string {
	return `<w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
}

// wordParts returns the parts of a Word document. The head is cut in two, as
// Word's properties hold 255 signs.
func wordParts(head, body string) map[string]string {
	property := func(name, value string) string {
		return `<property name="` + name + `"><vt:lpwstr>` + html.EscapeString(value) + `</vt:lpwstr></property>`
	}
	custom := property("muu", "x")
	if head != "" {
		custom = property("opas2", head[len(head)/2:]) + custom + property("opas", head[:len(head)/2])
	}
	relation := `<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	return map[string]string{
		"_rels/.rels":         `<Relationships>` + relation + `officeDocument" Target="word/document2.xml"/>` + relation + `custom-properties" Target="/docProps/custom.xml"/></Relationships>`,
		"docProps/custom.xml": `<Properties xmlns:vt="vt">` + custom + `</Properties>`,
		"word/document2.xml":  `<w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document>`,
	}
}

// zipOf packs files.
func zipOf(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var packed bytes.Buffer
	out := zip.NewWriter(&packed)
	for name, text := range parts {
		file, err := out.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := file.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func writeZip(t *testing.T, name string, parts map[string]string) string {
	t.Helper()
	return writeFile(t, name, string(zipOf(t, parts)))
}

// pdfForm writes a PDF with fields of text: a name and a value each.
func pdfForm(t *testing.T, name, worksheet string, pairs ...string) string {
	t.Helper()
	pairs = append(pairs, "opas", wordHead(worksheet))
	return writeFile(t, name, pdfText(pairs...))
}

func pdfText(pairs ...string) string {
	var fields, refs strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&fields, "%d 0 obj\n<</FT /Tx /T (%s) /V <EFBBBF%x>>>\nendobj\n", 10+i, pairs[i], pairs[i+1])
		fmt.Fprintf(&refs, "%d 0 R ", 10+i)
	}
	return "%PDF-1.7\n1 0 obj\n<</Type /Catalog /AcroForm <</Fields [" + refs.String() + "]>>>>\nendobj\n" + fields.String() + "trailer\n<</Root 1 0 R>>\n%%EOF\n"
}
