package search

import (
	"math"
	"slices"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
)

// impactOf returns a form's impact in a section.
func impactOf(t *testing.T, d *decoded, form, place string) int {
	t.Helper()
	impact := d.found(form)[place]
	if impact == 0 {
		t.Fatalf("%s isn't found in %s, but in %v", form, place, d.found(form))
	}
	return impact
}

// saturated is the impact of a word that has a weight in a section.
func saturated(weight float64) int { return int(63 * weight / (1.5 + weight)) }

func TestAWordInATitleSaysMoreThanInAHeadingThanInText(t *testing.T) {
	summary := newPage("page", "yhteenveto", "Yksi kaksi kolme neljä", "<p>"+words(79)+"</p>")
	summary.Summary = "Kunta"
	short := newPage("page", "lyhyt", "Yksi kaksi kolme neljä", "<p>"+words(80)+"</p>")
	short.Short = "Kunta"
	d := indexOf(t, newLocale("fi", summary, short,
		newPage("page", "nimi", "Yksi kaksi kolme kunta", "<p>"+words(80)+"</p>"),
		newPage("page", "otsikko", "Yksi kaksi kolme neljä", `<h2 id="x">Viisi kuusi kunta yhdeksän</h2><p>`+words(80)+"</p>"),
		newPage("page", "teksti", "Yksi kaksi kolme neljä", "<p>"+words(79)+" kunta</p>")))
	for place, weight := range map[string]float64{"nimi.html": 6, "otsikko.html#x": 4, "lyhyt.html": 3, "teksti.html": 1, "yhteenveto.html": 1} {
		if got, want := impactOf(t, d, "kunta", "fi/"+place), saturated(weight); got != want {
			t.Errorf("the impact in %s is %d, want %d", place, got, want)
		}
	}
}

func TestAWordSaysMoreInAShortTitleAndInAShortText(t *testing.T) {
	d := indexOf(t, newLocale("fi",
		newPage("page", "a", "Kunta", "<p>teksti</p>"), newPage("page", "b", "Kunta ja sen monet muut asukkaat", "<p>"+words(200)+" teksti</p>")))
	for _, form := range []string{"kunta", "teksti"} {
		if short, long := impactOf(t, d, form, "fi/a.html"), impactOf(t, d, form, "fi/b.html"); short <= long {
			t.Errorf("%s has impact %d where it is short, %d where it is long", form, short, long)
		}
	}
}

func TestAWordSaysNoMoreInATextThatIsShorterThanUsual(t *testing.T) {
	d := indexOf(t, newLocale("fi", newPage("page", "a", "T", "<p>kunta</p>"), newPage("page", "b", "T", "<p>"+words(79)+" kunta</p>")))
	if short, usual := impactOf(t, d, "kunta", "fi/a.html"), impactOf(t, d, "kunta", "fi/b.html"); short != usual {
		t.Errorf("the impact is %d where the text is short, %d where it is of usual length", short, usual)
	}
}

func TestMentionsAddUpButLessAndLess(t *testing.T) {
	times := func(n int) string {
		return "<p>" + words(80-n) + strings.Repeat(" kunta", n) + "</p>"
	}
	d := indexOf(t, newLocale("fi",
		newPage("page", "a", "T", times(1)), newPage("page", "b", "T", times(2)), newPage("page", "c", "T", times(3)), newPage("page", "d", "T", times(80))))
	for place, weight := range map[string]float64{"a": 1, "b": 2, "c": 3, "d": 80} {
		if got, want := impactOf(t, d, "kunta", "fi/"+place+".html"), saturated(weight); got != want {
			t.Errorf("the impact in %s is %d, want %d", place, got, want)
		}
	}
}

func TestInflectedFormsOfALemmaAddUp(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>"+words(77)+" kunnan kuntien kunta</p>"))
	d := indexOf(t, learn(l, "kunnan kunta", "kuntien kunta", "kunta kunta"))
	if got := impactOf(t, d, "kunta", "fi/a.html"); got != saturated(3) {
		t.Errorf("the impact of three forms is %d, want %d", got, saturated(3))
	}
}

func TestACompoundCountsForItsPartsWithLess(t *testing.T) {
	l := newLocale("fi",
		newPage("page", "a", "T", "<p>"+words(79)+" osallisuusohjelman</p>"), newPage("page", "b", "T", "<p>"+words(79)+" ohjelman</p>"),
		newPage("page", "c", "T", "<p>"+words(78)+" osallisuusohjelman ohjelman</p>"))
	d := indexOf(t, learn(l, "ohjelman ohjelma", "osallisuusohjelman osallisuusohjelma osallisuus+ohjelma"))
	expectFound(t, d, map[string]string{"ohjelma": "a b c", "osallisuusohjelma": "a c", "osallisuus": "a c"})
	weak := int(math.Floor(.73 * 63 / 2.5))
	for _, c := range []struct {
		form, place string
		want        int
	}{
		{"ohjelma", "a", weak}, {"ohjelma", "b", saturated(1)}, {"ohjelma", "c", saturated(1)}, {"osallisuusohjelma", "a", saturated(1)}, {"osallisuus", "a", weak},
	} {
		if got := impactOf(t, d, c.form, "fi/"+c.place+".html"); got != c.want {
			t.Errorf("the impact of %s in %s is %d, want %d", c.form, c.place, got, c.want)
		}
	}
	expectParts(t, d, "osallisuusohjelma", "osallisuus", "ohjelma")
	expectParts(t, d, "ohjelma")
}

// expectParts compares the lemmas that one counts for weakly.
func expectParts(t *testing.T, d *decoded, lemma string, want ...string) {
	t.Helper()
	parts := map[int]bool{}
	for _, part := range d.parts[d.lemmas[lemma][0]] {
		parts[part] = true
	}
	for _, part := range want {
		if !parts[d.lemmas[part][0]] {
			t.Errorf("%s doesn't count for %s", lemma, part)
		}
	}
	if len(parts) != len(want) {
		t.Errorf("%s counts for %d lemmas, want %d", lemma, len(parts), len(want))
	}
}

func TestAWordCountsForTheVerbItIsDerivedFromAndTheVerbForIt(t *testing.T) {
	l := newLocale("fi",
		newPage("page", "a", "T", "<p>"+words(79)+" osallistuvat</p>"), newPage("page", "b", "T", "<p>"+words(79)+" osallistuu</p>"),
		newPage("page", "c", "T", "<p>kasvava</p>"))
	d := indexOf(t, learn(l, "osallistuvat osallistuva", "osallistuu osallistua", "kasvava kasvava"))
	expectFound(t, d, map[string]string{"osallistua": "a b", "osallistuva": "a b", "kasvava": "c"})
	for _, form := range []string{"osallistua", "osallistuva"} {
		own, other := impactOf(t, d, form, "fi/b.html"), impactOf(t, d, form, "fi/a.html")
		if form == "osallistuva" {
			own, other = other, own
		}
		if own != saturated(1) || other >= own {
			t.Errorf("%s has impact %d by itself, %d by the word it goes with", form, own, other)
		}
	}
	expectParts(t, d, "osallistuva", "osallistua")
	expectParts(t, d, "osallistua", "osallistuva")
	expectParts(t, d, "kasvava")
	if d.lemmas["kasvaa"] != nil {
		t.Error("kasvaa is a form, though it is no word of the lexicon")
	}
}

func TestACompoundCountsForTheVerbOfItsPart(t *testing.T) {
	l := newLocale("fi", newPage("page", "a", "T", "<p>osallisuusvastaava</p>"), newPage("page", "b", "T", "<p>vastaa vastaava</p>"))
	d := indexOf(t, learn(l, "osallisuusvastaava osallisuusvastaava osallisuus+vastaava", "vastaa vastata", "vastaava vastaava"))
	expectFound(t, d, map[string]string{"vastaa": "a b"})
}

func TestAHeadingThatAllPagesOfAKindHaveSaysLittle(t *testing.T) {
	session := newPage("session", "a", "T", `<h2 id="oma">Toinen</h2><p>`+words(80)+"</p>")
	session.Beside.Parts = []guide.Part{{ID: "session-goal", Title: "Tavoite", HTML: []string{words(80)}}}
	d := indexOf(t, newLocale("fi", session))
	if common, own := impactOf(t, d, "tavoite", "fi/a.html#session-goal"), impactOf(t, d, "toinen", "fi/a.html#oma"); common != saturated(1) || own <= common {
		t.Errorf("the heading of all has impact %d, the page's own %d", common, own)
	}
}

func TestTheListOfAWordHasEachSectionOnceWhereItsStemsAreOne(t *testing.T) {
	// The rules part mötena from möte; each is in the section by itself.
	d := indexOf(t, newLocale("sv",
		newPage("page", "a", "T", "<p>mötena</p>"), newPage("page", "b", "T", "<p>"+words(77)+" möte mötena möte</p>"), newPage("page", "c", "T", "<p>möte</p>")))
	list := d.postings[d.lemmas["möte"][0]]
	if list.count != 3 || len(list.impacts) != 3 {
		t.Errorf("the word counts as in %d sections, and %d are listed", list.count, len(list.impacts))
	}
	if got := impactOf(t, d, "möte", "fi/b.html"); got < saturated(2) {
		t.Errorf("the impact is %d, less than that of one of the stems, %d", got, saturated(2))
	}
}

func TestPostingsAreTheSameInSmallBatches(t *testing.T) {
	v := &vocabulary{number: []int{2, none, 0, 1}, lemmas: make([]lemma, 3)}
	sections := [][]find{{newFind(0, 5), newFind(3, 9)}, nil, {newFind(2, 1), newFind(0, 63)}, {newFind(3, 2)}}
	for _, most := range []int{1, 2, 3, batch} {
		var got [][]uint32
		for first, lists := range v.lists(sections, most) {
			if first != len(got) {
				t.Errorf("in batches of %d, one begins with lemma %d, not %d", most, first, len(got))
			}
			for _, list := range lists {
				got = append(got, slices.Clone(list))
			}
		}
		if want := [][]uint32{{2<<6 | 1}, {9, 3<<6 | 2}, {5, 2<<6 | 63}}; !slices.EqualFunc(got, want, slices.Equal[[]uint32]) {
			t.Errorf("in batches of %d, the lists are %v, want %v", most, got, want)
		}
	}
}

func TestTheBestSectionsOfAListAreThoseWithTheHighestImpacts(t *testing.T) {
	var list []uint32
	for section := range uint32(3 * listLimit) {
		list = append(list, section<<impactBits|(section*31%steps+1))
	}
	kept := best(slices.Clone(list))
	slices.SortStableFunc(list, func(a, b uint32) int { return int(b&steps) - int(a&steps) })
	want := list[:listLimit]
	slices.Sort(want)
	if !slices.Equal(kept, want) {
		t.Errorf("%d sections are kept, not the best %d", len(kept), len(want))
	}
	if short := list[:listLimit:listLimit]; !slices.Equal(best(short), short) {
		t.Error("a list that isn't too long has lost something")
	}
}
