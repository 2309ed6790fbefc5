// Accessibility by axe: no violation of WCAG 2.2 A and AA nor of axe's own good
// practices in any state of axe-states.mjs.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import axe from 'axe-core'
import { schemes, states, widths } from './axe-states.mjs'
import { start } from './browsers.mjs'
import { openTab } from './tab.mjs'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('axe finds nothing', () => {
	let browser
	// axe reads the style sheets itself, which a page in a folder may not.
	before(async () => { browser = await start('chromium', ['--allow-file-access-from-files']) })
	after(() => browser?.close())

	for (const scheme of schemes) {
		for (const width of widths) {
			for (const state of states) {
				test(`${state.name}, ${scheme}, ${width} px`, async t => {
					const page = await openTab(browser, { width })
					t.after(() => page.close())
					await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
					await state.open(page)
					assert.deepEqual(await violations(page), [])
				})
			}
		}
	}
})

// violations gives a line for each element that axe finds fault with.
async function violations(page) {
	await page.evaluate(axe.source)
	const found = await page.evaluate(async tags => (await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations, tags)
	return found.flatMap(({ id, help, nodes }) => nodes.map(node =>
		`${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 200)}: ${node.any.map(check => check.message).join('; ')}`))
}
