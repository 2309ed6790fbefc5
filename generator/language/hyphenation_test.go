package language

import (
	"strings"
	"sync"
	"testing"
)

// visible shows soft hyphens as hyphens.
func visible(text string) string { return strings.ReplaceAll(text, "\u00ad", "-") }

func plain(text string) string { return strings.ReplaceAll(text, "\u00ad", "") }

// borders returns the borders of the words of the tests.
func borders(word string) string {
	for marked := range strings.FieldsSeq("hyvin|vointi|alueella kokemus|asian|tuntija vapaa|ehtois|toiminta osallisuus|ohjelma " +
		"yhdys|pinta|työ kansan|äänestyksen korkea|koulutus saavutettavuus|seloste e|postiosoitteessa inclusion|programme") {
		if strings.ReplaceAll(marked, "|", "") == word {
			return marked
		}
	}
	return map[string]string{"lainsäädännölle": "laki|säädäntö", "toimintatavoille": "|toiminta||tavoille|"}[word]
}

func TestLongFinnishWordsArePartedAtBordersAndSyllables(t *testing.T) {
	for _, c := range []struct{ rule, want string }{
		{"compound borders first", "hy-vin-voin-ti-alu-eel-la ko-ke-mus-asi-an-tun-ti-ja va-paa-eh-tois-toi-min-ta osal-li-suus-oh-jel-ma"},
		{"two letters stay together at the ends of parts", "kor-kea-kou-lu-tus saa-vu-tet-ta-vuus-se-los-te yh-dys-pin-ta-työ kan-san-ää-nes-tyk-sen"},
		{"a border that leaves one letter isn't used", "epos-tio-soit-tees-sa"},
		{"the borders of another word neither", "lain-sää-dän-nöl-le"},
		{"borders at the ends, or two in a place, do no harm", "toi-min-ta-ta-voil-le"},
		{"in any case of letters", "HY-VIN-VOIN-TI-ALU-EEL-LA Osal-li-suus-oh-jel-ma"},
		{"before a consonant and a vowel", "mah-dol-li-suu-des-ta kes-kus-te-luis-sa yh-den-ver-tai-suus ke-hit-tä-mi-nen leik-kauk-ses-sa"},
		{"long vowels and diphthongs stay whole", "köy-hyy-des-tä-kin hyö-dyn-tä-mi-nen haa-voit-tu-vas-sa kiin-nos-tu-nei-ta ai-heut-ta-mi-nen työl-lis-ty-mi-nen"},
		{"other vowels part", "lu-ki-oi-den-kin mu-se-oi-den-kin de-mok-ra-ti-aan-kin ar-vi-oin-tiin-kin lau-an-tai-sin-kin kol-le-gi-oi-den-kin"},
		{"what is a diphthong in some syllables stays", "in-for-maa-tio-ta-kin osal-lis-tu-vien"},
		{"a vowel isn't a syllable by itself", "alu-eel-li-ses-ti alu-een-kin-ko-han"},
		{"foreign letters and sounds", "worksho-pis-sa-kin Ži-že-ki-läi-sit-täin idéo-lo-gi-ses-ti År-hund-ra-den-kin psy-ko-lo-gi-nen-kin"},
		{"letters of no known sound are left alone", "коммуникация ΔημοκρατίαΔημο"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			for want := range strings.FieldsSeq(c.want) {
				if got := visible(For("fi").Hyphenate(strings.ReplaceAll(want, "-", ""), borders)); got != want {
					t.Errorf("%s, want %s", got, want)
				}
			}
		})
	}
}

func TestOnlyLongWordsOfTheTextArePartedAndNothingElse(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"short words", "Osallisuus on eri alueilla, kuntalaiset", "Osallisuus on eri alueilla, kuntalaiset"},
		{"words in their marks", "(mahdollisuudesta), ”mahdollisuus”: **mahdollisuuden**", "(mah-dol-li-suu-des-ta), ”mah-dol-li-suus”: **mah-dol-li-suu-den**"},
		{"a full stop and a quotation mark", "mahdollisuudesta.” Ja", "mah-dol-li-suu-des-ta.” Ja"},
		{"parts of a word with hyphens", "a-mahdollisuudesta-b–mahdollisuudesta", "a-mah-dol-li-suu-des-ta-b–mah-dol-li-suu-des-ta"},
		{"words parted by a space that doesn't break", "mahdollisuudesta\u00a0mahdollisuudesta", "mah-dol-li-suu-des-ta\u00a0mah-dol-li-suu-des-ta"},
		{"soft hyphens that are there", "mahdollisuu\u00addesta", "mahdollisuu-desta"},
		{"digits beside", "mahdollisuudesta2 3mahdollisuudesta 4-mahdollisuudesta", "mahdollisuudesta2 3mahdollisuudesta 4-mah-dol-li-suu-des-ta"},
		{"names for machines", "mahdollisuudesta_x &mahdollisuudesta;", "mahdollisuudesta_x &mahdollisuudesta;"},
		{"addresses", "https://mahdollisuudesta/mahdollisuudesta www.mahdollisuudesta.fi mahdollisuudesta@kunta.fi mahdollisuudesta",
			"https://mahdollisuudesta/mahdollisuudesta www.mahdollisuudesta.fi mahdollisuudesta@kunta.fi mah-dol-li-suu-des-ta"},
		{"letters made of two", "mahdollisuudella\u0308", "mahdollisuudella\u0308"},
		{"no word at all", strings.Repeat("aeiou", 30), strings.Repeat("aeiou", 30)},
		{"bytes that are no text", "mahdollisuudesta\xffmahdollisuudesta", "mah-dol-li-suu-des-ta\xffmah-dol-li-suu-des-ta"},
	} {
		t.Run(c.rule, func(t *testing.T) {
			if got := visible(For("fi").Hyphenate(c.text, borders)); got != strings.ReplaceAll(c.want, "\u00ad", "-") {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

func TestOtherLanguagesPartAtBordersAlone(t *testing.T) {
	for text, want := range map[string]string{"inclusionprogramme": "inclusion-programme", "responsibilities": "responsibilities"} {
		if got := visible(For("en").Hyphenate(text, borders)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestLongSwedishWordsArePartedByPatternsUnlessTheirBordersAreKnown(t *testing.T) {
	for want := range strings.FieldsSeq("del-ak-tig-hets-pro-gram-met väl-färds-om-rå-des-stra-te-gin erfa-ren-hets-ex-pert-verk-sam-he-ten DIS-KRI-MI-NE-RINGS-OM-BUDS-MAN-NEN kommuner " +
		"kom-mun-in-vå-nare invå-nar-enkä-terna utskrifts-pa-ket till-ba-ka-dra-gen-het osallisuustyöstä inclusion-programme Ålands-de-le-ga-tio-nens") {
		if got := visible(For("sv").Hyphenate(strings.ReplaceAll(want, "-", ""), borders)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestHyphenatorGivesWhatHyphenateDoesHoweverManyAsk(t *testing.T) {
	text := "Osallisuusohjelma ja OSALLISUUSOHJELMA, hyvinvointialueella."
	want := For("fi").Hyphenate(text, borders)
	h := For("fi").Hyphenator(borders)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := h.Soften(text); got != want {
				t.Errorf("got %s", visible(got))
			}
		})
	}
	wg.Wait()
}

func TestTextWithoutLongWordsCostsNoMemory(t *testing.T) {
	h := For("fi").Hyphenator(borders)
	text := strings.Repeat("Kunta ja ”asukkaat” – yhdessä tässä. ", 100)
	for name, soften := range map[string]func(string) string{
		"Soften":    h.Soften,
		"Hyphenate": func(text string) string { return For("fi").Hyphenate(text, borders) },
	} {
		if allocs := testing.AllocsPerRun(10, func() { soften(text) }); allocs > 0 {
			t.Errorf("%s: %v allocations", name, allocs)
		}
	}
}

func FuzzHyphenateOnlyAddsSoftHyphens(f *testing.F) {
	for _, text := range []string{"hyvinvointialueella", "aeaeaeaeaeaeaeae", "İSTANBULİSTANBUL kirjasto", "www.osallisuusohjelma.fi", "\xffÅÅÅÅÅÅÅÅÅÅÅÅÅ", "strstrstrstrstra\u00ad", "ǅǅǅǅǅǅǅǅǅǅǅǅǅ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []string{"fi", "sv"} {
			soft := For(tag).Hyphenate(text, borders)
			if plain(soft) != plain(text) || !strings.Contains(text, "\u00ad") && plain(soft) != text {
				t.Errorf("Hyphenate(%q) = %q", text, soft)
			}
			if again := For(tag).Hyphenate(soft, borders); again != soft {
				t.Errorf("Hyphenate(%q) = %q", soft, again)
			}
		}
	})
}

func BenchmarkSoften(b *testing.B) {
	text := strings.Repeat("Kunnan osallisuusohjelma tehdään hyvinvointialueella yhdessä asukkaiden kanssa, ja sitä seurataan. ", 40)
	lexicon := map[string]string{"osallisuusohjelma": "osallisuus|ohjelma", "hyvinvointialueella": "hyvin|vointi|alueella"}
	h := For("fi").Hyphenator(func(word string) string { return lexicon[word] })
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		h.Soften(text)
	}
}

func TestInAHeadingOnlyWordsThatNoLineHoldsAreParted(t *testing.T) {
	h := For("fi").Hyphenator(borders)
	for text, want := range map[string]string{
		"Hyvinvointialueella on mahdollisuus":              "Hyvinvointialueella on mahdollisuus",
		"Mitä on saavutettavuusseloste, osallisuusohjelma": "Mitä on saa-vu-tet-ta-vuus-se-los-te, osallisuusohjelma",
	} {
		if got := visible(h.SoftenHeading(text)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := visible(string(h.AppendHeading(nil, text))); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
