package docx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"embed"
	"io"
	"text/template"
	"time"
	"unicode/utf16"
)

//go:embed parts
var parts embed.FS

// templates are the templates of the parts; a test executes them all.
func templates() *template.Template {
	functions := template.FuncMap{"x": escape, "inc": func(i int) int { return i + 1 }}
	return template.Must(template.New("").Funcs(functions).ParseFS(parts, "parts/*.xml"))
}

// part is a file in a document, and its template among the parts.
type part struct{ name, template string }

// allParts are the files of a document, in their order.
func (d Document) allParts() []part {
	list := []part{
		{"[Content_Types].xml", "content-types.xml"},
		{"_rels/.rels", "rels.xml"},
		{"docProps/core.xml", "core.xml"},
	}
	if d.identity != nil {
		list = append(list, part{"docProps/custom.xml", "custom.xml"})
	}
	return append(list, []part{
		{"word/document.xml", "document.xml"},
		{"word/_rels/document.xml.rels", "document-rels.xml"},
		{"word/styles.xml", "styles.xml"},
		{"word/numbering.xml", "numbering.xml"},
		{"word/settings.xml", "settings.xml"},
		{"word/header1.xml", "header.xml"},
		{"word/footer1.xml", "footer.xml"},
	}...)
}

// shell is what the parts around the text say.
type shell struct {
	Title, Version, Language string
	// Identity are the values of the properties opas, opas2 and so on.
	Identity []string
	// Owner is whose document it is.
	Owner, Colour string
	Day           time.Time
	Paper         paper
	// Page is the word for a page, in the foot.
	Page string
	*body
}

// Text is the text as XML.
func (s shell) Text() string { return s.String() }

// Links and Lists are those of the text.
func (s shell) Links() []string { return s.links }
func (s shell) Lists() []int    { return s.lists }

// Levels count how deep lists can be in each other, from 0; Indent is how far
// one is set in.
func (s shell) Levels() int          { return levels }
func (s shell) Indent(level int) int { return indent * (level + 1) }

// colour is that of the brand as Word writes it.
func (d Document) colour() string { return cmp.Or(d.words.site.Settings.Brand.Colour, accent)[1:] }

// accent is the theme's colour where the brand has none.
const accent = "#0b4f6c"

// earliest is the first day that a zip file can have.
func earliest() time.Time { return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) }

// propertyMost is how many characters Word takes in a property, in its own
// units.
const propertyMost = 255

// pieces cuts a text into such as properties can hold.
func pieces(text string) (list []string) {
	units := 0
	for _, r := range text {
		size := utf16.RuneLen(r)
		if units+size > propertyMost || len(list) == 0 {
			list, units = append(list, ""), 0
		}
		list[len(list)-1] += string(r)
		units += size
	}
	return list
}

// pack puts the parts together.
func (d Document) pack(b *body, day time.Time) ([]byte, error) {
	settings := d.words.site.Settings
	if day.Before(earliest()) {
		day = earliest()
	}
	s := shell{
		Title: d.title, Version: d.version, Language: tag(cmp.Or(d.Page.Original.Language, d.words.language)), Identity: pieces(d.identity.text(b.marks)),
		Owner:  cmp.Or(settings.Brand.Name, settings.Publisher.Name, d.words.title),
		Colour: d.colour(), Day: day.UTC(), Paper: papers()[d.paper], Page: d.words.of("docx-page"), body: b,
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, one := range d.allParts() {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: one.name, Method: zip.Deflate, Modified: s.Day})
		if err == nil {
			_, err = io.WriteString(w, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
		}
		if err == nil {
			err = d.words.parts.ExecuteTemplate(w, one.template, s)
		}
		if err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return out.Bytes(), err
}
