package check

import (
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/report"
)

func TestWordsThatTheLexiconLacksAreNamedAtItsFile(t *testing.T) {
	known := map[string]guide.Word{"kunta": "kunta", "wcag": ""}
	for _, c := range []struct {
		rule    string
		lexicon map[string]guide.Word
		forms   []string
		want    []string
	}{
		{"all are there, known or not", known, []string{"kunta", "wcag"}, nil},
		{"there is no lexicon", nil, []string{"osbu"}, nil},
		{"some are missing", known, []string{"kunta", "osbu", "ääni"}, []string{"content/fi/lexicon.tsv lexicon-lacks count=2 words=osbu, ääni"}},
		{"the lexicon is empty", map[string]guide.Word{}, []string{"osbu"}, []string{"content/fi/lexicon.tsv lexicon-lacks count=1 words=osbu"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			expect(t, found(Lexicon(&guide.Locale{Lexicon: c.lexicon}, "content/fi/lexicon.tsv", c.forms)), c.want)
		})
	}
}

func TestAStaleLexiconSaysHowToMakeItAnew(t *testing.T) {
	problems := Lexicon(&guide.Locale{Lexicon: map[string]guide.Word{}}, "a.tsv", []string{"osbu"})
	want := "go run ./generator lexicon"
	printer := report.Printer{Program: "go run ./generator"}
	if len(problems) != 1 || (report.Printer{}).Text(problems[0]) != "the lexicon lacks words of the site (1): osbu" || !strings.Contains(printer.Hint(problems[0]), want) || !problems[0].Warning() {
		t.Errorf("%v: %s", problems, printer.Hint(problems[0]))
	}
}
