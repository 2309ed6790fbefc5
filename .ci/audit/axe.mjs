// Looks at a page with axe, as it is shown in both colour schemes and at both
// widths.
import axe from 'axe-core'

export const schemes = ['light', 'dark']
export const widths = [1280, 320]

// All of WCAG 2.2 A and AA, and axe's own good practices.
const tags = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }

// The dark scheme has other colours and nothing else: what axe says of colours
// is asked again there.
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
const asked = { light: tags, dark: colours }

// look gives a line for each element that axe finds fault with, in each scheme.
export async function look(page) {
	await page.evaluate(axe.source)
	const lines = []
	for (const scheme of schemes) {
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }])
		lines.push(...(await violations(page, asked[scheme])).map(line => `${scheme}: ${line}`))
	}
	return lines
}

async function violations(page, rules) {
	const found = await page.evaluate(run, rules)
	return found.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, messages }) =>
		`${id}: ${help}: ${target.join(' ')}: ${html.slice(0, 200)}: ${messages.join('; ')}`))
}

// run runs in the page, and gives only what is told of: all that axe finds
// would be megabytes. Without preload axe reads no style sheet again, which
// only rules need that aren't asked for.
async function run(rules) {
	const { violations } = await globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'], preload: false })
	return violations.map(({ id, help, nodes }) => ({
		id, help, nodes: nodes.map(({ target, html, any }) => ({ target, html, messages: any.map(check => check.message) })),
	}))
}
