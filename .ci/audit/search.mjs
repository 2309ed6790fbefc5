// What a reader does with search, and what they see of it.
import { home } from './site.mjs'

export const box = '#search-box'

// openSearch opens the front page, or another one with the box.
export const openSearch = (page, address = home) => page.goto(address)

// find types a query with keys in the place of what stands in the box, and
// waits for its results.
export async function find(page, query) {
	await replace(page, () => page.keyboard.type(query))
	await shown(page, query)
}

// findAtOnce does the same with the whole query in one stroke, as a reader
// pastes it: faster by far where there are many.
export async function findAtOnce(page, query) {
	await replace(page, () => page.keyboard.sendCharacter(query))
	await shown(page, query)
}

async function replace(page, input) {
	await page.focus(box)
	await page.$eval(box, box => box.select())
	await input()
}

// shown waits until the results of a query are on the page.
export async function shown(page, query) {
	try {
		await page.waitForFunction(query => document.querySelector('[data-query]')?.dataset.query === query, {}, query)
	} catch (error) {
		throw new Error(`no results are shown for ${query}; troubles: ${page.troubles?.join('; ')}`, { cause: error })
	}
}

// settled waits until what is in the box has been searched for, whatever it is.
// Less than two letters aren't searched for.
export async function settled(page) {
	await page.waitForFunction(() => {
		const form = document.querySelector('form.search')
		const query = form.elements.q.value
		return !form.hasAttribute('aria-busy') && ([...query.trim()].length < 2 || form.dataset.query === query)
	})
}

// results gives the links of the results: address and text.
export function results(page) {
	return page.$$eval('.search-results a', links => links.map(link => ({ href: link.href, text: link.textContent })))
}

// searchPage gives the address of the page that the box leads to.
export async function searchPage(page) {
	await page.goto(home)
	return page.$eval('form.search', form => form.action)
}

// spoken gives what a screen reader is told, which comes when the reader pauses.
export async function spoken(page) {
	const said = await page.waitForFunction(() => document.querySelector('.search-status').textContent.trim())
	return said.jsonValue()
}

// markedWords counts the marked words of an opened page, however they are
// marked. It runs in the page.
export function markedWords() {
	let ranges = 0
	for (const highlight of globalThis.CSS?.highlights?.values() ?? []) ranges += highlight.size
	return ranges + document.querySelectorAll('main mark').length
}
