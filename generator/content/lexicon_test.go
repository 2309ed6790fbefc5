package content

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
)

func readLexicon(text string) (map[string]guide.Word, []string) {
	words, problems := loadLexicons([]Layer{{FS: fstest.MapFS{"content/fi/lexicon.tsv": {Data: []byte(text)}}}}, "fi", false, nil)
	var texts []string
	for _, p := range problems {
		texts = append(texts, p.Error())
	}
	return words, texts
}

func TestLexiconIsReadLineByLine(t *testing.T) {
	words, problems := readLexicon("\uFEFF# a comment\r\nkuntalain\tkuntalaki,kuntalai\tkunta+laki\tkunta|lain\r\n\nwcag\nääni\tääni\t\t")
	want := map[string]guide.Word{
		"kuntalain": guide.NewWord([]string{"kuntalaki", "kuntalai"}, []string{"kunta", "laki"}, "kunta|lain"),
		"wcag":      "",
		"ääni":      "ääni",
	}
	if !reflect.DeepEqual(words, want) || len(problems) > 0 {
		t.Errorf("got %+v, %v", words, problems)
	}
}

func TestAMissingLexiconIsEmpty(t *testing.T) {
	if words, problems := loadLexicons([]Layer{{FS: fstest.MapFS{}}}, "fi", false, nil); len(words) > 0 || len(problems) > 0 {
		t.Errorf("got %v, %v", words, problems)
	}
}

func TestBrokenLinesOfTheLexiconAreReportedWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"too many columns", "#\na\tb\tc\ta\te", "content/fi/lexicon.tsv:2:1: the line of the lexicon has more than four columns"},
		{"a capital letter", "Kunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon begins with no word in small letters: `Kunta`"},
		{"no tabs", "kunta kunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon begins with no word in small letters: `kunta kunta`"},
		{"no form", "\tkunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon begins with no word in small letters: ``"},
		{"a word twice", "kunta\nkunta", "content/fi/lexicon.tsv:2:1: `kunta` stands in the lexicon twice"},
		{"other borders", "kunta\t\t\tkun|nan", "content/fi/lexicon.tsv:1:1: `kun|nan` has the borders of another word than `kunta`"},
		{"bytes that are no text", "kunta\nk\xe4\n", "content/fi/lexicon.tsv:2:2: the file is saved in the encoding Windows-1252 (ISO-8859-1), so å, ä and ö can't be read"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if _, problems := readLexicon(c.text); strings.Join(problems, "\n") != c.want {
				t.Errorf("got %v", problems)
			}
		})
	}
}
