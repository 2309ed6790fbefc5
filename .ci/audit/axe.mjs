// Looks at what a tab shows with axe.
//
// What axe asks falls into three parts. Most of it is about elements and their
// names, and is the same in any window. What is about place (does this table
// scroll, is that link big enough, what covers what) is hardest on a phone,
// where the least fits. And what is about colours changes with the scheme.
// So all of it is asked on a phone in the light scheme; of the others, see
// lookEverywhere.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

// The same as axe.source at less than half the size: each page compiles it.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const phone = { width: 320, height: 900 }
const desk = { width: 1280, height: 900 }

// All of WCAG 2.2 A and AA, and axe's own good practices.
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

// asked says which rules each view of a page is held to.
const asked = [
	{ view: phone, scheme: 'light', rules: all },
	{ view: desk, scheme: 'light', rules: all },
	{ view: desk, scheme: 'dark', rules: colours },
]

// look returns a line for each element that axe finds fault with on a phone.
// further reports whether the page is to be seen in the other views as well;
// it gets the tab.
export async function look(tab, further) {
	await tab.evaluate(source)
	const lines = await lookAs(tab, asked[0])
	if (!await further(tab)) return lines
	for (const way of asked.slice(1)) lines.push(...await lookAs(tab, way))
	await show(tab, asked[0])
	return lines
}

async function lookAs(tab, way) {
	await show(tab, way)
	const lines = await tab.evaluate(run, way.rules)
	return lines.map(line => `${way.view.width} px, ${way.scheme}, ${line}`)
}

// show brings a tab into a view, unless it is there already.
async function show(tab, way) {
	if (tab.way === way) return
	await tab.setViewport(way.view)
	await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: way.scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }])
	tab.way = way
}

// run runs in the page, and returns only what is told of: all that axe finds
// would be megabytes. Without preload axe reads no style sheet again, which
// only rules need that aren't asked for.
async function run(rules) {
	// The bar of a worksheet covers whatever lies there at the moment; readers
	// scroll, and a test of its own walks through all fields.
	document.querySelector('.bar')?.style.setProperty('position', 'static')
	const { violations } = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false })
	return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) =>
		`${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}: ${any.map(check => check.message).join('; ')}`))
}
