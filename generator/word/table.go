package word

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a table.
const columnsMost, cellsMost = 100, 100_000

// cell is a cell of a table as it is read.
type cell struct {
	blocks []block
	// columns is how many columns the cell is wide; below goes on with the cell above.
	columns int
	below   bool
}

// tableBlocks makes a table of rows. One of a single column or a single row puts
// nothing into columns: it becomes what is in it.
func (d *document) tableBlocks(rows [][]cell) []block {
	width, count := 0, 0
	for _, row := range rows {
		sum := 0
		for _, c := range row {
			sum += min(max(c.columns, 1), columnsMost)
		}
		width = max(width, min(sum, columnsMost))
		count += len(row)
	}
	if width == 0 {
		return nil
	}
	if width == 1 || len(rows) == 1 || width*len(rows) > cellsMost {
		return d.loose(rows, width*len(rows) > cellsMost)
	}
	t := block{kind: table}
	joined, listed := false, false
	for _, row := range rows {
		var line [][]run
		for _, c := range row {
			if len(line) == width {
				break
			}
			runs, list := inline1(c.blocks)
			line = append(line, runs)
			listed = listed || list
			joined = joined || c.columns > 1 || c.below
			for range min(max(c.columns, 1), width-len(line)+1) - 1 {
				line = append(line, nil)
			}
		}
		for len(line) < width {
			line = append(line, nil)
		}
		t.rows = append(t.rows, line)
	}
	where := strings.Join([]string{textOf(t.rows[0][0]), textOf(t.rows[0][1])}, ", ")
	if joined {
		d.leave("cells-joined", where)
	}
	if listed {
		d.leave("cells-lists", where)
	}
	return []block{t}
}

// loose returns what is in the cells of a table that isn't one.
func (d *document) loose(rows [][]cell, large bool) (all []block) {
	for _, row := range rows {
		for _, c := range row {
			all = append(all, c.blocks...)
		}
	}
	if len(all) > 0 && (large || len(rows)*len(rows[0]) > 1) {
		d.leave("table-loose", textOf(all[0].runs))
	}
	return all
}

// inline1 puts what is in a cell on one line; list reports whether there was a list
// or a table in it.
func inline1(blocks []block) (runs []run, list bool) {
	for _, b := range blocks {
		inner := b.runs
		list = list || b.item.sign != goesOn || b.kind == table
		for _, row := range b.rows {
			for _, c := range row {
				inner = append(append(inner, c...), run{text: " "})
			}
		}
		text := strings.TrimSpace(textOf(runs))
		last, _ := utf8.DecodeLastRuneInString(text)
		switch {
		case len(runs) == 0:
		case unicode.IsLetter(last) || unicode.IsNumber(last):
			runs = append(runs, run{text: "; "})
		default:
			runs = append(runs, run{text: " "})
		}
		runs = append(runs, inner...)
	}
	return runs, list
}
