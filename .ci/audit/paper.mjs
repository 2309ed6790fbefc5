// What a browser prints, looked at: sizes of the sheets, their text, and where
// their upright lines stand. The programs are those of poppler.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dpi = 200
const millimetre = dpi / 25.4

// print returns the sheets of the page that a tab shows: {width, height} in
// millimetres and text. With lines each has the pixels that upright looks at,
// with codes the texts of the QR codes on it.
// Chromium must be told that the page's style names its paper; Firefox, told so,
// would leave as it is what is too wide, and for readers it makes that fit.
export async function print(page, { lines = false, codes = false } = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'paper-'))
	const file = join(folder, 'paper.pdf')
	try {
		const isFirefox = /firefox/i.test(await page.browser().version())
		writeFileSync(file, await page.pdf({ preferCSSPageSize: !isFirefox, format: 'A4', margin: { top: 0, right: 0, bottom: 0, left: 0 } }))
		const info = run('pdfinfo', '-f', '1', '-l', '999', file).toString()
		const texts = run('pdftotext', '-enc', 'UTF-8', file, '-').toString().replaceAll('\u00ad', '').split('\f')
		return [...info.matchAll(/size: +([\d.]+) x ([\d.]+)/g)].map(([, width, height], i) => ({
			width: Math.round(width * 25.4 / 72),
			height: Math.round(height * 25.4 / 72),
			text: texts[i].replaceAll(/\s+/g, ' ').trim(),
			...lines && { picture: picture(file, i + 1, join(folder, 'sheet')) },
			...codes && { codes: codesOn(file, i + 1, join(folder, 'sheet')) },
		}))
	} finally {
		rmSync(folder, { recursive: true })
	}
}

const run = (...command) => execFileSync(command[0], command.slice(1), { maxBuffer: 1 << 28 })

// codesOn reads the QR codes of one sheet as a telephone does, from a picture.
// The reader fails where there is none.
function codesOn(file, number, name) {
	run('pdftoppm', '-r', 300, '-f', number, '-l', number, '-png', '-singlefile', file, name)
	const { status, stdout, stderr } = spawnSync('zbarimg', ['-q', '--raw', `${name}.png`], { encoding: 'utf8' })
	if (status !== 0 && status !== 4) throw new Error(`zbarimg: ${stderr}`)
	return stdout.split('\n').filter(Boolean)
}

// picture reads one sheet as darkness, 0 to 255, row by row.
function picture(file, number, name) {
	run('pdftoppm', '-r', dpi, '-f', number, '-l', number, '-gray', '-singlefile', file, name)
	const bytes = readFileSync(`${name}.pgm`)
	const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64))
	return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) }
}

// upright returns the longest line that stands at about x millimetres from the
// left: from and to in millimetres from the top, and how dark it is across, 1
// for a line of a whole black pixel.
export function upright({ picture: { width, height, grey } }, x) {
	let best = { from: 0, to: 0, dark: 0 }
	const [first, last] = [x - 1.2, x + 1.2].map(x => Math.min(width - 3, Math.round(x * millimetre)))
	for (let column = first; column <= last; column++) {
		for (let y = 0, from = 0, sum = 0; y <= height; y++) {
			const across = y < height ? darkness(grey, y * width + column) : 0
			if (across > 60) {
				sum += across
				continue
			}
			if (y - from > (best.to - best.from) * millimetre) best = { from: from / millimetre, to: y / millimetre, dark: sum / (y - from) / 255 }
			from = y + 1
			sum = 0
		}
	}
	return best
}

// darkness adds up what a line blurs into the pixels beside its own.
const darkness = (grey, at) => 3 * 255 - grey[at - 1] - grey[at] - grey[at + 1]
