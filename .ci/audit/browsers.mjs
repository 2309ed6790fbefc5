// Starts the browsers that are installed, so that they keep to themselves: not
// even what a browser asks its maker for leaves the machine.
import { execFileSync } from 'node:child_process'
import puppeteer from 'puppeteer-core'

// Where programs are looked for; FIREFOX and CHROMIUM name others.
const names = {
	firefox: [process.env.FIREFOX, 'firefox-esr', 'firefox'],
	chromium: [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'],
}

// start gives a running browser: 'firefox' or 'chromium', the latter with more
// flags if need be. Close it in the end.
export function start(name, more = []) {
	const executablePath = programOf(name)
	return name === 'firefox'
		? puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: preferences })
		: puppeteer.launch({ browser: 'chrome', executablePath, args: [...flags, ...more] })
}

function programOf(name) {
	for (const program of names[name].filter(Boolean)) {
		try {
			return execFileSync('which', [program], { encoding: 'utf8' }).trim()
		} catch {
			// The next name may be there.
		}
	}
	throw new Error(`no ${name} here: .ci/audit/tools firefox installs it`)
}

const preferences = {
	// As in every reader's Firefox. The driver would switch it off, and pages
	// could then read files that they can't read elsewhere.
	'security.fileuri.strict_origin_policy': true,
	// Nothing answers at this port, and only the machine itself is asked.
	'network.proxy.type': 1,
	'network.proxy.http': '127.0.0.1',
	'network.proxy.http_port': 9,
	'network.proxy.ssl': '127.0.0.1',
	'network.proxy.ssl_port': 9,
	'services.settings.server': 'data:,nothing',
}

// Chromium has parts of its own window that are pages: for each window it would
// start two more processes, which cost more than a page of the guide.
const windows = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']

const flags = [
	`--disable-features=${windows}`,
	'--disable-gpu', '--disable-quic', '--disable-component-update', '--disable-background-networking',
	'--disable-sync', '--no-first-run', '--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	...process.getuid?.() === 0 ? ['--no-sandbox'] : [],
]
