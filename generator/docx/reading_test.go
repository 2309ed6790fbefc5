package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"sparrausopas/generator/content"
	"sparrausopas/generator/guide"
)

// realGuide is the guide of the project.
func realGuide(t *testing.T) *guide.Site {
	t.Helper()
	site, err := content.Load(os.DirFS("../.."), content.Options{Outlines: true})
	if site == nil {
		t.Fatal(err)
	}
	return site
}

// aDay is the day of which documents are in tests.
var aDay = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)

func made(t *testing.T, d Document) []byte {
	t.Helper()
	data, err := d.Make(aDay)
	if err != nil {
		t.Fatal(d.Address, err)
	}
	return data
}

// element is an element of XML.
type element struct {
	name       string
	attributes map[string]string
	children   []*element
	text       string
}

// read reads a part of a document, which must be well-formed.
func read(t *testing.T, data []byte, part string) *element {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return parse(t, part, file)
}

func parse(t *testing.T, part string, file io.Reader) *element {
	t.Helper()
	decoder, open := xml.NewDecoder(file), []*element{{}}
	for {
		token, err := decoder.Token()
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
		if err == io.EOF {
			return open[0].children[0]
		}
		if err != nil {
			t.Fatal(part, err)
		}
	}
}

// all are the elements of a name in an element, in their order.
func (e *element) all(name string) (list []*element) {
	for _, child := range e.children {
		if child.name == name {
			list = append(list, child)
		}
		list = append(list, child.all(name)...)
	}
	return list
}

// words are what can be read in an element.
func (e *element) words() string {
	var out strings.Builder
	for _, text := range e.all("t") {
		out.WriteString(text.text)
	}
	return out.String()
}

// value is the value of the first element of a name, "" for none.
func (e *element) value(name string) string {
	for _, found := range e.all(name) {
		return found.attributes["val"]
	}
	return ""
}

// controls are a document's controls with names.
func controls(document *element) (list []*element) {
	for _, control := range document.all("sdt") {
		if control.children[0].value("tag") != "" {
			list = append(list, control)
		}
	}
	return list
}

// tags are the names of a document's controls.
func tags(document *element) (list []string) {
	for _, control := range controls(document) {
		list = append(list, control.value("tag"))
	}
	return list
}

// wanted are the names that a worksheet's fields have in documents.
func wanted(w *guide.Worksheet) (list []string) {
	for _, f := range w.Fields {
		switch f.Kind {
		case "checklist":
			for i := range f.Options {
				list = append(list, f.Name+"/"+number(i+1))
			}
		case "rows":
			for row := range f.Table.Rows {
				for _, column := range f.Table.Columns {
					list = append(list, f.Name+"/"+number(row+1)+"/"+column.Name)
				}
			}
		default:
			list = append(list, f.Name)
		}
	}
	return list
}

func TestEveryWorksheetIsAFormWithItsFieldsAlone(t *testing.T) {
	site := realGuide(t)
	forms := 0
	for _, d := range Documents(site, site.Locales[0]) {
		sheet, ok := d.Page.Detail.(*guide.Worksheet)
		document := read(t, made(t, d), "word/document.xml")
		if !ok || d.Name != "" {
			if found := tags(document); found != nil {
				t.Errorf("%s has fields: %s", d.Address, found)
			}
			continue
		}
		forms++
		if got, want := tags(document), wanted(sheet); !slices.Equal(got, want) {
			t.Errorf("%s has the fields\n%s, not\n%s", d.Address, got, want)
		}
		for i, mark := range document.all("bookmarkStart") {
			name, marks := mark.attributes["name"], &body{}
			if want := marks.bookmark(wanted(sheet)[i]); name != want && !strings.HasPrefix(want, "o__") || len(name) > bookmarkMost {
				t.Errorf("%s has the bookmark %s, not %s", d.Address, name, want)
			}
		}
		for _, f := range sheet.Fields {
			if !strings.Contains(document.words(), f.Label) {
				t.Errorf("%s doesn't ask %q", d.Address, f.Label)
			}
		}
	}
	if want := len(site.Locales[0].Of("worksheet")); forms != want || forms < 20 {
		t.Errorf("there are %d forms of %d worksheets", forms, want)
	}
}

func TestTheSameGuideMakesTheSameBytes(t *testing.T) {
	first, second := realGuide(t), realGuide(t)
	others := Documents(second, second.Locales[0])
	for i, d := range Documents(first, first.Locales[0]) {
		if !bytes.Equal(made(t, d), made(t, others[i])) {
			t.Errorf("%s is another file the second time", d.Address)
		}
	}
}
