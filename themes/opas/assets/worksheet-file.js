// The file that a filled worksheet is saved to: JSON that people can read, too.
//
//	{
//	  "format": "sparrausopas-worksheet", "formatVersion": 2,
//	  "guide", "language", "worksheet", "title", "version": what was filled,
//	  "copy": the copy's name, "saved": when,
//	  "answers": {field name: text | [texts] | [{column name: text}]},
//	  "unplaced": answers of another version that this one has no place for
//	}
//
// In files of format version 1 a row is a list of cells. Where the columns are
// those of the same version of the worksheet they get their names; where they
// may have moved since, the rows have no place.
//
// The worksheet and the language must fit, the rest tells people what the file
// is: it may be opened in another municipality's guide, or in a copy of this one
// that has another title.
//
// A file comes from anywhere: read looks at all of it before anything is used,
// and says with the name of a message what is wrong.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const format = "sparrausopas-worksheet";
  const formatVersion = 2;
  const sizeMost = 2 * 1024 * 1024;

  const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = (value) => typeof value === "string";
  const isList = (value) => Array.isArray(value) && value.every(isText);
  const isRow = (value) => isTable(value) && Object.values(value).every(isText);
  const isRows = (value) => Array.isArray(value) && value.every(isRow);
  const isCells = (value) => Array.isArray(value) && value.every(isList);

  // fits reports whether a value has the shape of an answer: "text", "list" or
  // "rows"; any of them, or rows as they were once, if none is named.
  const fits = (value, shape) => {
    switch (shape) {
      case "text": return isText(value);
      case "list": return isList(value);
      case "rows": return isRows(value);
    }
    return isText(value) || isList(value) || isRows(value) || isCells(value);
  };

  // readAnswers copies answers into a table without a prototype, so that no
  // name in it means anything to the script. It throws the label of the first
  // answer that has no shape of an answer. One that has another shape than its
  // field may be of another version of the worksheet: it has no place then.
  const readAnswers = (answers, fields, sameColumns) => {
    const read = Object.create(null);
    for (const [name, value] of Object.entries(answers)) {
      const { label, columns, form } = fields.get(name) || { label: name };
      if (!fits(value)) throw { label };
      read[name] = sameColumns && form && form.shape === "rows" && isCells(value) ? opas.worksheetRows.named(value, columns) : value;
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

  opas.worksheetFile = {
    fits,

    // open reads a file that the reader has chosen.
    open: async (chosen, wanted) => {
      if (chosen.size > sizeMost) return wrong("file-big");
      let bytes;
      try { bytes = await chosen.arrayBuffer(); } catch { return wrong("file-unreadable"); }
      return read(decode(bytes), wanted);
    },

    // text is the file of a copy.
    text: (sheet, copy, answers, unplaced) => JSON.stringify({
      format,
      formatVersion,
      guide: sheet.guide,
      language: sheet.language,
      worksheet: sheet.worksheet,
      title: sheet.title,
      version: sheet.version,
      copy: copy.name,
      saved: new Date().toISOString(),
      answers,
      unplaced: Object.keys(unplaced).length ? unplaced : undefined,
    }, null, 2) + "\n",
  };
})();
