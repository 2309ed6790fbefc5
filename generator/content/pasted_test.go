package content

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"sparrausopas/generator/report"
)

// firstProblem loads a project and returns the first that is wrong with it,
// with what to write instead.
func firstProblem(t *testing.T, fsys fs.FS) string {
	t.Helper()
	_, err := Load(fsys, Options{})
	var problems report.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("the error isn't a list of problems: %v", err)
	}
	p := problems[0]
	text := p.Place.String() + " " + p.Rule
	for _, name := range []string{"example", "sign", "value", "encoding", "format", "ending"} {
		if value, ok := p.Values[name]; ok && value != "" {
			text += fmt.Sprintf(" %s=%v", name, value)
		}
	}
	return text
}

func TestASlipOfTheHandOrOfWordIsToldWithWhatToWriteInstead(t *testing.T) {
	for _, test := range []struct{ name, line, want string }{
		{"curly quotes around a text", "title = “Sivu”", "2:9 front-quotes example=title = \"Sivu\""},
		{"Finnish ones", "title = ”Sivu”", "2:9 front-quotes example=title = \"Sivu\""},
		{"German ones", "title = „Sivu“", "2:9 front-quotes example=title = \"Sivu\""},
		{"angles", "title = »Sivu»", "2:9 front-quotes example=title = \"Sivu\""},
		{"single ones", "title = ‘Sivu’", "2:9 front-quotes example=title = \"Sivu\""},
		{"one at the end", "title = \"Sivu”", "2:14 front-quotes example=title = \"Sivu\""},
		{"one at the start", "title = ”Sivu\"", "2:9 front-quotes example=title = \"Sivu\""},
		{"a single one at the end", "title = 'Sivu’", "2:14 front-quotes example=title = \"Sivu\""},
		{"quotes within quotes", "title = ”Mitä ”osallisuus” on”", "2:9 front-quotes example=title = \"Mitä ”osallisuus” on\""},
		{"a list", "topics = [“a”, \"b”]", "2:11 front-quotes example=topics = [\"a\", \"b\"]"},
		{"a list over lines", "topics = [\n  ”a”,\n]", "3:3 front-quotes example=\"a\","},
		{"a key", "“title” = \"Sivu\"", "2:1 front-quotes example=title = \"Sivu\""},
		{"a comma in a number", "minutes = 1,5", "2:12 number-comma example=minutes = 2 value=1,5"},
		{"a day in Finnish order", "updated = 21.11.2026", "2:11 day-order example=updated = 2026-11-21 value=21.11.2026"},
		{"with strokes", "updated = 1/2/2026 # uusi", "2:11 day-order example=updated = 2026-02-01 value=1/2/2026"},
		{"a dash in place of a hyphen", "updated = 2026–11–21", "2:11 day-order example=updated = 2026-11-21 value=2026–11–21"},
		{"between quotes", "updated = \"21.11.2026\"", "2:1 day-order example=updated = 2026-11-21 value=21.11.2026"},
		{"only between quotes", "updated = \"2026-11-21\"", "2:1 day-quotes example=updated = 2026-11-21 value=2026-11-21"},
		{"digits too few", "updated = 2026-1-5", "2:11 day-order example=updated = 2026-01-05 value=2026-1-5"},
		{"a day that isn't", "updated = 2026-11-31", "2:11 day-missing example=updated = 2026-11-30 value=2026-11-31"},
		{"a month that isn't", "updated = 2026-21-11", "2:11 day-missing value=2026-21-11"},
		{"a hard space before =", "title\u00a0= \"Sivu\"", "2:6 front-sign example=title = \"Sivu\" sign=sign-space"},
		{"a hard space behind =", "title =\u00a0\"Sivu\"", "2:8 front-sign example=title = \"Sivu\" sign=sign-space"},
		{"a sign of no width", "\u200btitle = \"Sivu\"", "2:1 front-sign example=title = \"Sivu\" sign=sign-unseen"},
		{"a hidden hyphen", "ti\u00adtle = \"Sivu\"", "2:3 front-sign example=title = \"Sivu\" sign=sign-hyphen"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := firstProblem(t, project(files{"content/fi/a.md": page(test.line+"\ntitle = \"A\"", "")}))
			if got != "content/fi/a.md:"+test.want {
				t.Errorf("got  %q\nwant %q", got, "content/fi/a.md:"+test.want)
			}
		})
	}
}

func TestSignsFromWordWithinATextAreLeftAlone(t *testing.T) {
	text := "”Sivu”\u00a0on ’tässä’"
	if got := firstLocale(t, files{"content/fi/a.md": page("title = \""+text+"\" # “a”\nupdated = 2026-11-21", "")}).Page("a").Title; got != text {
		t.Errorf("the title is %q", got)
	}
}

func TestALineThatWasToBeTheFenceIsPointedAt(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"dashes":                  {"–––\ntitle = \"A\"\n+++\n", "1:1 front-fence"},
		"a space from Word":       {"\u00a0+++\ntitle = \"A\"\n+++\n", "1:1 front-fence"},
		"a tab":                   {"\t+++\ntitle = \"A\"\n+++\n", "1:1 front-fence"},
		"two signs":               {"++\ntitle = \"A\"\n+++\n", "1:1 front-fence"},
		"one that closes":         {"+++\ntitle = \"A\"\n\u200b+++\n\n\nText\n", "3:1 front-fence"},
		"dashes at the end":       {"+++\ntitle = \"A\"\n---\nText\n", "3:1 front-fence"},
		"no line that looks like": {"+++\ntitle = \"A\"\nText\n", "1:1 front-open"},
	} {
		wrong{name, files{"content/fi/a.md": test.text}, []string{"content/fi/a.md:" + test.want}}.test(t)
	}
}
