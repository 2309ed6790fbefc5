// The queries with the pages that they must find, and the marks for an answer.
import { readFileSync } from 'node:fs'

// lines gives the fields of a file with tabs, without comments and empty lines.
const lines = name => readFileSync(name, 'utf8').split('\n')
	.filter(line => line.trim() !== '' && !line.startsWith('#'))
	.map(line => line.split('\t'))

// readAddresses gives the addresses in the site by the IDs of pages; that of the
// front page is "".
export const readAddresses = name => new Map(lines(name))

// readGold gives {kind, query, wanted}, wanted being addresses in the site.
export function readGold(queries, addressOf) {
	return lines(queries).map(([kind, query, ...ids]) => ({
		kind,
		query,
		wanted: ids.join(' ').split(/[\s,]+/).filter(Boolean).map(id => {
			if (!addressOf.has(id)) throw new Error(`${query}: the guide has no page ${id}`)
			return addressOf.get(id)
		}),
	}))
}

// mark gives the share of the wanted pages that are among the first five, and
// one by the rank of the first wanted page, or 0 if it isn't among ten. A page
// counts once, at its best rank.
export function mark(wanted, found) {
	const pages = [...new Set(found)]
	const rank = pages.slice(0, 10).findIndex(page => wanted.includes(page))
	return {
		recall: wanted.filter(page => pages.slice(0, 5).includes(page)).length / wanted.length,
		mrr: rank < 0 ? 0 : 1 / (rank + 1),
	}
}
