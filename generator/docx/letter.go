package docx

import "sparrausopas/generator/guide"

// letters are the texts of a page that people edit and send. If a part of the
// page quotes, the quotations are the text, and what stands around them tells
// how to use it.
func letters(p *guide.Page) (list []Document) {
	for _, c := range p.Chapters("letter") {
		list = append(list, Document{
			Page: p, Address: address(p, c.ID), Name: c.Text, title: c.Text,
			write: func(b *body) {
				b.text("Title", c.Text)
				b.blocks(quoted(c.Blocks), para{})
			},
		})
	}
	return list
}

// quoted returns what is quoted in blocks, or all of them if nothing is.
func quoted(blocks []guide.Block) (list []guide.Block) {
	for _, x := range blocks {
		if x.Kind == guide.QuoteBlock {
			list = append(list, x.Blocks...)
		}
	}
	if len(list) == 0 {
		return blocks
	}
	return list
}
