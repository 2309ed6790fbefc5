package markdown

import "testing"

func TestListsThatShowOtherNumbersAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"days", "3. helmikuuta a\n\n17. maaliskuuta b\n\n2. kesäkuuta c", "0 list-numbers map[escaped:3\\. numbers:3., 17., 2. shown:3., 4., 5.]"},
		{"ordinals", "21. marraskuuta a\n7. luokan b", "0 list-numbers map[escaped:21\\. numbers:21., 7. shown:21., 22.]"},
		{"a day by itself", "7. luokan oppilaat tulivat.", "0 list-single map[escaped:7\\. numbers:7. shown:7.]"},
		{"a day that cuts a paragraph", "Kokous oli\n1. joulukuuta kirjastossa.", "11 list-single map[escaped:1\\. numbers:1. shown:1.]"},
		{"a list that goes on", "1. yksi\n  - sisällä\n2. kaksi\n3. kolme", "0 list-single map[escaped:1\\. numbers:1. shown:1.]; 22 list-begins map[escaped:2\\. numbers:2., 3. shown:2., 3.]"},
		{"a list in a quotation", "> 4) neljä\n> 6) kuusi", "2 list-numbers map[escaped:4\\. numbers:4., 6. shown:4., 5.]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}

func TestTextThatIsLostOrChangedIsToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a row with more cells than heads", "| A | B |\n|---|---|\n| a | b | c |", "20 table-cells map[columns:2 found:3]"},
		{"a line between words of a cell", "A | B\n--|--\na | b\n`x|y` | c", "18 table-cells map[columns:2 found:3]"},
		{"a line below the heads that is too short", "| A | B | C |\n|---|---|\n| a | b | c |", "14 table-line map[cells:3 found:2]"},
		{"a line below a paragraph", "Teksti,\njoka jatkuu\n---\n\na", "0 heading-underline map[heading:Teksti, joka jatkuu]"},
		{"a list that begins below a paragraph", "Asiat\n-\n", "0 heading-underline map[heading:Asiat]"},
		{"a note with an empty line", "Alku <!-- kysy\n\nmuilta --> loppu", "5 note-open map[]"},
		{"a note that isn't closed", "Alku\n\n<!-- kesken\n\nloppu", "6 note-open map[html:<!-- kesken]"},
		{"a note of a program for writing", "<!– muista –> Teksti", "0 note-open map[]"},
		{"a note in other brackets", "Teksti ‹!– muista –›", "7 note-open map[]"},
		{"two notes", "Yksi <!– a –> ja\n\nkaksi <!– b", "5 note-open map[]; 28 note-open map[]"},
		{"an end alone", "Teksti -->", "7 note-open map[]"},
		{"a text behind a note", "<!-- x --> teksti", "0 note-line map[html:<!-- x --> teksti]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}

func TestMarksOfOtherProgramsAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a page of Obsidian", "Ks. [[yksi]].", "4 mark-foreign map[text:[[yksi]]]"},
		{"a reference without its address", "Ks. [vinkit][a].", "4 mark-foreign map[text:[vinkit][a]]"},
		{"a task", "- [ ] yksi\n- [x] kaksi", "2 mark-foreign map[text:[ ]]; 13 mark-foreign map[text:[x]]"},
		{"words struck out", "a ~~pois~~ b", "2 mark-foreign map[text:~~pois~~]"},
		{"a note of GitHub", "> [!NOTE]\n> Huomaa", "2 mark-foreign map[text:[!NOTE]]"},
		{"a note of MkDocs", "!!! note\nHuomaa", "0 mark-foreign map[text:!!!]"},
		{"a box", "::: tip\nVinkki\n:::", "0 mark-foreign map[text::::]; 15 mark-foreign map[text::::]"},
		{"a table with tabs", "Kuka\tMitä\nminä\ttyötä", "0 table-tabs map[text:Kuka Mitä]"},
		{"an address", "Ks. https://thl.fi/a nyt", "4 address-bare map[text:https://thl.fi/a]"},
		{"numbers without a space", "1.yksi\n2.kaksi", "0 list-space map[text:1.yksi]"},
		{"hyphens without a space", "-yksi\n-kaksi", "0 list-space map[text:-yksi]"},
		{"a heading without its space", "a\n\n#Otsikko\n\nb", "3 heading-space map[text:## Otsikko]"},
		{"circles of Word", "o\tyksi\no\tkaksi", "0 list-sign map[sign:•]"},
		{"stars without an end", "Tämä on **tärkeää.\n\nMuu", "10 stars-open map[text:**tärkeää.]"},
		{"stars behind a quotation", "**”Sitaatti”**sanoi", "0 stars-stay map[text:”Sitaatti”]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}

func TestWhatMeansSomethingElseIsLeftInPeace(t *testing.T) {
	for rule, text := range map[string]string{
		"a list":                  "1. yksi\n2. kaksi\n\nteksti\n\n1. yksi\n1. kaksi",
		"escaped numbers":         "7\\. luokan oppilaat\n\n1\\. joulukuuta",
		"a day within a line":     "Kokous on 1. joulukuuta.",
		"a list within a list":    "1. yksi\n   - a\n   - b\n2. kaksi\n\n   jatkuu\n3. kolme",
		"a short row":             "| A | B |\n|---|---|\n| a |",
		"a line within a cell":    "| A | B |\n|---|---|\n| a \\| b | c |",
		"lines by themselves":     "a\n\n---\n\nb",
		"a note":                  "<!-- kysy\n\nmuilta -->\n\nAlku <!-- x --> loppu",
		"arrows and comparisons":  "a → b, 5 <!6, a > b",
		"addresses of links":      "[a](https://thl.fi) <https://thl.fi> [b][c]\n\n[c]: https://thl.fi",
		"all of it in code":       "`[[a]]` `<!–`\n\n    ~~x~~ -->\n\n```\n::: tip\n1.a\n2.b\n```",
		"words of social media":   "#Osallisuus ja #Kunta",
		"an exclamation":          "Hienoa!!! Jatkakaa.",
		"a tab within a sentence": "a\tb",
	} {
		expectIssues(t, rule, text, "")
	}
}

func expectIssues(t *testing.T, rule, text, want string) {
	t.Helper()
	if got := issuesOf("fi", text); got != want {
		t.Errorf("%s: got %s\nwant %s", rule, got, want)
	}
}
