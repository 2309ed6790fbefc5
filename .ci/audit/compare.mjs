// Prints how well the guide's own search finds beside Pagefind, by kinds of
// queries:
//
//	SITE=… node compare.mjs QUERIES ADDRESSES COPY
//
// COPY is a copy of the site's pages with Pagefind's index. Pagefind itself
// leaves out what stands in nav, header and footer: with its index narrowed to
// main the figures are the same.
import { start } from './browsers.mjs'
import { mark, readAddresses, readGold } from './gold.mjs'
import { openOwn } from './own.mjs'
import { openPagefind } from './pagefind.mjs'

const [queries, addresses, copy] = process.argv.slice(2)
const addressOf = readAddresses(addresses), home = addressOf.get('')
const gold = readGold(queries, addressOf)
const browser = await start('chromium')
try {
	const own = await measure(await openOwn(browser, home))
	const pagefind = await measure(await openPagefind(browser, copy, home))
	print([own, pagefind])
} finally {
	await browser.close()
}

// measure asks an engine all the queries, and closes it: only the tab in front
// has the focus.
async function measure(engine) {
	engine.marks = []
	for (const { query, wanted } of gold) {
		engine.marks.push(mark(wanted, await engine.find(query)))
	}
	await engine.close()
	return engine
}

// print writes the table: a line for each kind, and one for all.
function print(engines) {
	const kinds = [...new Set(gold.map(({ kind }) => kind))]
	const row = (...cells) => console.log(`| ${cells.join(' | ')} |`)
	row('kind', 'queries', ...engines.map(({ name }) => `${name}: recall@5 / MRR@10`))
	row('---', '---:', ...engines.map(() => '---:'))
	for (const kind of [...kinds, 'all']) {
		const numbers = [...gold.keys()].filter(i => kind === 'all' || gold[i].kind === kind)
		row(kind, numbers.length, ...engines.map(({ marks }) => {
			const mean = key => numbers.reduce((sum, i) => sum + marks[i][key], 0) / numbers.length
			return `${mean('recall').toFixed(3)} / ${mean('mrr').toFixed(3)}`
		}))
	}
	for (const { name, traffic } of engines) {
		if (traffic) console.log(`${name} loaded ${traffic.bytes} bytes for all the queries`)
	}
}
