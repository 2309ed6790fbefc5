import assert from 'node:assert/strict'
import { test } from 'node:test'
import { start } from './browsers.mjs'
import { home } from './site.mjs'
import { walk } from './walk.mjs'

// Without this the walk would prove nothing: a driver can let pages read files
// that no reader's Firefox lets them read.
test('this Firefox keeps pages from reading the files beside them', async () => {
	const browser = await start('firefox')
	try {
		const page = await browser.newPage()
		await page.goto(home)
		const answer = await page.evaluate(() => fetch(document.querySelector('link[rel=stylesheet]').href).then(() => 'read', () => 'refused'))
		assert.equal(answer, 'refused')
	} finally {
		await browser.close()
	}
})

walk('firefox')
