// A dialog with a search for what can be put into the text: a link, a term, a
// field, the mark of another language. The program knows what there is; arrows go
// through what it found and Enter takes it.
(() => {
  const { words, put, block, selected } = preview.tools;
  const { file } = preview.own;
  const text = document.getElementById("text");
  const dialog = document.querySelector(".places");
  const [title, label, query, count, list] = ["h2", "label", "input", ".tally", "ul"].map((name) => dialog.querySelector(name));
  let kind = "";
  let found = [];
  let at = 0;
  // What is selected when the dialog opens.
  let start, end, inside;

  const linked = /^\[([^\]]*)\]\([^)]*\)$/;
  const escaped = (text) => text.replace(/[[\]\\*_`]/g, "\\$&");
  const names = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });
  // Not every tag that the guide takes is one to the browser.
  function nameOf(tag) {
    try {
      return names.of(tag);
    } catch {
      return tag;
    }
  }

  const takes = {
    link({ title, insert }) {
      const shown = (linked.exec(inside)?.[1] ?? (inside.includes("\n\n") ? "" : inside)) || escaped(title);
      put(inside.includes("\n\n") ? end : start, end, `[${shown}](${insert})`, 1, 1 + shown.length);
    },
    language({ insert }) {
      const shown = inside || words.boldText;
      put(start, end, `[${shown}]{lang=${insert}}`, 1, 1 + shown.length);
    },
    field({ insert }) {
      const from = insert.indexOf("\n") + 1;
      block(insert, from, insert.indexOf("\n", from));
    },
  };
  takes.term = takes.link;

  function take(place) {
    dialog.close();
    // The focus that comes back doesn't always bring the selection with it.
    text.focus();
    text.setSelectionRange(start, end);
    takes[kind](place);
  }

  // The option that is chosen is told by the box, which keeps the focus.
  function choose(next) {
    at = next;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === at));
    const option = list.children[at];
    if (!option) {
      query.removeAttribute("aria-activedescendant");
      return;
    }
    query.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function option(place, i) {
    const element = Object.assign(document.createElement("li"), { id: `place-${i}`, role: "option" });
    const about = Object.assign(document.createElement("span"), { className: "about", textContent: place.about || "" });
    const name = kind === "language" ? nameOf(place.insert) : place.title;
    element.append(name, " ", about);
    element.addEventListener("click", () => take(place));
    return element;
  }

  let asked = 0;
  let searching = null;
  async function search() {
    const mine = ++asked;
    let places = [];
    try {
      const answer = await fetch("/.preview/places?" + new URLSearchParams({ file, kind, q: query.value }));
      if (answer.ok) places = await answer.json();
      if (mine !== asked) return;
      count.textContent = !answer.ok ? await answer.text() : places.length ? words.places.replace("<count>", places.length) : words.noPlace;
    } catch {
      count.textContent = words.offline;
    }
    found = places;
    list.replaceChildren(...places.map(option));
    list.hidden = places.length === 0;
    query.setAttribute("aria-expanded", !list.hidden);
    choose(0);
  }

  function open(of) {
    kind = of;
    [start, end, inside] = selected();
    // The text of a link that is there gets another place to lead to.
    const { value } = text;
    const link = value[start - 1] === "[" && /^\]\([^)\n]*\)/.exec(value.slice(end));
    if (link) [start, end] = [start - 1, end + link[0].length];
    inside = value.slice(start, end);
    title.textContent = words[kind];
    label.textContent = words[kind + "Hint"];
    query.value = takes[kind] === takes.link ? inside.slice(0, 60).split("\n")[0].replace(/^\[|\].*$/g, "") : "";
    list.replaceChildren();
    const before = asked;
    dialog.showModal();
    query.focus();
    query.select();
    // Words of the text that are no title show all there is.
    searching = search().then(() => {
      if (found.length || !query.value || asked > 1 + before) return null;
      query.value = "";
      return search();
    });
  }

  query.addEventListener("input", () => { searching = search(); });
  query.addEventListener("keydown", (event) => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + found.length, PageDown: Math.min(at + 8, found.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
    if (next === undefined && event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    if (event.key !== "Enter") choose(next % (found.length || 1));
    else searching.then(() => found[at] && dialog.open && take(found[at]));
  });

  document.addEventListener("click", ({ target }) => {
    if (target.dataset?.place) open(target.dataset.place);
    if (target.dataset?.do === "leave") dialog.close();
  });
  text.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    open("link");
  });
})();
