package guide

// Word is what the lexicon of an edition says of a word form.
type Word struct {
	// Lemmas are the words that it can be a form of, in small letters; none
	// for a word that isn't known.
	Lemmas []string
	// Parts are the lemmas of a compound's parts.
	Parts []string
	// Borders is the form with | at the borders of a compound, "" if it has
	// none.
	Borders string
}

// Borders returns a word in small letters with | at the borders of a compound,
// or "" if the lexicon knows none.
func (e *Edition) Borders(word string) string { return e.Lexicon[word].Borders }
