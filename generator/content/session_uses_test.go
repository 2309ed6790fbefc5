package content

import (
	"fmt"
	"slices"
	"testing"

	"sparrausopas/generator/guide"
)

// packedSession is a guide whose session "two" links to worksheets and cards.
func packedSession(cards string) files {
	sheet := "title = \"A\"\naudience = \"room\"\nper-sheet = 4"
	return guideFiles(files{
		"content/fi/q/cards.md":  page("title = \"Kortit\"\nkind = \"cards\"", ""),
		"content/fi/w/_index.md": page("title = \"Pohjat\"\nkind = \"worksheet\"", ""),
		"content/fi/w/a.md":      page(sheet, ""),
		"content/fi/w/b.md":      page(sheet, ""),
		"content/fi/w/c.md":      page(sheet, ""),
		"content/fi/s/two.md": page(`title = "Kaksi"
minutes = 30
materials = ["[a](../w/a.md) ja [kortit](../q/cards.md`+cards+`)", "[b](../w/b.md)"]
preparation = ["[c](../w/c.md), [a](../w/a.md)"]
between-task = "[a](../w/a.md), [kortit](../q/cards.md)"
[[agenda]]
title = "B"
minutes = 30
questions = [1]
notes = "[b](../w/b.md) ja [b](../w/b.md)"`, "[c](../w/c.md)"),
	})
}

func TestASessionKnowsWhatItsTextsUseInTheirOrder(t *testing.T) {
	l := firstLocale(t, packedSession("?n=2,1&sets=1"))
	s := l.Page("s/two").Detail.(*guide.Session)
	var uses []string
	for _, use := range s.Uses {
		if use.Worksheet != nil {
			uses = append(uses, use.Key+" "+use.Worksheet.ID)
		} else {
			uses = append(uses, fmt.Sprint(use.Key, " ", len(use.Cards), " ", use.Once))
		}
	}
	if want := []string{"agenda.0.notes w/b", "between-task w/a", "materials w/a", "materials 2 true", "materials w/b", "preparation w/c", "preparation w/a"}; !slices.Equal(uses, want) {
		t.Errorf("it uses %q, want %q", uses, want)
	}
	if prints := s.Prints(); len(prints) != 2 || prints[0].ID != "w/b" || prints[1].ID != "w/a" || prints[0].PerSheet != 4 || prints[0].Audience != "room" {
		t.Errorf("its prints are %v", prints)
	}
	if cards := s.Cards(); len(cards.Cards) != 2 || cards.Cards[0].Number != 2 {
		t.Errorf("its cards are %v", cards)
	}
	s = firstLocale(t, packedSession("")).Page("s/two").Detail.(*guide.Session)
	if cards := s.Cards(); len(cards.Cards) != 1 || cards.Cards[0].Number != 1 || cards.Once {
		t.Errorf("without numbers its cards are %v", cards)
	}
}

func TestLinksToCardsNameQuestionsOfTheGuide(t *testing.T) {
	wrong{"", packedSession("?n=1,9"), []string{"content/fi/s/two.md:4:1 unknown-question name=9"}}.test(t)
	sheet := page("title = \"A\"\nkind = \"worksheet\"\naudience = \"room\"\nper-sheet = 3", "")
	wrong{"", guideFiles(files{"content/fi/a.md": sheet}), []string{"content/fi/a.md:5:1 key-value key=per-sheet value=3 wanted=wanted-one"}}.test(t)
}
