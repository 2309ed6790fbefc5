// Writes a calendar file, which every calendar opens (iCalendar, RFC 5545). An
// event has a uid, a title, a text, the day (2026-12-15), and with a time (09:00)
// its minutes; without one it takes the day. Times are those of Finland.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // Clocks change on the last Sundays of March and October.
  const zone = `BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:STANDARD
DTSTART:19961027T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`.split("\n");

  const digits = (text) => text.replace(/[-:]/g, "");
  const escaped = (text) => text.replace(/\u00AD/g, "").replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

  // A line has 75 bytes at most; it goes on behind a line end and a space.
  const folded = (line) => {
    let out = "";
    let size = 0;
    for (const letter of line) {
      const bytes = new TextEncoder().encode(letter).length;
      if (size + bytes > 75) {
        out += "\r\n ";
        size = 1;
      }
      out += letter;
      size += bytes;
    }
    return out;
  };

  const event = ({ uid, title, text, address, day, time, minutes }, now) => [
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${digits(now.toISOString().slice(0, 19))}Z`,
    ...(time
      ? [`DTSTART;TZID=Europe/Helsinki:${digits(day)}T${digits(time).slice(0, 4)}00`, `DURATION:PT${minutes}M`]
      : [`DTSTART;VALUE=DATE:${digits(day)}`, "TRANSP:TRANSPARENT"]),
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(address ? [`URL:${address}`] : []),
    "END:VEVENT",
  ];

  opas.calendarFile = (events, now = new Date()) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sparrausopas//FI", ...zone, ...events.flatMap((one) => event(one, now)), "END:VCALENDAR", ""].map(folded).join("\r\n");
})();
