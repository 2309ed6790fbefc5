// What people hold in their hands comes out of each browser alike: worksheets,
// sheets of sessions, cards, a pack. Firefox knows less of paper than Chromium.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { start } from './browsers.mjs'
import { pages } from './pages.mjs'
import { print, upright } from './paper.mjs'
import { folder, root } from './site.mjs'

const worksheets = pages.filter(name => /<form class="?worksheet/.test(readFileSync(join(folder, name), 'utf8')))
// Cards that are cut from a sheet have no room for the guide's name.
const cut = name => /data-per-sheet="?[248]/.test(readFileSync(join(folder, name), 'utf8'))
const plan = 'fi/tyopohjat/palvelualueen-suunnitelma.html'
const pack = 'fi/tyopohjat/tulostepaketti.html#items=sessions%2Fevent-1.sheet,sessions%2Fevent-1.cards,worksheets%2Fplan,worksheets%2Fgoals'

const paperOf = name => {
	const html = readFileSync(join(folder, name), 'utf8')
	return html.includes('paper-a3-landscape') ? wide : html.includes('paper-a4-landscape') ? landscape : portrait
}

// How many sheets a worksheet may take, if not three: the self-assessment and
// the programme's document in each language.
const most = name => /(itsearviointi|sjalvvardering|self-assessment)\.html$/.test(name) ? 4 : /(ohjelma-asiakirja|programdokument|programme-document)\.html$/.test(name) ? 7 : 3

// The guide's name in each language, and what sheets of sessions are called.
const guide = /Sparrausopas|Sparringguiden|Sparring guide/
const forLeader = /-(vetajalle|for-ledaren|for-the-facilitator)\.html$/
const forOthers = /-(osallistujille|for-deltagarna|for-participants)\.html$/

const portrait = '210 × 297'
const landscape = '297 × 210'
const wide = '420 × 297'
const sizes = sheets => sheets.map(({ width, height }) => `${width} × ${height}`)

for (const name of ['firefox', 'chromium']) {
	describe(`paper from ${name}`, () => {
		let browser
		before(async () => { browser = await start(name) })
		after(() => browser?.close())

		// printed opens a page, prepares it, and prints it. What it kept in the
		// browser is no other page's.
		async function printed(address, { lines, prepare } = {}) {
			const page = await browser.newPage()
			await page.goto(root + address)
			await prepare?.(page)
			const sheets = await print(page, { lines })
			await page.evaluate(() => localStorage.clear())
			await page.close()
			return sheets
		}

		test('worksheets are on their paper, with the guide\'s name, on few sheets', async () => {
			assert.ok(worksheets.length >= 15)
			for (const sheet of worksheets) {
				const sheets = await printed(sheet)
				// Firefox is told that the printer has A4, and keeps the side.
				const paper = name === 'firefox' && paperOf(sheet) === wide ? landscape : paperOf(sheet)
				assert.deepEqual(sizes(sheets), sheets.map(() => paper), sheet)
				assert.ok(sheets.length <= most(sheet), `${sheet} takes ${sheets.length} sheets`)
				if (!cut(sheet)) assert.match(sheets[0].text, guide, sheet)
			}
		})

		test('tables have all their lines and don\'t begin with one row', async () => {
			for (const sheet of [plan, 'fi/tyopohjat/ohjelma.html', 'fi/tyopohjat/tarpeiden-kartoitus.html', 'fi/tyopohjat/viestintasuunnitelma.html']) {
				const sheets = await printed(sheet, { lines: true })
				// The text begins 24 mm from the left and ends 14 mm from the right.
				const tables = sheets.map(sheet => ({ left: upright(sheet, 24), right: upright(sheet, sheet.width - 14) }))
				const broken = tables.findIndex(({ left }, i) => length(left) > 10 && length(left) < 38 && i + 1 < tables.length && length(tables[i + 1].left) > 10 && tables[i + 1].left.from < 40)
				assert.equal(broken, -1, `${sheet}: a table begins at the foot of sheet ${broken + 1}`)
				const longest = tables.toSorted((a, b) => length(b.left) - length(a.left))[0]
				assert.ok(length(longest.left) > 38, `${sheet} has no table at the left`)
				assert.ok(length(longest.right) >= length(longest.left) - 1, `${sheet}: the line at the right is ${length(longest.right)} mm long, that at the left ${length(longest.left)}`)
				assert.ok(longest.right.dark > .7 && longest.left.dark > .7, `${sheet}: the outer lines are cut: ${longest.left.dark}, ${longest.right.dark}`)
			}
		})

		test('all of a filled plan is on one sheet with all its lines', async () => {
			const sheets = await printed(plan, { lines: true, prepare: async page => {
				await page.evaluate(row => {
					window.print = () => { window.printed = true }
					localStorage.setItem('sparrausopas:municipality:' + document.documentElement.dataset.guide, 'Hollola')
					const areas = [...document.querySelectorAll('.worksheet textarea')]
					areas.forEach((area, i) => {
						area.value = row[i % row.length]
						area.dispatchEvent(new Event('input', { bubbles: true }))
					})
					document.querySelector('[data-tool="filled"]').click()
				}, row)
				await page.waitForFunction('window.printed')
			} })
			assert.deepEqual(sizes(sheets), [landscape])
			assert.match(sheets[0].text, /Hollola · Päivätty/)
			assert.ok(sheets.every(({ text }) => !text.includes('Esimerkki')))
			whole(sheets, plan)
		})

		test('a filled self-assessment is on two sheets with its result', async () => {
			const sheets = await printed('fi/tyopohjat/itsearviointi.html', { prepare: async page => {
				await page.evaluate(() => {
					window.print = () => { window.printed = true }
					localStorage.setItem('sparrausopas:municipality:' + document.documentElement.dataset.guide, 'Hollola')
					document.querySelectorAll('.worksheet .points').forEach((points, i) => points.querySelectorAll('input')[i % 4].click())
					for (const area of document.querySelectorAll('.worksheet textarea')) {
						area.value = 'Asiakaskysely ja havainnot, kevään palaute.'
						area.dispatchEvent(new Event('input', { bubbles: true }))
					}
					document.querySelector('[data-tool="filled"]').click()
				})
				await page.waitForFunction('window.printed')
			} })
			assert.deepEqual(sizes(sheets), [portrait, portrait])
			assert.match(sheets[0].text, /Arvio osa-alueittain.*Milloin arvioimme uudelleen/)
		})

		test('the gathering is in landscape, all columns with their lines', async () => {
			const columns = ['toimi', 'vastuu', 'aikataulu', 'resurssit', 'mittari', 'seuranta']
			const text = JSON.stringify({
				format: 'sparrausopas-worksheet', formatVersion: 2, language: 'fi', worksheet: 'worksheets/plan', title: '', version: '', copy: '',
				answers: { palvelualue: 'Kaupunkikehityspalvelut', toimet: Array(7).fill(Object.fromEntries(row.map((text, c) => [columns[c], text]))) },
			})
			const sheets = await printed('fi/tyopohjat/koonti.html', { lines: true, prepare: async page => {
				await page.evaluate(text => {
					const dataTransfer = new DataTransfer()
					dataTransfer.items.add(new File([text], 'a.json'))
					document.dispatchEvent(new DragEvent('drop', { dataTransfer }))
				}, text)
				await page.waitForSelector('.gathered tbody tr')
			} })
			assert.deepEqual(sizes(sheets), [landscape, landscape])
			assert.match(sheets[0].text, /Päivätty .* · Suunnitelmia 1/)
			assert.ok(sheets.every(({ text }) => text.includes('Seuranta') && text.includes('johtoryhmä')))
			whole(sheets, 'the gathering')
		})

		// A leader's sheet has the timetable on one side, all else on the other.
		const isWhole = ([first, second], name) => {
			const [, last] = [...readFileSync(join(folder, name), 'utf8').matchAll(/<strong>(\d+\.) /g)].at(-1)
			assert.ok(first.text.includes(` ${last} `), `${name}: the timetable ends on the first side`)
			assert.match(second.text, /^(Valmistelut|Förberedelser|Preparation)/, `${name}: the second side begins with what is prepared`)
		}

		test('sheets of sessions have two sides for the leader, one for others', async () => {
			for (const sheet of pages.filter(name => forLeader.test(name) || forOthers.test(name))) {
				const sheets = await printed(sheet, { prepare: page => page.$eval('#start-time', box => {
					box.value = '09:00'
					box.dispatchEvent(new Event('input'))
				}) })
				assert.deepEqual(sizes(sheets), Array(forLeader.test(sheet) ? 2 : 1).fill(portrait), sheet)
				assert.match(sheets[0].text, guide, sheet)
				if (sheets.length > 1) isWhole(sheets, sheet)
			}
		})

		test('sheets of sessions are as long in a pack', async () => {
			const alone = { 'event-1': '1-miksi-osallisuus', 'event-2': '2-mita-voimme-tehda', 'event-3': '3-miten-tuen-tyontekijoita', 'resident-session': 'kuntalainen-sparraajana' }
			const names = Object.keys(alone)
			const sheets = await printed(`fi/tyopohjat/tulostepaketti.html#items=${names.map(name => `sessions%2F${name}.sheet`)}`, { prepare: async page => {
				await page.evaluate(() => {
					window.print = () => { window.printed = true }
					document.querySelector('.pack-print').click()
				})
				await page.waitForFunction('window.printed')
			} })
			assert.deepEqual(sizes(sheets), Array(1 + 2 * names.length).fill(portrait))
			names.forEach((name, i) => isWhole(sheets.slice(1 + 2 * i), `fi/sparraukset/${alone[name]}-vetajalle.html`))
		})

		test('each four cards are on a sheet', async () => {
			const sheets = await printed('fi/kysymykset/kortit.html')
			assert.deepEqual(sizes(sheets), Array(6).fill(portrait))
		})

		test('a pack has the plan alone in landscape, all of it', async () => {
			const alone = await printed(plan)
			const sheets = await printed(pack, { prepare: async page => {
				await page.evaluate(() => {
					window.print = () => { window.printed = true }
					document.querySelector('.pack-print').click()
				})
				await page.waitForFunction('window.printed')
			} })
			const all = sizes(sheets)
			const [first, last] = [all.indexOf(landscape), all.lastIndexOf(landscape)]
			assert.equal(last - first + 1, alone.length, all.join(', '))
			assert.ok(all.every((size, i) => size === (i < first || i > last ? portrait : landscape)), all.join(', '))
			assert.match(sheets[first].text, /Palvelualueen suunnitelma/)
			assert.match(sheets[last + 1].text, /tavoitteet/i)
		})

		test('packs take as many sheets as they say', async () => {
			for (const session of ['event-1', 'event-2', 'follow-up']) {
				let said
				const sheets = await printed(`fi/tyopohjat/tulostepaketti.html#pack-sessions/${session}`, { prepare: async page => {
					said = await page.evaluate(() => {
						window.print = () => { window.printed = true }
						const people = document.querySelector('[name=people]')
						people.value = 15
						people.dispatchEvent(new Event('input', { bubbles: true }))
						document.querySelector('.pack-print').click()
						return document.querySelector('.pack-prints').textContent
					})
					await page.waitForFunction('window.printed')
				} })
				assert.match(said, new RegExp(`kaikille: ${sheets.length}\\s+sivua`), session)
			}
		})

		test('what is cut from sheets fills them', async () => {
			const alone = await printed('fi/tyopohjat/30-paivan-kortti.html')
			assert.deepEqual(sizes(alone), [portrait])
			assert.equal(alone[0].text.split('Kenen kanssa?').length - 1, 4)
			const sheets = await printed('fi/tyopohjat/tulostepaketti.html#pack-sessions/follow-up', { lines: true, prepare: async page => {
				await page.evaluate(() => {
					window.print = () => { window.printed = true }
					for (const [name, count] of [['people', 15], ['tables', 4]]) {
						const input = document.querySelector(`[name=${name}]`)
						input.value = count
						input.dispatchEvent(new Event('input', { bubbles: true }))
					}
					[...document.querySelectorAll('.pack-job')].at(-1).click()
				})
				await page.waitForFunction('window.printed')
			} })
			assert.deepEqual(sizes(sheets), Array(5).fill(portrait))
			// A card begins 18 mm from the left and is 58 mm high.
			const { from, to } = upright(sheets[0], 18.5)
			assert.ok(to - from > 55 && to - from < 60, `the first card is ${to - from} mm high`)
			assert.match(sheets[4].text, /Jatka.*Muuta.*Lopeta.*Vakiinnuta/)
		})

		test('cards are as large in one print with a plan and papers for the wall', async () => {
			const sheets = await printed('fi/tyopohjat/tulostepaketti.html#items=sessions%2Fevent-1.cards,worksheets%2Fplan,worksheets%2Farea-papers', { lines: true, prepare: async page => {
				await page.evaluate(() => {
					window.print = () => { window.printed = true }
					document.querySelector('.pack-print').click()
				})
				await page.waitForFunction('window.printed')
			} })
			// After the cover; a card begins 18 mm from the left and is 58 mm high.
			const { from, to } = upright(sheets[1], 18.5)
			assert.ok(to - from > 55 && to - from < 60, `the first card is ${to - from} mm high`)
			assert.equal(sheets.at(-1).width, name === 'firefox' ? 297 : 420)
		})

		test('a picture is printed, and no sheet holds next to nothing', async () => {
			const sheets = await printed('fi/malli/lyhyesti.html')
			assert.equal(sheets.length, 2)
			assert.match(sheets[0].text, /Kartoitus.*Seuranta/)
			assert.match(sheets[1].text, /Perustiedot/)
		})
	})
}

// row is what a row of the plan may say.
const row = [
	'Kutsutaan uimahallin aamuryhmään niitä, jotka eivät vielä käy missään. Ohjaaja tulee ensimmäisellä kerralla ovelle vastaan.', 'Liikuntapalvelujen esihenkilö',
	'Alkaa syyskuussa, tulos katsotaan joulukuussa', 'Kaksi työtuntia viikossa', 'Moniko uusi kävijä palasi?', 'Tiimipalaveri kuukausittain, johtoryhmä joulukuussa',
]

// whole looks at the outer lines of a table that is on all of these sheets.
function whole(sheets, name) {
	for (const sheet of sheets) {
		const [left, right] = [24, sheet.width - 14].map(x => upright(sheet, x))
		assert.ok(length(left) > 10 && length(right) >= length(left) - 1, `${name}: lines of ${length(left)} and ${length(right)} mm`)
		assert.ok(Math.min(left.dark, right.dark) > .5, `${name}: the outer lines are cut: ${left.dark}, ${right.dark}`)
	}
}

const length = line => line.to - line.from
