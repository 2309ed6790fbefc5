// Accessibility by axe of pages in the states that a reader brings them into,
// in both schemes, at both widths.
import { test } from 'node:test'
import { look, widths } from './axe.mjs'
import { fillStates } from './states-fill.mjs'
import { searchStates } from './states-search.mjs'
import { none, share } from './hands.mjs'

const states = [...searchStates, ...fillStates]

test(`axe finds nothing in ${states.length} states, each light and dark, ${widths.join(' and ')} px wide`, async () => {
	const cases = states.flatMap(({ name, open }) => widths.map(width => ({ name: `${name}, ${width} px`, open, width })))
	none(await share(cases, async (tab, { open }) => {
		await open(tab)
		return look(tab)
	}))
})
