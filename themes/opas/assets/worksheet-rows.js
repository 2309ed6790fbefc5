// A table to fill, as a form of fields: see the table of forms in
// worksheet-fields.js. The rest of this file is what a value of it is; how rows
// look and how many there are is in grid alone.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const isBlank = (value) => (typeof value === "string" ? value === "" : value.every(isBlank));
  const all = (element, selector) => [...element.querySelectorAll(selector)];

  // grid returns the boxes of a field, row by row: at least so many rows, if
  // the page can have more.
  const grid = (field, least = 0) => (opas.worksheetGrid ? opas.worksheetGrid(field, least) : all(field.element, "tbody tr").map((row) => all(row, "textarea")));

  opas.worksheetRows = {
    shape: "rows",
    controls: "textarea",
    read: (field) => {
      const cells = grid(field).map((row) => row.map((area) => area.value));
      while (cells.length && isBlank(cells[cells.length - 1])) cells.pop();
      return cells;
    },
    write: (field, cells) => {
      const rows = grid(field, cells.length);
      rows.forEach((row, r) => row.forEach((area, c) => { area.value = (cells[r] || [])[c] || ""; }));
      const rest = cells.map((row, r) => row.map((text, c) => ((rows[r] || [])[c] ? "" : text)));
      return isBlank(rest) ? [] : rest;
    },
    say: (cells, { element }) => [all(element, "thead th").map((cell) => cell.textContent), ...cells.filter((row) => !isBlank(row))].map(opas.tabbed).join("\n"),
    mirror: (area) => area.value,

    // join joins two values that aren't blank into one.
    join: (value, waiting) => Array.from({ length: Math.max(value.length, waiting.length) }, (_, r) => {
      const [own, late] = [value[r] || [], waiting[r] || []];
      return Array.from({ length: Math.max(own.length, late.length) }, (_, c) => [own[c], late[c]].filter(Boolean).join("\n"));
    }),
  };
})();
