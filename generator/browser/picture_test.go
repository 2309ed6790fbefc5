package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// pictured are pages with each of the pictures.
var pictured = []string{
	"index.html", "fi/malli/lyhyesti.html", "fi/malli/kuka-sparraa.html", "fi/osallisuusohjelma/3-tarpeet.html",
	"fi/osallisuusohjelma/1-osallisuusryhma.html", "fi/osallisuusohjelma/5-kirjaaminen.html",
	"fi/sparraukset/1-miksi-osallisuus.html", "fi/sparraukset/seurantatapaaminen.html",
}

// pictureFaults looks at the pictures of a page: one form of each is shown, its
// letters are large enough, and no text runs out of the drawing or of its box,
// or into another.
const pictureFaults = `(() => {
	const faults = []
	const shown = [...document.querySelectorAll('.picture svg')].filter(svg => svg.checkVisibility())
	if (shown.length !== document.querySelectorAll('.picture').length || !shown.length) faults.push(shown.length + ' drawings are shown')
	const within = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1
	const touch = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3
	for (const svg of shown) {
		const texts = [...svg.querySelectorAll('text')]
		const size = 16 * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
		if (size < 14) faults.push('letters of ' + size + ' px')
		texts.forEach((text, i) => {
			const place = text.getBoundingClientRect(), words = svg.classList + ' ' + text.textContent
			const box = text.closest('g')?.querySelector('rect') ?? svg
			if (!within(place, box.getBoundingClientRect())) faults.push('out of its box: ' + words)
			for (const other of texts.slice(i + 1)) if (touch(place, other.getBoundingClientRect())) faults.push('over another: ' + words + ' / ' + other.textContent)
		})
	}
	return faults
})()`

func TestNoTextOfAPictureRunsOutOfItsBox(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, address := range pictured {
		tab.open(fileURL(site(t)) + address)
		for _, look := range []struct {
			width          int64
			medium, scheme string
		}{{320, "screen", "light"}, {320, "screen", "dark"}, {600, "screen", "light"}, {1000, "screen", "light"}, {1280, "screen", "light"}, {1280, "screen", "dark"}} {
			tab.resize(look.width, 900)
			tab.emulate(look.medium, look.scheme)
			checkWidth(tab)
			if faults := ask[[]string](tab, pictureFaults); len(faults) > 0 {
				t.Errorf("%s, %d px, %s:\n\t%s", address, look.width, look.scheme, strings.Join(faults, "\n\t"))
			}
		}
	}
}

func TestAPictureIsOneImageWithANameAndItsTextHasLinks(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/osallisuusohjelma/3-tarpeet.html")
	got := ask[string](tab, `(() => {
		const svg = [...document.querySelectorAll('.picture svg')].filter(svg => svg.checkVisibility())
		const name = svg[0].getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join(' / ')
		const links = [...document.querySelectorAll('.picture details a')].map(a => a.textContent.replaceAll('\u00ad', ''))
		return svg.length + ' ' + svg[0].getAttribute('role') + ' ' + name + ' ' + links.length + ' ' + links[2]
	})()`)
	if !strings.HasPrefix(got, "1 img Osallisuusohjelman vaiheet / ") || !strings.HasSuffix(got, " 5 3. Tarpeiden kartoitus") {
		t.Errorf("the picture is %s", got)
	}
}

// colours are those of what a picture is drawn with.
const colours = `[...new Set([...document.querySelectorAll('.picture svg :is(text, .box, .arrow, .work, .step, .here)')].filter(e => e.checkVisibility())
	.flatMap(e => [getComputedStyle(e).fill, getComputedStyle(e).stroke]))].sort().join(' ')`

func TestOnPaperPicturesAreBlackOnWhite(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	for _, address := range pictured {
		tab.open(fileURL(site(t)) + address)
		tab.emulate("print", "dark")
		for _, colour := range strings.Split(strings.ReplaceAll(ask[string](tab, colours), ", ", ","), " ") {
			if colour != "none" && colour != "rgb(0,0,0)" && colour != "rgb(255,255,255)" {
				t.Errorf("%s: %s on paper", address, colour)
			}
		}
	}
}

func TestWithForcedColoursPicturesUseThem(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	tab.open(fileURL(site(t)) + "fi/malli/lyhyesti.html")
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}},
	})
	const pairs = `(() => {
		const probe = document.createElement('p')
		probe.style.cssText = 'forced-color-adjust: none; color: CanvasText; background: Canvas'
		document.body.append(probe)
		const text = document.querySelector('.picture svg text'), box = document.querySelector('.picture svg .box')
		return [getComputedStyle(text).fill === getComputedStyle(probe).color, getComputedStyle(box).fill === getComputedStyle(probe).backgroundColor,
			getComputedStyle(box).stroke === getComputedStyle(probe).color]
	})()`
	if got := fmt.Sprint(ask[[]bool](tab, pairs)); got != "[true true true]" {
		t.Errorf("text, box and line are the user's: %s", got)
	}
}
