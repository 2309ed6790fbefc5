// Opens the file that a filled worksheet was saved to: see worksheet-file.js,
// which comes before it with worksheet-rows.js. A document that was filled says
// the same to worksheet-document.js.
//
// A file comes from anywhere: read looks at all of it before anything is used,
// and says with the name of a message what is wrong.
(() => {
  "use strict";

  const opas = window.opas;
  const { format, formatVersion, fits } = opas.worksheetFile;
  const megabyte = 1024 * 1024;
  const sizeMost = 2;
  const documentMost = 10; // with pictures, say

  const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (value) => typeof value === "string";

  // readAnswers copies answers into a table without a prototype, so that no
  // name in it means anything to the script. It throws the label of the first
  // answer that has no shape of an answer. One that has another shape than its
  // field may be of another version of the worksheet: it has no place then.
  const readAnswers = (answers, fields, sameColumns) => {
    const read = Object.create(null);
    for (const [name, value] of Object.entries(answers)) {
      const { label, columns, form } = fields.get(name) || { label: name };
      if (!fits(value)) throw { label };
      read[name] = sameColumns && form && form.shape === "rows" && Array.isArray(value) && value.some(Array.isArray) ? opas.worksheetRows.named(value, columns) : value;
    }
    return read;
  };

  const wrong = (problem, values) => ({ problem, values });

  // check returns the answers of a file, or {problem, values}. Wanted says which
  // worksheet and language are wanted, and its fields by name.
  const check = (file, wanted) => {
    if (!isTable(file) || file.format !== format || !(Number.isInteger(file.formatVersion) && file.formatVersion > 0)) return wrong("file-other");
    if (file.formatVersion > formatVersion) return wrong("file-newer");
    if (![file.worksheet, file.language, file.title, file.version, file.copy].every(isText) || !isTable(file.answers)) return wrong("file-incomplete");
    if (file.worksheet !== wanted.worksheet) return wrong("file-worksheet", { title: file.title || file.worksheet });
    if (file.language !== wanted.language) return wrong("file-language", { language: file.language });
    const unplaced = file.unplaced === undefined ? {} : file.unplaced;
    if (!isTable(unplaced)) return wrong("file-incomplete");
    try {
      return {
        copy: file.copy,
        answers: readAnswers(file.answers, wanted.fields, file.version === wanted.version),
        unplaced: readAnswers(unplaced, wanted.fields, false),
      };
    } catch (error) {
      return wrong("file-answer", error);
    }
  };

  // decode returns the text of bytes that programs save as UTF-8 or, some on
  // Windows, as ANSI.
  const decode = (bytes) => {
    try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { return new TextDecoder("windows-1252").decode(bytes); }
  };

  const parse = (text) => {
    try { return JSON.parse(text); } catch { throw { problem: "file-broken" }; }
  };

  const tooBig = (most) => ({ problem: "file-big", values: { most } });

  const read = async (chosen, wanted) => {
    if (chosen.size > documentMost * megabyte) throw tooBig(documentMost);
    const bytes = new Uint8Array(await chosen.arrayBuffer().catch(() => { throw { problem: "file-not-readable" }; }));
    const filled = await opas.worksheetDocument(bytes, chosen.name, wanted);
    if (!filled && bytes.length > sizeMost * megabyte) throw tooBig(sizeMost);
    return check(filled || parse(decode(bytes)), wanted);
  };

  // open reads a file that the reader has chosen. What nobody foresaw is wrong
  // with the file, too.
  opas.worksheetFile.open = (chosen, wanted) => read(chosen, wanted).catch(({ problem = "file-damaged", values }) => wrong(problem, values));
})();
