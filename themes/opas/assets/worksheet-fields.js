// The fields of a worksheet on the page: their answers as values and back, as
// text, and as print wants them. A field says what it is: data-form names an
// entry of the table of forms below, data-name what its answer is called by.
// Empty fields have no answer. Before it comes worksheet-rows.js, the form of
// tables to fill.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // Options are told apart as they are read, whatever spaces they are set with.
  const same = (a, b) => opas.clean(a) === opas.clean(b);
  const { isBlank } = opas;
  const all = (element, selector) => [...element.querySelectorAll(selector)];

  // written is a day such as 2026-11-28 as the build writes dates: 28.11.2026
  // in Finnish and Swedish, 28 November 2026 in English.
  const written = (day) => {
    const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day + "T12:00") : NaN;
    if (isNaN(date)) return day;
    const { lang } = document.documentElement;
    if (lang === "fi" || lang === "sv") return date.toLocaleDateString("fi");
    return date.toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  };

  const oneOf = {
    shape: "text",
    controls: "input",
    read: ({ controls }) => (controls.find((box) => box.checked) || { value: "" }).value,
    write: ({ controls }, text) => {
      for (const box of controls) box.checked = text !== "" && same(box.value, text);
      return controls.some((box) => box.checked) ? "" : text;
    },
    say: (text) => opas.clean(text),
  };

  // typed is a field of one control that holds a text. A control that doesn't
  // take every text leaves a value without a place.
  const typed = {
    shape: "text",
    read: ({ controls: [control] }) => control.value,
    write: ({ controls: [control] }, text) => {
      control.value = text;
      return control.value === "" ? text : "";
    },
    say: (text) => text,
  };

  // forms are what fields can be; a Go test of content/markdown wants every
  // data-form of the build here. Of a form it says:
  //
  //	shape     what its values are: "text", "list" or "rows" (see worksheet-file.js)
  //	controls  the selector of what the reader types into or ticks
  //	read      returns the value that stands in a field
  //	write     puts one there and returns what had no place
  //	say       writes a value that isn't blank for people; gather.js has no field
  //	mirror    writes what a control shows on paper, where it doesn't by itself
  const forms = {
    text: { ...typed, controls: "textarea", mirror: (area) => area.value },
    date: { ...typed, controls: "input", say: written, mirror: (input) => written(input.value) },
    choice: oneOf,
    scale: {
      ...oneOf,
      say: (text, { element, controls }) => {
        const ends = all(element, ".end").map((end) => opas.clean(end.textContent));
        return `${text}/${controls.length}${ends.length ? ` (${ends.join(" – ")})` : ""}`;
      },
    },
    list: {
      shape: "list",
      controls: "input",
      read: ({ controls }) => controls.filter((box) => box.checked).map((box) => box.value),
      write: ({ controls }, list) => {
        for (const box of controls) box.checked = list.some((text) => same(box.value, text));
        return list.filter((text) => text !== "" && !controls.some((box) => same(box.value, text)));
      },
      say: (list) => list.map((text) => "- " + opas.clean(text)).join("\n"),
    },
    rows: opas.worksheetRows,
  };

  opas.worksheetForm = (name) => (Object.hasOwn(forms, name) ? forms[name] : undefined);

  // fieldOf makes a field of its element. One whose form isn't known has none.
  const fieldOf = (element) => {
    const { name } = element.dataset;
    const label = element.querySelector("label, legend, caption");
    const form = opas.worksheetForm(element.dataset.form);
    const columns = all(element, "th[data-column]").map((head) => head.dataset.column);
    return { element, name, label: label ? opas.clean(label.textContent) : name, form, columns, get controls() { return form ? all(element, form.controls) : []; } };
  };

  // refuse says at a field of unknown form that what is filled there isn't
  // kept. Its answers of before stay with the copy, as those without a place.
  const refuse = ({ element, name }) => {
    console.error(`worksheet-fields.js has no form "${element.dataset.form}", which the field "${name}" wants`);
    element.prepend(opas.element("p", opas.word("field-refused"), "missing"));
  };

  const valueOf = (field) => field.form.read(field);

  // mirror keeps a copy of what stands in a control right after it, for print:
  // a browser cuts a long text off at the control's edge.
  const mirror = (control, text) => {
    const next = control.nextElementSibling;
    const old = next && next.matches(".mirror") ? next : null;
    control.classList.toggle("mirrored", text !== "");
    if (text === "") {
      if (old) old.remove();
      return;
    }
    const made = old || document.createElement("div");
    made.className = "mirror";
    made.setAttribute("aria-hidden", "true");
    made.textContent = text;
    if (!old) control.after(made);
  };

  // refresh makes a field look as full as it is.
  const refresh = (field) => {
    if (field.form.mirror) for (const control of field.controls) mirror(control, field.form.mirror(control));
    field.element.classList.toggle("filled", !isBlank(valueOf(field)));
  };

  // join puts back what had no place before, where it has one now. It returns
  // the value, and what still has to wait as the field has an answer.
  const join = (value, waiting, shape) => {
    if (value === undefined || isBlank(value)) return [waiting];
    if (waiting === undefined || isBlank(waiting)) return [value];
    if (shape === "list") return [[...value, ...waiting]];
    if (shape === "text") return [value, waiting];
    return [opas.worksheetRows.join(value, waiting)];
  };

  opas.worksheetFields = (form) => {
    const found = all(form, ".field").map(fieldOf);
    const fields = found.filter((field) => field.form);
    const refused = found.filter((field) => !field.form);
    const byName = new Map(fields.map((field) => [field.name, field]));
    refused.forEach(refuse);

    return {
      list: fields,
      byName,
      refused,

      read: () => {
        const answers = Object.create(null);
        for (const field of fields) if (!isBlank(valueOf(field))) answers[field.name] = valueOf(field);
        return answers;
      },

      // named gives rows that were kept without the names of their columns
      // those of this worksheet. A text of a field that is a table now stays one.
      named: (answers) => {
        const list = Object.entries(answers).map(([name, value]) =>
          [name, Array.isArray(value) && byName.get(name)?.form.shape === "rows" ? opas.worksheetRows.named(value, byName.get(name).columns) : value]);
        return Object.assign(Object.create(null), Object.fromEntries(list));
      },

      // byPlace returns the labels of tables whose rows have no such names: named
      // goes by the place of each cell alone.
      byPlace: (answers) => fields.filter(({ name, form }) => form.shape === "rows" && Array.isArray(answers[name]) && answers[name].some(Array.isArray)).map(({ label }) => label),

      // about is the answer of one line that the worksheet begins with: whose
      // copy it is.
      about: () => {
        const [control] = fields.length ? fields[0].controls : [];
        return control && control.rows === 1 ? control.value.trim().slice(0, 60) : "";
      },

      // refresh follows a change of the reader's; without an element, of all.
      refresh: (element) => fields.filter((field) => !element || field.element.contains(element)).forEach(refresh),

      // put fills the worksheet with these answers alone, and returns what has
      // no place in it, by name.
      put: (answers, waiting) => {
        const rest = Object.create(null);
        // keep returns a second value of a name a name of its own.
        const keep = (name, value) => {
          if (value === undefined || isBlank(value)) return;
          while (Object.hasOwn(rest, name) && JSON.stringify(rest[name]) !== JSON.stringify(value)) name += "+";
          rest[name] = value;
        };
        const fits = opas.worksheetFile.fits;
        for (const field of fields) {
          const [value, late] = [answers, waiting].map((values) => (Object.hasOwn(values, field.name) ? values[field.name] : undefined));
          const { shape } = field.form;
          const [fit, fitLate] = [value, late].map((one) => (one !== undefined && fits(one, shape) ? one : undefined));
          const [joined, still] = join(fit, fitLate, shape);
          keep(field.name, field.form.write(field, joined === undefined ? (shape === "text" ? "" : []) : joined));
          for (const other of [still, fit === value ? undefined : value, fitLate === late ? undefined : late]) keep(field.name, other);
          refresh(field);
        }
        for (const values of [waiting, answers]) for (const name of Object.keys(values)) if (!byName.has(name)) keep(name, values[name]);
        return rest;
      },
    };
  };

  // asItems writes answers without a place as items of a list.
  opas.asItems = (answers) => Object.keys(answers).map((name) => {
    const plain = (value) => {
      if (typeof value === "string") return value;
      if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(" | ");
      return Object.keys(value).filter((key) => value[key] !== "").map((key) => `${key}: ${value[key]}`).join(", ");
    };
    return `${name}: ${plain(answers[name])}`;
  });
})();
