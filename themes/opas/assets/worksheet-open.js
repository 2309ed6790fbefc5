// Opens the file that a filled worksheet was saved to: see worksheet-file.js,
// which comes before it with worksheet-rows.js.
//
// A file comes from anywhere: read looks at all of it before anything is used,
// and says with the name of a message what is wrong.
(() => {
  "use strict";

  const opas = window.opas;
  const { format, formatVersion, fits } = opas.worksheetFile;
  const sizeMost = 2 * 1024 * 1024;

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

  // read returns the file in text, or {problem, values}. Wanted says which
  // worksheet and language are wanted, and its fields by name.
  const read = (text, wanted) => {
    let file;
    try { file = JSON.parse(text); } catch { return wrong("file-broken"); }
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

  // open reads a file that the reader has chosen.
  opas.worksheetFile.open = async (chosen, wanted) => {
    if (chosen.size > sizeMost) return wrong("file-big");
    let bytes;
    try { bytes = await chosen.arrayBuffer(); } catch { return wrong("file-not-readable"); }
    return read(decode(bytes), wanted);
  };
})();
