// Takes the answers out of a worksheet that was filled as a document: what the
// file that the browser saves would say (worksheet-file.js). Before it come
// worksheet-fields.js and the readers of documents, worksheet-docx.js and
// worksheet-pdf.js.
//
// A reader returns what the document says of itself, which the build has put
// there as JSON, and its fields as a list of {name, text}: "name" of a text,
// "name/N" of an option, whose text is empty if it isn't chosen, "name/R/column"
// of a cell. Of what can't be read it throws {problem}, the name of a message.
(() => {
  "use strict";

  const opas = window.opas;
  const rowsMost = 1000;

  const begins = (bytes, ...signs) => signs.every((sign, i) => bytes[i] === sign);

  // readerOf returns what reads a document, by its first bytes, if it is one.
  const readerOf = (bytes) => {
    if (begins(bytes, 0x50, 0x4b)) return opas.readDocx; // PK: a zip file
    if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return opas.readPDF; // %PDF
    // Word's files before .docx; its locked ones are within such a file, too.
    if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return () => { throw { problem: "file-old-word" }; };
    return undefined;
  };

  // named returns the number, from 1 on, of a month or a weekday that a word is
  // the name of, its beginning or a form of: November, nov, marraskuuta.
  const named = (word, part, most) => {
    const names = (number) => ["fi", "sv", "en", document.documentElement.lang].map((lang) => new Date(2001, part.month ? number : 0, part.month ? 9 : number + 1)
      .toLocaleDateString(lang, part).toLowerCase());
    for (let number = 0; word[1] && number < most; number++) {
      if (names(number).some((name) => name.startsWith(word) || name === word.slice(0, name.length))) return number + 1;
    }
    return 0;
  };

  // How people write a day: 2026-11-28, 28.11.2026 or 28/11 26, 28th of
  // November 2026, Nov 28, 2026. The day comes before the month in Finland and
  // Britain alike, unless there is no such month.
  const days = [
    /^(?<year>\d{4})[-/.](?<month>\d\d?)[-/.](?<day>\d\d?)$/,
    /^(?<day>\d\d?)(?:[-/]|\.\s?)(?<month>\d\d?)(?:[-/ ]|\.\s?)(?<year>\d{4}|\d\d)$/,
    /^(?<day>\d\d?)(?:\.|st|nd|rd|th|:e)?\s(?:of\s)?(?<name>\p{L}{3,})\.?,?\s(?<year>\d{4})$/u,
    /^(?<name>\p{L}{3,})\.?\s(?<day>\d\d?)(?:st|nd|rd|th)?,?\s(?<year>\d{4})$/u,
  ];

  // opas.writtenDay returns a day that people have written as files have it, or
  // "" if a text is no day. A weekday before it doesn't matter.
  opas.writtenDay = (text) => {
    const lower = text.trim().toLowerCase().replace(/\s+/g, " ");
    const [weekday, bare] = /^(\p{L}+)[.,]? (?:den |the )?(.*)$/u.exec(lower)?.slice(1) ?? [];
    const known = weekday && (/^(den|the|on)$/.test(weekday) || named(weekday, { weekday: "long" }, 7));
    const found = days.map((form) => form.exec(lower) ?? (known && form.exec(bare))).find(Boolean)?.groups;
    if (!found) return "";
    let { year, day, month = named(found.name, { month: "long" }, 12) } = found;
    if (month > 12) [day, month] = [month, day];
    const date = new Date(Date.UTC(year.padStart(4, "20"), month - 1, day));
    return date.getUTCDate() === Number(day) && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : "";
  };

  // rowsOf makes rows of cells that are filled; rows between them are empty.
  const rowsOf = (cells) => {
    const last = cells.reduce((most, { row }) => Math.max(most, row), 0);
    const rows = Array.from({ length: last }, () => Object.create(null));
    for (const { row, column, text } of cells) rows[row - 1][column] = text;
    return rows;
  };

  // part takes the name of a field apart.
  const part = ({ name, text }) => {
    const [own, number, ...column] = name.split("/");
    if (number === undefined) return { own, shape: "text", text };
    if (!column.length) return { own, shape: "list", text };
    const row = Number(number);
    if (!(Number.isInteger(row) && row > 0 && row <= rowsMost)) throw { problem: "file-damaged" };
    return { own, shape: "rows", row, column: column.join("/"), text };
  };

  // valueOf puts the parts of a field together. Those of another shape than its
  // first are no part of it.
  const valueOf = (parts) => {
    const { shape } = parts[0];
    const fit = parts.filter((one) => one.shape === shape);
    if (shape === "rows") return rowsOf(fit);
    const texts = fit.map(({ text }) => text);
    return shape === "list" ? texts : texts.join("\n");
  };

  // answersOf makes answers of fields. Days are wanted as files have them.
  const answersOf = (fields, wanted) => {
    const byName = new Map();
    for (const one of fields.map(part).filter(({ text }) => text !== "")) {
      if (!byName.has(one.own)) byName.set(one.own, []);
      byName.get(one.own).push(one);
    }
    const answers = Object.create(null);
    for (const [name, parts] of byName) {
      const isDay = wanted.fields.get(name)?.form === opas.worksheetForm("date");
      const value = valueOf(parts);
      answers[name] = isDay && typeof value === "string" ? opas.writtenDay(value) || value : value;
    }
    return answers;
  };

  const parsed = (text) => {
    try { return JSON.parse(text); } catch { throw { problem: "file-not-form" }; }
  };

  // opas.worksheetDocument returns the content of a file of answers, or
  // undefined if bytes are no document. The copy is called as the document is.
  opas.worksheetDocument = async (bytes, fileName, wanted) => {
    const reader = readerOf(bytes);
    if (!reader) return undefined;
    const { head, fields } = await reader(bytes);
    if (!fields.length) throw { problem: "file-fields-gone" };
    const answers = answersOf(fields, wanted);
    if (!Object.keys(answers).length) throw { problem: "file-unfilled" };
    return { ...parsed(head), copy: fileName.replace(/\.[^.]*$/, ""), answers, unplaced: {} };
  };
})();
