// Shares work out between tabs of one browser: two of them, one for each core
// of a small machine.
import { start } from './browsers.mjs'
import { openTab } from './tab.mjs'

const hands = 2

// share does the work on each item and returns the lines that come of it, in
// order. work gets a tab, which is used again for other items, and the item,
// and returns lines of trouble, or throws.
export async function share(items, work) {
	const browser = await start('chromium')
	try {
		const left = [...items]
		const found = await Promise.all(Array.from({ length: hands }, () => takeFrom(browser, left, work)))
		return found.flat().sort()
	} finally {
		await browser.close()
	}
}

// takeFrom works in a context of its own: what one tab stores, as a worksheet
// does, would change the page of the other.
async function takeFrom(browser, left, work) {
	const tab = await openTab(await browser.createBrowserContext(), { width: 320 })
	// Only one of two tabs can have the focus: both act as if they had.
	await tab.emulateFocusedPage(true)
	const lines = []
	for (let item = left.shift(); item !== undefined; item = left.shift()) {
		lines.push(...(await inTab(tab, item, work)).map(line => `${item.name}: ${line}`))
	}
	return lines
}

async function inTab(tab, item, work) {
	tab.troubles = []
	try {
		const lines = await work(tab, item)
		// The next item may have the same address but for what is after #.
		await tab.goto('about:blank')
		return [...lines, ...tab.troubles]
	} catch (error) {
		return [error.message, ...tab.troubles]
	}
}

// none fails with the lines, if there are any.
export function none(lines) {
	if (lines.length === 0) return
	const error = new Error(`${lines.length} found:\n${lines.join('\n')}`)
	// Where in the test it came to light helps nobody.
	error.stack = error.message
	throw error
}
