// How what was found looks: the sentence above it, the choice of kinds and the
// items of the list. It puts into opas.searchBox what search-panel.js shows of
// it. All texts go in as text, never as HTML.
(() => {
  "use strict";

  const search = opas.searchBox;
  const { form, panel, word } = search;

  const element = (name, textContent = "", className = "") => Object.assign(document.createElement(name), { textContent, className });

  search.button = (text, onclick) => Object.assign(element("button", text), { type: "button", onclick });

  search.link = (text, href) => Object.assign(element("a", text), { href });

  // quoted is a query as it can stand in a sentence: not too long, and without
  // signs that turn the direction of what follows.
  search.quoted = (text) => {
    const signs = [...text.trim().replace(/[\u202a-\u202e\u2066-\u2069]/g, "")];
    return signs.slice(0, 60).join("") + (signs.length > 60 ? "…" : "");
  };

  // The names of the kinds, in the order of the choice; "" is all of them.
  const names = (search.names = new Map([["", word("every")]]));
  for (const entry of form.querySelector("template").content.querySelectorAll("[data-word^=kind-]")) {
    names.set(entry.dataset.word.slice(5), entry.textContent);
  }

  // group is the kind by whose name a kind goes.
  const group = (kind) => (names.has(kind) ? kind : "page");

  // sentence says how much was found.
  search.sentence = (text, found, chosen) => {
    const query = search.quoted(text);
    if (found.failed) return word("failed");
    if (!found.total) return chosen ? word("none-of-kind", { kind: names.get(chosen) }) : word("none", { query });
    const number = word(found.total === 1 ? "one" : "many", { count: found.total });
    return found.instead ? `${word("instead", { query, instead: found.instead })} ${number}.` : number;
  };

  const fits = (kind, name) => !name || group(kind) === name;

  // kindsOf returns the kinds that go by a name, as a set of which only "has"
  // is there: which kinds a site has isn't known here.
  search.kindsOf = (name) => ({ has: (kind) => fits(kind, name) });

  // choice makes the buttons that limit the results to a kind. What it returns
  // shows how many pages of each kind fit; the buttons stay, so that the focus
  // does.
  search.choice = (choose) => {
    const box = panel.querySelector(".search-kinds");
    const buttons = new Map([...names.keys()].map((name) => [name, search.button("", () => choose(name))]));
    box.append(...buttons.values());
    return (counts, chosen) => {
      let shown = 0;
      for (const [name, button] of buttons) {
        let number = 0;
        for (const kind in counts) if (fits(kind, name)) number += counts[kind];
        button.textContent = `${names.get(name)} (${number})`;
        button.setAttribute("aria-pressed", name === chosen);
        button.hidden = !number && name !== chosen;
        shown += !button.hidden;
      }
      // All and one kind are no choice.
      box.hidden = shown < 3 && !chosen;
    };
  };

  const parts = (texts) => texts.map(({ text, marked }) => (marked ? element("mark", text) : text));

  // item is a result. Its link is as large as the item, but is called by the
  // titles alone. Its text comes when it has been loaded; where that fails, the
  // link is good without.
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
    result.more.then((more) => {
      link.href = more.href;
      excerpt.append(...parts(more.excerpt));
    }, () => {});
    made.append(link, " ", element("span", names.get(group(result.kind)), "search-kind"), excerpt);
    return made;
  };
})();
