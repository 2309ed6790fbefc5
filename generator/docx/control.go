package docx

import (
	"strings"
	"unicode/utf16"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

// longest is how long Word lets tags and titles be, in its own units.
const longest = 64

// control is a content control. Kind is the XML of what sort it is.
type control struct {
	name, title string
	kind        string
	// content is what it shows; isPlaceholder says that this is no answer.
	content       string
	isPlaceholder bool
	style         string
}

// control writes a content control, which stands among words.
func (b *body) control(c control) {
	if len(utf16.Encode([]rune(c.name))) > longest {
		b.problems = append(b.problems, report.Fault(b.document.Page.File, "docx-name-long", report.Values{"name": c.name, "most": number(longest)})...)
	}
	b.controls++
	b.printf(`<w:bookmarkStart w:id="%d" w:name="%s"/>`, b.controls, b.bookmark(c.name))
	b.printf(`<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/>`, shortened(c.title), c.name, b.controls)
	if c.isPlaceholder {
		b.WriteString("<w:showingPlcHdr/>")
	}
	b.WriteString(c.kind)
	b.WriteString("</w:sdtPr><w:sdtContent>")
	b.run(guide.Run{Text: c.content}, c.style)
	b.printf(`</w:sdtContent></w:sdt><w:bookmarkEnd w:id="%d"/>`, b.controls)
}

// bookmarkMost is how long Word lets the names of bookmarks be.
const bookmarkMost = 40

// bookmark names the place of a control for programs that keep no tags. A name
// that is too long is numbered, and what it was is told in the document's head.
func (b *body) bookmark(name string) string {
	mark := "o_" + strings.NewReplacer("-", "_", "/", "__").Replace(name)
	if len(mark) <= bookmarkMost {
		return mark
	}
	b.marks = append(b.marks, name)
	return "o__" + number(len(b.marks))
}

// ellipsis is what stands in an empty cell.
const ellipsis = "…"

// placeholders are the texts that stand in empty controls.
func (w *words) placeholders() []string {
	return []string{w.of("docx-write"), w.of("docx-choose"), w.of("docx-date"), ellipsis}
}

// shortened returns a title that Word takes, on one line. One that was too long
// ends in "…".
func shortened(title string) string {
	title = strings.Join(strings.Fields(title), " ")
	units := utf16.Encode([]rune(title))
	if len(units) <= longest {
		return title
	}
	units = units[:longest-1]
	if utf16.IsSurrogate(rune(units[len(units)-1])) && units[len(units)-1] < 0xdc00 {
		units = units[:len(units)-1]
	}
	return string(utf16.Decode(units)) + "…"
}

// blank writes a control that shows a placeholder until it is filled in.
func (b *body) blank(name, title, kind, placeholder string) {
	b.control(control{name, title, kind, placeholder, true, "PlaceholderText"})
}

// blankText is a text of several lines.
func (b *body) blankText(name, title, placeholder string) {
	b.blank(name, title, `<w:text w:multiLine="1"/>`, placeholder)
}

// box is a box to tick.
func (b *body) box(name, title string) {
	b.control(control{name, title, `<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>` +
		`<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`, "☐", false, "Box"})
}

// choice is a list of texts to take one from. No two can be the same.
func (b *body) choice(name, title string, texts []string) {
	var kind strings.Builder
	kind.WriteString("<w:dropDownList>")
	seen := map[string]bool{}
	for _, text := range texts {
		if text = escape(text); !seen[text] {
			seen[text] = true
			kind.WriteString(`<w:listItem w:displayText="` + text + `" w:value="` + text + `"/>`)
		}
	}
	kind.WriteString("</w:dropDownList>")
	b.blank(name, title, kind.String(), b.document.words.of("docx-choose"))
}

// day is a day to pick.
func (b *body) day(name, title string) {
	language := escape(tag(b.document.words.language))
	format := "d.M.yyyy"
	if b.document.words.language == "en" {
		format = "d MMMM yyyy"
	}
	b.blank(name, title, `<w:date><w:dateFormat w:val="`+format+`"/><w:lid w:val="`+language+
		`"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`, b.document.words.of("docx-date"))
}
