package picture

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTextsBreakBetweenWords(t *testing.T) {
	for text, want := range map[string][]string{
		"":                         nil,
		"yksi":                     {"yksi"},
		"yksi kaksi kolme":         {"yksi kaksi", "kolme"},
		"  yksi \n kaksi\tkolme ":  {"yksi kaksi", "kolme"},
		"3–\u20605 kertaa":         {"3–5 kertaa"},
		"kuntalain 22\u00a0§ alku": {"kuntalain", "22\u00a0§ alku"},
	} {
		if got := wrap(text, 115, false); !slices.Equal(got, want) {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestAWordThatIsTooLongIsPartedAtASoftHyphen(t *testing.T) {
	for text, want := range map[string][]string{
		"osallisuus\u00advastaava nyt":       {"osallisuus-", "vastaava nyt"},
		"osal\u00adli\u00adsuus\u00adryhmä":  {"osallisuus-", "ryhmä"},
		"lyhyt osallisuus\u00advastaava":     {"lyhyt", "osallisuus-", "vastaava"},
		"toiminta-asetus-malli":              {"toiminta-", "asetus-malli"},
		"hal\u00adlin\u00adto":               {"hallinto"},
		"vuorovaikutusosaamisen":             {"vuorovaikut-", "usosaamise-", "n"},
		"osallisuus\u00advuorovaikutuksessa": {"osallisuus-", "vuorovaikut-", "uksessa"},
	} {
		if got := wrap(text, 115, false); !slices.Equal(got, want) {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestNoLineIsWiderThanItsRoomAndNoLetterIsLost(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("ä", 300), strings.Repeat("Osallisuus\u00advastaava ", 20), strings.Repeat("W😀", 40),
		"kolmivaihekilowattituntimittari ja epäjärjestelmällistyttämättömyydellänsäkäänköhän",
	} {
		for _, room := range []int{60, 115, 200} {
			lines := wrap(text, room, true)
			for _, line := range lines {
				if width(line, true) > room || !utf8.ValidString(line) {
					t.Errorf("%q is %d units wide, in a room of %d", line, width(line, true), room)
				}
			}
			letters := func(text string) string { return strings.NewReplacer("-", "", " ", "", "\u00ad", "").Replace(text) }
			if got := letters(strings.Join(lines, "")); got != letters(text) {
				t.Errorf("of %q is left %q", text, got)
			}
		}
	}
}

func TestLettersThatAreOneSignStayTogether(t *testing.T) {
	const family = "👩\u200d👩\u200d👧"
	for _, line := range wrap(strings.Repeat(family, 6), 60, false) {
		if strings.Count(line, "👩")%2 != 0 || strings.HasPrefix(line, "\u200d") {
			t.Errorf("a sign is parted: %q", line)
		}
	}
	if got := wrap(family, 1, false); !slices.Equal(got, []string{family}) {
		t.Errorf("a sign that is too wide becomes %q", got)
	}
}
