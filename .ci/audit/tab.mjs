// A tab of a browser that writes down what its pages do wrong.
import { root } from './site.mjs'

// openTab returns a page of puppeteer with a list of troubles: errors of
// scripts, of the console, and requests for anything outside the site.
// Firefox doesn't tell its driver which files it reads; there the list of what
// the page itself names stands for them (see outside).
export async function openTab(browser, { width = 1280, height = 900 } = {}) {
	const page = await browser.newPage()
	await page.setViewport({ width, height })
	page.setDefaultTimeout(60_000)
	page.troubles = []
	page.on('console', message => {
		if (['error', 'assert'].includes(message.type())) page.troubles.push(`console: ${message.text()}`)
	})
	page.on('pageerror', error => page.troubles.push(`error: ${error.message}`))
	page.on('request', request => {
		if (!isOwn(request.url())) page.troubles.push(`request outside the site: ${request.url()}`)
	})
	return page
}

// outside lists what the page names outside the site's own folder: scripts,
// styles, pictures, frames.
export async function outside(page) {
	const named = await page.evaluate(() => [...document.querySelectorAll('[src], link[rel=stylesheet], link[rel~=icon], object[data]')]
		.map(element => element.src || element.href || element.data))
	return named.filter(address => !isOwn(address))
}

function isOwn(address) {
	return address.startsWith(root) || /^(data|blob|about):/.test(address)
}
