// Accessibility by axe of every page as it opens.
import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { look } from './axe.mjs'
import { none, share } from './hands.mjs'
import { pages } from './pages.mjs'
import { folder, root } from './site.mjs'

// The richest pages come first: the others then have little that is new.
const size = name => statSync(join(folder, name)).size
const richest = pages.toSorted((a, b) => size(b) - size(a)).map(name => ({ name }))

test(`axe finds nothing on ${pages.length} pages`, async t => {
	assert.ok(pages.length > 100, `the site has only ${pages.length} pages`)
	const isNew = novelty()
	let further = 0
	none(await share(richest, async (tab, { name }) => {
		await tab.goto(root + encodeURI(name))
		return look(tab, async tab => isNew(await tab.evaluate(chains)) && ++further)
	}))
	t.diagnostic(`${further} of them on a desk and in the dark scheme as well`)
})

// novelty returns a function that reports whether a list has anything that no
// earlier one had.
function novelty() {
	const seen = new Set()
	return list => {
		const before = seen.size
		for (const one of list) seen.add(one)
		return seen.size > before
	}
}

// chains lists what style sheets tell apart: each element with its classes and
// those of all that it is in. Where no chain is new, another width or scheme
// shows nothing that it hasn't shown on an earlier page. It runs in the page.
function chains() {
	const name = element => [element.localName, ...element.classList].join('.') + (element.ariaCurrent ?? '')
	const chain = element => element === document.body ? name(element) : `${chain(element.parentElement)} > ${name(element)}`
	return [...new Set([...document.body.querySelectorAll('*')].map(chain))]
}
