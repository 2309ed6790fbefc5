package browser_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

func TestASelfAssessmentShowsItsResultByArea(t *testing.T) {
	t.Parallel()
	home := fileURL(site(t))
	s := &sheet{openTab(t, home), home + "fi/tyopohjat/itsearviointi.html"}
	s.open(s.address)
	if ask[bool](s.tab, `document.querySelector('.result').checkVisibility()`) {
		t.Error("there is a result before anything is rated")
	}
	if label := ask[string](s.tab, `document.querySelector('[name="question-3"]').labels[0].textContent.replaceAll('\u00ad', '')`); !strings.HasPrefix(label, "Mistä tiedämme sen? 3. ") {
		t.Errorf("the reason is called %q", label)
	}
	if !ask[bool](s.tab, `(() => {
		const legend = document.querySelector('[data-name="question-3-scale"] legend').getBoundingClientRect(), points = document.querySelector('[data-name="question-3-scale"] .points').getBoundingClientRect()
		return points.top < legend.bottom && points.left >= legend.right
	})()`) {
		t.Error("the points don't stand beside the question")
	}
	// A file of before still opens: the names are those of the questions.
	answers := `"question-1-scale":"4","question-2-scale":"2","question-3-scale":"1","question-9-scale":"3","question-3":"Kysyimme"`
	s.openFiles(writeFile(t, filepath.Join(t.TempDir(), "a.json"), `{"format":"sparrausopas-worksheet","formatVersion":1,"language":"fi",
		"worksheet":"worksheets/self-assessment","title":"t","version":"v","copy":"A","answers":{`+answers+`}}`))
	table := func() string {
		return ask[string](s.tab, `[...document.querySelectorAll('form .result tbody tr')].map(r => [...r.cells].map(c => c.textContent.trim()).join(' | ')).join('\n')`)
	}
	want := "Oma elämä | 3/8 | 2,3\nYhteisöt ja vaikuttaminen | 1/8 | 3,0\nYhteinen hyvä | 0/8 | –"
	if !soon(func() bool { return table() == want }) {
		t.Errorf("the result is\n%s\nwant\n%s", table(), want)
	}
	if got := ask[string](s.tab, `[...document.querySelectorAll('.result li')].map(item => item.textContent).join()`); got != "3. Itselle sopivat ratkaisut: 1" {
		t.Errorf("the lowest are %s", got)
	}
	if got := ask[string](s.tab, `[...document.querySelectorAll('.result tbody tr:first-child > *')].map(cell => getComputedStyle(cell).borderBottom).filter((line, i, lines) => lines.indexOf(line) === i).join()`); strings.Count(got, "solid") != 1 {
		t.Errorf("a row has lines of %s", got)
	}
	if got := ask[string](s.tab, `document.querySelector('.bar a').innerText.replace(/\s+/, ' ') + document.querySelector('.bar a').hash`); got != "Tulos 4/24#result" {
		t.Errorf("the bar leads to %s", got)
	}
	if got := ask[string](s.tab, `[...document.querySelectorAll('.result .mean')].map(r => Math.round(r.getAttribute('width'))).join()`); got != "70,90" {
		t.Errorf("the bars are %s of 120 long", got)
	}
	if !s.prints(".result svg") {
		t.Error("the result isn't on paper")
	}
	ask[int](s.tab, `(window.print = () => dispatchEvent(new Event('beforeprint')), 1)`)
	s.tool("filled")
	s.answer("yes", "Hollola")
	s.until(`document.querySelector('.reading .result svg') !== null`)
	if got := ask[string](s.tab, `[...document.querySelectorAll('.reading h2')].map(h => h.textContent.replaceAll('\u00ad', '')).join(' | ')`); got != "Arvio osa-alueittain | Osallisuus omassa elämässä | Osallisuus yhteisöissä ja vaikuttamisen prosesseissa" {
		t.Errorf("to be read are %s", got)
	}
	s.tool("blank")
	if s.prints(".result") {
		t.Error("an empty template has a result")
	}
	for question := 17; question <= 18; question++ {
		ask[int](s.tab, fmt.Sprintf(`(document.querySelector('[name="question-%d-scale"][value="2"]').click(), 1)`, question))
	}
	if want = strings.Replace(want, "0/8 | –", "2/8 | 2,0", 1); !soon(func() bool { return table() == want }) {
		t.Errorf("the result is\n%s\nwant\n%s", table(), want)
	}
	s.tool("clear")
	s.until(`!document.querySelector('.result').checkVisibility() && !document.querySelector('.bar a').checkVisibility()`)
}

func TestASelfAssessmentIsFilledByThumb(t *testing.T) {
	t.Parallel()
	s := &sheet{tab: openTab(t, fileURL(site(t)))}
	for _, width := range []int64{320, 390} {
		s.resize(width, 844)
		s.open(fileURL(site(t)) + "fi/tyopohjat/itsearviointi.html")
		ask[int](s.tab, `(document.querySelector('.point input').click(), 1)`)
		s.until(`document.querySelector('.bar a').checkVisibility()`)
		if small := ask[[]string](s.tab, `[...document.querySelectorAll('.point, .bar > :is(a, button), .bar summary')].filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 44).map(e => e.textContent)`); len(small) > 0 {
			t.Errorf("at %d these are small: %q", width, small)
		}
		if lines := ask[int](s.tab, `new Set([...document.querySelectorAll('.bar > :is(a, button, details)')].map(e => e.getBoundingClientRect()).map(box => Math.round(box.top + box.bottom))).size`); lines != 1 {
			t.Errorf("at %d the bar has %d lines of tools", width, lines)
		}
	}
}
