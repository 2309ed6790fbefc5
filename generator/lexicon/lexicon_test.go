package lexicon

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// recorded is what voikkospell 4.3.1 with voikko-fi 2.5 wrote.
func recorded(t *testing.T) map[string][]analysis {
	t.Helper()
	output, err := os.ReadFile("testdata/voikkospell.txt")
	if err != nil {
		t.Fatal(err)
	}
	return parseVoikko(string(output))
}

func TestWordsAreDescribedByTheLikelyAnalysesOfVoikko(t *testing.T) {
	found := recorded(t)
	for _, c := range []struct{ rule, want string }{
		{"a plain word", "kysymyksissä kysymys"},
		{"a compound", "hyvinvointialueella hyvinvointialue hyvinvointi+alue hyvin|vointi|alueella"},
		{"a part that has an ending of its own", "työntekijöitä työntekijä työ+tekijä työn|tekijöitä"},
		{"parts that are made of others", "osallisuusohjelma osallisuusohjelma osallisuus+ohjelma osallisuus|ohjelma"},
		{"an ending with another lemma", "liikuntasalin liikuntasali liikunta+sali liikunta|salin"},
		{"a compound that is one word to Voikko", "yhteenveto yhteenveto yhteen+veto yhteen|veto"},
		{"a compound with an ending is no parts", "yhdenvertaisuus yhdenvertaisuus  yhden|vertaisuus"},
		{"the fewest parts: not ase and maa", "asemaan asema"},
		{"the fewest parts: not jana", "kokemusasiantuntijana kokemusasiantuntija kokemus+asia+tuntija kokemus|asian|tuntijana"},
		{"borders that aren't sure", "naapurustorahan naapurustora,naapurustoraha naapurus+tora+naapurusto+raha"},
		{"a hyphen is a border to see", "linja-auto linja-auto linja+auto"},
		{"an apostrophe", "raa’an raaka"},
		{"a name, for there is nothing else", "helsingin helsinki"},
		{"an unknown word", "wcag"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			form, _, _ := strings.Cut(c.want, " ")
			word := describe(form, found[asked(form)])
			got := strings.TrimSuffix(form+" "+strings.ReplaceAll(string(word), "\t", " "), " ")
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestNamesCountOnlyWhereNothingElseIsLeft(t *testing.T) {
	name, noun := analysis{class: "sukunimi", lemma: "kivi"}, analysis{class: "nimisana", lemma: "kivi"}
	other := analysis{class: "etunimi", lemma: "satu"}
	if got := likely([]analysis{name, noun, other}); len(got) != 1 || got[0] != noun {
		t.Errorf("got %v", got)
	}
	if got := likely([]analysis{name, other}); len(got) != 2 {
		t.Errorf("got %v", got)
	}
	if got := likely(nil); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestOutputThatIsNotOfVoikkoIsPassedOver(t *testing.T) {
	for _, output := range []string{"", "E: oh no\n", "A(sana\n", "A(sana):1\n", "C: sana\nW: sanna\n"} {
		if found := parseVoikko(output); len(found) > 0 {
			t.Errorf("%q gives %v", output, found)
		}
	}
	if word := describe("sana", []analysis{{structure: "=pp=pppppppp", bases: "+((++)"}}); word.Borders() != "" {
		t.Errorf("a structure of another length has the borders %s", word.Borders())
	}
}

func TestTheFileIsInOrderAndHasNoEmptyColumnsAtTheEnd(t *testing.T) {
	words := map[string]guide.Word{
		"ääni": "ääni", "wcag": "",
		"kuntalain": guide.NewWord([]string{"kuntalaki", "kuntalai"}, []string{"kunta", "laki"}, "kunta|lain"),
	}
	want := header + "kuntalain\tkuntalaki,kuntalai\tkunta+laki\tkunta|lain\nwcag\nääni\tääni\n"
	if got := string(Format(words)); got != want {
		t.Errorf("got\n%s", got)
	}
	if Known(words) != 2 || New(words, []byte(want)) != 0 || New(words, []byte(header+"wcag\r\n")) != 2 || New(words, nil) != 3 {
		t.Errorf("%d known, %d new", Known(words), New(words, nil))
	}
}

func TestAMissingVoikkoIsToldFromOneThatFails(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Describe([]string{"sana"}, func(int, int) {})
	if !errors.Is(err, ErrMissing) {
		t.Errorf("the error is %v", err)
	}
}

func TestWordsAreThoseThatAReaderSeesInEachLanguage(t *testing.T) {
	var words Words
	page := `<!DOCTYPE html><html lang="fi"><head><title>Otsikko</title><style>.tyyli{}</style><script>skripti()</script></head><body>
<h1>Osal` + "\u00ad" + `lisuus</h1><p><strong>Kunta</strong>lain <em>ja</em> muut, sote-uudistus.</p><ul><li>yksi</li><li>kaksi</li></ul>
<a lang="sv" title="nimi">Svenska</a> on <b lang="sv">språk</b><img src="a.png" alt="kuva"><code>koodi</code> https://osoite.fi<br>rivi<sup><a>1</a></sup></body></html>`
	for name, data := range map[string]string{"index.html": page, "muu.html": "<html lang=fi><p>muu", "teksti.txt": "teksti"} {
		if err := words.Add(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	if got := strings.Join(words.In("fi"), " "); got != "kaksi kuntalain kuva muu muut osallisuus otsikko rivi sote sote-uudistus uudistus yksi" {
		t.Errorf("Finnish words are %s", got)
	}
	if got := words.In("sv"); !slices.Equal(got, []string{"språk", "svenska"}) || words.In("en") != nil {
		t.Errorf("Swedish words are %v", got)
	}
}

func TestWordsOfTextsBesideThePagesAreTakenToo(t *testing.T) {
	var words Words
	words.AddText("fi", "osbu Osallistuva budjetointi te-palvelu")
	if got := strings.Join(words.In("fi"), " "); got != "budjetointi osallistuva osbu palvelu te-palvelu" {
		t.Errorf("the words are %s", got)
	}
}

func TestOnlyFinnishHasADictionary(t *testing.T) {
	if !Covers("fi") || Covers("sv") || Covers("en") {
		t.Error("the languages with a dictionary are others")
	}
}
