// The rows of tables to fill: as many as the reader wants, each with buttons
// that move and delete it, and cells pasted by worksheet-paste.js. The rows
// of the page are places and stay where they are; what is moved, deleted and
// pasted are the texts in them. On paper there are at least as many as the
// author set; on screen those that are empty wait until they are asked for.
//
// worksheet.css makes a card of a row, which is still a row of a table for
// screen readers: its parts have their roles in words, as a browser forgets
// them where a table isn't laid out as one.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const { word, element, button } = opas;
  const all = (node, selector) => [...node.querySelectorAll(selector)];
  const rowsMost = 200;
  const narrow = matchMedia("(max-width: 40rem)");
  const tables = new Map(); // what is known of each field's table, by its element

  const boxes = (row) => all(row, "textarea");
  const filled = (row) => boxes(row).some((box) => box.value !== "");
  const rowsOf = ({ table }) => [...table.tBodies[0].rows];

  // show shows so many rows, or the least that a table has. Others that the
  // author set are there for paper.
  const show = (known, count) => {
    const rows = rowsOf(known);
    const least = known.field.classList.contains("carded") ? 1 : Math.min(3, known.own);
    known.shown = Math.min(rows.length, Math.max(least, count));
    rows.forEach((row, r) => row.classList.toggle("spare", r >= known.shown));
    for (const row of rows.slice(Math.max(known.shown, known.own))) row.remove();
    rows.forEach((row, r) => {
      row.querySelector(".up").disabled = r === 0;
      row.querySelector(".down").disabled = r === known.shown - 1;
    });
    known.add.disabled = known.shown === rowsMost;
  };

  // grow makes another row, of the first one.
  const grow = (known) => {
    const row = known.model.cloneNode(true);
    row.className = "extra";
    const number = String(rowsOf(known).length + 1);
    const head = row.querySelector("th");
    head.textContent = number;
    head.id = head.id.replace(/\d+$/, number);
    for (const box of boxes(row)) {
      box.name = box.name.replace(/\.\d+\.(\d+)$/, `.${number}.$1`);
      box.setAttribute("aria-labelledby", box.getAttribute("aria-labelledby").replace(/\d+$/, number));
    }
    furnish(known, row);
    known.table.tBodies[0].append(row);
  };

  // fit makes a table have room for so many rows, and one more to write in.
  const fit = (known, count) => {
    while (rowsOf(known).length < Math.min(count + 1, rowsMost)) grow(known);
    show(known, count + 1);
  };

  const texts = (known) => rowsOf(known).map((row) => boxes(row).map((box) => box.value));

  // change puts other texts into a table, as if the reader had written them.
  const change = (known, cells, wanted) => {
    while (rowsOf(known).length < cells.length) grow(known);
    rowsOf(known).forEach((row, r) => boxes(row).forEach((box, c) => { box.value = (cells[r] || [])[c] || ""; }));
    boxes(rowsOf(known)[0])[0].dispatchEvent(new InputEvent("input", { bubbles: true }));
    show(known, Math.max(wanted, rowsOf(known).findLastIndex(filled) + 1));
  };

  // undoable says what was done to a table, and undoes it.
  const undoable = (known, text, before, back) => {
    opas.notice(text, { actions: [["undo", () => change(known, before.cells, before.shown)]], back, brief: true });
  };

  const move = (known, from, to) => {
    const cells = texts(known);
    [cells[from], cells[to]] = [cells[to], cells[from]];
    change(known, cells, known.shown);
    const row = rowsOf(known)[to];
    const { className } = document.activeElement;
    const same = row.querySelector(`.${className}`);
    (same && !same.disabled ? same : boxes(row)[0]).focus();
  };

  const remove = (known, r) => {
    const before = { cells: texts(known), shown: known.shown };
    const cells = before.cells.toSpliced(r, 1);
    change(known, [...cells, cells[0].map(() => "")], known.shown - 1);
    const rows = rowsOf(known);
    const back = boxes(rows[Math.min(r, known.shown - 1)])[0];
    back.focus();
    if (before.cells[r].some((text) => text !== "")) undoable(known, word("row-removed", { row: r + 1 }), before, back);
  };

  // furnish gives a row what a reader does with it, and its cells their labels.
  const furnish = (known, row) => {
    const place = () => rowsOf(known).indexOf(row);
    const number = row.querySelector("th").textContent.trim();
    const tool = (name, sign, act) => {
      const made = button(sign, act, name);
      made.setAttribute("aria-label", word(`row-${name}`, { row: number }));
      made.title = word(`row-${name}`, { row: number });
      return made;
    };
    const tools = element("td", undefined, "row-tools");
    tools.append(
      tool("up", "↑", () => move(known, place(), place() - 1)),
      tool("down", "↓", () => move(known, place(), place() + 1)),
      tool("remove", "✕", () => remove(known, place())),
    );
    row.append(tools);
    all(row, "td:not(.row-tools)").forEach((cell, c) => {
      const [box] = boxes(cell);
      const label = element("label", known.columns[c], "cell");
      box.id = `${known.name}-${number}-${c + 1}`;
      label.htmlFor = box.id;
      cell.prepend(label);
      if (known.hints[c]) label.after(element("p", known.hints[c], "hint"));
    });
    for (const [selector, role] of [["th", "rowheader"], ["td", "cell"]]) for (const cell of all(row, selector)) cell.setAttribute("role", role);
    row.setAttribute("role", "row");
  };

  // setUp makes what is known of a table.
  const setUp = (field) => {
    const table = field.querySelector("table");
    const [first] = table.tBodies[0].rows;
    const heads = all(table, "thead th");
    const model = first.cloneNode(true);
    for (const box of boxes(model)) box.value = "";
    const known = { field, table, model, name: `cell-${field.dataset.name}`, own: table.tBodies[0].rows.length, columns: heads.map((head) => head.textContent), hints: all(table, ".hints td + td").map((cell) => cell.textContent), shown: 0 };
    const card = () => field.classList.toggle("carded", heads.length > 3 || narrow.matches);
    narrow.addEventListener("change", card);
    card();
    table.tHead.rows[0].append(element("td", undefined, "row-tools"));
    for (const [selector, role] of [["thead, tbody", "rowgroup"], ["thead tr", "row"], ["thead th", "columnheader"], ["thead td", "cell"]]) {
      for (const part of all(table, selector)) part.setAttribute("role", role);
    }
    table.setAttribute("role", "table");
    known.add = button(word("row-add"), () => {
      if (known.shown === rowsOf(known).length) grow(known);
      show(known, known.shown + 1);
      boxes(rowsOf(known)[known.shown - 1])[0].focus();
    }, "row-add");
    known.add.setAttribute("aria-label", `${word("row-add")}: ${opas.clean(table.caption.textContent)}`);
    for (const row of rowsOf(known)) furnish(known, row);
    table.parentElement.after(known.add);
    return known;
  };

  // worksheetGrid returns the boxes of a field, row by row. With a count, it
  // makes place for so many rows first.
  opas.worksheetGrid = ({ element: field }, count) => {
    if (!tables.has(field)) tables.set(field, setUp(field));
    const known = tables.get(field);
    if (count !== undefined) fit(known, count);
    return rowsOf(known).map(boxes);
  };

  // worksheetTable is what worksheet-paste.js needs of a box's table.
  opas.worksheetTable = (box) => {
    const known = tables.get(box.closest(".field"));
    return { known, rows: rowsOf(known).map(boxes), texts: texts(known), rowsMost, change, undoable };
  };
})();
