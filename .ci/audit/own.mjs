// The guide's own search, asked as a reader asks: through the box of the front
// page of a language, opened from a folder.
import { findAtOnce, openSearch, results } from './search.mjs'
import { root } from './site.mjs'
import { openTab } from './tab.mjs'

export async function openOwn(browser, home) {
	const page = await openTab(browser)
	await openSearch(page, root + home)
	return {
		name: 'own search',
		async find(query) {
			await findAtOnce(page, query)
			const found = await results(page)
			return found.map(({ href }) => decodeURI(href.split(/[?#]/)[0].slice(root.length)))
		},
		close: () => page.close(),
	}
}
