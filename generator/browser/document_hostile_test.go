package browser_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// objectStream returns a stream of objects as PDFs hold it.
func objectStream(objects string, count int) string {
	var data bytes.Buffer
	out := zlib.NewWriter(&data)
	_, _ = out.Write([]byte(objects))
	_ = out.Close()
	return fmt.Sprintf("%%PDF-1.7\n1 0 obj\n<</Type /ObjStm /N %d /First 9 /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n", count, data.Len(), data.String())
}

// oversized says of a file in a zip that it is larger than it is.
func oversized(file []byte) string {
	at := bytes.LastIndex(file, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(file[at+24:], 1<<30)
	return string(file)
}

func TestADocumentThatCannotBeReadSaysWhy(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "oma")
	s.saved("oma")
	before := ask[string](s.tab, `JSON.stringify(Object.entries(localStorage).sort())`)
	good := string(zipOf(t, wordParts(wordHead("worksheets/all"), `<w:p>`+control("teksti", "väärä")+`</w:p>`)))
	body := func(body string) string { return string(zipOf(t, wordParts(wordHead("worksheets/all"), body))) }
	parts := wordParts(wordHead("worksheets/all"), strings.Repeat(" ", 9<<20))
	form := pdfText("opas", wordHead("worksheets/all"), "teksti", "väärä")
	for _, c := range []struct{ name, text, says string }{
		{"nothing", "", "rikki"},
		{"zip, cut", good[:len(good)-40], "Tiedosto on rikki, eikä"},
		{"zip, begun", "PK\x03\x04", "Tiedosto on rikki, eikä"},
		{"zip, places beyond the end", strings.ReplaceAll(good, "PK\x01\x02", "PK\x01\x03"), "Tiedosto on rikki, eikä"},
		{"zip of much", string(zipOf(t, parts)), "Tiedosto on rikki, eikä"},
		{"zip that says it holds more", oversized([]byte(good)), "Tiedosto on rikki, eikä"},
		{"zip of something else", string(zipOf(t, map[string]string{"content.xml": "<x/>"})), "ei ole Word-tiedosto"},
		{"a table of Excel", string(zipOf(t, map[string]string{"_rels/.rels": `<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`, "xl/workbook.xml": "<workbook/>"})), "ei ole Word-tiedosto"},
		{"an old Word file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "vanhassa muodossa"},
		{"another Word file", string(zipOf(t, wordParts("", "<w:p/>"))), "ei ole tämän oppaan lomake"},
		{"a head that is no JSON", string(zipOf(t, wordParts("{", `<w:p>`+control("teksti", "x")+`</w:p>`))), "ei ole tämän oppaan lomake"},
		{"a head of nothing", string(zipOf(t, wordParts("null", `<w:p>`+control("teksti", "x")+`</w:p>`))), "ei ole työpohjan vastauksia"},
		{"another worksheet", string(zipOf(t, wordParts(wordHead("worksheets/other"), `<w:p>`+control("teksti", "x")+`</w:p>`))), "toisesta työpohjasta: <b>"},
		{"without fields", body(`<w:p><w:r><w:t>teksti</w:t></w:r></w:p>`), "hävinneet kentät"},
		{"unfilled", body(`<w:p>` + control("teksti", "Kirjoita") + `</w:p>`), "Lomake on tyhjä"},
		{"broken XML", body(`<w:p>`), "Tiedosto on rikki, eikä"},
		{"XML with entities", string(zipOf(t, map[string]string{"_rels/.rels": `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Relationships>&b;</Relationships>`})), "Tiedosto on rikki, eikä"},
		{"deep XML", body(strings.Repeat("<w:p>", 3000) + strings.Repeat("</w:p>", 3000)), "Tiedosto on rikki, eikä"},
		{"a row too far", body(`<w:p>` + control("taulukko/1000000000/toimi", "x") + `</w:p>`), "Tiedosto on rikki, eikä"},
		{"a row of no number", body(`<w:p>` + control("taulukko/-1/toimi", "x") + `</w:p>`), "Tiedosto on rikki, eikä"},
		{"PDF, begun", "%PDF-1.7\n", "Tiedosto on rikki, eikä"},
		{"PDF, cut", form[:len(form)/2], "Tiedosto on rikki, eikä"},
		{"PDF without fields", "%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>", "ei ole lomakkeen kenttiä"},
		{"another form", pdfText("nimi", "x"), "ei ole tämän oppaan lomake"},
		{"PDF, locked", strings.Replace(form, "/Root", "/Encrypt 9 0 R /Root", 1), "suojattu"},
		{"PDF, locked within streams", strings.Replace(objectStream("1 0 2 0  1 2", 2), "stream\nx", "stream\ny", 1) + "\n9 0 obj <</Type /XRef /Encrypt 8 0 R>> endobj", "suojattu"},
		{"PDF, unfilled", pdfText("opas", wordHead("worksheets/all"), "teksti", " "), "Lomake on tyhjä"},
		{"PDF, deep", "%PDF-1.7\n1 0 obj " + strings.Repeat("[", 1<<20), "Tiedosto on rikki, eikä"},
		{"PDF, open strings", "%PDF-1.7\n" + strings.Repeat("1 0 obj (", 1<<18), "Tiedosto on rikki, eikä"},
		{"PDF, streams without end", "%PDF-1.7\n" + strings.Repeat("1 0 obj <<>> stream\n", 1<<18), "Tiedosto on rikki, eikä"},
		{"PDF, many objects", "%PDF-1.7\n" + strings.Repeat("1 0 obj 1\n", 1<<18), "Tiedosto on rikki, eikä"},
		{"PDF, a bomb", objectStream(strings.Repeat(" ", 64<<20), 1), "Tiedosto on rikki, eikä"},
		{"PDF, a count of objects", objectStream("1 0 2 0  1 2", 1<<30), "Tiedosto on rikki, eikä"},
		{"PDF, broken stream", strings.Replace(objectStream("1 0 2 0  1 2", 2), "stream\nx", "stream\ny", 1), "Tiedosto on rikki, eikä"},
		{"PDF, fields in a circle", "%PDF-1.7\n1 0 obj <</AcroForm <</Fields [2 0 R]>>>> endobj 2 0 obj <</T (a) /Kids [2 0 R 2 0 R]>> endobj trailer <</Root 1 0 R>>", "ei ole lomakkeen kenttiä"},
		{"too big", "%PDF-1.7\n" + strings.Repeat(" ", 10<<20), "enintään 10 megatavua"},
	} {
		file := writeFile(t, filepath.Join(t.TempDir(), "vastaus.docx"), c.text)
		ask[int](s.tab, `(document.querySelector('.notice').replaceChildren(), 1)`)
		s.openFiles(file)
		if says := s.notice("vastaus.docx ei voitu avata"); !strings.Contains(says, c.says) {
			t.Errorf("%s: the page says %q, want %q in it", c.name, says, c.says)
		}
	}
	// Chromium writes what is wrong with XML as a page, whose style it refuses.
	for _, trouble := range s.takeTroubles() {
		if !strings.Contains(trouble, "Applying inline style") {
			t.Error(trouble)
		}
	}
	s.wantShown("teksti=oma")
	if after := ask[string](s.tab, `JSON.stringify(Object.entries(localStorage).sort())`); after != before {
		t.Errorf("the storage holds %s, not %s", after, before)
	}
}

func TestABrowserThatCannotUnpackSaysSo(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields, `delete window.DecompressionStream`)
	folder := t.TempDir()
	s.openFiles(wordForm(t, filepath.Join(folder, "a.docx"), "worksheets/all", ""))
	s.notice("Selain on liian vanha")
	s.openFiles(pdfForm(t, filepath.Join(folder, "a.pdf"), "worksheets/all", "teksti", "auki"))
	s.wantShown("teksti=auki")
}

// Names of fields come from the document. None of them means anything to the
// script.
func TestNamesInADocumentAreNames(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	folder := t.TempDir()
	for _, name := range []string{
		pdfForm(t, filepath.Join(folder, "a.pdf"), "worksheets/all", "__proto__", "yksi", "constructor/1/__proto__", "kaksi", "teksti", "on", "toString", "kolme"),
		wordForm(t, filepath.Join(folder, "a.docx"), "worksheets/all", `<w:p>`+control("__proto__", "yksi")+control("constructor/1/__proto__", "kaksi")+control("teksti", "on")+control("toString", "kolme")+`</w:p>`),
	} {
		s.openFiles(name)
		says := s.notice(filepath.Base(name) + " avattiin")
		for _, want := range []string{"__proto__: yksi", "constructor: __proto__: kaksi", "toString: kolme"} {
			if !strings.Contains(says, want) {
				t.Errorf("the page says %q, want %q in it", says, want)
			}
		}
		s.wantShown("teksti=on")
	}
}
