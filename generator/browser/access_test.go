package browser_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// What the audit with axe can't see, on every page: the focus as a reader by
// keyboard sees it, the size of what is clicked or touched, movement.

// checkAccess returns the focus to all that takes it, one after another, on a
// screen and on a small one, and tells where it can't be seen, which targets
// are too small, and what the outline lacks: of the focus within an element
// alone.
func checkAccess(tab *tab, page, within string) {
	tab.t.Helper()
	// After a Tab the browser shows the focus that a script gives, too.
	tab.press(kb.Tab)
	ask[string](tab, `window.within = `+strconv.Quote(within))
	checkNone(tab, page, outlineFaults)
	// The second is as a screen of 1280 × 1024 at 400 %, WCAG's own measure.
	for _, size := range [][2]int64{{1280, 720}, {320, 256}} {
		tab.resize(size[0], size[1])
		checkWidth(tab)
		what := fmt.Sprintf("%s at %d × %d", page, size[0], size[1])
		checkNone(tab, what, unseenFocus)
		checkNone(tab, what, smallTargets)
	}
}

// checkNone tells what a script finds that should find nothing.
func checkNone(tab *tab, where, script string) {
	tab.t.Helper()
	if found := ask[[]string](tab, script); len(found) > 0 {
		tab.t.Errorf("%s:\n\t%s", where, strings.Join(found, "\n\t"))
	}
}

// tabStops is what Tab leads to, in order: of radio buttons that go together
// only one.
const tabStops = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
	.filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}))
	.filter((e, i, all) => {
		const together = all.filter(o => e.type === 'radio' && o.type === 'radio' && o.name === e.name && o.form === e.form)
		return together.length === 0 || (together.find(o => o.checked) ?? together[0]) === e
	})`

// unseenFocus returns the stops that look with the focus as they do without it,
// and those which something else covers, at every point that is tried of what
// is in the window of them.
const unseenFocus = `(() => {
	const look = e => { const s = getComputedStyle(e); return [s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 ? s.outline : '', s.boxShadow, s.borderColor, s.backgroundColor].join() }
	const shown = e => [e, ...e.labels ?? []].map(look).join() + look(e.parentElement)
	const part = (low, high, end) => [.1, .5, .9].map(at => Math.max(low, 0) + (Math.min(high, end) - Math.max(low, 0)) * at)
	const seen = e => [e, ...e.labels ?? []].flatMap(o => [...o.getClientRects()]).some(box =>
		part(box.left, box.right, innerWidth).some(x => part(box.top, box.bottom, innerHeight).some(y => {
			const hit = document.elementFromPoint(x, y)
			return hit !== null && (e.contains(hit) || [...e.labels ?? []].some(label => label.contains(hit)))
		})))
	const found = []
	for (const e of ` + tabStops + `) {
		if (!e.closest(window.within ?? 'body')) continue
		document.activeElement.blur()
		const before = shown(e)
		e.focus()
		if (document.activeElement !== e) found.push('takes no focus: ' + e.outerHTML.slice(0, 160))
		else if (shown(e) === before) found.push('nobody sees that it has the focus: ' + e.outerHTML.slice(0, 160))
		else if (!seen(e)) found.push('is covered when it has the focus: ' + e.outerHTML.slice(0, 160))
	}
	document.activeElement.blur()
	return found
})()`

// smallTargets returns the targets below 24 × 24 px which WCAG 2.5.8 doesn't
// except: links in a line of text are excepted, and what stands so far from
// other targets that a circle of 24 px around it touches none of them.
const smallTargets = `(() => {
	const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, label:has(input)')]
		.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && !(e.matches('input') && e.closest('label')))
		.map(e => ({e, box: e.getBoundingClientRect()})).filter(({box}) => box.width > 1 && box.right > 0)
	const small = ({box}) => box.width < 23.5 || box.height < 23.5
	const inText = ({e}) => getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 1)
	const middle = ({box}) => [box.left + box.width / 2, box.top + box.height / 2]
	const away = (x, y, {box}) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
	const near = (a, b) => {
		const [x, y] = middle(a), [u, v] = middle(b)
		return away(x, y, b) < 11.5 || small(b) && Math.hypot(x - u, y - v) < 23.5
	}
	return targets.filter(a => small(a) && !inText(a) && targets.some(b => b !== a && !a.e.contains(b.e) && !b.e.contains(a.e) && near(a, b)))
		.map(({e, box}) => Math.round(box.width) + ' × ' + Math.round(box.height) + ' px: ' + e.outerHTML.slice(0, 160))
})()`

func TestNothingMovesForReadersWhoAskForIt(t *testing.T) {
	t.Parallel()
	tab := openTab(t, fileURL(site(t)))
	command(tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}},
	})
	for _, page := range kindsOfPage(t) {
		tab.open(fileURL(site(t)) + page)
		moving := ask[[]string](tab, `[...document.querySelectorAll('*')].filter(e => {
			const s = getComputedStyle(e)
			return [...s.transitionDuration.split(','), ...(s.animationName === 'none' ? [] : s.animationDuration.split(','))].some(d => parseFloat(d) > 0.01) || s.scrollBehavior === 'smooth'
		}).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`)
		if len(moving) > 0 {
			t.Errorf("%s: these move:\n\t%s", page, strings.Join(moving, "\n\t"))
		}
	}
}
