package theme

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"sync"
	"testing"

	"sparrausopas/generator/guide"
)

// spoken is a theme whose pages say a word of their locale.
var spoken = files{
	"t/page.html":        `{{define "main"}}{{word "skip"}} {{soft .Page.Title}} {{date .Page.Updated}} {{.Shared "parts/nav.html"}}{{end}}`,
	"t/parts/nav.html":   `<nav>{{word "skip"}} {{.Title}}</nav>`,
	"t/assets/plain.css": "p  {  color : red }",
}

func TestSitesThatShareAMemoAreMadeAsWithoutIt(t *testing.T) {
	fsys := folder(spoken)
	memo := NewMemo()
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			word := fmt.Sprint("sana ", i%5)
			own := func(m *Memo) map[string]string {
				s := site()
				s.Locales[0].Words["skip"], s.Locales[0].Title = word, word
				all, err := render(fsys, []string{"t"}, Options{Minify: true, Memo: m}, s)
				if err != nil {
					t.Error(err)
				}
				return all
			}
			if with := own(memo); !maps.Equal(with, own(nil)) {
				t.Errorf("with a memo the site of %q is %v", word, with)
			}
		})
	}
	group.Wait()
	used := 0
	for _, idle := range memo.idle {
		used += len(idle)
	}
	if used == 0 || used > 20 {
		t.Errorf("%d forms were given back", used)
	}
}

func TestAThemeThatChangesGetsOtherForms(t *testing.T) {
	memo := NewMemo()
	for _, text := range []string{"yksi", "kuka", "yksi"} {
		all, err := render(folder(files{"t/page.html": `{{define "main"}}` + text + `{{end}}`}), []string{"t"}, Options{Memo: memo}, site())
		if err != nil {
			t.Fatal(err)
		}
		expectFile(t, all, "fi/c.html", text)
	}
}

func TestASiteThatHasPacksByNowGetsTheirForms(t *testing.T) {
	memo := NewMemo()
	for _, s := range []*guide.Site{site(), packSite(), site()} {
		with, err := render(folder(packTheme), []string{"t"}, Options{Memo: memo}, s)
		without, plain := render(folder(packTheme), []string{"t"}, Options{}, s)
		if err != nil || plain != nil || !maps.Equal(with, without) {
			t.Errorf("with a memo the site is %v (%v), not %v (%v)", with, err, without, plain)
		}
	}
}

func TestATextIsMadeSmallByTheNameOfItsFile(t *testing.T) {
	memo := NewMemo()
	for _, name := range []string{"a.css", "a.js", "b.css"} {
		small, _ := memo.shrunk(name, []byte("x"), func() ([]byte, error) { return []byte(path.Ext(name)), nil })
		if string(small) != path.Ext(name) {
			t.Errorf("%s is made small as %s", name, small)
		}
	}
}

func TestAFileOfThePlanIsTheOneThatRenderGives(t *testing.T) {
	look, err := Load(folder(spoken), []string{"t"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := site()
	planned, err := look.Plan(s, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	pages := 0
	for _, file := range planned.Files {
		var out, again bytes.Buffer
		if file.Make(&out) != nil || file.Make(&again) != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Errorf("%s can't be made twice", file.Name)
		}
		got[file.Name] = out.String()
		if file.Page != nil {
			pages++
		}
	}
	want, err := renderWith(look, s, nil)
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("the plan gives %v, render %v (%v)", got, want, err)
	}
	if pages != len(s.Locales[0].Pages) {
		t.Errorf("%d files are pages", pages)
	}
}
