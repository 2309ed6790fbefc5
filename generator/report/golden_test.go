package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestPeopleReadWhatIsWrongAndWhatToDo compares a few messages of each form, as
// they are shown, with testdata: one file a language.
func TestPeopleReadWhatIsWrongAndWhatToDo(t *testing.T) {
	for _, language := range Languages() {
		got := sample(t, Printer{Language: language, Program: "sparrausopas"})
		file := filepath.Join("testdata", language+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s\n(run with -update to write it anew)", file, got, want)
		}
	}
}

// sample is a message of each form: with and without place, mark, hint and
// values of each type, a warning, a command's words, counts and measures.
func sample(t *testing.T, printer Printer) string {
	t.Helper()
	page := Source{"content/fi/questions/07.md", []byte("+++\ntitle = \"Kysymys\"\nnunber = 7\n+++\nMiten <b>nuoret</b> kohdataan?\n\tLue [tästä](../model/tips.md).\n" + strings.Repeat("pitkä rivi ", 30) + "<br>\n")}
	var out strings.Builder
	if err := printer.Show(&out, Problems{
		page.AtKey("nunber", "key-unknown", Values{"key": "nunber", "suggestion": "number"}),
		page.AtKey("nunber", "key-unknown", Values{"key": "nunber", "known": "title, number"}),
		page.AtKey("area", "key-missing", Values{"key": "area", "example": `area = "…"`}),
		page.AtKey("title", "key-type", Values{"key": "title", "wanted": Word("type-text"), "found": Word("type-number"), "example": `title = "…"`}),
		page.AtLine(5, 7, "html-in-text", Values{"html": "<b>"}),
		page.AtLine(6, 2, "text-indented", Values{"sign": Word("sign-tab")}),
		page.AtLine(7, 331, "html-in-text", Values{"html": "<br>"}),
		page.Whole("file-too-large", Values{"size": Bytes(2_500_000), "limit": Bytes(1_000_000)}),
		page.Whole("file-unreadable", Reason(os.ErrPermission, nil)),
		Source{Name: "themes/oma/assets/oma.css"}.Whole("contrast-low", Values{"text": "ink", "background": "paper", "look": Word("look-dark"),
			"ratio": Decimal{3.21, 2}, "needed": Decimal{4.5, -1}}),
	}); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{printer.WithHint("guide-missing", nil), printer.Count("problem", 1), printer.Count("warning", 12), printer.Size(200_000), printer.Seconds(1240 * time.Millisecond)} {
		out.WriteString(line + "\n")
	}
	return out.String()
}
