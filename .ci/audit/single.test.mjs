// The guide as one file, in both browsers: a reader opens it, searches, follows
// a result, fills a worksheet that is there again, comes back, and prints. It
// asks for nothing, and its policy refuses nothing of its own. Then axe on pages
// of each sort in it, and how soon it can be searched.
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { after, before, beforeEach, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { look } from './axe.mjs'
import { start } from './browsers.mjs'
import { print } from './paper.mjs'
import { find, markedWords, results } from './search.mjs'
import { home } from './site.mjs'

if (!process.env.SINGLE) throw new Error('SINGLE must name the guide as one file: .ci/audit/run makes it')
const file = pathToFileURL(process.env.SINGLE).href
const at = name => `${file}?page=${name}`

const plan = 'fi/tyopohjat/palvelualueen-suunnitelma.html'
const gather = 'fi/tyopohjat/koonti.html'
const pack = 'fi/tyopohjat/tulostepaketti.html#pack-sessions/event-1'
const live = 'fi/sparraukset/1-miksi-osallisuus-vetajan-naytto.html'
const leader = 'fi/sparraukset/1-miksi-osallisuus-vetajalle.html'
const seen = ['index.html', 'fi/haku.html?q=kunta', 'fi/kysymykset/07-syrjinta-ja-esteet.html', leader, live, plan, gather, pack, 'fi/kysymykset/nayta.html']

const mostBytes = 6_200_000
// How much more of the processor it takes from the opening to the results of the
// first query than the same site in a folder.
const mostTimes = 2.2

// field is what a reader types in.
const field = '[name=palvelualue]'

for (const name of ['firefox', 'chromium']) {
	describe(`one file in ${name}`, () => {
		let browser, page
		before(async () => { browser = await start(name) })
		after(() => browser?.close())
		beforeEach(async () => {
			await page?.close()
			page = await browser.newPage()
			await page.setViewport({ width: 1280, height: 900 })
			page.troubles = []
			page.on('console', message => { if (message.type() === 'error') page.troubles.push(message.text()) })
			page.on('pageerror', error => page.troubles.push(error.message))
			page.on('request', request => {
				const address = request.url()
				if (!/^(data|blob):/.test(address) && address.split(/[?#]/)[0] !== file) page.troubles.push(`request: ${address}`)
			})
		})
		const clean = () => assert.deepEqual(page.troubles, [])

		test('a reader searches, follows a result and comes back', async () => {
			await page.goto(file)
			await find(page, 'kunnissa')
			const [{ href }] = await results(page)
			assert.ok(href.startsWith(file + '?page='), href)
			await Promise.all([page.waitForNavigation(), page.click('.search-results a')])
			await page.waitForFunction(markedWords)
			assert.equal(await page.$$eval('main h1', all => all.length), 1)
			await page.evaluate(() => history.back())
			await page.waitForFunction(() => !location.search && document.querySelector('.kind-home'))
			await clean()
		})

		test('what is typed into a worksheet is there again', async () => {
			await page.goto(at(plan))
			await page.type(field, 'Varhaiskasvatus')
			await page.reload()
			assert.equal(await page.$eval(field, box => box.value), 'Varhaiskasvatus')
			await page.goto(at('fi/tyopohjat/index.html'))
			assert.equal(await page.$$eval('.started', all => all.length), 1)
			const sheets = await print(await page.goto(at(plan)).then(() => page))
			assert.ok(sheets.length >= 2 && sheets.some(({ text }) => text.includes('Varhaiskasvatus')), JSON.stringify(sheets))
			await clean()
		})

		test('a pack is put together and printed', async () => {
			await page.evaluateOnNewDocument(() => { window.print = () => { window.printed = true } })
			await page.goto(at(pack))
			await page.click('.pack-print')
			await page.waitForFunction(() => window.printed)
			const sheets = await print(page)
			assert.ok(sheets.length >= 8, `${sheets.length} sheets`)
			assert.ok(sheets.some(({ text }) => text.includes('Sparrauksen tavoitteet')))
			await clean()
		})

		test('a session is led, with its questions large in another window', async () => {
			await page.goto(at(live))
			const wall = await page.$eval('.live-wall', link => link.href)
			await page.goto(wall)
			assert.match(await page.$eval('.present-question', question => question.textContent), /\S/)
			assert.equal(await page.$eval('.present-back', link => new URLSearchParams(new URL(link.href).search).get('page')), live)
			await clean()
		})

		// The time of the clock would be the machine's and that of its other work:
		// of that the best is told. What counts is the processor time of the main
		// thread, which only Chromium tells, beside that of the folder in turn.
		test('it is small, and can be searched soon', async t => {
			const { size } = statSync(process.env.SINGLE)
			assert.ok(size <= mostBytes, `${size} bytes`)
			const spent = await processor(page)
			const taken = { [file]: [], [home]: [] }
			for (let i = 0; i < 7; i++) for (const [address, times] of Object.entries(taken)) {
				await page.goto('about:blank')
				const [clock, before] = [performance.now(), await spent?.()]
				await page.goto(address)
				await find(page, 'kunta')
				times.push({ clock: performance.now() - clock, processor: spent ? await spent() - before : 0 })
			}
			const best = (address, what) => Math.round(Math.min(...taken[address].map(time => time[what])))
			t.diagnostic(`${size} bytes; results after ${best(file, 'clock')} ms, ${best(file, 'processor')} ms of the processor; from a folder ${best(home, 'clock')} ms, ${best(home, 'processor')} ms`)
			if (spent) assert.ok(best(file, 'processor') <= mostTimes * best(home, 'processor'), 'the one file is slow')
		})

		if (name === 'chromium') {
			test(`axe finds nothing on ${seen.length} pages`, async () => {
				for (const address of seen) {
					await page.goto(at(address.replace('?', '&')))
					page.way = undefined
					assert.deepEqual(await look(page, async () => true), [], address)
				}
			})
		}
	})
}

// processor returns a function that tells how many milliseconds of processor
// time the main thread has spent; undefined where the browser doesn't tell.
async function processor(page) {
	if (/firefox/i.test(await page.browser().version())) return undefined
	const session = await page.createCDPSession()
	await session.send('Performance.enable', { timeDomain: 'threadTicks' })
	return async () => {
		const { metrics } = await session.send('Performance.getMetrics')
		return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
	}
}
