// The form of a page's front matter. The text stays the truth: a field that is
// changed sets its key there, and what is typed there shows in the fields.
(() => {
  const { words, replace } = preview.tools;
  const { ask, inTurn } = preview.asking;
  const text = document.getElementById("text");
  const details = document.querySelector(".form");
  const box = details.querySelector(".fields");
  const fault = details.querySelector(".fault");
  let values = {};

  const at = (path) => path.split(".").reduce((inside, name) => inside?.[name], values);
  const many = (path) => [at(path)].flat().filter((value) => value !== undefined);
  // More choices than these are offered as one types.
  const boxesMost = 25;

  function make(name, settings, ...inside) {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...inside);
    return element;
  }

  // The controls of a key all know its path; their ids tell them apart.
  function control(name, path, id, settings) {
    const element = make(name, { id: "form." + id, autocomplete: "off", ...settings });
    element.dataset.key = path;
    return element;
  }

  const titled = (choice) => choice.title ? `${choice.value} – ${choice.title}` : choice.value;

  function choice(field, path) {
    const value = at(path) ?? "";
    const list = field.choices.map(({ value, title }) => new Option(title || value, value));
    if (!field.choices.some((choice) => choice.value === value)) list.unshift(new Option(value, value));
    const element = control("select", path, path);
    element.append(...list);
    element.value = value;
    return element;
  }

  function single(field, path) {
    const value = at(path) ?? "";
    if (field.choices) return choice(field, path);
    if (field.type === "prose") return control("textarea", path, path, { value, rows: 2 });
    const type = { number: "number", day: "date" }[field.type] || "text";
    return control("input", path, path, { type, value });
  }

  function group(label, ...inside) { return make("fieldset", {}, make("legend", { textContent: label }), ...inside); }

  function tick(label, path, id, checked, value = "true") {
    return make("label", { className: "tick" }, control("input", path, id, { type: "checkbox", checked, value }), " " + label);
  }

  function list(field, path) {
    const held = many(path);
    if (field.type === "texts" && field.choices?.length <= boxesMost) {
      const holds = (value) => held.some((other) => other.toLowerCase() === value.toLowerCase());
      return group(field.label, ...field.choices.map(({ value, title }) => tick(title || value, path, path + "=" + value, holds(value), value)));
    }
    const offered = make("datalist", { id: "form-list." + path }, ...(field.choices || []).map((choice) => new Option(titled(choice), choice.value)));
    const inputs = [...held, ""].map((value, i) => {
      const input = control("input", path, path + "." + i, { value, ariaLabel: `${field.label} ${i + 1}` });
      input.setAttribute("list", offered.id);
      return input;
    });
    return group(field.label, ...inputs, offered);
  }

  function table(field, path) {
    const held = many(path);
    const button = (label, name, move, i, title) => {
      const element = make("button", { type: "button", id: `form.${path}.${i}.${move}`, textContent: label, ariaLabel: title ? `${label}: ${title}` : label });
      Object.assign(element.dataset, { rows: path, move, at: i });
      return element;
    };
    const lines = held.map((row, i) => {
      const title = [row.minutes && row.minutes + " min", row.title || row.from || `${words.row} ${i + 1}`].filter(Boolean).join(" ");
      const acts = ["up", "down", "remove"].map((move) => button(words[move], path, move, i, title));
      acts[0].disabled = i === 0;
      acts[1].disabled = i === held.length - 1;
      return make("details", { id: `form.${path}.${i}.row` }, make("summary", { id: `form.${path}.${i}.name`, textContent: title }),
        ...field.fields.map((inside) => line(inside, `${path}.${i}.${inside.name}`)), make("p", { className: "acts" }, ...acts));
    });
    const sum = make("p", { className: "sum", id: `form.${path}.sum` });
    sum.dataset.of = path;
    return group(field.label, ...lines, sum, make("p", {}, button(words.add, path, "add", held.length, field.label)));
  }

  function line(field, path) {
    if (field.type === "tables") return table(field, path);
    if (field.type === "texts" || field.type === "numbers") return list(field, path);
    if (field.type === "flag") return make("p", {}, tick(field.label, path, path, at(path) === "true"));
    const element = single(field, path);
    return make("p", {}, make("label", { htmlFor: element.id, textContent: field.label }), element);
  }

  // Where the fields stay the same only what they hold changes, so that nobody is
  // disturbed who writes in one.
  function show(form) {
    values = form.values || {};
    // What most pages never get is folded, but for lists that have rows.
    const isRare = (field) => !!field.rare && !(field.type === "tables" && many(field.name).length);
    const lines = (rare) => form.fields.filter((field) => isRare(field) === rare).map((field) => line(field, field.name));
    const [made, rare] = [make("div", {}, ...lines(false)), lines(true)];
    if (rare.length) made.append(make("details", { id: "form.more" }, make("summary", { id: "form.more.name", textContent: words.more }), ...rare));
    const ids = (element) => [...element.querySelectorAll("[id]")].map(({ id }) => id);
    const [old, now] = [ids(box), ids(made)];
    const active = document.activeElement;
    if (old.join("\n") === now.join("\n")) {
      made.querySelectorAll("[id]").forEach((next, i) => {
        const element = document.getElementById(old[i]);
        if (element.matches("summary")) element.textContent = next.textContent;
        else if (element !== active && "value" in element) Object.assign(element, { value: next.value, checked: next.checked });
        if (next.ariaLabel) element.ariaLabel = next.ariaLabel;
      });
    } else {
      const open = [...box.querySelectorAll("details[open]")].map(({ id }) => id);
      const typed = box.contains(active) && active.value;
      box.replaceChildren(...made.childNodes);
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      const again = active.id && document.getElementById(active.id);
      if (again && again !== active && typeof typed === "string") {
        if (!again.matches("[type=checkbox], button")) again.value = typed;
        again.focus({ preventScroll: true });
      }
    }
    add();
  }

  // Minutes add up as one types them.
  function add() {
    for (const sum of box.querySelectorAll(".sum")) {
      const inputs = [...box.querySelectorAll("input")].filter(({ id }) => id.startsWith(`form.${sum.dataset.of}.`) && id.endsWith(".minutes"));
      const all = document.getElementById("form.minutes")?.value;
      const minutes = inputs.reduce((sum, input) => sum + (Number(input.value) || 0), 0);
      sum.textContent = inputs.length ? (all ? words.sumOf : words.sum).replace("<sum>", minutes).replace("<all>", all) : "";
    }
  }

  // What is typed in the text while the program works isn't lost: it works again.
  async function change(what, more) {
    for (;;) {
      const before = text.value;
      const done = await ask(what, { text: before, ...more });
      if (text.value !== before) continue;
      fault.textContent = done.form.fault || "";
      box.inert = !!done.form.fault;
      if (!box.inert) {
        replace(done.text);
        show(done.form);
      }
      return;
    }
  }

  function valueOf(element) {
    const all = [...box.querySelectorAll("[data-key]")].filter((other) => other.dataset.key === element.dataset.key);
    if (element.type !== "checkbox" || all.length === 1) return all.filter((other) => other.value !== "" && (other.type !== "checkbox" || other.checked)).map((other) => other.value);
    // Those that were there keep their order, and what isn't offered stays.
    const held = many(element.dataset.key).filter((value) => value.toLowerCase() !== element.value.toLowerCase());
    return element.checked ? [...held, element.value] : held;
  }

  box.addEventListener("input", add);
  box.addEventListener("change", ({ target }) => {
    const { key } = target.dataset;
    const value = valueOf(target);
    if (key) inTurn(() => change("set", { key, value }));
  });

  box.addEventListener("click", ({ target }) => {
    const { rows, move } = target.dataset;
    if (!rows) return;
    inTurn(async () => {
      const order = many(rows).map((_, i) => i);
      const from = Number(target.dataset.at);
      const to = { up: from - 1, down: from + 1, remove: Math.max(0, from - 1), add: order.length }[move];
      if (move !== "add") order.splice(from, 1);
      if (move !== "remove") order.splice(to, 0, move === "add" ? -1 : from);
      await change("rows", { key: rows, rows: order });
      const row = document.getElementById(`form.${rows}.${to}.row`);
      if (move !== "remove") row?.setAttribute("open", "");
      (row?.querySelector(move === "add" ? "input, select, textarea" : "summary") || box.querySelector(`[data-rows="${rows}"]`))?.focus();
    });
  });

  // What is being typed is set before it is saved.
  box.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  let soon = 0;
  text.addEventListener("input", () => {
    clearTimeout(soon);
    if (details.open && document.activeElement === text) soon = setTimeout(() => inTurn(() => change("form")), 300);
  });
  details.addEventListener("toggle", () => { if (details.open) inTurn(() => change("form")); });
})();
