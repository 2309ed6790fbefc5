package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Rows of tables to fill: cards, and what is done with them.

// openPlan opens the plan, whose rows have six columns.
func openPlan(t *testing.T) *sheet {
	t.Helper()
	home := fileURL(site(t))
	s := &sheet{openTab(t, home), home + planSheet}
	s.open(s.address)
	return s
}

// rowsShown returns the rows on the screen, their filled cells parted by |.
func (s *sheet) rowsShown() string {
	s.t.Helper()
	return ask[string](s.tab, `[...document.querySelectorAll('.rows tbody tr')].filter(r => r.checkVisibility())
		.map(r => [...r.querySelectorAll('textarea')].map(b => b.value).join('|').replace(/\|+$/, '')).join(' / ')`)
}

func (s *sheet) wantRows(want string) {
	s.t.Helper()
	if !soon(func() bool { return s.rowsShown() == want }) {
		s.t.Errorf("rows are %q, want %q", s.rowsShown(), want)
	}
}

// clickIn clicks a button of a row, the first of which is 1.
func (s *sheet) clickIn(row int, button string) {
	s.t.Helper()
	ask[int](s.tab, fmt.Sprintf(`(document.querySelector('.rows tbody tr:nth-child(%d) .%s').click(), 1)`, row, button))
}

func TestRowsOfManyColumnsAreCards(t *testing.T) {
	t.Parallel()
	s := openPlan(t)
	for _, c := range []struct {
		width int64
		want  string
	}{{1280, "1 2 2 2 2 2"}, {390, "1 1 1 1 1 1"}} {
		s.resize(c.width, 800)
		s.open(s.address)
		got := ask[string](s.tab, `(() => {
			const row = document.querySelector('.rows tbody tr').getBoundingClientRect()
			return [...document.querySelectorAll('.rows tbody tr:first-child textarea')].map(b => Math.floor(row.width / b.offsetWidth)).join(' ')
		})()`)
		if got != c.want {
			t.Errorf("at %d, so many cells would stand in a line: %s, want %s", c.width, got, c.want)
		}
		if label := ask[string](s.tab, `document.querySelector('[name="toimet.1.2"]').labels[0].checkVisibility() + document.querySelector('[name="toimet.1.2"]').labels[0].textContent`); label != "trueVastuu" {
			t.Errorf("at %d a cell is labelled %s", c.width, label)
		}
	}
	if got := ask[string](s.tab, `[...document.querySelectorAll('.rows :is(table, tr, th, td)')].map(e => e.getAttribute('role')).filter((r, i, all) => all.indexOf(r) === i).sort().join()`); got != "cell,columnheader,row,rowheader,table" {
		t.Errorf("for a screen reader the table has %s", got)
	}
	if got := ask[string](s.tab, `(() => { const box = document.querySelector('[name="toimet.2.2"]'), beside = box.previousElementSibling
		document.querySelector('.row-add').click()
		return [beside.checkVisibility(), beside.textContent, document.getElementById(box.getAttribute('aria-describedby')).textContent].join('|').replaceAll('\u00ad', '') })()`); got != "true|Yksi ihminen tai tehtävä, ei koko tiimi.|Yksi ihminen tai tehtävä, ei koko tiimi." {
		t.Errorf("what to write in a cell of the second row is told as %s", got)
	}
	s.wantRows(" / ")
	if s.prints(`.rows td > .hint`) || !s.prints(`.rows .hints`) || !s.prints(`.rows tbody tr:nth-child(5)`) || !s.prints(`.rows thead`) || s.prints(`.rows label.cell`) || s.prints(`.row-tools`) || s.prints(`.row-add`) {
		t.Error("on paper there isn't the table that the author set")
	}
}

func TestThereAreAsManyRowsAsAReaderWants(t *testing.T) {
	t.Parallel()
	s := openPlan(t)
	for row := 1; row <= 7; row++ {
		if row > 1 {
			ask[int](s.tab, `(document.querySelector('.row-add').click(), 1)`)
		} else {
			ask[int](s.tab, `(document.querySelector('[name="toimet.1.1"]').focus(), 1)`)
		}
		s.press(fmt.Sprint("teko ", row, kb.Tab, "vastuu"))
	}
	want := "teko 1|vastuu / teko 2|vastuu / teko 3|vastuu / teko 4|vastuu / teko 5|vastuu / teko 6|vastuu / teko 7|vastuu"
	s.wantRows(want)
	if name := ask[string](s.tab, `document.activeElement.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join(' ')`); name != "Vastuu 7" {
		t.Errorf("the last cell is called %s", name)
	}
	s.saved("teko 7")
	s.open(s.address)
	s.wantRows(want + " / ")
	s.clickIn(2, "up")
	s.clickIn(7, "remove")
	s.notice("Rivi 7 poistettiin")
	s.wantRows("teko 2|vastuu / teko 1|vastuu / teko 3|vastuu / teko 4|vastuu / teko 5|vastuu / teko 6|vastuu / ")
	s.choose("Kumoa")
	s.clickIn(1, "down")
	s.wantRows(want + " / ")
	s.tool("clear")
	s.wantRows("")
}

// pasteCells pastes what a program for tables puts on the clipboard, and
// reports whether the page took it.
func (s *sheet) pasteCells(box, plain, html string) bool {
	s.t.Helper()
	return ask[bool](s.tab, fmt.Sprintf(`(() => {
		const data = new DataTransfer()
		data.setData('text/plain', %q)
		if (%q) data.setData('text/html', %q)
		return !document.querySelector('[name=%q]').dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
	})()`, plain, html, html, box))
}

func TestPastedCellsFillCells(t *testing.T) {
	t.Parallel()
	s := openPlan(t)
	s.fill("toimet.1.1", "oma")
	s.until(moreLoaded)
	for _, c := range []struct{ name, box, plain, html, want string }{
		{"Excel", "toimet.1.2", "a\tb\r\n\"kaksi\nriviä, \"\"lainaus\"\"\"\t\"niin\"\r\n", "", "oma|a|b / |kaksi\nriviä, \"lainaus\"|\"niin\""},
		{"Word", "toimet.2.1", "x\ny\n1\n2\n", "<table><tr><td><p>x</p><p>toinen</p></td><td>y</td></tr><tr><td>1</td><td> 2\n </td></tr></table>", "oma / x\ntoinen|y / 1|2"},
		{"a column", "toimet.1.6", "a\r\nb\r\n", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "oma|||||a / |||||b"},
		{"more than there is room for", "toimet.1.6", "a\tpois\tpois\n", "", "oma|||||a"},
		{"more rows than there are", "toimet.5.1", "1\t1\n2\t2\n3\t3", "", "oma /  /  /  / 1|1 / 2|2 / 3|3"},
	} {
		if !s.pasteCells(c.box, c.plain, c.html) {
			t.Errorf("%s isn't taken", c.name)
			continue
		}
		s.wantRows(c.want)
		says := s.notice("liitettiin")
		if (c.name == "more than there is room for") != strings.Contains(says, "pois jääneitä soluja on 2") {
			t.Errorf("%s: the page says %q", c.name, says)
		}
		s.choose("Kumoa")
		s.wantRows("oma")
	}
	for _, c := range []struct{ name, plain, html string }{
		{"a text", "vain tekstiä", ""},
		{"lines", "kaksi\nriviä", "<p>kaksi</p><p>riviä</p>"},
		{"a single cell", "solu\r\n", "<table><tr><td>solu</td></tr></table>"},
	} {
		if s.pasteCells("toimet.1.2", c.plain, c.html) {
			t.Errorf("%s isn't left to the browser", c.name)
		}
	}
}
