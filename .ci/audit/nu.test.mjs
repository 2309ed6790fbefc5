// Every page, style sheet and SVG picture keeps to its specification, by the Nu
// HTML Checker of the W3C. What it warns of counts, too.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { none } from './hands.mjs'
import { files } from './pages.mjs'
import { folder } from './site.mjs'

// What the checker says although it is right as it is, and why.
const accepted = [
	// CSS that is newer than the checker.
	/\.css: error: CSS: “(container-type|field-sizing|paint-order)”: Property “[a-z-]+” doesn't exist\./,
	/\.css: error: CSS: Unrecognized at-rule “@container”/,
	/\.css: error: CSS: Parse Error\..*ighlight\(/,
	/\.css: error: CSS: “min-height”: Parse Error\..*\* 1\.6rem/,
	// The checker reads files, of which none is 'self' to another.
	/warning: Resource violates Content Security Policy \(meta tag\): external (stylesheet|script|image) “(\.\.\/)*(assets|fi)\//,
	// A key's sign that a script shows, and that isn't to be read out.
	/warning: Attribute “aria-hidden” is unnecessary for elements that have attribute “hidden”\..*<kbd /,
	// The back of a card repeats nothing of its front; the stage is filled by a script.
	/warning: Article lacks heading\..*class="card-face back/,
	/warning: Empty heading\..*class="present-question"/,
]

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build', 'dist', 'vnu.jar')

const names = ['.html', '.css', '.svg'].flatMap(files)

test(`Nu finds nothing in ${names.length} pages, style sheets and pictures`, () => {
	none(check(names).filter(line => !accepted.some(pattern => pattern.test(line))))
})

// check gives a line for each message.
function check(names) {
	const answer = execFileSync('java', ['-jar', jar, '--also-check-css', '--also-check-svg', '--exit-zero-always', '--stdout', '--format', 'json', ...names],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
	return JSON.parse(answer).messages.map(({ url, type, subType, lastLine, message, extract = '' }) =>
		`${decodeURI(url).replace(/^.*\/public\//, '')}: ${subType ?? type}: ${message} line ${lastLine}: ${extract.replaceAll('\n', ' ')}`)
}
