// Serves the finished site to this machine as a host of static files does.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import { folder } from './site.mjs'

const types = {
	'.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.ico': 'image/x-icon', '.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json',
	'.webp': 'image/webp', '.avif': 'image/avif', '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.xml': 'application/xml',
}
const packed = /^(text|application)\/|svg/

// serve returns the address of the site, and close, which ends it. change may
// change what is answered: it gets the address and the file's content, and
// returns the content, or throws where there is to be no such file.
export async function serve(change = (url, body) => body) {
	const server = createServer((request, response) => answer(new URL(request.url, 'http://host'), response, change))
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
	return {
		root: `http://127.0.0.1:${server.address().port}/`,
		close() {
			server.close()
			server.closeAllConnections()
		},
	}
}

async function answer(url, response, change) {
	const name = normalize(decodeURIComponent(url.pathname)).replace(/\/$/, '/index.html')
	try {
		const body = change(url, await readFile(join(folder, name)))
		const type = types[extname(name)] ?? 'application/octet-stream'
		const zip = packed.test(type)
		response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600', ...zip && { 'content-encoding': 'gzip' } })
		response.end(zip ? gzipSync(body) : body)
	} catch {
		response.writeHead(404).end()
	}
}
