// Pagefind, asked through its own interface for scripts on a page that a server
// on this machine gives.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm' }

export async function openPagefind(browser, folder, home) {
	const traffic = { bytes: 0 }
	const server = await serve(folder, traffic)
	const page = await browser.newPage()
	await page.goto(`http://127.0.0.1:${server.address().port}/${home}`)
	return {
		name: 'Pagefind',
		traffic,
		find: async query => {
			const urls = await page.evaluate(async query => {
				window.pagefind ??= await import('/pagefind/pagefind.js')
				const { results } = await window.pagefind.search(query)
				const data = await Promise.all(results.slice(0, 10).map(result => result.data()))
				return data.map(({ raw_url, url }) => raw_url ?? url)
			}, query)
			return urls.map(addressOf)
		},
		close: async () => {
			await page.close()
			server.close()
			server.closeAllConnections()
		},
	}
}

// addressOf gives the file in the site that an address of Pagefind's leads to.
function addressOf(url) {
	const path = decodeURI(url.split(/[?#]/)[0]).replace(/^\//, '')
	return path === '' || path.endsWith('/') ? path + 'index.html' : path
}

// serve gives a folder's files to this machine, and counts what Pagefind gets:
// it asks from a worker, where the driver of the browser doesn't see it.
async function serve(folder, traffic) {
	const server = createServer(async (request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url, 'http://host').pathname))
		try {
			const body = await readFile(join(folder, path))
			if (path.startsWith('/pagefind/')) traffic.bytes += body.length
			response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body)
		} catch {
			response.writeHead(404).end()
		}
	})
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
	return server
}
