package guide

// Outline is a page's text in the guide's own terms, for outputs that aren't
// HTML. It is made only for those who ask content.Load for it. Words have no
// soft hyphens in it, and no links to terms.
type Outline struct {
	Blocks []Block
	// Short are the page's short texts, such as the lines of an agenda, each by
	// its HTML.
	Short map[string][]Run
}

// AddShort notes what a short text is made of, if that is known.
func (o *Outline) AddShort(t Text) {
	if len(t.Outline.Blocks) == 0 {
		return
	}
	if o.Short == nil {
		o.Short = map[string][]Run{}
	}
	o.Short[t.HTML] = t.Outline.Blocks[0].Runs
}

// Block is a part of a text. A block has either Runs or Blocks.
type Block struct {
	Kind BlockKind
	// Level is that of a heading, the first number of a list that counts, and 1
	// for a row that is a table's header.
	Level int
	// Name is the id of a heading or the name of a field.
	Name   string
	Runs   []Run
	Blocks []Block
}

// BlockKind is what a block is.
type BlockKind int

const (
	ParagraphBlock BlockKind = iota
	HeadingBlock
	// FieldBlock stands for a field of a worksheet.
	FieldBlock
	CodeBlock
	// TermBlock is what a definition is of.
	TermBlock
	// The blocks of these are other blocks: those of a list are items, those of
	// a table rows of cells.
	DefinitionBlock
	QuoteBlock
	ListBlock
	ItemBlock
	TableBlock
	RowBlock
	CellBlock
	// LocalBlock is an example of the municipality's own.
	LocalBlock
)

// Run is words that look and mean the same. A line break is "\n".
type Run struct {
	Text                   string
	Strong, Emphasis, Code bool
	// Language is that of words in another language than the page.
	Language string
	// Link is where the words lead: an address of the site from its root, or one
	// that begins with a scheme.
	Link string
}

// Chapter is a heading and the blocks under it.
type Chapter struct {
	Heading
	Blocks []Block
}

// Chapters are the parts of the page's outline whose headings the author gave a
// class, each up to the next heading of its level or above.
func (t Text) Chapters(class string) []Chapter {
	var list []Chapter
	for _, h := range t.Headings {
		if h.Has(class) {
			list = append(list, Chapter{h, t.chapter(h)})
		}
	}
	return list
}

func (t Text) chapter(h Heading) (blocks []Block) {
	within := false
	for _, b := range t.Outline.Blocks {
		isHeading := b.Kind == HeadingBlock
		switch {
		case isHeading && b.Name == h.ID:
			within = true
		case isHeading && b.Level <= h.Level && within:
			return blocks
		case within:
			blocks = append(blocks, b)
		}
	}
	return blocks
}
