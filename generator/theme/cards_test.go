package theme

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

func TestCardsArePartedIntoSheetsInTheirOrder(t *testing.T) {
	var questions []*guide.Question
	for number := 1; number <= 9; number++ {
		questions = append(questions, &guide.Question{Page: &guide.Page{Tree: guide.Tree{Number: number}}})
	}
	for size, want := range map[int]string{4: "1234 5678 9", 8: "12345678 9", 9: "123456789", 20: "123456789", 0: "1 2 3 4 5 6 7 8 9"} {
		var sheets []string
		for _, sheet := range new(View).Sheets(questions, size) {
			var text strings.Builder
			for _, card := range sheet {
				text.WriteString(string(rune('0' + card.Number)))
			}
			sheets = append(sheets, text.String())
		}
		if got := strings.Join(sheets, " "); got != want {
			t.Errorf("sheets of %d are %q, want %q", size, got, want)
		}
	}
	if sheets := new(View).Sheets(nil, 4); len(sheets) > 0 {
		t.Errorf("no questions make %d sheets", len(sheets))
	}
}

func TestACardKnowsHowLongItsQuestionIsInLetters(t *testing.T) {
	for count, want := range map[int]string{0: "short", 60: "short", 61: "medium", 90: "medium", 91: "long", 120: "long", 121: "longest"} {
		q := &guide.Question{Page: &guide.Page{Head: guide.Head{Title: strings.Repeat("ä", count)}}}
		if got := new(View).Sheets([]*guide.Question{q}, 8)[0][0].Length; got != want {
			t.Errorf("a question of %d letters is %s, want %s", count, got, want)
		}
	}
}

func TestOnlyCardsWithALongWordAreHyphenated(t *testing.T) {
	for text, want := range map[string]bool{"": false, "Miten kuulemme?": false, "Miten ääääääääääääääää?": true, "Miten äääääääääääääää?": false} {
		q := &guide.Question{Page: &guide.Page{Head: guide.Head{Title: text}}}
		if got := new(View).Sheets([]*guide.Question{q}, 8)[0][0].LongWord; got != want {
			t.Errorf("%q has a long word: %t, want %t", text, got, want)
		}
	}
}
