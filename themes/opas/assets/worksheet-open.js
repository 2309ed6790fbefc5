// Opens the file that a filled worksheet was saved to: see worksheet-file.js,
// which comes before it with worksheet-rows.js and, where there are options to
// choose, pack-item.js. A document that was filled says the same to
// worksheet-document.js.
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

  // folderOf returns where the build put the worksheet in another language for
  // packs, if it has that.
  const folderOf = (language) => document.querySelector("[data-worksheet]").getAttribute(`data-in-${language}`);

  // check returns the answers of a file, or {problem, values}. Wanted says which
  // worksheet and languages are wanted, and its fields by name.
  const check = (file, wanted) => {
    if (!isTable(file) || file.format !== format || !(Number.isInteger(file.formatVersion) && file.formatVersion > 0)) return wrong("file-other");
    if (file.formatVersion > formatVersion) return wrong("file-newer");
    if (![file.worksheet, file.language, file.title, file.version, file.copy].every(isText) || !isTable(file.answers)) return wrong("file-incomplete");
    if (file.worksheet !== wanted.worksheet) return wrong("file-worksheet", { title: file.title || file.worksheet });
    if (file.language !== wanted.language && !folderOf(file.language)) return wrong("file-language", { language: file.language });
    const unplaced = file.unplaced === undefined ? {} : file.unplaced;
    if (!isTable(unplaced)) return wrong("file-incomplete");
    try {
      return {
        copy: file.copy,
        language: file.language,
        answers: readAnswers(file.answers, wanted.fields, file.version === wanted.version),
        unplaced: readAnswers(unplaced, wanted.fields, false),
      };
    } catch (error) {
      return wrong("file-answer", error);
    }
  };

  // inOwnWords puts in place of options that were chosen in another language
  // those of this one, which stand in the same order. Without that language's
  // worksheet they stay as they are, and have no place here.
  const inOwnWords = async (file, wanted) => {
    if (file.problem) return file;
    const chosen = Object.keys(file.answers).map((name) => wanted.fields.get(name)).filter((field) => field?.controls?.length > 1 && field.form.shape !== "rows");
    const folder = folderOf(file.language);
    const item = folder && chosen.length && await opas.loadItem(folder, wanted.worksheet);
    const page = item && opas.itemPage(item);
    for (const { name, controls } of page ? chosen : []) {
      const others = [...page.querySelectorAll(`[data-name="${CSS.escape(name)}"] input`)].map(({ value }) => opas.clean(value));
      const own = (value) => {
        if (Array.isArray(value)) return value.map(own);
        return isText(value) && controls[others.indexOf(opas.clean(value))]?.value || value;
      };
      if (others.length === controls.length) file.answers[name] = own(file.answers[name]);
    }
    return file;
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
    return inOwnWords(check(filled || parse(decode(bytes)), wanted), wanted);
  };

  // open reads a file that the reader has chosen. What nobody foresaw is wrong
  // with the file, too.
  opas.worksheetFile.open = (chosen, wanted) => read(chosen, wanted).catch(({ problem = "file-damaged", values }) => wrong(problem, values));
})();
