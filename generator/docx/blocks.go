package docx

import (
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
)

// levels is how many lists can be in each other, indent how far each is set in,
// in twentieths of a point.
const (
	levels = 9
	indent = 397
)

// blocks writes blocks; at is how a plain paragraph looks there.
func (b *body) blocks(list []guide.Block, at para) {
	for _, x := range list {
		b.block(x, at)
	}
}

func (b *body) block(x guide.Block, at para) {
	switch x.Kind {
	case guide.ParagraphBlock:
		b.paragraph(at, x.Runs...)
	case guide.TermBlock:
		b.paragraph(para{style: "Term"}, x.Runs...)
	case guide.HeadingBlock:
		b.paragraph(para{style: heading(x.Level)}, x.Runs...)
	case guide.CodeBlock:
		for _, r := range x.Runs {
			b.text("Code", strings.TrimSuffix(r.Text, "\n"))
		}
	case guide.QuoteBlock:
		at.style = "Quote"
		b.blocks(x.Blocks, at)
	case guide.LocalBlock:
		at.style = "Local"
		b.blocks(x.Blocks, at)
	case guide.DefinitionBlock:
		at.indented = true
		b.blocks(x.Blocks, at)
	case guide.ListBlock:
		b.list(x, at)
	case guide.TableBlock:
		b.tableOf(x)
	case guide.FieldBlock:
		b.fieldNamed(x.Name)
	}
}

// heading is the style of a heading. The first level is the title's.
func heading(level int) string { return "Heading" + number(min(max(level-1, 1), 3)) }

// list writes a list. What follows the first paragraph of an item is set in.
func (b *body) list(x guide.Block, at para) {
	outer := at
	if at.list > 0 || at.indented {
		at.level++
	}
	if outer.style == "" {
		at.style = "ListParagraph"
	}
	id := b.newList(x.Level)
	for _, item := range x.Blocks {
		for i, inner := range item.Blocks {
			at.list, at.indented = id, false
			if i > 0 || inner.Kind != guide.ParagraphBlock {
				at.list, at.indented = 0, true
			}
			b.block(inner, at)
		}
	}
}

// fieldNamed writes a field of the page.
func (b *body) fieldNamed(name string) {
	sheet, ok := b.document.Page.Detail.(*guide.Worksheet)
	if !ok || b.field == nil {
		return
	}
	if f := sheet.Field(name); f != nil {
		b.field(b, f)
	}
}

// tableOf writes a table of the text.
func (b *body) tableOf(x guide.Block) {
	b.beginTable(shares(x), "")
	for i, row := range x.Blocks {
		b.beginRow(row.Level == 1, 0)
		for _, cell := range row.Blocks {
			b.beginCell()
			b.blocks(cell.Blocks, para{style: cellStyle(i == 0)})
			b.endCell()
		}
		b.endRow()
	}
	b.endTable()
}

func cellStyle(isHeader bool) string {
	if isHeader {
		return "CellHeader"
	}
	return "Cell"
}

// shares are how wide a table's columns are beside each other: as their longest
// texts, within bounds.
func shares(x guide.Block) []int {
	var list []int
	for _, row := range x.Blocks {
		for i, cell := range row.Blocks {
			if i == len(list) {
				list = append(list, 14)
			}
			list[i] = min(max(list[i], length(cell)), 60)
		}
	}
	return list
}

// length is how many letters there are in a block.
func length(x guide.Block) (n int) {
	for _, r := range x.Runs {
		n += utf8.RuneCountInString(r.Text)
	}
	for _, inner := range x.Blocks {
		n += length(inner)
	}
	return n
}
