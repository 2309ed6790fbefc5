// Lighthouse's marks for a page of each kind that readers meet most, and for
// every second kind in one other language, the languages in turn: all kinds in
// all languages would take three times as long, and axe sees every page. Its mark
// for performance tells of the machine: see pace.test.mjs.
import lighthouse from 'lighthouse'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { start } from './browsers.mjs'
import { none } from './hands.mjs'
import { kinds } from './kinds.mjs'
import { serve } from './serve.mjs'
import { folder } from './site.mjs'

const settings = {
	logLevel: 'silent',
	onlyCategories: ['accessibility', 'best-practices', 'seo'],
	// Lighthouse would wait so long to see whether more comes.
	pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0,
}

describe('Lighthouse is content', () => {
	let browser, page, site
	before(async () => {
		[browser, site] = await Promise.all([start('chromium'), serve()])
		page = await browser.newPage()
	})
	after(async () => {
		await browser?.close()
		site?.close()
	})

	for (const { kind, name } of kinds.flatMap(inTurn)) {
		test(kind, async () => {
			const { lhr } = await lighthouse(site.root + name, settings, undefined, page)
			if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
			none(Object.values(lhr.categories).filter(({ score }) => score !== 1)
				.map(category => `${category.title} is ${Math.round(category.score * 100)} of 100: ${faults(lhr, category).join('; ')}`))
		})
	}
})

// inTurn gives a page, and of every second kind the page that it links to as
// itself in the language whose turn it is.
function inTurn({ kind, name }, i) {
	if (i % 2) return [{ kind, name }]
	const html = readFileSync(join(folder, name), 'utf8')
	const links = [...html.matchAll(/<a href="?([^" >]+)"? [^>]*hreflang="?([\w-]+)/g)]
	const [, href, language] = links[(i / 2) % links.length]
	return [{ kind, name }, { kind: `${kind}, ${language}`, name: posix.join(posix.dirname(name), href) }]
}

// faults lists what took from the mark of a category.
function faults(lhr, { auditRefs }) {
	return auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id])
		.filter(({ score }) => score !== null && score < 1)
		.map(({ id, displayValue = '', details }) => `${id} ${displayValue} ${JSON.stringify(details?.items ?? []).slice(0, 300)}`)
}
