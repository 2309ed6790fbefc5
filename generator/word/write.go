package word

import (
	"strconv"
	"strings"
)

// writer writes blocks as Markdown.
type writer struct {
	out strings.Builder
	// widths are how wide the signs of the items are that are open.
	widths []int
	before *block
	// bracket says that the numbers of the list at each depth have a bracket behind
	// them in place of a dot, which tells it from the list before.
	bracket map[int]bool
	// numbers are those of the last items, by depth.
	numbers map[int]int
	// begins says that the item at hand is the first of a list that doesn't count from 1:
	// it needs an empty line above.
	begins bool
}

// write writes a text with its footnotes.
func (d *document) write(blocks []block) string {
	var out strings.Builder
	out.WriteString(written(blocks))
	for i, text := range d.notes {
		label := "[^" + strconv.Itoa(d.noteNumber(i)) + "]:"
		if !strings.Contains(out.String(), strings.TrimSuffix(label, ":")) {
			// Its mark stood where none can be, such as in code.
			out.WriteString("\n" + written(text))
			continue
		}
		body := strings.TrimSpace(indented(written(text), "    ", "    "))
		if body == "" {
			// A mark without its note would be told of as a slip.
			body = "–"
		}
		out.WriteString("\n" + label + " " + body + "\n")
	}
	return strings.TrimLeft(out.String(), "\n")
}

// written returns blocks as Markdown.
func written(blocks []block) string {
	w := &writer{bracket: map[int]bool{}, numbers: map[int]int{}}
	for i := range blocks {
		w.block(&blocks[i])
	}
	return w.out.String()
}

// block writes a block in its place: behind the sign of its item, or below it.
func (w *writer) block(b *block) {
	text := b.markdown()
	if text == "" {
		return
	}
	first, others := "", ""
	w.begins = false
	if it := b.item; it.depth > 0 {
		first, others = w.item(b)
	} else {
		w.widths = nil
		clear(w.numbers)
	}
	if b.quoted {
		first, others = "> "+first, "> "+others
	}
	w.gap(b)
	w.out.WriteString(indented(text, first, others) + "\n")
	w.before = b
}

// gap parts a block from the one before: items of a list that are a line each stand
// right below each other.
func (w *writer) gap(b *block) {
	last := w.before
	switch {
	case last == nil:
	case b.item.depth == 1 && last.item.depth == 1 && b.item.sign != last.item.sign:
		w.out.WriteString("\n")
	case b.item.sign != goesOn && last.item.depth > 0 && b.kind == paragraph && last.kind == paragraph && b.quoted == last.quoted && !w.begins:
	case b.quoted && last.quoted:
		w.out.WriteString(">\n")
	default:
		w.out.WriteString("\n")
	}
}

// item returns what stands before the first line of a block in a list, and before
// its others.
func (w *writer) item(b *block) (first, others string) {
	it := b.item
	depth := min(it.depth, len(w.widths)+1)
	if it.sign == goesOn {
		w.widths = w.widths[:min(depth, len(w.widths))]
		indent := spaces(w.widths)
		return indent, indent
	}
	w.widths = w.widths[:depth-1]
	sign := "- "
	if it.sign == counting {
		sign = w.number(depth, it.number)
	} else {
		delete(w.numbers, depth)
	}
	for deeper := range w.numbers {
		if deeper > depth {
			delete(w.numbers, deeper)
		}
	}
	first = spaces(w.widths) + sign
	w.widths = append(w.widths, len(sign))
	return first, spaces(w.widths)
}

// number returns the sign of an item that counts. One that doesn't count on from the
// item before begins another list.
func (w *writer) number(depth, number int) string {
	if last, found := w.numbers[depth]; !found {
		w.bracket[depth] = false
	} else if number != last+1 {
		w.bracket[depth] = !w.bracket[depth]
	}
	w.begins = number != 1 && number != w.numbers[depth]+1
	w.numbers[depth] = number
	if w.bracket[depth] {
		return strconv.Itoa(number) + ") "
	}
	return strconv.Itoa(number) + ". "
}

func spaces(widths []int) string {
	sum := 0
	for _, width := range widths {
		sum += width
	}
	return strings.Repeat(" ", sum)
}

// indented puts something before each line of a text that isn't empty.
func indented(text, first, others string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines {
		switch {
		case i == 0:
			lines[i] = first + line
		case line != "":
			lines[i] = others + line
		default:
			lines[i] = strings.TrimRight(others, " ")
		}
	}
	return strings.Join(lines, "\n")
}

// markdown returns a block by itself.
func (b *block) markdown() string {
	switch b.kind {
	case heading:
		text := inline(b.runs, inHeading)
		if strings.HasSuffix(text, "#") {
			text = text[:len(text)-1] + `\#`
		}
		if text == "" {
			return ""
		}
		return strings.Repeat("#", b.level) + " " + text
	case table:
		return tableOf(b.rows)
	case code:
		return fenced(textOf(b.runs))
	case rule:
		return "---"
	}
	return inline(b.runs, inParagraph)
}

// fenced returns a text as code, between more backquotes than it has.
func fenced(text string) string {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return fence + "\n" + strings.Trim(text, "\n") + "\n" + fence
}

// tableOf returns a table whose first row are its heads.
func tableOf(rows [][][]run) string {
	var out strings.Builder
	for _, row := range rows {
		line, full, in := "|", false, inCell
		if out.Len() == 0 {
			in |= inHead
		}
		for _, cell := range row {
			text := inline(cell, in)
			full = full || text != ""
			line += " " + text + " |"
		}
		// A table can't have empty heads.
		if out.Len() == 0 && !full {
			continue
		}
		first := out.Len() == 0
		out.WriteString(line + "\n")
		if first {
			out.WriteString("|" + strings.Repeat("---|", len(row)) + "\n")
		}
	}
	return out.String()
}
