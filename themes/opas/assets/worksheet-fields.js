// The fields of a worksheet on the page: their answers as values and back, as
// text, and as print wants them. A field's value is a text, a list of the boxes
// ticked, or rows of cells (see worksheet-file.js); empty fields have none.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // Options are told apart as they are read, whatever spaces they are set with.
  const same = (a, b) => opas.clean(a) === opas.clean(b);
  const isBlank = (value) => (typeof value === "string" ? value === "" : value.every(isBlank));

  // mirror keeps a copy of a textarea's text right after it, for print: a
  // browser cuts a long text off at the textarea's edge.
  const mirror = (area) => {
    const next = area.nextElementSibling;
    const old = next && next.matches(".mirror") ? next : null;
    if (area.value === "") {
      if (old) old.remove();
      return;
    }
    const made = old || document.createElement("div");
    made.className = "mirror";
    made.setAttribute("aria-hidden", "true");
    made.textContent = area.value;
    if (!old) area.after(made);
  };

  // Each kind below reads its value, sets one and gives back what had no place
  // of it, and writes its value as text.
  const textField = (area) => ({
    form: "text",
    read: () => area.value,
    set: (text) => { area.value = text; },
    text: () => area.value,
  });

  const oneOf = (boxes, isScale) => ({
    form: "text",
    read: () => (boxes.find((box) => box.checked) || { value: "" }).value,
    set: (text) => {
      for (const box of boxes) box.checked = text !== "" && same(box.value, text);
      return boxes.some((box) => box.checked) ? "" : text;
    },
    text() {
      const ends = [...boxes[0].closest(".field").querySelectorAll(".end")].map((end) => opas.clean(end.textContent));
      return isScale ? `${this.read()}/${boxes.length}${ends.length ? ` (${ends.join(" – ")})` : ""}` : opas.clean(this.read());
    },
  });

  const someOf = (boxes) => ({
    form: "list",
    read: () => boxes.filter((box) => box.checked).map((box) => box.value),
    set: (list) => {
      for (const box of boxes) box.checked = list.some((text) => same(box.value, text));
      return list.filter((text) => text !== "" && !boxes.some((box) => same(box.value, text)));
    },
    text() { return this.read().map((text) => "- " + opas.clean(text)).join("\n"); },
  });

  const table = (rows, header) => ({
    form: "rows",
    read: () => {
      const cells = rows.map((row) => row.map((area) => area.value));
      while (cells.length && isBlank(cells[cells.length - 1])) cells.pop();
      return cells;
    },
    set: (cells) => {
      rows.forEach((row, r) => row.forEach((area, c) => { area.value = (cells[r] || [])[c] || ""; }));
      const rest = cells.map((row, r) => row.map((text, c) => ((rows[r] || [])[c] ? "" : text)));
      return isBlank(rest) ? [] : rest;
    },
    text() {
      return [header, ...this.read().filter((row) => !isBlank(row))].map(opas.tabbed).join("\n");
    },
  });

  // fieldOf makes a field of its element.
  const fieldOf = (element) => {
    const all = (selector, within = element) => [...within.querySelectorAll(selector)];
    const label = opas.clean(element.querySelector("label, legend, caption").textContent);
    const boxes = all("input");
    const areas = all("textarea");
    let own;
    if (element.matches(".rows")) own = table(all("tbody tr").map((row) => all("textarea", row)), all("thead th").map((cell) => cell.textContent));
    else if (element.matches(".checklist")) own = someOf(boxes);
    else if (boxes.length) own = oneOf(boxes, element.matches(".scale"));
    else own = textField(areas[0]);
    return { ...own, element, areas, label, name: element.dataset.name || (boxes[0] || areas[0]).name };
  };

  // refresh makes a field look as full as it is.
  const refresh = (field) => {
    field.areas.forEach(mirror);
    field.element.classList.toggle("filled", !isBlank(field.read()));
  };

  // join puts back what had no place before, where it has one now. It gives
  // the value, and what still has to wait as the field has an answer.
  const join = (value, waiting, form) => {
    if (value === undefined || isBlank(value)) return [waiting];
    if (waiting === undefined || isBlank(waiting)) return [value];
    if (form === "list") return [[...value, ...waiting]];
    if (form === "text") return [value, waiting];
    const rows = Array.from({ length: Math.max(value.length, waiting.length) }, (_, r) => {
      const [own, late] = [value[r] || [], waiting[r] || []];
      return Array.from({ length: Math.max(own.length, late.length) }, (_, c) => [own[c], late[c]].filter(Boolean).join("\n"));
    });
    return [rows];
  };

  opas.worksheetFields = (form) => {
    const fields = [...form.querySelectorAll(".field")].map(fieldOf);
    const byName = new Map(fields.map((field) => [field.name, field]));

    const read = () => {
      const answers = Object.create(null);
      for (const field of fields) if (!isBlank(field.read())) answers[field.name] = field.read();
      return answers;
    };

    return {
      byName,
      read,

      // refresh follows a change of the reader's; without an element, of all.
      refresh: (element) => fields.filter((field) => !element || field.element.contains(element)).forEach(refresh),

      // put fills the worksheet with these answers alone, and gives what has
      // no place in it, by name.
      put: (answers, waiting) => {
        const rest = Object.create(null);
        // keep gives a second value of a name a name of its own.
        const keep = (name, value) => {
          if (value === undefined || isBlank(value)) return;
          while (Object.hasOwn(rest, name) && JSON.stringify(rest[name]) !== JSON.stringify(value)) name += "+";
          rest[name] = value;
        };
        const fits = opas.worksheetFile.fits;
        for (const field of fields) {
          const [value, late] = [answers, waiting].map((values) => (Object.hasOwn(values, field.name) ? values[field.name] : undefined));
          const [fit, fitLate] = [value, late].map((one) => (one !== undefined && fits(one, field.form) ? one : undefined));
          const [joined, still] = join(fit, fitLate, field.form);
          keep(field.name, field.set(joined === undefined ? (field.form === "text" ? "" : []) : joined));
          for (const other of [still, fit === value ? undefined : value, fitLate === late ? undefined : late]) keep(field.name, other);
          refresh(field);
        }
        for (const values of [waiting, answers]) for (const name of Object.keys(values)) if (!byName.has(name)) keep(name, values[name]);
        return rest;
      },

      // text is all that is filled, under the headings that it stands under.
      text: () => {
        const parts = [];
        let heading = "";
        for (const element of form.querySelectorAll("h2, h3, .field")) {
          const field = fields.find((one) => one.element === element);
          if (!field) heading = opas.clean(element.textContent);
          else if (!isBlank(field.read())) {
            if (heading) parts.push(heading);
            heading = "";
            parts.push(field.label + "\n" + field.text());
          }
        }
        return parts.join("\n\n");
      },
    };
  };

  // asItems writes answers without a place as items of a list.
  opas.asItems = (answers) => Object.keys(answers).map((name) => {
    const plain = (value) => (typeof value === "string" ? value : value.map(plain).filter(Boolean).join(" | "));
    return `${name}: ${plain(answers[name])}`;
  });
})();
