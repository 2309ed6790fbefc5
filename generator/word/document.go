package word

import (
	"slices"
	"strings"
)

// kind is what a block is.
type kind int

const (
	paragraph kind = iota
	heading
	table
	code
	rule
)

// titleLevel is the level of a heading that is the document's title.
const titleLevel = 0

// block is a part of a document, one after the other: what is in lists says how
// deep.
type block struct {
	kind kind
	// level is that of a heading.
	level  int
	item   item
	quoted bool
	runs   []run
	// rows are those of a table, each with as many cells as the others.
	rows [][][]run
}

// item says in which item of a list a block stands.
type item struct {
	// depth is how many lists the item is in, 0 for a block that is in none.
	depth int
	sign  sign
	// number is that of an item that counts.
	number int
}

// sign is what begins an item; a block without one goes on with the item before.
type sign int

const (
	goesOn sign = iota
	bullet
	counting
)

// run is words that look and mean the same: a text, in which "\n" is a line break,
// a picture at an address, whose text says what it shows, or the mark of a footnote.
type run struct {
	text    string
	look    look
	link    string
	picture string
	note    int
}

// look is how words look.
type look struct{ strong, emphasis, code bool }

// stream is a text that is being read, block by block.
type stream struct {
	blocks []block
	open   bool
}

// end ends the block at hand.
func (s *stream) end() { s.open = false }

// add puts a run into the block at hand, or into a new one like another.
func (s *stream) add(r run, like block) {
	if !s.open {
		s.blocks, s.open = append(s.blocks, like), true
	}
	last := &s.blocks[len(s.blocks)-1]
	r.text = clean(r.text)
	last.runs = append(last.runs, r)
}

// whole puts a block of its own into the text.
func (s *stream) whole(b block) {
	s.blocks, s.open = append(s.blocks, b), false
}

// document is what a reader has found.
type document struct {
	options Options
	notes   [][]block
	left    []Left
}

// wheresMost is how many places are told of each thing that is left out, and
// whereLetters how many letters of their words.
const wheresMost, whereLetters = 5, 60

// leave notes that something is left out at some words.
func (d *document) leave(what, where string) {
	at := slices.IndexFunc(d.left, func(l Left) bool { return l.What == what })
	if at < 0 {
		at = len(d.left)
		d.left = append(d.left, Left{What: what})
	}
	l := &d.left[at]
	l.Count++
	if where = excerpt(where); where != "" && len(l.Where) < wheresMost && !slices.Contains(l.Where, where) {
		l.Where = append(l.Where, where)
	}
}

// excerpt returns the first words of a text.
func excerpt(text string) string {
	text = strings.Join(strings.Fields(clean(text)), " ")
	letters := []rune(text)
	if len(letters) <= whereLetters {
		return text
	}
	return strings.TrimSpace(string(letters[:whereLetters])) + "…"
}

// newNote returns the number of a new footnote, and setNote gives it its text, in which
// there can be others.
func (d *document) newNote() int {
	d.notes = append(d.notes, nil)
	return d.noteNumber(len(d.notes) - 1)
}

func (d *document) setNote(number int, text []block) { d.notes[number-d.noteNumber(0)] = text }

func (d *document) noteNumber(at int) int { return max(d.options.Notes, 1) + at }

// keep puts a picture into the guide and returns the run that shows it; ok is false
// where it is left out.
func (d *document) keep(p Picture) (shown run, ok bool) {
	if d.options.Keep == nil || len(p.Data) == 0 {
		d.leave("picture", p.Alt)
		return run{}, false
	}
	address, err := d.options.Keep(p)
	if err != nil {
		d.leave("picture-unfit", strings.TrimSpace(p.Alt+" "+p.Name))
		return run{}, false
	}
	return run{text: p.Alt, picture: address}, true
}

// made makes the Markdown of what was read.
func (d *document) made(blocks []block) Made {
	blocks = lists(blocks)
	for i := range d.notes {
		d.notes[i] = lists(plainHeadings(d.notes[i], func(block) bool { return true }))
	}
	blocks, title := d.headings(blocks)
	for len(blocks) > 0 && blocks[len(blocks)-1].kind == rule {
		blocks = blocks[:len(blocks)-1]
	}
	return Made{Title: title, Markdown: d.write(blocks), Left: d.left}
}
