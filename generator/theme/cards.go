package theme

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sparrausopas/generator/guide"
)

// Card is a question as it is printed on a card.
type Card struct {
	*guide.Question
	// Length is how much room the question takes: "short", "medium", "long" or
	// "longest". The style has a size of letters for each.
	Length string
	// LongWord reports whether a word of it may be longer than a line. Only
	// then is it hyphenated: large letters read better without.
	LongWord bool
}

// longWord is how many letters surely fit into a line of a card.
const longWord = 16

// Sheets parts questions into sheets of cards; the last one may hold fewer.
func (v *View) Sheets(questions []*guide.Question, size int) [][]Card {
	cards := make([]Card, len(questions))
	for i, q := range questions {
		cards[i] = Card{q, length(q.Asked()), hasLongWord(q.Asked())}
	}
	return slices.Collect(slices.Chunk(cards, max(size, 1)))
}

// length is the class of a text's length, counted in letters as readers do.
func length(text string) string {
	switch n := utf8.RuneCountInString(text); {
	case n <= 60:
		return "short"
	case n <= 90:
		return "medium"
	case n <= 120:
		return "long"
	}
	return "longest"
}

func hasLongWord(text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(word string) bool { return utf8.RuneCountInString(word) > longWord })
}
