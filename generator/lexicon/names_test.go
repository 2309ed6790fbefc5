package lexicon

import "testing"

func TestNamesBeginWithALargeLetterWhereverTheyStand(t *testing.T) {
	var words Words
	words.AddText("fi", "Kunta on Janakkala. Janakkalan kunta Etelä-Hämeessä")
	names := words.Names("fi")
	for form, want := range map[string]bool{"kunta": false, "janakkala": true, "janakkalan": true, "hämeessä": true} {
		if names[form] != want {
			t.Errorf("%s is a name: %t", form, names[form])
		}
	}
}
