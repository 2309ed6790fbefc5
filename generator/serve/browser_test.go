package serve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sparrausopas/generator/report"
)

// strict is a page as the themes make them: nothing from elsewhere, no script
// or style in it, end tags left out.
func strict(title, body string) string {
	return `<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'">` +
		`<meta name="viewport" content="width=device-width,initial-scale=1"><title>` + title + `</title><link rel="icon" href="data:,"><link rel="stylesheet" href="assets/opas-1.css"><body><main><h1>` + title + `</h1>` + body
}

// long is a text of many chapters, with a word before the first.
func long(before string) string {
	var out strings.Builder
	out.WriteString(before)
	for i := range 40 {
		fmt.Fprintf(&out, "<h2>Luku %d</h2><p>%s</p>", i, strings.Repeat("osallisuus ", 80))
	}
	return out.String()
}

func strictSite(body string) fakeSite {
	return fakeSite{
		files: map[string]string{"index.html": strict("Etusivu", body), "assets/opas-1.css": "body{color:rgb(1,2,3);font:18px/1.5 sans-serif}main{max-width:40rem;margin:auto}"},
		pages: map[string]Page{"index.html": {Source: "content/fi/index.md", Title: "Etusivu", Draft: true}},
	}
}

func TestASavedPageShowsAtTheSamePlace(t *testing.T) {
	p := start(t, strictSite(long("")))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	ask[bool](tab, `window.old = true`)
	const place = `Math.round([...document.querySelectorAll('h2')].find(h => h.textContent === 'Luku 20').getBoundingClientRect().top)`
	ask[bool](tab, `scrollTo(0, scrollY + `+place+` - 100), true`)
	before := ask[int](tab, place)
	p.save(strictSite(long("<p>"+strings.Repeat("uusi kappale ", 300)+"</p><h2>Uusi luku</h2>")), nil)
	tab.until(`!window.old && document.readyState === 'complete' && document.body.textContent.includes('uusi kappale')`)
	tab.until(fmt.Sprintf(`Math.abs(%s - %d) <= 2`, place, before))
}

func TestWhatWasTypedAndTheFocusOutliveASave(t *testing.T) {
	const fields = `<form><label>Nimi <input id="name"></label><textarea name="plan" rows="5"></textarea><label><input type="checkbox" name="done"> Valmis</label></form>`
	p := start(t, strictSite(fields))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	ask[bool](tab, `window.old = true, document.querySelector('[name=done]').click(), document.querySelector('textarea').focus(), true`)
	run(tab, "type", chromedp.KeyEvent("oma suunnitelma"))
	ask[bool](tab, `document.querySelector('textarea').setSelectionRange(4, 4), true`)
	p.save(strictSite("<p>uusi</p>"+fields), nil)
	tab.until(`!window.old && document.activeElement.name === 'plan' && document.activeElement.selectionStart === 4`)
	if got := ask[string](tab, `document.querySelector('textarea').value + document.querySelector('[name=done]').checked + document.querySelector('#name').value`); got != "oma suunnitelmatrue" {
		t.Errorf("the fields hold %q", got)
	}
}

func TestAStylesheetIsExchangedWithoutLoading(t *testing.T) {
	p := start(t, strictSite(long("")))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	ask[bool](tab, `window.old = true`)
	site := with(strictSite(long("")), "assets/opas-2.css", "body{color:rgb(9,8,7)}")
	p.save(with(site, "index.html", strings.ReplaceAll(site.files["index.html"], "opas-1", "opas-2")), nil)
	tab.until(`getComputedStyle(document.body).color === 'rgb(9, 8, 7)'`)
	tab.until(`document.querySelectorAll('link[rel=stylesheet]').length === 1`)
	if !ask[bool](tab, `window.old === true`) {
		t.Error("the page was loaded again")
	}
	p.save(with(with(site, "index.html", strings.ReplaceAll(site.files["index.html"], "opas-1", "opas-2")), "assets/opas-2.css", "body{color:rgb(4,4,4)}"), nil)
	tab.until(`window.old && getComputedStyle(document.body).color === 'rgb(4, 4, 4)'`)
}

func TestAFaultShowsOverThePageAndGoesAwayWhenMended(t *testing.T) {
	p := start(t, strictSite("<p>Hei</p>"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	ask[bool](tab, `window.old = true`)
	p.save(nil, fault())
	tab.shows(".faults")
	for selector, want := range map[string]string{"h2": "1 problem", ".place": "content/fi/a.md:2:1", ".text": "unknown key nunber", "pre": "2nunber = 7", "mark": "n", ".hint": "did you mean number?"} {
		if got := tab.text(".faults " + selector); got != want {
			t.Errorf("%s: %q, want %q", selector, got, want)
		}
	}
	if !ask[bool](tab, `document.body.textContent.includes('Hei')`) {
		t.Error("the last good page is gone")
	}
	run(tab, "press Escape", chromedp.KeyEvent("\x1b"))
	tab.hides(".faults")
	p.save(nil, append(fault().(report.Problems), fault().(report.Problems)...))
	tab.shows(".faults")
	p.save(strictSite("<p>Hei</p>"), nil)
	tab.hides(".faults")
	if !ask[bool](tab, `window.old === true`) {
		t.Error("the page was loaded again, though it hasn't changed")
	}
}

func TestAFaultThatWasClosedStaysClosedWhenThePageListensAnew(t *testing.T) {
	p := start(t, with(strictSite("<p>Hei</p>"), "index.js", "window.come = true"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	p.save(nil, fault())
	tab.shows(".faults")
	run(tab, "press Escape", chromedp.KeyEvent("\x1b"))
	tab.hides(".faults")
	// The page listens anew for what its script has loaded, and shows what it
	// then gets first.
	ask[bool](tab, `(() => {
		const Stream = window.EventSource
		window.EventSource = function (address) {
			const stream = new Stream(address)
			stream.addEventListener('view', () => { window.heard = true })
			return stream
		}
		return true
	})()`)
	ask[bool](tab, `document.head.append(Object.assign(document.createElement('script'), { src: 'index.js' })), true`)
	tab.until(`window.come && window.heard`)
	tab.hides(".faults")
	p.save(nil, append(fault().(report.Problems), fault().(report.Problems)...))
	tab.shows(".faults")
}

func TestAMessageIsNeverHTML(t *testing.T) {
	p := start(t, strictSite("<p>Hei</p>"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	p.save(nil, report.Problems{report.Source{Name: "<b>a.md", Text: []byte("<img src=x>")}.At(0, "key-unknown", report.Values{"key": "<i>x</i>", "suggestion": "<u>y</u>"})})
	tab.shows(".faults")
	if ask[int](tab, layer+`.querySelectorAll('b, i, u, img').length`) != 0 {
		t.Error("a text became elements")
	}
}

func TestAFirstFaultIsAPageThatShowsTheSiteWhenMended(t *testing.T) {
	p := start(t, nil)
	p.save(nil, fault())
	until(t, "the fault is logged", func() bool { return strings.Contains(p.said.String(), "a.md:2:1") })
	tab := openTab(t, p.address)
	tab.until(`document.querySelector('mark')?.textContent === 'n'`)
	tab.hides(".faults")
	tab.forgive() // a page that can't be shown is an error to the browser
	p.save(strictSite("<p>Hei</p>"), nil)
	tab.until(`document.body.textContent.includes('Hei')`)
}

func TestTheBarTellsOfDraftSourceAndWarnings(t *testing.T) {
	opened := make(chan string, 1)
	p := start(t, strictSite(long("")), func(o *Options) {
		o.Read = func(string) ([]byte, error) { return []byte("# Hei\n"), nil }
		o.Open = func(file string) error { opened <- file; return nil }
	})
	tab := openTab(t, p.address)
	tab.shows(".bar")
	p.save(strictSite(long("")), nil, report.Source{Name: "content/fi/index.md"}.Whole("title-long", nil))
	tab.shows(".bar .count")
	if got := tab.text(".bar .draft") + " " + tab.text(".bar .source"); got != "Draft index.md" {
		t.Error(got)
	}
	ask[bool](tab, layer+`.querySelector('.bar .count').click(), true`)
	tab.shows(".warnings")
	run(tab, "press Escape", chromedp.KeyEvent("\x1b"))
	tab.hides(".warnings")
	ask[bool](tab, layer+`.querySelector('.bar button').click(), true`)
	if file := <-opened; file != "content/fi/index.md" {
		t.Error(file)
	}
	ask[bool](tab, layer+`.querySelector('.bar .fold').click(), true`)
	tab.hides(".bar .source")
	ask[bool](tab, layer+`.querySelector('.bar .fold').click(), true`)
	tab.shows(".bar .source")
	ask[bool](tab, layer+`.querySelector('.bar .source').click(), true`)
	tab.until(`document.querySelector('#L1')?.textContent.includes('# Hei')`)
}

func TestTheBarGivesWayToWhatHasTheFocusBehindIt(t *testing.T) {
	p := start(t, with(strictSite(`<a href="#x">link</a>`), "assets/opas-1.css", "a{position:fixed;right:2rem;bottom:1.2rem}"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	run(tab, "press Tab", chromedp.KeyEvent("\t"))
	tab.until(`document.activeElement.tagName === 'A' && getComputedStyle(` + layer + `.querySelector('.bar')).opacity === '0'`)
	run(tab, "press Tab", chromedp.KeyEvent("\t"))
	tab.until(`getComputedStyle(` + layer + `.querySelector('.bar')).opacity === '1'`)
}

func TestAStoppedPreviewIsToldAndFollowsAgainWhenItIsBack(t *testing.T) {
	p := start(t, strictSite("<p>Hei</p>"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	p.stop()
	tab.shows(".note")
	if got := tab.text(".note"); !strings.Contains(got, "has stopped") {
		t.Error(got)
	}
	p.builder.set(strictSite("<p>Terve</p>"), nil)
	p.again()
	tab.until(`document.body.textContent.includes('Terve')`)
	tab.hides(".note")
	tab.shows(".bar") // all of the page is there before the preview ends again
	tab.forgive()     // the browser complains of the server that was away
}

func TestAPrintedPageHasNothingOfThePreview(t *testing.T) {
	p := start(t, strictSite("<p>Hei</p>"))
	tab := openTab(t, p.address)
	tab.shows(".bar")
	p.save(nil, fault())
	tab.shows(".faults")
	emulate(tab, "print", "light")
	tab.hides(".faults")
	tab.hides(".bar")
}
