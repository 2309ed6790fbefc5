package browser_test

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

// TestDaysAreReadAsPeopleWriteThem tries the forms of the three languages. What
// is no day, or says more than one, stays as it was written: "".
func TestDaysAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	wants := map[string][]string{
		"2026-11-28": {
			"2026-11-28", "2026/11/28", " 28.11.2026 ", "28. 11. 2026", "28.11.26", "28-11-2026", "28/11/2026", "28/11 2026", "11/28/2026",
			"28. marraskuuta 2026", "lauantaina 28. marraskuuta 2026", "la 28.11.2026",
			"28 november 2026", "den 28 november 2026", "28:e nov. 2026", "lördag den 28 november 2026",
			"28 November 2026", "28th of November 2026", "Saturday, 28 Nov 2026", "Nov 28, 2026", "November 28th, 2026", "Saturday, November 28, 2026",
		},
		// The day comes first where a month could stand there, too.
		"2026-04-03": {"3.4.2026", "3/4/2026", "3-4-26", "3 huhti 2026", "3 apr 2026", "April 3rd, 2026"},
		// Mar is March, though marraskuu begins with it.
		"2026-03-01": {"1 mar 2026", "1 mars 2026", "1. maaliskuuta 2026", "Mar 1, 2026"},
		"2026-05-05": {"5 maj 2026", "5 May 2026", "5. toukokuuta 2026"},
		"2028-02-29": {"29.2.2028", "29 February 2028"},
		"": {
			"", "31.2.2026", "29 February 2026", "13/13/2026", "0.11.2026", "28.11.", "November 2026", "28 Foo 2026", "week 48, 2026",
			"after 28 November 2026", "ennen 28.11.2026", "28.11.2026 or 29.11.2026", "28.11.2026 klo 13", "12345.1.2026",
		},
	}
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.openFiles(wordForm(t, filepath.Join(t.TempDir(), "a.docx"), "worksheets/all", `<w:p>`+control("teksti", "a")+`</w:p>`))
	s.notice("a.docx avattiin")
	for want, texts := range wants {
		for _, text := range texts {
			quoted, err := json.Marshal(text)
			if err != nil {
				t.Fatal(err)
			}
			if got := ask[string](s.tab, "opas.writtenDay("+string(quoted)+")"); got != want {
				t.Errorf("%q is read as %q, want %q", text, got, want)
			}
		}
	}
}
