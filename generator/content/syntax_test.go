package content

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"sparrausopas/generator/report"
)

func TestEachSlipOfTheAuthorHasItsRule(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a line of plain text", "Teksti", "1:7 syntax-equals"},
		{"plain text of several words", "Tervetuloa mukaan", "1:12 syntax-equals"},
		{"plain text before another line", "Teksti\ntitle = \"a\"", "1:7 syntax-equals"},
		{"a colon as in YAML", "title: Otsikko", "1:6 syntax-colon"},
		{"a space in a name", "my title = \"a\"", "1:4 syntax-name"},
		{"a letter with dots in a name", "päivä = 2026-11-21", "1:2 syntax-name"},
		{"no name", "= \"a\"", "1:1 syntax-name-missing"},
		{"no value", "title =\nshort = \"a\"", "1:8 syntax-value key=title"},
		{"no value on the last line", "title =", "1:8 syntax-value key=title"},
		{"no quotes", "title = Otsikko", "1:9 syntax-quotes example=title = \"Otsikko\""},
		{"no quotes around several words", "title = Mikä on opas?", "1:9 syntax-quotes example=title = \"Mikä on opas?\""},
		{"no quotes around what begins with a number", "title = 24 kysymystä", "1:11 syntax-quotes example=title = \"24 kysymystä\""},
		{"no quotes in a list", "topics = [a, b]", "1:11 syntax-quotes example=topics = [\"…\", \"…\"]"},
		{"quotes on one side", "title = Otsikko\"", "1:9 syntax-quotes example=title = \"…\""},
		{"yes in capitals", "draft = True", "1:9 syntax-truth key=draft"},
		{"no in Finnish with a remark", "draft = ei # vielä", "1:9 syntax-truth key=draft"},
		{"a quote that isn't closed", "title = \"Otsikko\nshort = \"a\"", "1:17 syntax-quote-open"},
		{"a quote that isn't closed on the last line", "title = \"Otsikko", "1:17 syntax-quote-open"},
		{"an apostrophe that isn't closed", "title = 'Otsikko", "1:17 syntax-quote-open"},
		{"three quotes that aren't closed", "title = \"\"\"a\nb", "1:9 syntax-quotes-open"},
		{"curly quotes in a long text that isn't closed", "title = \"\"\"a ”b” c\nd", "1:9 syntax-quotes-open"},
		{"quotes inside of a text", "title = \"Sano \"hei\" heti\"", "1:16 syntax-inner-quotes"},
		{"a text behind a text", "title = \"a\" b", "1:12 syntax-inner-quotes"},
		{"a list without brackets", "topics = \"a\", \"b\"", "1:13 syntax-list"},
		{"a comma behind a number", "number = 7,", "1:11 syntax-rest"},
		{"a comma behind a text", "title = \"a\",", "1:12 syntax-rest"},
		{"a word for a number", "number = seven", "1:10 syntax-number value=seven"},
		{"a number with its unit", "minutes = 2 h", "1:12 syntax-number value=2 h"},
		{"something behind yes", "draft = true kai", "1:13 syntax-rest"},
		{"no comma in a list", "topics = [\"a\" \"b\"]", "1:15 syntax-list"},
		{"a list that isn't closed", "topics = [\"a\"\nshort = \"b\"", "2:1 syntax-list"},
		{"two commas in a list", "topics = [\"a\",,]", "1:15 syntax-comma"},
		{"a heading that isn't closed", "[publisher\nname = \"a\"", "1:11 syntax-heading example=[publisher]"},
		{"a heading without its first bracket", "publisher]", "1:10 syntax-heading example=[publisher]"},
		{"a heading in round brackets", "(publisher)", "1:1 syntax-heading example=[publisher]"},
		{"a list's heading without brackets in front", "languages]]", "1:10 syntax-heading example=[[languages]]"},
		{"a heading without a name", "[]", "1:2 syntax-heading"},
		{"a heading with a space", "[a b]", "1:4 syntax-heading"},
		{"something behind a heading", "[a] b", "1:4 syntax-heading"},
		{"a folder of Windows", `title = "C:\kansio"`, "1:12 syntax-escape"},
		{"a folder of Windows that begins with u", `title = "C:\uusi"`, "1:12 syntax-escape"},
		{"a number with a zero before it", "number = 07", "1:10 syntax-zero key=number number=7 value=07"},
		{"a day with a digit too few", "updated = 2026-1121", "1:11 syntax-day value=2026-1121"},
		{"a quote before the name", "\"title = \"a\"", "1:11 syntax-name"},
		{"a list that isn't closed before a line without a list", "topics = [\"a\",\ntitle = \"b\"", "2:1 syntax-list"},
		{"a list that is never closed", "topics = [\n\"a\", # b\n\n", "2:9 syntax-list"},
		{"no = in a table between braces", "brand = { logo }", "1:16 syntax-name"},
		{"a name twice between braces", "brand = { logo = 1, logo = 2 }", "1:1 key-twice key=logo"},
		{"a name below a value", "brand = 1\nbrand.logo = 2", "2:1 key-twice key=brand.logo"},
		{"a backslash in a long text", "title = \"\"\"\nC:\\kansio\"\"\"", "2:3 syntax-escape"},
		{"a sign that isn't seen behind a value", "number = 1\v", "1:11 syntax-control"},
		{"a number that is none", "number = 1.", "1:10 syntax-number value=1."},
		{"a number far too large", "number = 99999999999999999999", "1:10 syntax-number value=99999999999999999999"},
		{"a name twice", "title = \"a\"\ntitle = \"b\"", "2:1 key-twice key=title"},
		{"a heading twice", "[brand]\n[brand]", "2:1 key-twice key=brand"},
		{"a name and a heading", "title = \"a\"\n[title]\na = 1", "2:1 key-twice key=title"},
		{"a sign that isn't seen", "title = \"a\x01b\"", "1:11 syntax-control"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := slipIn(t, c.text); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// slipIn returns the only problem of a text: place, rule and values.
func slipIn(t *testing.T, text string) string {
	t.Helper()
	var problems report.Problems
	parseFields(report.Source{Name: "a.md", Text: []byte(text)}, text, 0, Options{}.keys(), &problems)
	if len(problems) != 1 {
		t.Fatalf("there are %d problems", len(problems))
	}
	p := problems[0]
	got := strconv.Itoa(p.Place.Line) + ":" + strconv.Itoa(p.Place.Column) + " " + p.Rule
	for _, name := range []string{"example", "key", "number", "value"} {
		if value, ok := p.Values[name]; ok {
			got += fmt.Sprintf(" %s=%v", name, value)
		}
	}
	return got
}

// soundTexts are texts that TOML takes, in forms that few people write.
func soundTexts() []string {
	return []string{
		"", "\n", "# only a remark", "a = 1", "a = 1 # a remark\n\n b\t=\t2 ", "a.b.c = 1\na.b.d = 2", "a.b.c = 1\na.b = 2\na.b.d = 3", "\"a b\" = 1\n'c d' = 2\n'a.b'=3\na.b=4", "1 = 2\n2-b_ = 3",
		"a = \"b \\\" c \\\\\" # \"", "a = 'b \\'", `a = "\u00e4\U0001F600\t\x41\e"`, "a = \"\"\nb = ''", "a = '''\n# b = ' '' \n'''\nc = 1",
		"a = \"\"\"b \\\n  c \\\"\"\"\"\"\"\nd = 1", "a = \"\"\"\"\"\"", "a = [ ]", "a = [1, 2,]", "a = [ # one\n\n 1 # two\n , [\"]\", {b = 1}],\n]\nb = 1",
		"a = {}", "a = { b = 1, c.d = [1], \"e\" = {f = 1} }", "a = [{b = 1}, {b = 1}]", "a = {\n b = 1, # c\n}",
		"a = +1\nb = -0\nc = 1_000\nd = 0xF_F\ne = 1.5e+3\nf = -inf\ng = nan\nh = 0o7\ni = 0b1\nj = 0.0",
		"a = 2026-11-21\nb = 2026-11-21 07:32:00\nc = 2026-11-21T07:32:00.5+02:00 # c\nd = 07:32:00\ne = [2026-11-21 07:32:00Z, true]",
		"[a]\nb = 1\n[a.c]\nb = 1\n[d]\nb = 1", "[a.b]\n[a]\nc = 1", "[[a]]\nb = 1\n[a.c]\nb = 1\n[[a]]\nb = 1\n[a.c]\nb = 1",
		"[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 1\n[[a]]\n[[a.b]]", " [ a . \"b\" ] # c", "[[ a ]] # b",
	}
}

// FuzzATextThatTOMLTakesHasNoSlip keeps the own look at a text from finding
// fault with a sound line in place of the one that is wrong.
func FuzzATextThatTOMLTakesHasNoSlip(f *testing.F) {
	for _, text := range soundTexts() {
		f.Add(text)
		if _, err := toml.Decode(text, &map[string]any{}); err != nil {
			f.Errorf("%q isn't sound: %v", text, err)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = string(report.Clean([]byte(strings.ToValidUTF8(text, ""))))
		_, err := toml.Decode(text, &map[string]any{})
		// Behind a backslash the reader takes one quote too many.
		if slip := findSlip(text, nil); slip != nil && err == nil && !strings.Contains(text, "\\\"\"\"\"\"\"") {
			t.Errorf("%q has %+v", text, *slip)
		}
	})
}

// TestALineThatOnlyTheReaderRefusesIsPointedAt takes what no author writes.
func TestALineThatOnlyTheReaderRefusesIsPointedAt(t *testing.T) {
	text := "title = \"a\"\nsummary = \"\\UFFFFFFFF\"\n"
	if got := slipIn(t, text); !strings.HasPrefix(got, "2:") || !strings.HasSuffix(got, " syntax-line") {
		t.Errorf("got %s", got)
	}
}

// FuzzNoWordOfTheReaderIsShown looks for the English of the TOML reader in what
// an author sees.
func FuzzNoWordOfTheReaderIsShown(f *testing.F) {
	for _, seed := range []string{"a", "a = ", "a = [1", "[[a", "a = \"\\q\"", "a = 1\na = 2", "a = {b = 1,", "a = 0x", "a = 1e", "a = +", "a.b = 1\na = 2", "'''", "a = '''''' b", "a = 12:99", "\x01"} {
		f.Add(seed)
	}
	english := regexp.MustCompile(`(?i)expected|unexpected|delimiter|top-level|terminator|hexadecimal|EOF|toml|newline|underscore|invalid|escape|control char`)
	f.Fuzz(func(t *testing.T, text string) {
		text = string(report.Clean([]byte(strings.ToValidUTF8(text, ""))))
		var problems report.Problems
		parseFields(report.Source{Name: "a.md", Text: []byte(text)}, text, 0, Options{}.keys(), &problems)
		for _, p := range problems {
			printer := report.Printer{Language: "fi"}
			// What the author wrote may be shown, and be English.
			values := fmt.Sprint(p.Values["key"], " ", p.Values["value"], " ", p.Values["example"])
			if said := printer.Text(p) + printer.Hint(p); english.MatchString(said) && !english.MatchString(values) {
				t.Errorf("%q: %s", text, said)
			}
			if p.Rule == printer.Text(p) {
				t.Errorf("%q: there is no message for %s", text, p.Rule)
			}
		}
	})
}
