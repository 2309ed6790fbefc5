// Gathers files that were saved from one worksheet, the plan of a service area,
// into one table: a row for each filled row of each plan, the service area
// first. Nothing is kept or sent: the files are opened again the next time.
//
// The template says which worksheet, which of its fields names the area, which
// holds the rows, and what the columns are. Before this come text.js and
// tools.js (messages), clipboard.js, worksheet-file.js (the file's form),
// worksheet-rows.js and worksheet-fields.js (what forms fields have), and
// paper.js (whose the print is, and of which day). Data-more names what opens
// files and writes a document, which is loaded with the first file.
(() => {
  "use strict";

  const opas = window.opas;
  const { word, status, notice, clean } = opas;
  const gather = document.querySelector(".gather");
  if (!gather) return;

  const tool = (name) => gather.querySelector(`[data-tool="${name}"]`);
  const { worksheet, language, version, title, area, rows } = gather.dataset;
  const table = gather.querySelector(".gathered");
  const columns = [...table.querySelectorAll("th")].map((cell) => clean(cell.textContent));
  const names = [...table.querySelectorAll("th[data-column]")].map((cell) => cell.dataset.column);
  const fields = [...gather.querySelector("template.fields").content.querySelectorAll("li")];
  const wanted = {
    worksheet, language, version,
    fields: new Map(fields.map((item) => [item.dataset.name, {
      label: clean(item.textContent), form: opas.worksheetForm(item.dataset.form), columns: item.dataset.name === rows ? names : [],
    }])),
  };

  // files are what was opened, in that order: name, order, rows, and says,
  // which is what is to be told of it. Bad ones have no rows.
  let files = [];

  // answer returns what a field holds in a file, if that has the field's shape.
  const answer = (answers, name, otherwise) =>
    (Object.hasOwn(answers, name) && opas.worksheetFile.fits(answers[name], wanted.fields.get(name).form.shape) ? answers[name] : otherwise);

  // readPlan takes what the table needs from a file.
  const readPlan = (name, file) => {
    if (file.problem) return { name, bad: true, rows: [], says: word(file.problem, file.values) };
    const order = answer(file.answers, area, "").trim();
    const own = wanted.fields.get(area).form.say(order);
    const filled = answer(file.answers, rows, []).filter((row) => Object.values(row).some((text) => text.trim() !== ""));
    const extra = filled.flatMap((row) => Object.entries(row)).filter(([name, text]) => !names.includes(name) && text.trim() !== "");
    const says = [filled.length ? word("rows", { count: filled.length, area: own || name }) : word("no-rows")];
    if (!own) says.push(word("no-area"));
    if (Object.hasOwn(file.answers, rows) && !opas.worksheetFile.fits(file.answers[rows], "rows")) says.push(word("rows-older"));
    if (extra.length) says.push(word("cells-extra", { cells: extra.map(([name, text]) => `${name}: ${text.trim()}`).join("; ") }));
    return {
      name,
      order: order || name,
      rows: filled.map((row) => [own || name, ...names.map((name) => (Object.hasOwn(row, name) ? row[name].trim() : ""))]),
      says: says.join(" "),
      same: JSON.stringify([file.copy, file.answers]),
    };
  };

  // gathered are the rows of all files in the order that the reader chose.
  const gathered = () => {
    const order = [...files];
    if (tool("order").value === "area") order.sort((a, b) => (a.order || "").localeCompare(b.order || "", language));
    return order.flatMap((file) => file.rows);
  };

  const item = (file) => {
    const made = opas.element("li", undefined, file.bad ? "bad" : "");
    const remove = opas.button(word("remove"), () => {
      files = files.filter((other) => other !== file);
      draw();
      tool("open").focus();
    });
    remove.setAttribute("aria-label", `${word("remove")}: ${file.name}`);
    made.append(opas.element("strong", file.name), " ", opas.element("span", file.says), " ", remove);
    return made;
  };

  const line = (cells) => {
    const made = opas.element("tr");
    made.append(...cells.map((text, c) => {
      const cell = opas.cell(c === 0 ? "th" : "td", text);
      if (c === 0) cell.scope = "row";
      cell.dataset.column = columns[c];
      return cell;
    }));
    return made;
  };

  // draw shows the files and the table.
  const draw = () => {
    const all = gathered();
    gather.querySelector(".files").replaceChildren(...files.map(item));
    table.tBodies[0].replaceChildren(...all.map(line));
    table.parentElement.hidden = all.length === 0;
    for (const name of ["print", "copy", "save", "document"]) tool(name).disabled = all.length === 0;
    const good = files.filter((file) => !file.bad).length;
    status(files.length ? word("gathered", { files: good, rows: all.length, bad: files.length - good }) : word("empty"));
  };

  // more loads what opens files. What fails is tried again.
  let loading;
  const more = () => (loading ??= opas.load(gather.dataset.more).catch((error) => {
    loading = undefined;
    throw error;
  }));

  // add opens files one after another, so that they keep their order.
  const add = async (chosen) => {
    try { await more(); } catch {
      notice(word("more-failed"));
      return;
    }
    for (const one of chosen) {
      const plan = readPlan(one.name, await opas.worksheetFile.open(one, wanted));
      const twice = !plan.bad && files.some((file) => file.same === plan.same);
      files.push(twice ? { name: plan.name, bad: true, rows: [], says: word("file-twice") } : plan);
    }
    draw();
  };

  // about tells whose the plans are, how many, and of which day.
  const about = () => opas.paper.dated(word("plans", { count: files.filter((file) => !file.bad).length }));

  // queue adds files when those before them are in.
  let added = Promise.resolve();
  const queue = (chosen) => { added = added.then(() => add(chosen)); };

  // harmless keeps a text of someone's file from becoming a formula where the
  // CSV is opened: an apostrophe goes before it. Numbers and percentages with a
  // sign stay as they are. Items of a list, telephone numbers and other words
  // after a sign get a space, which isn't seen: Excel takes "- retki" for a
  // formula, and with a space before it for a text, as LibreOffice does.
  const starts = /^(\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n\0])/;
  const number = /^[+-] ?\d[\d\s.,]*[%€]?$/;
  const words = /^([+-] ?\d|- )/;
  const calls = /[=|<>^*\\]|[+&!]\S|[\p{L}\p{N}]\(|\(\s*"|\s@/u;
  const harmless = (text) => {
    if (!starts.test(text) || number.test(text)) return text;
    return (words.test(text) && !calls.test(text.slice(1)) ? " " : "'") + text;
  };

  // csvCell writes a cell for Excel in Finnish.
  const csvCell = (text) => `"${harmless(text).replaceAll('"', '""')}"`;
  const csv = (lines) => "\ufeff" + lines.map((cells) => cells.map(csvCell).join(";") + "\r\n").join("");

  const saved = (ending, type, content) => {
    const name = opas.fileName([title], ending);
    opas.download(name, type, content);
    notice(word("file-saved", { file: name }));
  };

  const actions = {
    open() { tool("file").click(); },
    print() { opas.paper.print(); },
    // What is copied goes to a letter as well as to a table: it stays as it is.
    copy() { opas.copy([columns, ...gathered()].map((cells) => opas.tabbed(cells) + "\n").join("")); },
    save() { saved(".csv", "text/csv;charset=utf-8", csv([columns, ...gathered()])); },
    async document() {
      if (await opas.paper.known()) saved(".docx", opas.docxType, opas.gatherDocx({ title, about: about(), columns, rows: gathered(), language }));
    },
  };

  gather.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-tool]");
    if (button) actions[button.dataset.tool]();
  });
  tool("order").addEventListener("change", draw);
  tool("file").addEventListener("change", (event) => {
    queue([...event.target.files]);
    // The same file can be chosen again.
    event.target.value = "";
  });
  // A file that is dropped anywhere on the page would else take its place.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    queue([...event.dataTransfer.files]);
  });

  opas.paper.name(title, () => {
    gather.querySelector(".dated").textContent = about();
    return [];
  });

  for (const part of gather.querySelectorAll(".tools, .state")) part.hidden = false;
  draw();
})();
