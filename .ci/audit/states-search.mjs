// Search as a reader brings it about. A state has a name and what a reader does.
import { find, results, searchPage, settled, shown } from './search.mjs'
import { home } from './site.mjs'

export const searchStates = [
	{ name: 'search closed', open: page => page.goto(home) },
	{ name: 'search with results', open: type('osallisuus') },
	{ name: 'search with a result in focus', open: async page => {
		await type('kunnissa')(page)
		await page.keyboard.press('ArrowDown')
	} },
	{ name: 'search with another spelling', open: type('osalisuus') },
	{ name: 'search without results', open: type('qxzqxzqxz') },
	{ name: 'a page with marked words', open: async page => {
		await type('kunnissa')(page)
		const [first] = await results(page)
		await page.goto(first.href)
	} },
	{ name: 'search page, empty', open: async page => page.goto(await searchPage(page)) },
	{ name: 'search page with results', open: searched('osallisuus') },
	{ name: 'search page with a kind chosen', open: async page => {
		await searched('osallisuus')(page)
		await page.click('.search-panel .search-kinds button[aria-pressed=false]:not([hidden])')
		await settled(page)
	} },
	{ name: 'search page without results', open: searched('qxzqxzqxz') },
]

// type opens the front page and types a query.
function type(query) {
	return async page => {
		await page.goto(home)
		await find(page, query)
	}
}

// searched opens the search page with a query in its address.
function searched(query) {
	return async page => {
		await page.goto(`${await searchPage(page)}?q=${encodeURIComponent(query)}`)
		await shown(page, query)
	}
}
