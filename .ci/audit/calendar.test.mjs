// Calendar files as another program reads them: lines, letters, and times in
// summer and winter.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import ICAL from 'ical.js'

const window = {}
runInNewContext(readFileSync(join(import.meta.dirname, '../../themes/opas/assets/calendar-file.js'), 'utf8'), { window, TextEncoder, Date })
const write = window.opas.calendarFile

const event = { uid: 'sessions/event-1.2026-12-15@sparrausopas', title: '1. tapaaminen: Miksi osallisuus, ja kenelle?', text: '9.00 Aloitus; kahvia, \\ teetä\n9.30 Työ\u00ADpajat 👩🏽‍🏫' + 'ä'.repeat(80), day: '2026-12-15', time: '09:05', minutes: 150, address: 'https://www.esimerkkila.example/opas/fi/sparraukset/1.html' }

function read(text) {
	const calendar = new ICAL.Component(ICAL.parse(text))
	for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
	return calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one))
}

test('an event is read as it was written', () => {
	const [read1] = read(write([event], new Date(Date.UTC(2026, 10, 29, 12, 0, 1))))
	assert.equal(read1.uid, event.uid)
	assert.equal(read1.summary, event.title)
	assert.equal(read1.description, event.text.replace('\u00AD', ''))
	assert.equal(read1.component.getFirstPropertyValue('url'), event.address)
	assert.equal(read1.component.getFirstPropertyValue('dtstamp').toJSDate().toISOString(), '2026-11-29T12:00:01.000Z')
	assert.equal(read1.startDate.toJSDate().toISOString(), '2026-12-15T07:05:00.000Z')
	assert.equal(read1.endDate.toJSDate().toISOString(), '2026-12-15T09:35:00.000Z')
})

test('clocks change in March and October', () => {
	for (const [day, utc] of [['2027-03-27', '07:05'], ['2027-03-29', '06:05'], ['2027-10-30', '06:05'], ['2027-11-01', '07:05']]) {
		const [{ startDate }] = read(write([{ ...event, day }]))
		assert.equal(startDate.toJSDate().toISOString(), `${day}T${utc}:00.000Z`)
	}
})

test('an event without a time takes the day', () => {
	const [{ startDate }] = read(write([{ ...event, time: '' }]))
	assert.ok(startDate.isDate)
	assert.equal(startDate.toString(), event.day)
})

test('each line ends as mail wants it and has 75 bytes at most', () => {
	const text = write([event, { ...event, time: '' }])
	assert.ok(text.endsWith('END:VCALENDAR\r\n'))
	assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/)
	for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})
