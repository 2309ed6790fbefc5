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

  // day returns a day that people have written as 28.11.2026 as files have it.
  const day = (text) => {
    const found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
    return found ? [found[3], found[2].padStart(2, "0"), found[1].padStart(2, "0")].join("-") : text;
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
      answers[name] = isDay && typeof value === "string" ? day(value) : value;
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
