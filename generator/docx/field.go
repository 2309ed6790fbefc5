package docx

import (
	"slices"

	"sparrausopas/generator/guide"
)

// fillIn writes a field as controls to fill in.
func fillIn(b *body, f *guide.Field) {
	b.label(f)
	switch f.Kind {
	case "rows":
		b.rows(f)
	case "checklist":
		for i, option := range f.Options {
			b.begin(para{style: "Option"})
			b.box(f.Name+"/"+number(i+1), option)
			b.runs(plain(" " + option))
			b.end()
		}
		b.paragraph(para{style: "AfterTable"})
	default:
		b.begin(para{style: "Answer"})
		b.answer(f)
		b.end()
	}
}

// answer writes the control of a field that has one.
func (b *body) answer(f *guide.Field) {
	switch f.Kind {
	case "date":
		b.day(f.Name, f.Label)
	case "choice":
		b.choice(f.Name, f.Label, f.Options)
	case "scale":
		b.choice(f.Name, f.Label, points(f.Scale))
	default:
		b.blankText(f.Name, f.Label, b.document.words.of("docx-write"))
	}
}

// label writes what a field asks for.
func (b *body) label(f *guide.Field) {
	label := plain(f.Label)
	if f.About != "" {
		label = append(label, guide.Run{Text: " "}, guide.Run{Text: f.About, Emphasis: true})
	}
	b.paragraph(para{style: "FieldLabel"}, label...)
	b.text("Hint", f.Hint)
	if s := f.Scale; f.Kind == "scale" && s.From != "" && s.To != "" {
		b.text("Hint", "1 = "+s.From+", "+number(s.Points)+" = "+s.To)
	}
}

func points(s guide.Scale) (list []string) {
	for point := 1; point <= s.Points; point++ {
		list = append(list, number(point))
	}
	return list
}

// rows writes a table to fill in, with a text in each cell.
func (b *body) rows(f *guide.Field) {
	b.beginRows(f)
	b.beginGroup("repeatingSection")
	for row := 1; row <= f.Table.Rows; row++ {
		b.beginGroup("repeatingSectionItem")
		b.beginRow(false, f.Lines)
		for _, column := range f.Table.Columns {
			b.beginCell()
			b.begin(para{style: "Cell"})
			title := b.document.words.of("docx-cell", "column", column.Label, "row", number(row))
			b.blankText(f.Name+"/"+number(row)+"/"+column.Name, title, ellipsis)
			b.end()
			b.endCell()
		}
		b.endRow()
		b.endGroup()
	}
	b.endGroup()
	b.endTable()
}

// beginGroup begins a control without a name around rows: of repeatingSection
// people add items with a plus sign in Word.
func (b *body) beginGroup(kind string) {
	b.controls++
	b.printf(`<w:sdt><w:sdtPr><w:id w:val="%d"/><w15:`+kind+`/></w:sdtPr><w:sdtContent>`, b.controls)
}

func (b *body) endGroup() { b.WriteString("</w:sdtContent></w:sdt>") }

// beginRows begins a table of a field with its header, and a row of what to
// write in each column, if any says it.
func (b *body) beginRows(f *guide.Field) {
	b.beginTable(slices.Repeat([]int{1}, len(f.Table.Columns)), f.Label)
	b.beginRow(true, 0)
	for _, column := range f.Table.Columns {
		b.textCell("CellHeader", column.Label)
	}
	b.endRow()
	if !slices.ContainsFunc(f.Table.Columns, func(c guide.Column) bool { return c.Hint != "" }) {
		return
	}
	b.beginRow(false, 0)
	for _, column := range f.Table.Columns {
		b.textCell("CellHint", column.Hint)
	}
	b.endRow()
}

// textCell writes a cell with words, which may be none: a cell has a paragraph
// always.
func (b *body) textCell(style, text string) {
	b.beginCell()
	b.paragraph(para{style: style}, plain(text)...)
	b.endCell()
}
