package markdown

import "testing"

func TestNotesThatReadersWouldSeeAreToldOf(t *testing.T) {
	for _, c := range []struct{ rule, text, want string }{
		{"a note with an empty line", "Alku <!-- kysy\n\nmuilta --> loppu", "5 note-open map[]"},
		{"a note that isn't closed", "Alku\n\n<!-- kesken\n\nloppu", "6 note-open map[html:<!-- kesken]"},
		{"a note of a program for writing", "<!– muista –> Teksti", "0 note-open map[]"},
		{"a note in other brackets", "Teksti ‹!– muista –›", "7 note-open map[]"},
		{"two notes", "Yksi <!– a –> ja\n\nkaksi <!– b", "5 note-open map[]; 28 note-open map[]"},
		{"an end alone", "Teksti -->", "7 note-open map[]"},
		{"a text behind a note", "<!-- x --> teksti", "0 note-line map[html:<!-- x --> teksti]"},
	} {
		expectIssues(t, c.rule, c.text, c.want)
	}
}
