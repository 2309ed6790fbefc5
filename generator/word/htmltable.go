package word

import (
	"strconv"

	"golang.org/x/net/html"
)

// table reads a table.
func (r *htmlReader) table(n *html.Node, a around) {
	r.end()
	var rows [][]cell
	var caption []block
	// spans are how many rows each column has still to go on with a cell from above.
	var spans []int
	for part := range n.ChildNodes() {
		if is(part, "caption") {
			caption = r.inside(part)
		}
	}
	for _, line := range rowsOf(n) {
		rows = append(rows, r.row(line, &spans))
	}
	made := append(caption, r.tableBlocks(rows)...)
	for i := range made {
		if i == 0 || made[i].item.depth == 0 {
			own := made[i].item
			made[i].item = a.block().item
			if own.depth > 0 {
				made[i].item = own
			}
		}
		made[i].quoted = a.like.quoted
		r.whole(made[i])
	}
}

// rowsOf returns the rows of a table itself, not those of tables in it.
func rowsOf(n *html.Node) (rows []*html.Node) {
	for part := range n.ChildNodes() {
		switch {
		case is(part, "tr"):
			rows = append(rows, part)
		case is(part, "thead", "tbody", "tfoot"):
			rows = append(rows, rowsOf(part)...)
		}
	}
	return rows
}

// row reads the cells of a row, with those that cells from above reach into.
func (r *htmlReader) row(n *html.Node, spans *[]int) (row []cell) {
	column := 0
	above := func() {
		for column < len(*spans) && (*spans)[column] > 0 {
			(*spans)[column]--
			row = append(row, cell{columns: 1, below: true})
			column++
		}
	}
	for c := range n.ChildNodes() {
		if !is(c, "td", "th") || column >= columnsMost {
			continue
		}
		above()
		wide, high := spanOf(c, "colspan"), spanOf(c, "rowspan")
		row = append(row, cell{blocks: r.inside(c), columns: wide})
		for range min(wide, columnsMost-column) {
			for len(*spans) <= column {
				*spans = append(*spans, 0)
			}
			(*spans)[column] = high - 1
			column++
		}
	}
	above()
	return row
}

func spanOf(n *html.Node, key string) int {
	span, err := strconv.Atoi(attribute(n, key))
	if err != nil {
		return 1
	}
	return min(max(span, 1), 1000)
}

// inside reads what is in a part of its own.
func (r *htmlReader) inside(n *html.Node) []block {
	outer := r.stream
	r.stream = stream{}
	r.children(n, around{})
	inner := r.stream.blocks
	r.stream = outer
	return inner
}
