// Reads a worksheet that was filled in Word or LibreOffice: the content
// controls of a .docx file, by their tags. unzip.js comes before.
//
// Rows of a table count in the order in which they stand, for people copy rows,
// tags and all, delete them and move them. Rows that they add with Tab have no
// controls: their cells are of the columns of the row above. All the text of a
// cell counts, for people also type beside its control. What was deleted while
// changes were tracked is left out, what was added is there.
//
// LibreOffice before 7.5 keeps no tags, and a control that somebody types over
// is gone. What stays is the bookmark of each control: "o_" and its tag, "-" as
// "_" and "/" as "__"; "o__2" is the second of the head's marks, which are too
// long for that. Then the field is what follows it in its paragraph.
(() => {
  "use strict";

  const opas = window.opas;
  const deepMost = 200;
  const fieldsMost = 5000;
  const isOption = /^[^/]*\/[^/]*$/;

  // Names are those of WordprocessingML without their prefix: of its two
  // editions, strict and transitional, each has a namespace of its own.
  const kids = (element, name) => [...element.children].filter((kid) => kid.localName === name);
  const kid = (element, ...names) => names.reduce((found, name) => found && kids(found, name)[0], element);
  const attribute = (element, name) => [...(element ? element.attributes : [])].find(({ localName }) => localName === name)?.value;

  // gone are the elements whose text isn't in the document, or not any more.
  const gone = new Set(["del", "moveFrom", "Fallback", "sdtPr", "pPr", "rPr", "tcPr", "tblPr"]);
  const signs = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "\u2011" };

  const isOn = (element) => element !== undefined && !["0", "false", "off"].includes(attribute(element, "val"));
  const isHint = (element) => element.localName === "sdt" && isOn(kid(element, "sdtPr", "showingPlcHdr"));

  // textOf returns the text within an element, a line for each paragraph.
  const textOf = (element) => {
    if (gone.has(element.localName) || isHint(element)) return "";
    if (element.localName === "t") return element.textContent;
    if (Object.hasOwn(signs, element.localName)) return signs[element.localName];
    const text = [...element.children].map(textOf).join("");
    return element.localName === "p" ? text + "\n" : text;
  };

  // markOf returns what a bookmark of ours names.
  const markOf = (mark) => {
    const name = attribute(mark, "name") || "";
    return name.startsWith("o_") ? name.slice(2).replaceAll("__", "/").replaceAll("_", "-") : undefined;
  };

  // nameOf returns the name of the field that an element is, if it is one: of a
  // control its tag, or what its bookmark says.
  const nameOf = (element) => {
    if (element.localName === "bookmarkStart") return markOf(element);
    if (element.localName !== "sdt") return undefined;
    const tag = attribute(kid(element, "sdtPr", "tag"), "val");
    if (tag || element.querySelector("sdt, tr")) return tag;
    return [...element.querySelectorAll("bookmarkStart")].map(markOf).find(Boolean);
  };

  // chosenOf returns the option of a list that is chosen. In a list that takes
  // no other text, any other is what stands there before one chooses.
  const chosenOf = (list, text, isOpen) => {
    const item = kids(list, "listItem").find((one) => [attribute(one, "displayText"), attribute(one, "value")].includes(text));
    return item ? attribute(item, "value") : isOpen ? text : "";
  };

  // optionOf returns the text of a box: its title or, where that was cut short or
  // a program has lost it, what stands beside it.
  const optionOf = (control, content) => {
    const title = attribute(kid(control, "sdtPr", "alias"), "val");
    return title && !title.endsWith("…") ? title : textOf(control.parentElement).replace(textOf(content), "").trim();
  };

  // after returns what was typed behind an element, in its paragraph.
  const after = (element) => {
    let text = "";
    for (let next = element.nextElementSibling; next && !nameOf(next); next = next.nextElementSibling) text += textOf(next);
    return element.parentElement.localName === "p" ? text : "";
  };

  // valueOf returns what was filled into a control; plain trims a text, and
  // leaves out the one that stands in a control before it is filled.
  const valueOf = (element, plain) => {
    const about = kid(element, "sdtPr");
    if (!about) return plain(after(element));
    const content = kid(element, "sdtContent");
    const box = kid(about, "checkbox");
    if (box) return isOn(kid(box, "checked")) ? optionOf(element, content) : "";
    const own = isHint(element) ? "" : plain(textOf(content));
    const text = own ? plain(own + after(element)) : plain(after(element));
    const [list, open] = [kid(about, "dropDownList"), kid(about, "comboBox")];
    if (list || open) return chosenOf(list || open, text, !list);
    const day = attribute(kid(about, "date"), "fullDate");
    return day && text && !opas.writtenDay(text) ? day.slice(0, 10) : text;
  };

  // find returns the elements that are fields within one, in order: {name,
  // element}. What LibreOffice lays around them has no name.
  const find = (element, deep = 0) => {
    if (deep > deepMost) throw { problem: "file-damaged" };
    if (gone.has(element.localName)) return [];
    const name = nameOf(element);
    if (name) return [{ name, element }];
    return [...element.children].flatMap((one) => find(one, deep + 1));
  };

  // own returns the fields of a document. The bookmark of a control that is
  // there is none, nor that of a box that isn't.
  const own = (root) => {
    const all = find(root);
    if (all.length > fieldsMost) throw { problem: "file-damaged" };
    const controls = new Map();
    for (const { name, element } of all) {
      if (element.localName !== "sdt") continue;
      if (!controls.has(element.parentElement)) controls.set(element.parentElement, new Set());
      controls.get(element.parentElement).add(name);
    }
    return all.filter(({ name, element }) => element.localName === "sdt" || !(isOption.test(name) || controls.get(element.parentElement)?.has(name)));
  };

  // A control may stand in a cell, or around one, or around a row.
  const cellOf = (element) => element.querySelector("tc") || element.closest("tc");
  const rowOf = (element) => cellOf(element)?.closest("tr");

  const byRow = (fields) => {
    const rows = new Map();
    for (const one of fields) {
      const row = rowOf(one.element);
      if (!rows.has(row)) rows.set(row, []);
      rows.get(row).push(one);
    }
    return rows;
  };

  // cellsOf returns the cells of a table as fields. Counts are the rows that
  // tables of a name have had before, for a table may be split in two.
  const cellsOf = (table, rows, counts, plain) => {
    const columns = new Map();
    let own;
    const fields = [];
    for (const row of table.querySelectorAll("tr")) {
      if (row.closest("tbl") !== table || kid(row, "trPr", "del")) continue;
      const cells = [...row.querySelectorAll("tc")];
      for (const { name, element } of rows.get(row) || []) {
        const [first, , ...column] = name.split("/");
        own = first;
        columns.set(cells.indexOf(cellOf(element)), column.join("/"));
      }
      if (!columns.size) continue;
      counts.set(own, (counts.get(own) || 0) + 1);
      for (const [place, column] of columns) fields.push({ name: [own, counts.get(own), column].join("/"), text: cells[place] ? plain(textOf(cells[place])) : "" });
    }
    return fields;
  };

  // fieldsOf returns the fields with what is filled into them.
  const fieldsOf = (root, placeholders) => {
    // Dots are soon left before what is typed behind them.
    const dots = placeholders.filter((one) => !/\p{L}/u.test(one));
    const plain = (text) => {
      const own = text.trim();
      if (placeholders.includes(own)) return "";
      return own.slice(dots.find((one) => own.startsWith(one))?.length).trim();
    };
    const all = own(root);
    const isCell = ({ name, element }) => name.split("/").length > 2 && rowOf(element);
    const rows = byRow(all.filter(isCell));
    const tables = new Set([...rows.keys()].map((row) => row.closest("tbl")));
    const counts = new Map();
    return [
      ...all.filter((one) => !isCell(one)).map(({ name, element }) => ({ name, text: valueOf(element, plain) })),
      ...[...tables].flatMap((table) => cellsOf(table, rows, counts, plain)),
    ];
  };

  // parse reads XML. A document has no declarations, which could make much of
  // little.
  const parse = (bytes) => {
    const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes);
    if (text.includes("<!DOCTYPE")) throw { problem: "file-damaged" };
    const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
    if (documentElement.querySelector("parsererror") || documentElement.localName === "parsererror") throw { problem: "file-damaged" };
    return documentElement;
  };

  // headOf joins what the properties "opas", "opas2" and so on hold: Word takes
  // no more than 255 signs in each.
  const headOf = (properties) => {
    const own = kids(properties, "property").map((one) => [attribute(one, "name"), one.textContent]).filter(([name]) => /^opas\d*$/.test(name));
    return own.sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([, text]) => text).join("");
  };

  // listOf returns a list of the head: its placeholders are the texts that stand
  // in empty controls, as LibreOffice doesn't always keep which are empty.
  const listOf = (head, name) => {
    try { return [].concat(JSON.parse(head)[name] ?? []).map(String); } catch { return []; }
  };

  // spell gives bookmarks the names that they stand for by their numbers.
  const spell = (root, marks) => {
    for (const mark of root.querySelectorAll("bookmarkStart")) {
      const name = [...mark.attributes].find(({ localName }) => localName === "name");
      const [, number] = /^o__(\d+)$/.exec(name?.value) || [];
      if (marks[number - 1]) name.value = "o_" + marks[number - 1];
    }
  };

  opas.readDocx = async (bytes) => {
    const zip = opas.unzip(bytes);
    if (!zip.has("_rels/.rels")) throw { problem: "file-not-word" };
    const root = async (name) => parse(await zip.read(name));
    const parts = kids(await root("_rels/.rels"), "Relationship");
    const nameOfPart = (type) => attribute(parts.find((one) => (attribute(one, "Type") || "").endsWith(type)), "Target")?.replace(/^\//, "");
    const [text, properties] = [nameOfPart("/officeDocument"), nameOfPart("/custom-properties")];
    const content = zip.has(text) ? await root(text) : undefined;
    if (!content || content.localName !== "document") throw { problem: "file-not-word" };
    const head = zip.has(properties) ? headOf(await root(properties)) : "";
    if (!head) throw { problem: "file-not-form" };
    spell(content, listOf(head, "marks"));
    return { head, fields: fieldsOf(content, listOf(head, "placeholders")) };
  };
})();
