// Word documents of the guide: the validator of Microsoft's Open XML SDK finds
// nothing in them, and LibreOffice makes PDFs of them with all their headings on
// the right paper, and saves them with the places of all their fields.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'

const work = mkdtempSync(join(tmpdir(), 'docx-'))
const project = join(import.meta.dirname, '..', '..')
const run = (command, ...words) => execFileSync(command, words, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 })

let documents
before(() => {
	run('go', 'run', './generator', 'build', '-docx', '-out', join(work, 'site'))
	documents = readdirSync(join(work, 'site'), { recursive: true }).filter(name => name.endsWith('.docx')).map(name => join(work, 'site', name))
})
after(() => rmSync(work, { recursive: true }))

// office turns all documents into another format and returns their paths.
const office = (format, filter = format) => {
	const folder = join(work, format)
	run('soffice', `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`, '--headless', '--convert-to', filter, '--outdir', folder, ...documents)
	return documents.map(name => join(folder, basename(name, 'docx') + format))
}

const text = name => run('unzip', '-p', name, 'word/document.xml')
const unescaped = xml => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const found = (xml, pattern) => [...xml.matchAll(pattern)].map(match => match[1])
const headings = xml => found(xml, /<w:p><w:pPr><w:pStyle w:val="(?:Title|Heading\d)"\/><\/w:pPr>(.*?)<\/w:p>/g).map(runs => unescaped(found(runs, /<w:t[^>]*>([^<]*)/g).join('')))
// Lines of a PDF may break words at hyphens that stand in them.
const bare = words => words.replace(/[\s\u00ad\u00a0\u2010\u2011-]+/g, '')

// The validator comes for some machines alone.
const validator = join(import.meta.dirname, 'node_modules', '@xarsh', `ooxml-validator-linux-${process.arch}`, 'ooxml-validator')

test('the Open XML SDK finds nothing', { skip: !existsSync(validator) && 'no validator for this machine' }, () => {
	assert.ok(documents.length >= 45, `there are ${documents.length}`)
	for (const name of documents) assert.deepEqual(JSON.parse(run(validator, name)).errors, [], name)
})

test('LibreOffice shows all headings, on the paper of the worksheet', () => {
	for (const [i, pdf] of office('pdf').entries()) {
		const xml = text(documents[i])
		const shown = bare(run('pdftotext', pdf, '-'))
		for (const heading of headings(xml)) assert.ok(shown.includes(bare(heading)), `${pdf} lacks ${heading}`)
		const [, width] = /<w:pgSz w:w="(\d+)"/.exec(xml)
		const [, points] = /Page size:\s+([\d.]+)/.exec(run('pdfinfo', pdf))
		assert.ok(Math.abs(width / 20 - points) < 1, `${pdf} is ${points} points wide, not ${width / 20}`)
	}
})

test('LibreOffice saves the places of all fields, and what the form is', () => {
	for (const [i, saved] of office('docx', 'docx:MS Word 2007 XML').entries()) {
		const places = name => found(text(name), /<w:bookmarkStart [^>]*w:name="(o_[^"]*)"/g)
		assert.deepEqual(places(saved), places(documents[i]), saved)
		if (places(saved).length) assert.match(run('unzip', '-p', saved, 'docProps/custom.xml'), /name="opas".*sparrausopas-worksheet/, saved)
	}
})
