package browser_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestABadFileChangesNothingAndSaysWhy(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	s.fill("teksti", "oma")
	s.saved("oma")
	before := ask[string](s.tab, `JSON.stringify(Object.entries(localStorage).sort())`)
	good := func(change string) string {
		return strings.Replace(`{"format":"sparrausopas-worksheet","formatVersion":1,"guide":"x","language":"fi","worksheet":"worksheets/all",`+
			`"title":"Kaikki kentät","version":"2026-11-21","copy":"A","saved":"","answers":{"teksti":"väärä"}}`,
			strings.Split(change, " -> ")[0], strings.Split(change, " -> ")[1], 1)
	}
	for _, c := range []struct{ name, text, says string }{
		{"broken", `{"format":`, "rikki"},
		{"not JSON", "\x89PNG\x00", "rikki"},
		{"null", "null", "ei ole työpohjan vastauksia"},
		{"list", "[]", "ei ole työpohjan vastauksia"},
		{"another format", good(`sparrausopas-worksheet -> other`), "ei ole työpohjan vastauksia"},
		{"format without number", good(`"formatVersion":1 -> "formatVersion":"1"`), "ei ole työpohjan vastauksia"},
		{"newer format", good(`"formatVersion":1 -> "formatVersion":3`), "uudemmalla"},
		{"another worksheet", good(`worksheets/all","title":"Kaikki kentät -> worksheets/other","title":"<b>Toinen</b>`), "toisesta työpohjasta: <b>Toinen</b>"},
		{"another language", good(`"language":"fi" -> "language":"sv"`), "erikielisessä"},
		{"no answers", good(`"answers": -> "replies":`), "puuttuu"},
		{"answers as a list", good(`{"teksti":"väärä"} -> ["väärä"]`), "puuttuu"},
		{"text as number", good(`"väärä" -> 5`), "Mitä yhdenvertaisuussuunnittelussa tehdään?"},
		{"rows with numbers", good(`"teksti":"väärä" -> "taulukko":[["a",5]]`), "Toimet"},
		{"unknown field of no form", good(`"teksti":"väärä" -> "x":{"y":1}`), "väärää muotoa"},
		{"too big", good(`väärä -> ` + strings.Repeat("x", 2<<20)), "liian suuri"},
	} {
		file := filepath.Join(t.TempDir(), "vastaus.json")
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		ask[int](s.tab, `(document.querySelector('.notice').replaceChildren(), 1)`)
		s.openFiles(file)
		if says := s.notice("vastaus.json ei voitu avata"); !strings.Contains(says, c.says) {
			t.Errorf("%s: the page says %q, want %q in it", c.name, says, c.says)
		}
		s.wantShown("teksti=oma")
		if after := ask[string](s.tab, `JSON.stringify(Object.entries(localStorage).sort())`); after != before {
			t.Errorf("%s: the storage holds %s, not %s", c.name, after, before)
		}
	}
}

func TestAnswersWithoutAPlaceAreShownAndKept(t *testing.T) {
	t.Parallel()
	s := openSheet(t, fileURL(fillSite(t)), allFields)
	file := filepath.Join(t.TempDir(), "vanha.json")
	text := `{"format":"sparrausopas-worksheet","formatVersion":1,"guide":"x","language":"fi","worksheet":"worksheets/all","title":"t",
		"version":"2026-11-21","copy":"Vanha","saved":"","answers":{"teksti":"on","poistettu":"<b>ei paikkaa</b>","valinta":"Ehkä","lista":["asukkaat","nuoret"],
		"taulukko":[["a","b","c"],[],[],["d"]],"asteikko":["3"],"__proto__":{"0":"x"},"constructor":"y"}}`
	for _, c := range []struct{ old, new string }{{`"__proto__":{"0":"x"}`, `"__proto__":"z"`}} {
		text = strings.Replace(text, c.old, c.new, 1)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s.openFiles(file)
	says := s.notice("toisesta versiosta")
	for _, lost := range []string{"poistettu: <b>ei paikkaa</b>", "valinta: Ehkä", "lista: nuoret", "taulukko: #3: c", "asteikko: 3", "__proto__: z", "constructor: y"} {
		if !strings.Contains(says, lost) {
			t.Errorf("the page says %q, want %q in it", says, lost)
		}
	}
	want := "lista=asukkaat taulukko.1.1=a taulukko.1.2=b taulukko.4.1=d teksti=on"
	s.wantShown(want)
	s.open(s.address)
	s.wantShown(want)
	saved, err := os.ReadFile(s.download("save"))
	if err != nil {
		t.Fatal(err)
	}
	var again struct{ Answers, Unplaced map[string]any }
	if err := json.Unmarshal(saved, &again); err != nil {
		t.Fatal(err)
	}
	if len(again.Unplaced) != 7 || again.Unplaced["poistettu"] != "<b>ei paikkaa</b>" || again.Unplaced["__proto__"] != "z" {
		t.Errorf("saved again, it keeps %v", again.Unplaced)
	}
}
