// PDF documents of the guide: pdfcpu and qpdf find nothing in them, poppler reads
// their tag trees, and pdf-lib fills in every field of every form.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { PDFDocument } from 'pdf-lib'

const work = mkdtempSync(join(tmpdir(), 'pdf-'))
const project = join(import.meta.dirname, '..', '..')
const run = (command, ...words) => execFileSync(command, words, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 })

let documents
before(() => {
	run('go', 'run', './generator', 'build', '-pdf', '-out', join(work, 'site'))
	documents = readdirSync(join(work, 'site'), { recursive: true }).filter(name => name.endsWith('.pdf')).map(name => join(work, 'site', name))
})
after(() => rmSync(work, { recursive: true }))

const isForm = name => /^Form: +AcroForm/m.test(run('pdfinfo', name))
const tree = name => run('pdfinfo', '-struct-text', name)

// Not a module of the program's own: it brings a dozen others.
test('pdfcpu finds nothing', () => {
	assert.ok(documents.length >= 60, `there are ${documents.length}`)
	run('go', 'run', 'github.com/pdfcpu/pdfcpu/cmd/pdfcpu@v0.15.0', 'validate', '--mode', 'strict', '--quiet', ...documents)
})

test('qpdf finds nothing', () => {
	for (const name of documents) run('qpdf', '--check', name)
})

test('each is tagged, has a title and headings, and tells what its fields are', () => {
	for (const name of documents) {
		const about = run('pdfinfo', name)
		assert.match(about, /^Title: +\S/m, name)
		assert.match(about, /^Tagged: +yes/m, name)
		// Poppler takes minutes for the tree of the whole guide.
		if (statSync(name).size > 1e6) continue
		const said = tree(name)
		assert.match(said, /^ +H[1-3] \(block\)/m, name)
		if (isForm(name)) assert.match(said, /^ +Form\b/m, name)
	}
})

test('pdf-lib fills in all fields, and the texts are there', async () => {
	const forms = documents.filter(isForm)
	assert.ok(forms.length >= 20, `there are ${forms.length}`)
	for (const name of forms) {
		const document = await PDFDocument.load(readFileSync(name))
		let texts = 0
		for (const field of document.getForm().getFields()) {
			if (field.getName() === 'opas') assert.equal(JSON.parse(field.getText()).format, 'sparrausopas-worksheet', name)
			else if (field.constructor.name === 'PDFCheckBox') field.check()
			else if (field.constructor.name === 'PDFRadioGroup') field.select(field.getOptions().at(-1))
			else field.setText(`Häyrinen ${++texts}`)
		}
		const filled = join(work, 'filled.pdf')
		writeFileSync(filled, await document.save())
		assert.equal(run('pdftotext', filled, '-').match(/Häyrinen \d+/g)?.length ?? 0, texts, name)
		run('qpdf', '--check', filled)
	}
})
