package language

import "testing"

func TestInflectionIsKnownOfThreeLanguages(t *testing.T) {
	for tag, want := range map[string][2]int{"fi": {3, 16}, "sv": {2, 2}, "en": {2, 5}, "de": {0, 0}} {
		got := For(tag).Inflection()
		if len(got.Endings) != want[0] || len(got.Changes) != want[1] {
			t.Errorf("%s has %d layers of endings and %d changes, want %v", tag, len(got.Endings), len(got.Changes), want)
		}
	}
}
