// Pages with tools as a reader brings them about. A state has a name and what a
// reader does.
import { root } from './site.mjs'

const sheet = 'fi/tyopohjat/palvelualueen-suunnitelma.html'
const gather = 'fi/tyopohjat/koonti.html'
const questions = 'fi/kysymykset/nayta.html'
const live = 'fi/sparraukset/1-miksi-osallisuus-vetajan-naytto.html'

export const fillStates = [
	{ name: 'a filled worksheet', open: filled },
	{ name: 'a worksheet with a second copy', open: async page => {
		await filled(page)
		await ask(page, 'add')
		await page.keyboard.type('Ryhmä 2')
		await answer(page)
	} },
	{ name: 'a worksheet that asks', open: async page => {
		await filled(page)
		await ask(page, 'add')
	} },
	{ name: 'a worksheet with a notice', open: async page => {
		await filled(page)
		await tool(page, 'clear')
		await page.waitForSelector('.notice button')
	} },
	{ name: 'a worksheet with the menu of its tools', open: async page => {
		await filled(page)
		await menu(page, 'clear')
	} },
	{ name: 'a self-assessment with its result', open: async page => {
		await fresh(page, 'fi/tyopohjat/itsearviointi.html')
		for (const box of (await page.$$('.points [value="3"]')).slice(0, 12)) await box.click()
		await page.waitForSelector('.result')
	} },
	{ name: 'gathered plans, one of them broken', open: async page => {
		await page.goto(root + gather)
		await page.evaluate(openPlans)
		await page.waitForSelector('.gathered tbody tr')
	} },
	{ name: 'a page that is in the pack', open: async page => {
		await fresh(page, sheet)
		await page.click('.pack-add button[data-item]')
	} },
	{ name: 'a pack with items, one just moved', open: async page => {
		await packed(page)
		await page.keyboard.press('Tab')
		await page.click('.pack-chosen ol > li:last-child button:not(:disabled)')
	} },
	{ name: 'a pack just emptied', open: async page => {
		await packed(page)
		await page.click('.pack-clear')
	} },
	{ name: 'a question shown large', open: page => page.goto(`${root}${questions}#7`) },
	{ name: 'a question shown large, with the timer running', open: async page => {
		await page.goto(`${root}${questions}#7`)
		await page.click('[data-timer=start]')
		await page.waitForFunction(() => document.querySelector('.present-status').textContent !== '')
	} },
	{ name: 'a question shown large, the time up', open: async page => {
		await page.goto(`${root}${questions}#7`)
		await page.click('[data-timer=start]')
		await later(page, 6)
		await page.waitForSelector('.present-timer.ended')
	} },
	{ name: 'a question shown large, without controls', open: async page => {
		await page.goto(`${root}${questions}?n=1,2,7&minutes=25,15,10#7`)
		await page.click('[data-timer=start]')
		await page.keyboard.press('p')
		await page.waitForSelector('.bare')
	} },
	{ name: 'a session that is led, not begun', open: page => fresh(page, live) },
	{ name: 'a session that is led, its second item overdue', open: async page => {
		await fresh(page, live)
		await page.click('[data-live=toggle]')
		await page.click('[data-live=next]')
		await later(page, 40)
		await page.waitForSelector('.live-over')
	} },
	{ name: 'the list of questions behind', open: async page => {
		await page.goto(`${root}${questions}#7`)
		await page.click('[data-close]')
	} },
	{ name: 'cards of an area, to be printed on both sides', open: async page => {
		await page.goto(`${root}fi/kysymykset/kortit.html#n=9,10,11`)
		await page.click('[name=backs][value=duplex]')
	} },
	{ name: 'a timetable in times of the clock', open: async page => {
		await page.goto(`${root}fi/sparraukset/1-miksi-osallisuus-vetajalle.html`)
		await page.$eval('#start-time', box => {
			box.value = '09:30'
			box.dispatchEvent(new InputEvent('input', { bubbles: true }))
		})
		await page.waitForFunction(() => document.querySelector('.end-time output').textContent !== '')
	} },
]

// filled opens a worksheet that holds nothing yet and writes into its fields.
async function filled(page) {
	await fresh(page, sheet)
	for (const field of (await page.$$('form.worksheet textarea')).slice(0, 4)) await field.type('Vastaus äö')
	for (const box of (await page.$$('form.worksheet input:not([type=text])')).slice(0, 2)) await box.click()
	await page.waitForFunction(() => document.querySelector('.status').textContent !== '')
}

// fresh opens a page in a browser that keeps nothing from before.
async function fresh(page, name) {
	await page.goto(root + name)
	await page.evaluate(() => localStorage.clear())
	await page.reload()
}

// later lets so many minutes pass on the page's clock.
async function later(page, minutes) {
	await page.evaluate(minutes => {
		const { now } = Date
		Date.now = () => now() + minutes * 60000
	}, minutes)
}

async function menu(page, name) {
	await page.click(`details:has([data-tool=${name}]) > summary`)
}

async function tool(page, name) {
	await menu(page, name)
	await page.click(`[data-tool=${name}]`)
}

async function ask(page, name) {
	await tool(page, name)
	await page.waitForSelector('dialog.ask[open]')
}

async function answer(page) {
	await page.click('dialog.ask [value=yes]')
	await page.waitForFunction(() => !document.querySelector('dialog.ask').open)
}

// packed opens the page of the pack and takes a whole session into the pack.
async function packed(page) {
	await fresh(page, 'fi/tyopohjat/tulostepaketti.html')
	await page.click('.pack-readies button')
	await page.waitForSelector('.pack-chosen ol > li')
}

// openPlans gives files to the page as a reader does who chooses them. It runs
// in the page.
function openPlans() {
	const { worksheet, language, area, rows } = document.querySelector('.gather').dataset
	const plan = JSON.stringify({
		format: 'sparrausopas-worksheet', formatVersion: 1, guide: document.documentElement.dataset.guide, language, worksheet,
		title: 'Suunnitelma', version: '2026-11-21', copy: 'Kappale 1', saved: '2026-11-21T10:00:00Z',
		answers: { [area]: 'Varhaiskasvatus', [rows]: [['Retki', 'Päiväkodin johtaja', 'kevät']] },
	})
	const chosen = new DataTransfer()
	chosen.items.add(new File([plan], 'varhaiskasvatus.json', { type: 'application/json' }))
	chosen.items.add(new File([plan.slice(0, 40)], 'rikki.json', { type: 'application/json' }))
	const input = document.querySelector('[data-tool=file]')
	input.files = chosen.files
	input.dispatchEvent(new Event('change', { bubbles: true }))
}
