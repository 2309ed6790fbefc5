// Shares work out between browsers: two of them, one for each core of a small
// machine.
import { start } from './browsers.mjs'
import { openTab } from './tab.mjs'

const hands = 2

// share does the work on each item, in a tab of its own whose width is the
// item's, and gives the lines that come of it, in order. work gets the tab and
// the item, and gives lines of trouble, or throws.
export async function share(items, work) {
	const left = [...items]
	const found = await Promise.all(Array.from({ length: hands }, () => takeFrom(left, work)))
	return found.flat().sort()
}

async function takeFrom(left, work) {
	const browser = await start('chromium')
	try {
		const lines = []
		for (let item = left.shift(); item !== undefined; item = left.shift()) {
			lines.push(...await inTab(browser, item, work))
		}
		return lines
	} finally {
		await browser.close()
	}
}

async function inTab(browser, item, work) {
	const tab = await openTab(browser, { width: item.width })
	try {
		const lines = [...await work(tab, item), ...tab.troubles]
		return lines.map(line => `${item.name}: ${line}`)
	} catch (error) {
		return [`${item.name}: ${error.message}`]
	} finally {
		await tab.close()
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
