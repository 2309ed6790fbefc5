package report

import (
	"reflect"
	"strings"
	"testing"
)

// lines is a passage that begins at a line.
func lines(line int, text ...string) Passage { return Passage{line, append([]string{}, text...)} }

func TestTheLinesThatDifferAreToldWithTheirNumbersInBothFiles(t *testing.T) {
	ten := strings.Split("abcdefghij", "")
	with := func(at int, line ...string) string {
		return strings.Join(append(append(append([]string{}, ten[:at]...), line...), ten[at:]...), "\n") + "\n"
	}
	all := with(0)
	for name, c := range map[string]struct {
		own, common string
		want        []Passages
	}{
		"nothing":                {all, all, nil},
		"an end without a line":  {all, strings.TrimSuffix(all, "\n"), nil},
		"a line that is more":    {with(5, "x"), all, []Passages{{lines(6, "x"), lines(6)}}},
		"lines that are missing": {all, with(10, "x", "", "y"), []Passages{{lines(11), lines(11, "x", "", "y")}}},
		"a line at the start":    {all, with(0, "x"), []Passages{{lines(1), lines(1, "x")}}},
		"another line":           {strings.Replace(all, "c", "x", 1), all, []Passages{{lines(3, "x"), lines(3, "c")}}},
		"two places near": {strings.NewReplacer("c", "x", "e", "y").Replace(all), all,
			[]Passages{{lines(3, "x"), lines(3, "c")}, {lines(5, "y"), lines(5, "e")}}},
		"two places apart": {strings.Replace(with(0, "x"), "j", "y", 1), all,
			[]Passages{{lines(1, "x"), lines(1)}, {lines(11, "y"), lines(10, "j")}}},
		"an empty file":        {"", "a\nb\n", []Passages{{lines(0), lines(1, "a", "b")}}},
		"signs of other forms": {"-- a\n@@ b\n", "++ a\n@@ b\n", []Passages{{lines(1, "-- a"), lines(1, "++ a")}}},
	} {
		got := Differing([]byte(c.own), []byte(c.common))
		if !(len(got) == 0 && len(c.want) == 0) && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}

func TestLinesAreShownWithWhatCanNotBeSeen(t *testing.T) {
	got := lines(9, "a  ", "", "\x1b[31mb\tc").String()
	if want := "    9 | a··\n   10 |\n   11 |  [31mb c\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
