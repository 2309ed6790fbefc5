package theme

import (
	"testing"

	"sparrausopas/generator/guide"
)

// TestLinksAndPicturesOfAnItemStartFromThePackPage looks at an item that
// stands deeper than the pack page.
func TestLinksAndPicturesOfAnItemStartFromThePackPage(t *testing.T) {
	pack := &guide.Page{ID: "pack", Kind: "pack", Address: "fi/paketti.html"}
	l := &guide.Locale{Pages: []*guide.Page{pack}}
	l.Index()
	v := &View{Locale: l, from: "fi/tyopohjat/sub/sivu.html"}
	html := `<img src="../../../kuvat/k.svg" alt=""><a href="./a:b.pdf#x">a</a><a href="https://a.fi/">b</a><a href="mailto:a@a.fi">c</a><a href="#d">d</a>`
	want := `<img src="../kuvat/k.svg" alt=""><a href="tyopohjat/sub/a:b.pdf#x">a</a><a href="https://a.fi/">b</a><a href="mailto:a@a.fi">c</a><a href="#d">d</a>`
	if got := v.rebase(html); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
