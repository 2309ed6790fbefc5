package content

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func readSynonyms(text string) ([][]string, []string) {
	groups, problems := loadSynonyms([]Layer{{FS: fstest.MapFS{"content/fi/synonyms.txt": {Data: []byte(text)}}}}, "fi")
	var texts []string
	for _, p := range problems {
		texts = append(texts, strings.TrimPrefix(p.Error(), "content/fi/synonyms.txt:"))
	}
	return groups, texts
}

func TestSynonymsAreGroupsOfWordsAndPhrasesInSmallLetters(t *testing.T) {
	for _, c := range []struct {
		rule, text string
		want       [][]string
	}{
		{"a group a line", "esihenkilö = esimies\nosbu = osallistuva budjetointi = asukasbudjetointi\n",
			[][]string{{"esihenkilö", "esimies"}, {"osbu", "osallistuva budjetointi", "asukasbudjetointi"}}},
		{"capital letters and spaces", "\t THL=Terveyden  ja\u00a0hyvinvoinnin laitos ", [][]string{{"thl", "terveyden ja hyvinvoinnin laitos"}}},
		{"comments and empty lines", "# a = b\n\n  # c\na = b # c = d\n", [][]string{{"a", "b"}}},
		{"a byte order mark and line ends of Windows", "\uFEFFa = b\r\n\r\nc = d\r\n", [][]string{{"a", "b"}, {"c", "d"}}},
		{"letters written as two signs", "a\u0308a\u0308ni = äänestys", [][]string{{"ääni", "äänestys"}}},
		{"hyphens and digits", "te-palvelu = te-palvelu24 = sosiaali- ja terveyspalvelut", [][]string{{"te-palvelu", "te-palvelu24", "sosiaali- ja terveyspalvelut"}}},
		{"comments alone", "# tyhjä\n", nil},
		{"nothing", "", nil},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got, problems := readSynonyms(c.text); !reflect.DeepEqual(got, c.want) || len(problems) > 0 {
				t.Errorf("got %q, %v", got, problems)
			}
		})
	}
}

func TestALanguageWithoutSynonymsHasNone(t *testing.T) {
	if groups, problems := loadSynonyms([]Layer{{FS: fstest.MapFS{}}}, "fi"); len(groups) > 0 || len(problems) > 0 {
		t.Errorf("got %v, %v", groups, problems)
	}
}

func TestWhatIsWrongWithSynonymsIsReportedAtItsPlace(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"one word alone", "a = b\n  sana \n", "2:3: there is only one word on the line"},
		{"nothing behind =", "äiti =\n", "1:6: there is nothing beside the ="},
		{"nothing before =", "= a", "1:1: there is nothing beside the ="},
		{"nothing between two", "ä = = b", "1:3: there is nothing beside the ="},
		{"= alone", "=", "1:1: there is nothing beside the ="},
		{"a word twice in a group", "ä = b = Ä", "1:9: `ä` stands there twice, first in line 1"},
		{"a word in two groups", "a = b\n\nc =  A", "3:6: `a` stands there twice, first in line 1"},
		{"another sign", "äiti = isä, emo", "1:11: `isä, emo` can't be searched for with `,` in it"},
		{"a hyphen alone", "a = -", "1:5: `-` can't be searched for with `-` in it"},
		{"a sign that isn't seen", "a = b\u00adc", "1:6: `b\u00adc` can't be searched for with `\u00ad` in it"},
		{"bytes that are no text", "a = b\nk\xe4 = c", "2:2: the file is saved in the encoding Windows-1252 (ISO-8859-1), so å, ä and ö can't be read"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			_, problems := readSynonyms(c.text)
			if got := strings.Join(problems, "\n"); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAllProblemsOfSynonymsAreReportedAtOnce(t *testing.T) {
	if _, problems := readSynonyms("a\nb = \nc = d!\ne = f\n"); len(problems) != 3 {
		t.Errorf("the problems are %q", problems)
	}
}

func TestAFileOfSynonymsMayNotBeHuge(t *testing.T) {
	_, problems := readSynonyms(strings.Repeat("a", synonymsLimit+1))
	if len(problems) != 1 || !strings.HasSuffix(problems[0], "the file is 1.1 MB, more than the 1 MB that it may have") {
		t.Errorf("the problems are %.200q", problems)
	}
}

func TestSynonymsAreReadWithTheirLocaleAndAreNoFileOfTheSite(t *testing.T) {
	site := load(t, files{"content/fi/synonyms.txt": "a = b", "content/sv/synonyms.txt": "c = d"})
	if l := site.Locales[0]; !reflect.DeepEqual(l.Synonyms, [][]string{{"a", "b"}}) || len(l.Pages) != 1 || len(site.Files) > 0 {
		t.Errorf("synonyms are %q, pages %d, files of the site %v", l.Synonyms, len(l.Pages), site.Files)
	}
}
