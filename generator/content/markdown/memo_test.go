package markdown

import (
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

func TestARememberedTextIsRenderedAnewWhereItsWordsOrItsLocalTextAreOthers(t *testing.T) {
	const text = "osallisuusohjelma\n\n```local\n```\n"
	plain := map[string]guide.Word{}
	parted := map[string]guide.Word{"osallisuusohjelma": {Borders: "osallisuus|ohjelma"}}
	memo := &Memo{}
	render := func(memo *Memo, lexicon map[string]guide.Word, local *Local) string {
		r := New(language.For("fi"), &guide.Edition{Language: "fi", Lexicon: lexicon}, memo)
		return r.Render(&guide.Page{Address: "fi/a.html"}, []byte(text), resolve, local).HTML
	}
	for i, c := range []struct {
		lexicon map[string]guide.Word
		local   *Local
	}{
		{plain, nil}, {parted, nil}, {parted, &Local{Label: "A"}}, {parted, &Local{Label: "B"}},
		{parted, &Local{Label: "B", Text: guide.Text{HTML: "<p>a</p>\n"}}}, {plain, nil},
	} {
		if got, want := render(memo, c.lexicon, c.local), render(nil, c.lexicon, c.local); got != want {
			t.Errorf("step %d: got %q, want %q", i, got, want)
		}
	}
}
