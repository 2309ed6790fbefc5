package markdown

import (
	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"sparrausopas/generator/guide"
)

// Outlining makes the renderer give what it renders as outlines, too.
func (r *Renderer) Outlining(on bool) *Renderer {
	r.surroundings.outlining = on
	return r
}

// Tagging makes the renderer mark its texts as those of a language that isn't the
// reader's.
func (r *Renderer) Tagging(language string) *Renderer {
	r.surroundings.tag = language
	return r
}

// outliner makes the outline of a text from the tree that the walker has gone
// through.
type outliner struct {
	*walker
	// run is how the words at hand look, runs are those of the block at hand.
	run  guide.Run
	runs []guide.Run
}

// outline makes the outline of a document, if it is wanted. The local text is
// that of the request.
func (w *walker) outline(document ast.Node, local *Local) {
	if !w.renderer.surroundings.outlining {
		return
	}
	o := &outliner{walker: w}
	o.local = local
	o.result.Outline.Blocks = append(o.blocks(document), o.placed()...)
}

// noteFields keeps what fields a block has for the outline.
func (w *walker) noteFields(n ast.Node, fields []guide.Field) {
	if !w.renderer.surroundings.outlining {
		return
	}
	if w.fieldsOf == nil {
		w.fieldsOf = map[ast.Node][]guide.Field{}
	}
	w.fieldsOf[n] = fields
}

// containers are the kinds of nodes that are blocks of other blocks.
func containers() map[ast.NodeKind]guide.BlockKind {
	return map[ast.NodeKind]guide.BlockKind{
		ast.KindBlockquote: guide.QuoteBlock, ast.KindListItem: guide.ItemBlock,
		tables.KindTable: guide.TableBlock, tables.KindTableRow: guide.RowBlock,
		tables.KindFootnoteList: guide.ListBlock, tables.KindFootnote: guide.ItemBlock,
		tables.KindDefinitionDescription: guide.DefinitionBlock,
	}
}

func (o *outliner) blocks(parent ast.Node) (list []guide.Block) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		list = append(list, o.block(n)...)
	}
	return list
}

// block returns what stands for a node, which can be several fields or nothing.
func (o *outliner) block(node ast.Node) []guide.Block {
	one := func(kind guide.BlockKind) []guide.Block {
		return []guide.Block{{Kind: kind, Runs: o.words(node)}}
	}
	switch n := node.(type) {
	case *ast.Heading:
		id, _ := n.AttributeString("id")
		name, _ := id.([]byte)
		return []guide.Block{{Kind: guide.HeadingBlock, Level: n.Level, Name: string(name), Runs: o.words(n)}}
	case *ast.Paragraph, *ast.TextBlock:
		return one(guide.ParagraphBlock)
	case *tables.DefinitionTerm:
		return one(guide.TermBlock)
	case *tables.TableCell:
		return []guide.Block{{Kind: guide.CellBlock, Blocks: one(guide.ParagraphBlock)}}
	case *tables.TableHeader:
		return []guide.Block{{Kind: guide.RowBlock, Level: 1, Blocks: o.blocks(n)}}
	case *ast.List:
		return []guide.Block{{Kind: guide.ListBlock, Level: n.Start, Blocks: o.blocks(n)}}
	case *ast.FencedCodeBlock:
		return o.fence(n)
	case *ast.CodeBlock:
		return code(string(n.Lines().Value(o.source)))
	case *tables.DefinitionList:
		return o.blocks(n)
	}
	if kind, ok := containers()[node.Kind()]; ok {
		return []guide.Block{{Kind: kind, Blocks: o.blocks(node)}}
	}
	return nil
}

func code(text string) []guide.Block {
	return []guide.Block{{Kind: guide.CodeBlock, Runs: []guide.Run{{Text: text, Code: true}}}}
}

// fence returns the fields of a block between fences, the text at a mark, or
// code.
func (o *outliner) fence(n *ast.FencedCodeBlock) (list []guide.Block) {
	fields, isField := o.fieldsOf[n]
	switch {
	case isLocal(n, o.source):
		return o.placed()
	case !isField:
		return code(string(n.Lines().Value(o.source)))
	}
	for _, f := range fields {
		list = append(list, guide.Block{Kind: guide.FieldBlock, Name: f.Name})
	}
	return list
}

// placed is the local text, unless it stands somewhere already.
func (o *outliner) placed() []guide.Block {
	if o.local == nil {
		return nil
	}
	label := guide.Block{Kind: guide.ParagraphBlock, Runs: []guide.Run{{Text: o.local.Label, Strong: true}}}
	box := guide.Block{Kind: guide.LocalBlock, Blocks: append([]guide.Block{label}, o.local.Text.Outline.Blocks...)}
	o.local = nil
	return []guide.Block{box}
}
