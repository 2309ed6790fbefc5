package report

import (
	"fmt"
	"strings"
	"testing"
)

func TestALongValueIsToldByItsBeginning(t *testing.T) {
	long := strings.Repeat("ä", 100_000)
	for _, c := range []struct {
		value any
		want  string
	}{
		{strings.Repeat("ä", 200), strings.Repeat("ä", 200)},
		{long, strings.Repeat("ä", 200) + "…"},
		{List{"a", "b"}, "a, b"},
		{List{long, "b"}, strings.Repeat("ä", 200) + "…, b"},
		{List{"a", strings.Repeat("b", 300), strings.Repeat("c", 250), "d", strings.Repeat("e", 250), "f"}, "a, " + strings.Repeat("b", 200) + "…, " + strings.Repeat("c", 200) + "…, d, …"},
		{List(nil), ""},
		{Code(strings.Repeat("x", 1000)), strings.Repeat("x", 1000)},
	} {
		got := Printer{}.Text(Problem{Rule: "words-lost", Values: Values{"text": c.value}})
		if want := (Printer{}).Message("words-lost", Values{"text": Code(c.want)}); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestNoMessageIsEndless(t *testing.T) {
	long := strings.Repeat("/ä", 100_000)
	for name := range catalogues()["en"] {
		values := Values{"program": "p"}
		for _, hole := range hole.FindAllString(fmt.Sprint(catalogues()["en"][name]), -1) {
			values[strings.Trim(hole, "{}")] = long
		}
		if text := (Printer{}).WithHint(name, values); len(text) > 20_000 {
			t.Errorf("%s: %d bytes", name, len(text))
		}
	}
}
