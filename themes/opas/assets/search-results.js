// How what was found looks: the sentence above it, the choice of kinds and the
// items of the list. It puts into opas.searchBox what search-panel.js shows of it.
// All texts go in as text, never as HTML.
(() => {
  "use strict";

  const search = window.opas.searchBox;
  const { form, panel, word } = search;

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  search.button = (text, act) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  search.link = (text, address) => {
    const made = element("a", text);
    made.href = address;
    return made;
  };

  search.label = (text) => element("span", text);

  // quoted is a query as it can stand in a sentence: not too long, and without
  // signs that turn the direction of what follows.
  search.quoted = (text) => {
    const signs = [...text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")];
    return signs.length > 60 ? signs.slice(0, 60).join("") + "…" : signs.join("");
  };

  // The names of the kinds, in the order of the choice; "" is all of them.
  const names = (search.names = new Map([["", word("every")]]));
  for (const entry of form.querySelector("template").content.querySelectorAll("[data-word^=kind-]")) {
    names.set(entry.dataset.word.slice("kind-".length), entry.textContent);
  }

  // group is the kind by whose name a kind goes.
  const group = (kind) => (names.has(kind) ? kind : "page");

  // sentence says how much was found.
  search.sentence = (text, found, chosen) => {
    const query = search.quoted(text);
    if (!found.total) return chosen ? word("none-of-kind", { kind: names.get(chosen) }) : word("none", { query });
    const number = word(found.total === 1 ? "one" : "many", { count: found.total });
    return found.instead ? `${word("instead", { query, instead: found.instead })} ${number}.` : number;
  };

  // choice makes the buttons that limit the results to a kind. What it gives
  // shows how many pages of each kind fit; the buttons stay, so that the focus
  // does.
  search.choice = (choose) => {
    const box = panel.querySelector(".search-kinds");
    const buttons = new Map([...names.keys()].map((name) => [name, search.button("", () => choose(name))]));
    box.append(...buttons.values());
    return (counts, chosen) => {
      const sums = new Map();
      for (const [kind, number] of Object.entries(counts)) {
        for (const name of ["", group(kind)]) sums.set(name, (sums.get(name) || 0) + number);
      }
      for (const [name, button] of buttons) {
        const number = sums.get(name) || 0;
        button.textContent = `${names.get(name)} (${number})`;
        button.setAttribute("aria-pressed", name === chosen);
        button.hidden = number === 0 && name !== chosen;
      }
      // All and one kind are no choice.
      box.hidden = sums.size < 3 && chosen === "";
    };
  };

  // kindsOf gives the kinds that go by a name, as a set of which only "has" is
  // there: it can't be known which other kinds a page may have.
  search.kindsOf = (name) => (name ? { has: (kind) => group(kind) === name } : null);

  const parts = (texts) => texts.map(({ text, marked }) => (marked ? element("mark", text) : text));

  // item is a result. Its link is as large as the item, but is called by the
  // titles alone.
  search.item = (result) => {
    const made = element("li");
    const link = search.link("", result.href);
    link.append(...parts(result.titleParts));
    if (result.section) {
      const between = element("span", " › ");
      between.setAttribute("aria-hidden", "true");
      link.append(between, ...parts(result.sectionParts));
    }
    const excerpt = element("p");
    excerpt.append(...parts(result.excerpt));
    made.append(link, " ", element("span", names.get(group(result.kind)), "search-kind"), excerpt);
    return made;
  };
})();
