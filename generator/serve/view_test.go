package serve

import (
	"strings"
	"testing"

	"sparrausopas/generator/report"
)

func TestAProblemTellsHowToMendItWhereThatCanBeWritten(t *testing.T) {
	source := report.Source{Name: "content/fi/a.md", Text: []byte("![](x.png)\n")}
	for _, c := range []struct {
		rule, file, text string
		writes           bool
		want             *fix
	}{
		{"a page", source.Name, "![…](", true, &fix{Rule: "image-text", Old: "![](", New: "![…](", Ask: "Mitä kuva kertoo? Kirjoittakaa se lukijalle, joka ei näe kuvaa."}},
		{"nobody may write", source.Name, "![…](", false, nil},
		{"another file", "words.csv", "![…](", true, nil},
		{"too much for each view", source.Name, strings.Repeat("a", fixMost), true, nil},
	} {
		o := Options{Printer: report.Printer{Language: "fi"}}
		if c.writes {
			o.Edit = func(Edit) (Edited, error) { return Edited{}, nil }
		}
		o.Writes = func(file string) bool { return file == source.Name }
		problem := source.At(0, "image-text", nil)
		problem.Place.File = c.file
		problem.Fix = source.Fix(0, 4, c.text)
		problem.Fix.Ask = "fix-ask-image"
		got := newBroadcaster(o).item(problem).Fix
		if (got == nil) != (c.want == nil) || got != nil && *got != *c.want {
			t.Errorf("%s: %+v", c.rule, got)
		}
	}
}
