// How light pages are, by figures that say the same on any machine: the bytes
// of a first visit, and the processor time of the main thread beside that of
// the bare page, the same HTML without styles and scripts, in the same run. Time
// of the clock would be the machine's and that of its other work.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { start } from './browsers.mjs'
import { kinds } from './kinds.mjs'
import { serve } from './serve.mjs'

// Each page and its bare page are loaded in turn so often at least, and so often
// at most before the page counts as too dear. The middle load of each counts.
const least = 5
const most = 15

const loads = /<script\b[^>]*><\/script>|<link\b[^>]*\brel="?stylesheet\b[^>]*>/g

describe('pages are light', () => {
	let browser, site, page, session
	before(async () => {
		[browser, site] = await Promise.all([start('chromium'), serve(change)])
		page = await browser.newPage()
		await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true })
		session = await page.createCDPSession()
		await session.send('Performance.enable', { timeDomain: 'threadTicks' })
	})
	after(async () => {
		await browser?.close()
		site?.close()
	})

	for (const { kind, name, bytes, cost } of kinds) {
		test(kind, async t => {
			const address = site.root + name
			const weight = await weigh(address)
			const [own, bare] = await compare(address, cost)
			t.diagnostic(`${weight} bytes of ${bytes}; ${(own / bare).toFixed(2)} times the bare page of ${cost}: ${milliseconds(own)} and ${milliseconds(bare)}`)
			assert.ok(weight <= bytes, `HTML, styles and scripts have ${weight} bytes, ${bytes} are allowed`)
			assert.ok(own <= cost * bare, `the page costs ${milliseconds(own)}, its bare page ${milliseconds(bare)}: ${cost} times that is allowed`)
		})
	}

	// weigh adds up what the browser itself loaded, packed.
	async function weigh(address) {
		await open(address)
		const size = await page.evaluate(() => performance.getEntries()
			.filter(({ entryType, initiatorType, name }) => entryType === 'navigation' || initiatorType === 'script' || /\.(css|js)$/.test(name))
			.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0))
		assert.ok(size > 0, 'nothing was weighed')
		return size
	}

	// compare returns what a page costs and what its bare page does.
	async function compare(address, limit) {
		const own = []
		const bare = []
		while (own.length < least || middle(own) > limit * middle(bare) && own.length < most) {
			own.push(await costOf(address))
			bare.push(await costOf(`${address}?bare`))
		}
		return [middle(own), middle(bare)]
	}

	// costOf returns the seconds of processor time of the main thread until the
	// page is there and idle.
	async function costOf(address) {
		await page.goto('about:blank')
		const before = await spent()
		await open(address)
		return await spent() - before
	}

	async function spent() {
		const { metrics } = await session.send('Performance.getMetrics')
		return metrics.find(({ name }) => name === 'TaskDuration').value
	}

	// open waits for a frame and what the page itself left for an idle moment.
	async function open(address) {
		await page.goto(address)
		await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))))
	}
})

const middle = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

const milliseconds = seconds => `${(seconds * 1000).toFixed(1)} ms`

// change answers with a bare page where that is asked for, and keeps the worker
// from fetching the whole guide while pages are measured.
function change(url, body) {
	if (url.pathname === '/service-worker.js') throw new Error('not here')
	return url.searchParams.has('bare') ? body.toString().replace(loads, '') : body
}
