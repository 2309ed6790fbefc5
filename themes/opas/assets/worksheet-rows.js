// A table to fill, as a form of fields: see the table of forms in
// worksheet-fields.js. Its value is a list of rows, each a table of texts by the
// names of the columns: a column that moves takes its texts along, and one that
// is gone leaves them without a place, never under another heading. How rows
// look and how many there are is in grid alone.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const all = (element, selector) => [...element.querySelectorAll(selector)];

  // isBlank reports whether nothing is in a value of any shape.
  const isBlank = (opas.isBlank = (value) => (typeof value === "string" ? value === "" : Object.values(value).every(isBlank)));

  // grid returns the boxes of a field, row by row. With a count, a page where
  // rows can be added has place for so many then (worksheet-cards.js).
  const grid = (field, count) => (opas.worksheetGrid ? opas.worksheetGrid(field, count) : all(field.element, "tbody tr").map((row) => all(row, "textarea")));

  const cell = (row, name) => (row && Object.hasOwn(row, name) ? row[name] : "");
  const table = (entries) => Object.assign(Object.create(null), Object.fromEntries(entries));

  // without leaves blank rows at the end out.
  const without = (rows) => {
    while (rows.length && isBlank(rows[rows.length - 1])) rows.pop();
    return rows;
  };

  opas.worksheetRows = {
    shape: "rows",
    controls: "textarea",
    read: (field) => without(grid(field).map((row) => table(row.map((area, c) => [field.columns[c], area.value])))),
    write: (field, rows) => {
      const boxes = grid(field, rows.length);
      boxes.forEach((row, r) => row.forEach((area, c) => { area.value = cell(rows[r], field.columns[c]); }));
      return without(rows.map((row, r) => table(Object.entries(row).filter(([name]) => !(boxes[r] && field.columns.includes(name))))));
    },
    say: (rows, { element, columns }) => [
      all(element, "thead th").map((head) => head.textContent),
      ...rows.filter((row) => !isBlank(row)).map((row) => columns.map((name) => cell(row, name))),
    ].map(opas.tabbed).join("\n"),
    mirror: (area) => area.value,

    // join joins two values that aren't blank into one.
    join: (value, waiting) => Array.from({ length: Math.max(value.length, waiting.length) }, (_, r) => {
      const names = [...new Set([...Object.keys(value[r] || {}), ...Object.keys(waiting[r] || {})])];
      return table(names.map((name) => [name, [cell(value[r], name), cell(waiting[r], name)].filter(Boolean).join("\n")]));
    }),

    // named makes rows of lists of cells, as they were kept once, whose columns
    // are known to be these. Cells beyond them are called by their numbers, with
    // a sign that no name of a column begins with.
    named: (rows, columns) => rows.map((row) => (Array.isArray(row) ? table(row.map((text, c) => [columns[c] ?? `#${c + 1}`, text])) : row)),
  };
})();
