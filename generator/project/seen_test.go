package project

import (
	"strings"
	"testing"
)

func TestATranslationNotesItsOriginalAndIsElseAsItWas(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"without the key":   {"+++\ntitle = \"A\"\n+++\nText.\n", "+++\ntitle = \"A\"\noriginal = \"1f\"\n+++\nText.\n"},
		"with another":      {"+++\noriginal = \"00\"\ntitle = \"A\"\n+++\n", "+++\noriginal = \"1f\"\ntitle = \"A\"\n+++\n"},
		"above a table":     {"+++\ntitle = \"A\"\n\n[[agenda]]\nminutes = 1\n+++\n", "+++\ntitle = \"A\"\n\noriginal = \"1f\"\n[[agenda]]\nminutes = 1\n+++\n"},
		"of Windows":        {"\uFEFF+++\r\ntitle = \"A\"\r\n+++\r\nText.\r\n", "\uFEFF+++\r\ntitle = \"A\"\r\noriginal = \"1f\"\r\n+++\r\nText.\r\n"},
		"another, Windows":  {"+++\r\noriginal = \"00\"\r\n+++\r\n", "+++\r\noriginal = \"1f\"\r\n+++\r\n"},
		"named in its text": {"+++\ntitle = \"A\"\n+++\noriginal = \"00\"\n", "+++\ntitle = \"A\"\noriginal = \"1f\"\n+++\noriginal = \"00\"\n"},
	} {
		if got := string(withOriginal([]byte(c.text), "1f")); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
		if again := string(withOriginal([]byte(c.want), "1f")); again != c.want || strings.Count(again, "1f") != 1 {
			t.Errorf("%s: noted again it is %q", name, again)
		}
	}
}
