package markdown

import (
	"fmt"
	"strings"
	"testing"

	"sparrausopas/generator/guide"
	"sparrausopas/generator/language"
)

// outlined renders a text of a worksheet and shows its outline.
func outlined(text string) string {
	page := &guide.Page{Address: "fi/tyopohjat/a.html", Kind: "worksheet"}
	l := &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{}}
	made := New(language.For("fi"), l, nil).Outlining(true).Render(page, []byte(text), resolve, &Local{Label: "Meillä"})
	var out strings.Builder
	show(&out, made.Outline.Blocks, "")
	return out.String()
}

func show(out *strings.Builder, blocks []guide.Block, indent string) {
	names := []string{"p", "h", "field", "code", "term", "definition", "quote", "list", "item", "table", "row", "cell", "local"}
	for _, b := range blocks {
		fmt.Fprintf(out, "%s%s", indent, names[b.Kind])
		if b.Level > 0 {
			fmt.Fprintf(out, " %d", b.Level)
		}
		if b.Name != "" {
			fmt.Fprintf(out, " #%s", b.Name)
		}
		for _, r := range b.Runs {
			fmt.Fprintf(out, " %q", r.Text)
			looks := fmt.Sprintf("%v", []any{r.Strong, r.Emphasis, r.Code, r.Language, r.Link})
			if looks != "[false false false  ]" {
				out.WriteString(looks)
			}
		}
		out.WriteString("\n")
		show(out, b.Blocks, indent+"  ")
	}
}

func TestAnOutlineHasTheTextInTheGuidesOwnTerms(t *testing.T) {
	got := outlined(strings.Join([]string{
		"Ensin **vahva *ja* sana** \"noin\" 3-5", "seuraava & <!-- ei -->[vinkit](tips.md) [delaktighet]{lang=sv} `a-b`.", "",
		"## Otsikko {.leader}", "",
		"1. yksi", "   - sisempi", "2. kaksi", "",
		"> lainaus", "",
		"| a | b |", "|---|---|", "| c | **d** |", "",
		"```local", "```", "",
		"```answer name=nimi", "Nimi", "```", "",
		"Termi", ": Selitys", "",
	}, "\n"))
	want := `p "Ensin " "vahva "[true false false  ] "ja"[true true false  ] " sana"[true false false  ] " ”noin” 3–5 seuraava & " "vinkit"[false false false  fi/malli/vinkit.html] " " "delaktighet"[false false false sv ] " " "a-b"[false false true  ] "."
h 2 #otsikko "Otsikko"
list 1
  item
    p "yksi"
    list
      item
        p "sisempi"
  item
    p "kaksi"
quote
  p "lainaus"
table
  row 1
    cell
      p "a"
    cell
      p "b"
  row
    cell
      p "c"
    cell
      p "d"[true false false  ]
local
  p "Meillä"[true false false  ]
field #nimi
term "Termi"
definition
  p "Selitys"
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNoOutlineIsMadeUnlessAskedFor(t *testing.T) {
	if made := render("fi", "Teksti"); made.Outline.Blocks != nil {
		t.Errorf("there is an outline: %v", made.Outline)
	}
}

func TestAMemoTellsATextWithItsOutlineFromOneWithout(t *testing.T) {
	memo, page := &Memo{}, &guide.Page{Address: "fi/a.html"}
	l := &guide.Locale{Language: "fi", Kinds: map[string][]*guide.Page{}}
	for _, wanted := range []bool{false, true, false} {
		made := New(language.For("fi"), l, memo).Outlining(wanted).Render(page, []byte("Teksti"), resolve, nil)
		if got := len(made.Outline.Blocks) > 0; got != wanted {
			t.Errorf("an outline is there: %v, wanted: %v", got, wanted)
		}
	}
}
