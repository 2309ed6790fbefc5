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
// The worksheet must fit, and the language be one that the guide has: fields are
// called the same in all of them. The rest tells people what the file is: it may
// be opened in another municipality's guide, or in a copy of this one that has
// another title.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const format = "sparrausopas-worksheet";
  const formatVersion = 2;

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

  opas.worksheetFile = {
    format,
    formatVersion,
    fits,

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
