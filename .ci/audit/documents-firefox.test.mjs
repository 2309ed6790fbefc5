// Forms that come back as documents are read in each browser alike, and plans
// become a Word document: browsers unpack by their own means. What is read is
// tested in generator/browser with Chromium alone. The validator of Microsoft's
// Open XML SDK finds nothing in the document.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { start } from './browsers.mjs'
import { root } from './site.mjs'

// Forms of another worksheet than the gathering's: that is told when all of a
// form has been read.
const returned = fileURLToPath(new URL('../../generator/browser/testdata/returned/', import.meta.url))
const forms = readdirSync(returned).filter(name => /\.(docx|pdf)$/.test(name)).map(name => join(returned, name))

const head = '{"format":"sparrausopas-worksheet","formatVersion":2,"language":"fi","worksheet":"worksheets/plan","title":"","version":""}'
const plan = `%PDF-1.7
1 0 obj <</AcroForm <</Fields [2 0 R 3 0 R 4 0 R]>>>> endobj
2 0 obj <</FT /Tx /T (opas) /V (${head})>> endobj
3 0 obj <</FT /Tx /T (palvelualue) /V (Asuminen)>> endobj
4 0 obj <</FT /Tx /T (toimet/1/toimi) /V (K\\344vely)>> endobj
trailer <</Root 1 0 R>>
`

// The validator comes for some machines alone.
const validator = join(import.meta.dirname, 'node_modules', '@xarsh', `ooxml-validator-linux-${process.arch}`, 'ooxml-validator')
function validate(bytes) {
	if (!existsSync(validator)) return
	const work = mkdtempSync(join(tmpdir(), 'gathered-'))
	writeFileSync(join(work, 'a.docx'), bytes)
	assert.deepEqual(JSON.parse(execFileSync(validator, [join(work, 'a.docx')], { encoding: 'utf8' })).errors, [])
	rmSync(work, { recursive: true })
}

for (const name of ['firefox', 'chromium']) {
	describe(`documents in ${name}`, () => {
		let browser
		before(async () => { browser = await start(name) })
		after(() => browser?.close())

		test('forms that programs have filled are read', async () => {
			const page = await browser.newPage()
			await page.goto(root + 'fi/tyopohjat/koonti.html')
			await (await page.$('[data-tool=file]')).uploadFile(...forms)
			await page.waitForFunction(count => document.querySelectorAll('.files li').length === count, {}, forms.length)
			const says = await page.$$eval('.files li', items => items.map(item => item.textContent))
			for (const [i, text] of says.entries()) assert.match(text, /on toisesta työpohjasta: Kaikki kentät/, forms[i])
			await page.close()
		})

		test('plans become a Word document', async () => {
			const page = await browser.newPage()
			await page.goto(root + 'fi/tyopohjat/koonti.html')
			const bytes = await page.evaluate(async plan => {
				localStorage.setItem('sparrausopas:municipality:' + document.documentElement.dataset.guide, 'Hollola')
				const saved = new Promise(done => { URL.createObjectURL = blob => { done(blob.arrayBuffer()); return '#' } })
				const dataTransfer = new DataTransfer()
				dataTransfer.items.add(new File([plan], 'a.pdf'))
				document.dispatchEvent(new DragEvent('drop', { dataTransfer }))
				const button = document.querySelector('[data-tool=document]')
				await new Promise(done => { new MutationObserver(done).observe(button, { attributes: true }) })
				button.click()
				return [...new Uint8Array(await saved)]
			}, plan)
			validate(Uint8Array.from(bytes))
			assert.match(new TextDecoder().decode(Uint8Array.from(bytes)), /^PK.*word\/document\.xml.*Hollola · Päivätty .*<w:tblHeader\/>.*Asuminen.*Kävely/s)
			await page.evaluate(() => localStorage.clear())
			await page.close()
		})
	})
}
