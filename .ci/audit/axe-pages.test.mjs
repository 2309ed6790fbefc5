// Accessibility by axe of every page as it opens, in both schemes, at both
// widths.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, widths } from './axe.mjs'
import { none, share } from './hands.mjs'
import { pages } from './pages.mjs'
import { root } from './site.mjs'

test(`axe finds nothing on ${pages.length} pages, each light and dark, ${widths.join(' and ')} px wide`, async () => {
	assert.ok(pages.length > 100, `the site has only ${pages.length} pages`)
	none(await share(pages.map(name => ({ name })), async (tab, { name }) => {
		await tab.goto(root + encodeURI(name))
		const lines = []
		for (const width of widths) {
			await tab.setViewport({ width, height: 900 })
			lines.push(...(await look(tab)).map(line => `${width} px, ${line}`))
		}
		return lines
	}))
})
