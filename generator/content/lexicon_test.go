package content

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sparrausopas/generator/guide"
)

func readLexicon(text string) (map[string]guide.Word, []string) {
	words, problems := loadLexicon(fstest.MapFS{"content/fi/lexicon.tsv": {Data: []byte(text)}}, "fi")
	var texts []string
	for _, p := range problems {
		texts = append(texts, p.Error())
	}
	return words, texts
}

func TestLexiconIsReadLineByLine(t *testing.T) {
	words, problems := readLexicon("\uFEFF# a comment\r\nkuntalain\tkuntalaki,kuntalai\tkunta+laki\tkunta|lain\r\n\nwcag\nääni\tääni\t\t")
	want := map[string]guide.Word{
		"kuntalain": {Lemmas: []string{"kuntalaki", "kuntalai"}, Parts: []string{"kunta", "laki"}, Borders: "kunta|lain"},
		"wcag":      {},
		"ääni":      {Lemmas: []string{"ääni"}},
	}
	if !reflect.DeepEqual(words, want) || len(problems) > 0 {
		t.Errorf("got %+v, %v", words, problems)
	}
}

func TestAMissingLexiconIsEmpty(t *testing.T) {
	if words, problems := loadLexicon(fstest.MapFS{}, "fi"); len(words) > 0 || len(problems) > 0 {
		t.Errorf("got %v, %v", words, problems)
	}
}

func TestBrokenLinesOfTheLexiconAreReportedWithTheirPlace(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"too many columns", "#\na\tb\tc\ta\te", "content/fi/lexicon.tsv:2:1: the line of the lexicon is broken: it has 5 columns, not four"},
		{"a capital letter", "Kunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon is broken: `Kunta` isn't a word in small letters"},
		{"no tabs", "kunta kunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon is broken: `kunta kunta` isn't a word in small letters"},
		{"no form", "\tkunta", "content/fi/lexicon.tsv:1:1: the line of the lexicon is broken: `` isn't a word in small letters"},
		{"a word twice", "kunta\nkunta", "content/fi/lexicon.tsv:2:1: the line of the lexicon is broken: `kunta` stands there twice"},
		{"other borders", "kunta\t\t\tkun|nan", "content/fi/lexicon.tsv:1:1: the line of the lexicon is broken: `kun|nan` has the borders of another word"},
		{"bytes that are no text", "kunta\nk\xe4\n", "content/fi/lexicon.tsv:2:2: the file is not UTF-8 text"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if _, problems := readLexicon(c.text); strings.Join(problems, "\n") != c.want {
				t.Errorf("got %v", problems)
			}
		})
	}
}
