// Whole pages: what can be done with them, in a menu; a dialog asks for the few
// things that must be known, shows what will change, and has it done.
(() => {
  const words = JSON.parse(preview.own.pages);
  const { inTurn, acts, save } = preview.asking;
  const { file } = preview.own;
  const menu = document.querySelector(".menu");
  const dialog = document.querySelector(".pages");
  const title = dialog.querySelector("h2");
  const form = dialog.querySelector("form");
  const fields = dialog.querySelector(".fields");
  const plan = dialog.querySelector(".plan");
  const status = dialog.querySelector("[role=status]");
  const main = form.querySelector(".main");
  const away = ["delete", "hide"];
  let facts = {};
  let chosen = "";
  // What was shown last, "" if nothing is shown of what is typed now.
  let shown = "";

  async function ask(what, more) {
    const answer = await fetch("/.preview/pages", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ do: what, file, ...more }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  function make(name, settings, ...inside) {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...inside);
    return element;
  }

  function field(label, name, control) {
    control.name = name;
    return make("label", { textContent: label + " " }, control);
  }

  function select(list, value) {
    const control = make("select", {}, ...list.map(({ value, title }) => new Option(title || value, value)));
    if (value !== undefined) control.value = value;
    return control;
  }

  const input = (value, required) => make("input", { value, required, autocomplete: "off" });
  const sections = (first) => select([...first, ...facts.sections || []], facts.section);

  function places() {
    const others = (facts.siblings || []).filter(({ value }) => value !== facts.id);
    const now = (facts.siblings || []).findIndex(({ value }) => value === facts.id);
    return select([{ value: 0, title: words.first }, ...others.map(({ title }, i) => ({ value: i + 1, title: words.after.replace("<page>", () => title) }))], now);
  }

  async function lost() {
    const { deleted = [] } = await ask("deleted");
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    if (deleted.length === 0) status.textContent = words.none;
    return deleted.map(({ id, title, time }) => ({ value: id, title: `${title} (${time ? day.format(new Date(time)) : words.hidden})` }));
  }

  const asks = {
    new() {
      const kind = select([...facts.kinds || []].reverse());
      const section = sections([{ value: "", title: words.usual }]);
      // Pages of a kind have their place; others go where the author is.
      const here = [facts.id, facts.section, facts.sections?.[0]?.value].find((id) => facts.sections?.some(({ value }) => value === id)) || "";
      const follow = () => { section.value = kind.value === "page" ? here : ""; };
      kind.addEventListener("change", follow);
      follow();
      return [field(words.title, "title", input("", true)), field(words.kind, "kind", kind), field(words["section-choice"], "section", section)];
    },
    rename: () => [field(words.title, "title", input(facts.title, true)), ...facts.id ? [field(words.slug, "slug", input(facts.slug))] : []],
    move: () => [field(words["section-choice"], "section", sections([]))],
    order: () => [field(words.place, "place", places())],
    delete: () => [field(words.plain, "plain", make("input", { type: "checkbox", checked: true }))],
    restore: async () => [field(words.page, "id", select(await lost()))],
  };

  function typed() {
    const values = {};
    for (const { name, value, type, checked } of form.elements) {
      if (name) values[name] = type === "checkbox" ? checked : name === "place" ? Number(value) : value;
    }
    return values;
  }

  const lines = (list) => make("ul", {}, ...list.map((line) => make("li", { textContent: line })));
  const fill = (text, { file, to }) => text.replace("<file>", () => file).replace("<to>", () => to);

  function show({ changes = [], links = [], items, told = [] }) {
    const parts = [];
    if (items.items) {
      const problems = items.items.map(({ place, text, hint = "" }) => `${place}: ${text} ${hint}`.replaceAll("\u0001", ""));
      parts.push(make("h3", { textContent: words.problems }), lines([...problems, ...items.more ? [items.more] : []]));
    }
    parts.push(...told.map((line) => make("p", { textContent: line })), lines(changes.map((change) => fill(words[change.do], change))));
    if (links.length) {
      parts.push(make("h3", { textContent: words.links }), lines(links.map(({ file, line, from, to }) => `${file}:${line}: ${from} → ${to || words.text}`)));
    }
    plan.replaceChildren(...parts);
    plan.hidden = false;
  }

  function forget() {
    shown = "";
    plan.hidden = true;
    main.textContent = words.show;
  }

  async function go() {
    status.textContent = "…";
    main.disabled = true;
    try {
      const done = await ask(chosen, { ...typed(), plan: shown });
      const next = done.next;
      if (done.done || !done.changes && chosen === "local") {
        dialog.close();
        location.assign(away.includes(chosen) || !next.file ? "/" + (next.to || "") : "/.preview/edit?" + new URLSearchParams({ file: next.file, page: next.to || "" }));
        return;
      }
      status.textContent = shown ? words.stale : "";
      show(done);
      shown = done.changes ? done.plan : "";
      if (!done.changes) status.textContent = words.nothing;
      else main.textContent = words.do;
    } catch (error) {
      forget();
      status.textContent = error.message;
    } finally {
      main.disabled = false;
      if (dialog.open) main.focus();
    }
  }

  async function open(act) {
    chosen = act;
    menu.open = false;
    forget();
    status.textContent = "";
    title.textContent = words[act];
    await save();
    facts = (await ask("page")).page;
    fields.replaceChildren(...await asks[act]?.() || []);
    dialog.showModal();
    if (!fields.firstChild) await go();
  }

  form.addEventListener("input", forget);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  dialog.querySelector("[data-do=drop]").textContent = words.cancel;
  acts.drop = () => dialog.close();

  const button = (act) => {
    const element = make("button", { type: "button", textContent: words[act] });
    element.addEventListener("click", () => inTurn(() => open(act)));
    return element;
  };

  // A common page is to be the edition's own before it can be written.
  inTurn(async () => {
    facts = (await ask("page")).page;
    const common = facts.acts.filter((act) => ["take", "local"].includes(act));
    if (facts.acts.includes("take")) {
      const notice = document.querySelector(".notice");
      notice.replaceChildren(make("p", { className: "acts" }, ...common.map(button)));
      notice.hidden = false;
      document.body.classList.add("common");
    }
    menu.querySelector("div").replaceChildren(...[...facts.acts, "restore"].map(button));
    if (location.hash === "#new") await open("new");
  });

  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
