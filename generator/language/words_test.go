package language

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsAreLettersWithWhatJoinsThem(t *testing.T) {
	for text, want := range map[string]string{
		"Kunta, ”asukkaat” (ja) muut…":             "Kunta asukkaat ja muut",
		"linja-auto, kulttuuri- ja -palvelut":      "linja-auto kulttuuri ja palvelut",
		"raa’an vaa'an ’lainaus’":                  "raa’an vaa'an lainaus",
		"THL:n kunta: ja":                          "THL kunta ja",
		"COVID19 2019 1990-luku 3D":                "luku",
		"thl.fi info@thl.fi https://thl.fi/x sana": "sana",
		"Loppu.” Uusi.":                            "Loppu Uusi",
		"":                                         "",
	} {
		if got := strings.Join(slices.Collect(Words(text)), " "); got != want {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
	}
	for range Words("yksi kaksi") {
		break
	}
}
