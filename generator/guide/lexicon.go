package guide

import (
	"iter"
	"strings"
)

// Word is what the lexicon of a locale says of a word form, as a line of the
// lexicon has it: the lemmas parted by commas, the parts by +, and the borders,
// with tabs between; what is empty at the end can be left out. Big guides have
// hundreds of thousands of them, and lists would take four times the room.
type Word string

// NewWord returns a word with what it holds.
func NewWord(lemmas, parts []string, borders string) Word {
	return Word(strings.TrimRight(strings.Join(lemmas, ",")+"\t"+strings.Join(parts, "+")+"\t"+borders, "\t"))
}

// Lemmas are the words that it can be a form of, in small letters; none for a
// word that isn't known.
func (w Word) Lemmas() iter.Seq[string] { return list(w.column(0), ",") }

// Parts are the lemmas of a compound's parts.
func (w Word) Parts() iter.Seq[string] { return list(w.column(1), "+") }

// Borders is the form with | at the borders of a compound, "" if it has none.
func (w Word) Borders() string { return w.column(2) }

// IsKnown reports whether it is the form of a word.
func (w Word) IsKnown() bool { return w.column(0) != "" }

func (w Word) column(n int) string {
	rest := string(w)
	for range n {
		_, rest, _ = strings.Cut(rest, "\t")
	}
	column, _, _ := strings.Cut(rest, "\t")
	return column
}

// list parts a column; an empty one has no items.
func list(column, separator string) iter.Seq[string] {
	if column == "" {
		return func(func(string) bool) {}
	}
	return strings.SplitSeq(column, separator)
}

// Borders returns a word in small letters with | at the borders of a compound,
// or "" if the lexicon knows none.
func (l *Locale) Borders(word string) string { return l.Lexicon[word].Borders() }
