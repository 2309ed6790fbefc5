// Accessibility by axe of pages in the states that a reader brings them into.
import { test } from 'node:test'
import { look } from './axe.mjs'
import { none, share } from './hands.mjs'
import { fillStates } from './states-fill.mjs'
import { searchStates } from './states-search.mjs'

const states = [...searchStates, ...fillStates]

test(`axe finds nothing in ${states.length} states`, async () => {
	none(await share(states, async (tab, { open }) => {
		await open(tab)
		return look(tab, () => true)
	}))
})
