// Lighthouse's marks for a page of each kind that readers meet most, in its
// profile of a telephone on a slow network.
import lighthouse from 'lighthouse'
import { after, before, describe, test } from 'node:test'
import { start } from './browsers.mjs'
import { none } from './hands.mjs'
import { serve } from './serve.mjs'

const pages = {
	'the front page': 'index.html',
	'the section of questions': 'fi/kysymykset/index.html',
	'a question': 'fi/kysymykset/07-syrjinta-ja-esteet.html',
	'a step': 'fi/osallisuusohjelma/3-tarpeet.html',
	'a session': 'fi/sparraukset/1-miksi-osallisuus.html',
	'a worksheet': 'fi/tyopohjat/palvelualueen-suunnitelma.html',
	'the search page': 'fi/haku.html',
}

// The least mark of each category, of 100.
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }

// Performance flickers on a busy machine: the middle of so many runs counts.
const runs = 3

describe('Lighthouse is content', () => {
	let browser, site
	before(async () => { [browser, site] = await Promise.all([start('chromium'), serve()]) })
	after(async () => {
		await browser?.close()
		site?.close()
	})

	for (const [kind, name] of Object.entries(pages)) {
		test(kind, async t => {
			const first = await measure(browser, site.root + name)
			const marks = [first.performance]
			// A good first run needs no second one.
			while (marks[0] < least.performance && marks.length < runs) marks.push((await measure(browser, site.root + name, ['performance'])).performance)
			const result = { ...first, performance: marks.sort((a, b) => a - b)[marks.length >> 1] }
			t.diagnostic(Object.keys(least).map(category => `${category} ${result[category]}`).join(', '))
			none(Object.keys(least).filter(category => !(result[category] >= least[category]))
				.map(category => `${category} is ${result[category]}, at least ${least[category]} is wanted: ${first.faults[category].join('; ')}`))
		})
	}
})

// measure gives the marks of a page by category, and what took from them.
async function measure(browser, address, onlyCategories = Object.keys(least)) {
	const page = await browser.newPage()
	try {
		const { lhr } = await lighthouse(address, { logLevel: 'silent', onlyCategories }, undefined, page)
		if (lhr.runtimeError) throw new Error(lhr.runtimeError.message)
		const marks = { faults: {} }
		for (const [id, { score, auditRefs }] of Object.entries(lhr.categories)) {
			marks[id] = Math.round(score * 100)
			marks.faults[id] = auditRefs.map(ref => ({ ...lhr.audits[ref.id], weight: ref.weight }))
				.filter(audit => audit.weight > 0 && audit.score !== null && audit.score < 1)
				.map(audit => `${audit.id} ${audit.displayValue ?? ''} ${JSON.stringify(audit.details?.items ?? []).slice(0, 300)}`)
		}
		return marks
	} finally {
		await page.close()
	}
}
