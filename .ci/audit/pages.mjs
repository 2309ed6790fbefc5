// The pages of the finished site.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folder } from './site.mjs'

// pages lists every page by its address in the site, in order. Old addresses,
// which only lead to a page, aren't pages.
export const pages = files('.html').filter(name => !/<meta http-equiv="?refresh/i.test(readFileSync(join(folder, name), 'utf8')))

// files lists the files whose names end so.
export function files(end) {
	return readdirSync(folder, { recursive: true })
		.map(name => name.replaceAll('\\', '/'))
		.filter(name => name.endsWith(end))
		.sort()
}
