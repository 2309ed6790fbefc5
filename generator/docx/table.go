package docx

import "slices"

// paper is a size of paper in twentieths of a point.
type paper struct {
	Width, Height int
	isLandscape   bool
}

// margin is that of all papers.
const margin = 1134

// papers are those that worksheets can have.
func papers() map[string]paper {
	return map[string]paper{
		"A4": {11906, 16838, false}, "A4 landscape": {16838, 11906, true}, "A3 landscape": {23811, 16838, true},
	}
}

// TextWidth is how wide the text is.
func (p paper) TextWidth() int { return p.Width - 2*margin }

// Orientation is what Word calls the way that the paper lies.
func (p paper) Orientation() string {
	if p.isLandscape {
		return "landscape"
	}
	return "portrait"
}

// table is the one that is being written: how wide its columns are, the next
// cell of the row at hand, and whether that is a header.
type table struct {
	widths   []int
	cell     int
	isHeader bool
}

// beginTable begins a table as wide as the text, with columns of the shares
// given. A title tells those who listen what it is.
func (b *body) beginTable(shares []int, title string) {
	b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="GuideTable"/><w:tblW w:w="5000" w:type="pct"/>` +
		`<w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`)
	if title != "" {
		b.printf(`<w:tblCaption w:val="%s"/>`, title)
	}
	b.WriteString("</w:tblPr><w:tblGrid>")
	b.table.widths = widths(shares, papers()[b.document.paper].TextWidth())
	for _, width := range b.table.widths {
		b.printf(`<w:gridCol w:w="%d"/>`, width)
	}
	b.WriteString("</w:tblGrid>")
}

// widths shares a width out.
func widths(shares []int, width int) []int {
	all, list := 0, slices.Clone(shares)
	for _, share := range shares {
		all += share
	}
	for i := range list {
		list[i] = width * list[i] / max(all, 1)
	}
	return list
}

// endTable ends a table. Behind it comes a paragraph, or Word would join it
// with the next.
func (b *body) endTable() {
	b.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>`)
}

// beginRow begins a row of at least some lines; a header's comes again on each
// page.
func (b *body) beginRow(isHeader bool, lines int) {
	b.WriteString("<w:tr>")
	b.table.cell, b.table.isHeader = 0, isHeader
	if !isHeader && lines == 0 {
		return
	}
	b.WriteString("<w:trPr>")
	if isHeader {
		b.WriteString("<w:cantSplit/>")
	}
	if lines > 0 {
		b.printf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, lines*lineHeight)
	}
	if isHeader {
		b.WriteString("<w:tblHeader/>")
	}
	b.WriteString("</w:trPr>")
}

// lineHeight is that of a line in a cell.
const lineHeight = 280

func (b *body) endRow() { b.WriteString("</w:tr>") }

func (b *body) beginCell() {
	t := &b.table
	width := t.widths[min(t.cell, len(t.widths)-1)]
	t.cell++
	b.printf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width)
	if t.isHeader {
		b.printf(`<w:shd w:val="clear" w:color="auto" w:fill="%s"/>`, b.document.colour())
	}
	b.WriteString("</w:tcPr>")
}

func (b *body) endCell() { b.WriteString("</w:tc>") }
