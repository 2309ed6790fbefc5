// The two prints of a worksheet: the template with nothing in it, and a document
// for those who only read, such as a mayor: what is filled, without instructions
// and empty fields. The browser's own command prints the page as it stands, so
// that what is filled in part can be finished by hand. Before this comes
// paper.js.
(() => {
  "use strict";

  const opas = window.opas;
  const { element, word } = opas;
  const all = (parent, selector) => [...parent.querySelectorAll(selector)];

  // table returns what is filled of a table, without empty columns.
  const table = ({ element: box }) => {
    const rows = all(box, "tbody tr").map((row) => all(row, "textarea").map((area) => area.value.trim())).filter((row) => row.some(Boolean));
    const made = element("table", undefined, "ruled");
    const line = (part, name, texts) => {
      const row = element("tr");
      row.append(...texts.filter((_, c) => rows.some((cells) => cells[c])).map((text) => opas.cell(name, text)));
      part.append(row);
    };
    line(made.createTHead(), "th", all(box, "thead th").map((cell) => cell.textContent));
    for (const row of rows) line(made.createTBody(), "td", row);
    return made;
  };

  const list = (items) => {
    const made = element("ul");
    made.append(...items.map((text) => element("li", opas.clean(text))));
    return made;
  };

  // answer returns what a field says. What the ends of a scale mean is told
  // once.
  const answer = (field, told) => {
    const { form } = field;
    const value = form.read(field);
    if (form.shape === "rows") return table(field);
    if (form.shape === "list") return list(value);
    const says = form.say(value, field);
    if (form !== opas.worksheetForm("scale")) return element("p", says);
    const [, number, ends] = /^(\S+)(.*)/.exec(says);
    const short = told.has(ends);
    told.add(ends);
    return element("p", short ? number : says);
  };

  // result returns what a self-assessment says at a glance, to stand here too.
  const result = (box) => {
    const made = box.cloneNode(true);
    for (const part of all(made, "[id]")) part.removeAttribute("id");
    return made;
  };

  // order puts what a self-assessment comes to, the result and what is written
  // after it, before the questions that are rated.
  const order = (boxes) => {
    const first = boxes.findIndex((box) => box.matches("h2"));
    const after = boxes.findIndex((box) => box.matches(".result"));
    if (first < 0 || after < first) return boxes;
    return [...boxes.slice(0, first), ...boxes.slice(after), ...boxes.slice(first, after)];
  };

  // read returns the filled fields under their headings: what each asks and
  // what was answered. The reasons for a number stand right below it.
  const read = (form, fields) => {
    const told = new Set();
    let headings = [];
    let before;
    return order(all(form, "h2:not(.result > *), h3, .field, .result")).flatMap((box) => {
      if (box.matches(".result")) return box.hidden ? [] : [result(box)];
      if (!box.matches(".field")) headings = [...headings.filter((one) => one.localName < box.localName), box];
      if (!box.matches(".filled")) return [];
      const field = fields.byName.get(box.dataset.name);
      const made = element("div", undefined, box.matches(".scale") ? "said rated" : "said");
      if (before !== field.name + "-scale") made.append(element("p", field.label, "label"));
      made.append(answer(field, told));
      const above = headings.map((one) => element(one.localName, one.textContent));
      headings = [];
      before = field.name;
      return [...above, made];
    });
  };

  // worksheetPrint returns the two prints of a form. What copy returns is the
  // name of the copy, if it has one of its own, and answers without a place.
  opas.worksheetPrint = (form, fields, copy) => {
    const root = document.documentElement;
    const section = element("section", undefined, "reading");
    form.after(section);
    let mode = "";

    // choose says which print comes, before anybody prepares for it.
    const choose = (which) => {
      mode = which;
      root.classList.toggle("print-blank", which === "blank");
      root.classList.toggle("print-filled", which === "filled");
    };

    const fill = ({ name, waiting }) => {
      const rest = waiting.length ? [element("h2", word("fill-unplaced-heading")), list(waiting)] : [];
      section.replaceChildren(element("p", opas.paper.dated(name), "dated"), ...read(form, fields), ...rest);
    };

    opas.paper.name(form.dataset.title, () => {
      fields.refresh();
      if (mode === "filled") fill(copy());
      return mode === "blank" ? [] : [fields.about(), copy().name];
    });
    window.addEventListener("afterprint", () => choose(""));

    return {
      blank: () => {
        choose("blank");
        window.print();
      },
      filled: () => {
        if (!form.querySelector(".filled") && !copy().waiting.length) opas.notice(word("fill-nothing-to-copy"));
        else opas.paper.print(() => choose("filled"));
      },
    };
  };
})();
