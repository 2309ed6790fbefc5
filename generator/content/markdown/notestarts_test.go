package markdown

import "testing"

// TestNoSignOfANoteIsPassedOver puts together what signs are made of.
func TestNoSignOfANoteIsPassedOver(t *testing.T) {
	pieces := []string{"<", "‹", ">", "›", "!", "-", "–", "—", " ", "\u00a0", "a"}
	found := 0
	var try func(string, int)
	try = func(text string, more int) {
		want := -1
		if at := noteSigns.FindStringIndex(text); at != nil {
			want = at[0]
			found++
		}
		if got := OpenNote(text); got != want {
			t.Fatalf("in %q a note begins at %d, not at %d", text, got, want)
		}
		for _, piece := range pieces {
			if more > 0 {
				try(text+piece, more-1)
			}
		}
	}
	try("", 5)
	if found < 1000 {
		t.Errorf("only %d texts have a note", found)
	}
}
