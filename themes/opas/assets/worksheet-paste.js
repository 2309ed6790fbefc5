// Cells from a program for tables, such as Excel or Word, that are pasted into
// a table to fill: each goes to a cell of its own. Text that is no table is
// pasted as the browser does it. worksheet-cards.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;

  // A cell that holds a line break or a tab comes in quotes, with its own
  // quotes doubled. Any other quote is a part of the text.
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;

  // readLines reads cells parted by tabs, in rows parted by line breaks.
  const readLines = (text) => {
    const rows = [[]];
    for (let at = 0; ;) {
      cell.lastIndex = at;
      const [whole, quoted] = cell.exec(text);
      const row = rows[rows.length - 1];
      row.push(quoted !== undefined && /[\t\n]/.test(quoted) ? quoted.replaceAll('""', '"') : whole);
      at += whole.length;
      if (at >= text.length) return rows;
      if (text[at] === "\n") rows.push([]);
      at++;
    }
  };

  // readTable reads the rows of a table in HTML. Its document runs no scripts
  // and loads nothing.
  const readTable = (html) => {
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
    if (!table) return null;
    for (const end of table.querySelectorAll("br")) end.replaceWith("\n");
    for (const end of table.querySelectorAll("p + p, div + div, li + li")) end.prepend("\n");
    const plain = (text) => text.split("\n").map(opas.clean).filter(Boolean).join("\n");
    return [...table.rows].map((row) => [...row.cells].map((one) => plain(one.textContent)));
  };

  // read returns the cells on the clipboard, or null if there is no table of
  // several. Excel writes both kinds; where lines of its text have tabs, they
  // are right to the letter.
  const read = (clipboard) => {
    const text = clipboard.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
    const table = readTable(clipboard.getData("text/html"));
    const rows = text.includes("\t") && !(table && table.length < readLines(text).length) ? readLines(text) : table;
    return rows && rows.flat().length > 1 ? rows : null;
  };

  // put puts cells into a table from a box on, to the right and down.
  const put = (box, cells) => {
    const { known, rows, texts, rowsMost, change, undoable } = opas.worksheetTable(box);
    const top = rows.findIndex((row) => row.includes(box));
    const left = rows[top].indexOf(box);
    const width = known.columns.length;
    const most = cells.slice(0, rowsMost - top);
    const after = texts.map((row) => [...row]);
    most.forEach((row, r) => {
      const line = (after[top + r] ||= Array(width).fill(""));
      row.slice(0, width - left).forEach((text, c) => { line[left + c] = text; });
    });
    const before = { cells: texts, shown: known.shown };
    change(known, after, Math.max(known.shown, top + most.length));
    const lost = cells.flatMap((row, r) => (r < most.length ? row.slice(width - left) : row)).filter(Boolean);
    const says = [opas.word("fill-pasted", { rows: most.length })];
    if (lost.length) says.push(opas.word("fill-pasted-not", { count: lost.length }));
    undoable(known, says.join(" "), before, box);
  };

  document.addEventListener("paste", (event) => {
    if (!event.target.matches?.(".rows textarea")) return;
    const rows = read(event.clipboardData);
    if (!rows) return;
    event.preventDefault();
    put(event.target, rows);
  });
})();
