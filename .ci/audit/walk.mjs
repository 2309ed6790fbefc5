// What a reader does with search in a browser, as tests. Both browsers take the
// same walk, from a folder whose path has spaces, ä and #.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { start } from './browsers.mjs'
import { box, find, markedWords, openSearch, results, searchPage, settled, shown, spoken } from './search.mjs'
import { home, root } from './site.mjs'
import { openTab, outside } from './tab.mjs'

// Queries in forms that aren't what the page calls itself, and what one of the
// first five results must be called.
const queries = [
	{ what: 'a typo', query: 'osalisuus', found: /osallisuu/i },
	{ what: 'an inflected form', query: 'esihenkilöille', found: /esihenkilö/i },
	{ what: 'a form with gradation', query: 'kunnissa', found: /kunta|kunna|kunni|kunti/i },
	{ what: 'a part of a compound', query: 'vastaava', found: /osallisuusvastaav/i },
	{ what: 'a compound that is split', query: 'osallisuus ohjelma', found: /osallisuusohjelm/i },
	{ what: 'a slip of dots', query: 'esihenkilo', found: /esihenkilö/i },
]

// What somebody may paste or send in a link. Each sets window.hit if it can.
const hostile = [
	`<img src=x onerror="window.hit=1">`,
	`"><script>window.hit=1</script>`,
	`javascript:window.hit=1`,
	`'"&lt;<svg/onload=window.hit=1>`,
	`__proto__ constructor toString`,
	`((((.*)+)+)+)+$ [ \\ {2,1}`,
	'👩‍👩‍👧‍👦 🇫🇮 💥',
	'‮تجربة אבג‬',
	'a\u0301\u0301\u0301 \u200b\u00ad \ufeff',
	'lone \ud800 and \udc00',
	'x'.repeat(10_000),
	'osallisuus '.repeat(900),
	'%00%E0%A4%A &q=1#x',
]

export function walk(name) {
	describe(`search in ${name}`, () => {
		let browser, page
		before(async () => { browser = await start(name) })
		after(() => browser?.close())
		beforeEach(async () => {
			await page?.close()
			page = await openTab(browser)
		})

		// clean fails if the pages of the test did something wrong.
		const clean = async () => assert.deepEqual([...page.troubles, ...await outside(page)], [])

		// Without this the walk would prove nothing: a driver can let pages read
		// files that no reader's browser lets them read.
		test('pages can\'t read the files beside them', async () => {
			await page.goto(home)
			const answer = await page.evaluate(() => fetch(document.querySelector('link[rel=stylesheet]').href).then(() => 'read', () => 'refused'))
			assert.equal(answer, 'refused')
		})

		test('a reader types, goes down by arrows and opens the section', async () => {
			await openSearch(page)
			await page.keyboard.press('/')
			assert.equal(await page.evaluate(() => document.activeElement.id), 'search-box', '/ leads to the box')
			await page.keyboard.type('kunnissa')
			await shown(page, 'kunnissa')
			const links = await results(page)
			const number = links.findIndex(link => new URL(link.href).hash !== '')
			assert.ok(number >= 0, `no result leads to a section: ${JSON.stringify(links)}`)
			assert.match(await spoken(page), /\d/, 'the number of results is told')
			for (let i = 0; i <= number; i++) await page.keyboard.press('ArrowDown')
			assert.equal(await page.evaluate(() => document.activeElement.href), links[number].href, 'the arrow leads to the result')
			await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
			assert.equal(bare(page.url()), bare(links[number].href))
			await page.waitForFunction(markedWords)
			assert.deepEqual(await sectionAtTop(page), { found: true, atTop: true })
			await clean()
		})

		test('arrows lead back to the box, Escape closes and empties it', async () => {
			await openSearch(page)
			await find(page, 'osallisuus')
			await page.keyboard.press('ArrowDown')
			await page.keyboard.press('ArrowUp')
			assert.equal(await page.evaluate(() => document.activeElement.id), 'search-box')
			await page.keyboard.press('Escape')
			assert.equal(await page.$eval('.search-panel', panel => panel.hidden), true, 'Escape closes')
			await page.keyboard.press('Escape')
			assert.equal(await page.$eval(box, box => box.value), '', 'Escape again empties the box')
			await clean()
		})

		test('Enter in the box leads to the search page, which keeps the query', async () => {
			const address = await searchPage(page)
			await page.goto(home)
			await find(page, 'tarpeen')
			await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
			assert.equal(page.url().split('?')[0], address)
			await shown(page, 'tarpeen')
			assert.ok((await results(page)).length > 0)
			await find(page, 'työpohja')
			// The address is kept when the reader pauses.
			await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'työpohja')
			await page.reload()
			await shown(page, 'työpohja')
			assert.ok((await results(page)).length > 0)
			await clean()
		})

		test('the box works on a page deep in the site', async () => {
			await openSearch(page)
			await find(page, 'osallisuusohjelma')
			const [first] = await results(page)
			await page.goto(first.href)
			await find(page, 'kysymys')
			const links = await results(page)
			assert.ok(links.length > 0)
			assert.ok(links.every(link => link.href.startsWith(root)), JSON.stringify(links))
			await clean()
		})

		for (const { what, query, found } of queries) {
			test(`${what} finds its page: ${query}`, async () => {
				await openSearch(page)
				await find(page, query)
				const titles = (await results(page)).slice(0, 5).map(result => result.text)
				assert.ok(titles.some(title => found.test(title)), `none is called ${found}: ${JSON.stringify(titles)}`)
				await clean()
			})
		}

		test('a query that finds nothing says so and offers a way on', async () => {
			await openSearch(page)
			await find(page, 'qxzqxzqxz')
			assert.equal((await results(page)).length, 0)
			assert.match(await spoken(page), /qxzqxzqxz/)
			assert.ok(await page.$$eval('.search-panel a, .search-panel button', all => all.length) > 0, 'a dead end')
			await clean()
		})

		test('hostile queries in the box neither break nor inject', async () => {
			await openSearch(page)
			for (const query of hostile) {
				await paste(page, query)
				await settled(page)
				await harmless(page, query)
			}
			await find(page, 'osallisuus')
			assert.ok((await results(page)).length > 0, 'search works on')
			await clean()
		})

		test('hostile queries in the address neither break nor inject', async () => {
			const address = await searchPage(page)
			const encoded = hostile.map(query => encodeURIComponent(query.toWellFormed?.() ?? query.replace(/[\ud800-\udfff]/gu, '\ufffd')))
			for (const query of [...encoded, '%00', '%ED%A0%80', '%E0%A4%A', '%', '+&q=b&q', 'a&hl=%3Cb%3E']) {
				await page.goto(`${address}?q=${query}`)
				await settled(page)
				await harmless(page, query)
			}
			for (const words of ['%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E', '%E0%A4%A', ',,,', '%F0%9F%92%A5', 'x'.repeat(5000)]) {
				await page.goto(`${home}?hl=${words}`)
				await settled(page)
				await harmless(page, words)
			}
			await clean()
		})
	})
}

// bare is an address without the words that a page marks.
function bare(address) {
	const url = new URL(address)
	url.searchParams.delete('hl')
	return url.href
}

// paste puts a text into the box as a paste does, lone surrogates and all.
function paste(page, query) {
	return page.$eval(box, (box, units) => {
		box.focus()
		box.value = String.fromCharCode(...units)
		box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
	}, query.split('').map(unit => unit.charCodeAt(0)))
}

// harmless fails if a query has become a part of the page.
async function harmless(page, query) {
	const state = await page.evaluate(() => ({
		hit: window.hit ?? 0,
		strange: document.querySelectorAll('.search-panel :is(img, svg, script, iframe, [onload], [onerror], a[href^="javascript:"])').length,
		box: Boolean(document.querySelector('#search-box')),
	}))
	assert.deepEqual(state, { hit: 0, strange: 0, box: true }, query.slice(0, 80))
}

// sectionAtTop tells whether the page has the section of its address, and
// whether it stands at the top, or as near as the end of the page lets it.
function sectionAtTop(page) {
	return page.evaluate(() => {
		const section = document.getElementById(decodeURIComponent(location.hash.slice(1)))
		const top = section?.getBoundingClientRect().top
		const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2
		return { found: Boolean(section), atTop: top >= -1 && (top < innerHeight / 4 || atEnd) }
	})
}
