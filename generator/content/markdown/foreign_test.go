package markdown

import "testing"

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
		{"an address", "Ks. https://thl.fi/a nyt", "4 address-bare map[target:https://thl.fi/a text:https://thl.fi/a]"},
		{"an address of old", "Ks. www.thl.fi.", "4 address-bare map[target:https://www.thl.fi text:www.thl.fi]"},
		{"an address of mail", "Kysykää nimi@kunta.fi!", "10 address-bare map[target:mailto:nimi@kunta.fi text:nimi@kunta.fi]"},
		{"a table of numbers with tabs", "1.\tminä\ttyötä\n2.\tsinä\tmuuta", "0 table-tabs map[text:1. minä työtä]"},
		{"numbers with a bracket too many", "1.) yksi\n2.) kaksi", "0 list-space map[text:1.) yksi]"},
		{"numbers with a space too early", "1 . yksi\n2 . kaksi", "0 list-space map[text:1 . yksi]"},
		{"numbers with a space of Word", "1.\u00a0yksi\n2.\u00a0kaksi", "0 list-space map[text:1. yksi]"},
		{"hyphens with a space of Word", "-\u00a0yksi\n-\u00a0kaksi", "0 list-space map[text:- yksi]"},
		{"signs of Word", "ü\tyksi\nü\tkaksi", "0 list-sign map[sign:•]"},
		{"ticks", "✓ yksi\n✓ kaksi", "0 list-sign map[sign:✓]"},
		{"letters that count", "a) yksi\nb) kaksi", "0 list-sign map[sign:a)]"},
		{"letters of Word that count", "i.\tyksi\nii.\tkaksi", "0 list-sign map[sign:a)]"},
		{"a hyphen without a space in a list", "- yksi\n-kaksi\n- kolme", "7 list-space map[text:-kaksi]"},
		{"a dash in a list", "- yksi\n– kaksi\n- kolme", "7 list-sign map[sign:–]"},
		{"bullets below a hyphen", "- yksi\n• kaksi\n• kolme", "7 list-sign map[sign:•]"},
		{"an address in brackets", "Sivusto (https://thl.fi/a) on", "9 address-bare map[target:https://thl.fi/a text:https://thl.fi/a]"},
		{"stars with a space on one side", "**lihava **teksti", "0 stars-stay map[text:lihava]"},
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
		"a list":                   "1. yksi\n2. kaksi\n\nteksti\n\n1. yksi\n1. kaksi",
		"escaped numbers":          "7\\. luokan oppilaat\n\n1\\. joulukuuta",
		"a day within a line":      "Kokous on 1. joulukuuta.",
		"a list within a list":     "1. yksi\n   - a\n   - b\n2. kaksi\n\n   jatkuu\n3. kolme",
		"a short row":              "| A | B |\n|---|---|\n| a |",
		"a line within a cell":     "| A | B |\n|---|---|\n| a \\| b | c |",
		"lines by themselves":      "a\n\n---\n\nb",
		"a note":                   "<!-- kysy\n\nmuilta -->\n\nAlku <!-- x --> loppu",
		"arrows and comparisons":   "a → b, 5 <!6, a > b",
		"addresses of links":       "[a](https://thl.fi) <https://thl.fi> [b][c]\n\n[c]: https://thl.fi",
		"all of it in code":        "`[[a]]` `<!–`\n\n    ~~x~~ -->\n\n```\n::: tip\n1.a\n2.b\n```",
		"words of social media":    "#Osallisuus ja #Kunta",
		"an exclamation":           "Hienoa!!! Jatkakaa.",
		"a tab within a sentence":  "a\tb",
		"a list of Word":           "1.\tyksi\n2.\tkaksi\n\n-\tyksi\n-\tkaksi",
		"pages and paragraphs":     "s. 5 alkaa\ns. 6 loppuu\n\na) kohta\n\nb) kohta",
		"an address that's linked": "[www.thl.fi](https://www.thl.fi) <nimi@kunta.fi>",
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
