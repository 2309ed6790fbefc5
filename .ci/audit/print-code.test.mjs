// The QR codes on paper: what a telephone reads of a printed sheet is the
// address of that sheet, in each browser, and no sheet is more for it. The guide
// is made with an address for this.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { start } from './browsers.mjs'
import { print } from './paper.mjs'

const base = 'https://www.esimerkkila.example/sparrausopas/'
const site = mkdtempSync(join(tmpdir(), 'codes-'))
after(() => rmSync(site, { recursive: true }))
execFileSync('go', ['run', './generator', 'build', '-base-url', base, '-out', join(site, 'public')], { cwd: join(import.meta.dirname, '..', '..') })
const root = pathToFileURL(join(site, 'public', '/')).href
const withCode = readdirSync(join(site, 'public'), { recursive: true })
	.map(name => name.replaceAll('\\', '/'))
	.filter(name => name.endsWith('.html') && /<div class="?code\b/.test(readFileSync(join(site, 'public', name), 'utf8')))
	.sort()

// The fullest of the leader's sheets, and some of the others.
const sheets = withCode.filter(name => /([12]-mi\w+-[\w-]+-vetajalle|(palvelualueen-suunnitelma|tavoitteet|1-miksi-osallisuus-osallistujille))\.html$/.test(name))

for (const name of ['chromium', 'firefox']) {
	describe(`codes on paper from ${name}`, () => {
		let browser
		before(async () => { browser = await start(name) })
		after(() => browser?.close())

		test('lead to the sheet that they are on, and take no sheet of their own', async () => {
			assert.ok(sheets.length >= 8)
			for (const sheet of sheets) {
				const page = await browser.newPage()
				await page.goto(root + sheet)
				const printed = await print(page, { codes: true })
				assert.deepEqual(printed.flatMap(({ codes }) => codes), [base + sheet], sheet)
				await page.$eval('.code', code => code.remove())
				const without = await print(page)
				assert.equal(printed.length, without.length, sheet)
				await page.close()
			}
		})
	})
}
