// The document that a print pack is printed from: a cover with the contents, or
// with a checklist of who gets how many, then the items, each on pages of its
// own. It is on paper only; while it is there, the rest of the page isn't
// printed. An item that has its other language is followed by that; question
// cards have it on their backs.
//
// The sizes, margins and footers of pages are the theme's: --page-size,
// --page-margin and --page-footer in pack.css. Before it come tools.js,
// pack-item.js, card-sheets.js and cut-sheets.js.
(() => {
  "use strict";

  const opas = window.opas;
  const { element } = opas;
  const root = document.documentElement;
  // The page's policy lets no style stand in it; one that is made by a script
  // stands beside it.
  const pages = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, pages];
  let made = null;

  // lower puts the headings of an item below that of the cover, without gaps
  // between their levels.
  const lower = (item) => {
    const used = [1, 2, 3, 4, 5].filter((level) => item.querySelector("h" + level));
    for (const [i, level] of [...used.entries()].reverse()) {
      for (const heading of item.querySelectorAll(`h${level}:not(.lowered)`)) {
        const lowered = document.createElement("h" + (i + 2));
        for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
        lowered.classList.add("lowered");
        lowered.append(...heading.childNodes);
        heading.replaceWith(lowered);
      }
    }
  };

  // clock writes the times of a timetable from the start that the reader gave.
  const clock = (item, start) => {
    for (const cell of item.querySelectorAll("[data-start]")) cell.textContent = opas.clock(start, Number(cell.dataset.start)) || cell.textContent;
  };

  const inLanguage = (name, text, lang) => Object.assign(element(name, text), { lang });

  // cardSheets puts sets of question cards on sheets: where one set ends, the
  // next begins on the same sheet. With several, each card says whose it is.
  const cardSheets = (holder, sets, words, other) => {
    const pattern = holder.firstElementChild;
    const faces = opas.parts([...pattern.querySelectorAll(".card-face")], 2);
    const cards = Array.from({ length: sets }, (none, set) => faces.map((sides) => sides.map((side) => {
      const face = side.cloneNode(true);
      if (sets > 1) face.querySelector(".card-head").append(element("span", ((face.lang && other) || words).set.replace("{number}", set + 1), "card-set"));
      return face;
    }))).flat();
    const rows = opas.cardRows(cards.length, 1);
    const sheets = opas.parts(cards, rows).map((part, i, all) => opas.cardSheet(pattern, part.flat(), rows, `${i + 1}/${all.length}`));
    for (const hint of sheets.map((sheet) => sheet.querySelector(".card-hint"))) {
      if (other) hint.append(" ", inLanguage("span", other.hint, other.lang));
      if (sets > 1) hint.append(` ${words.sort}`);
    }
    holder.replaceChildren(...sheets);
  };

  // cut puts what is cut from sheets on them. Slips say what they are from.
  const cut = (part, sets, { words, slip, other }) => {
    const cards = part.querySelector(".card-sheets");
    if (cards) cardSheets(cards, sets, words, other);
    const forms = part.querySelector("[data-per-sheet]");
    if (!forms) return;
    part.classList.toggle("pack-cut", forms.dataset.perSheet !== "1");
    if (slip && forms.dataset.perSheet !== "1") for (const card of forms.children) card.append(element("p", slip, "cut-from"));
    forms.replaceChildren(...opas.cutSheets([...forms.children], Number(forms.dataset.perSheet), forms.dataset.perSheet === "1" ? 1 : sets));
  };

  // turn puts the other language on the backs of question cards.
  const turn = (part, other) => {
    const backs = other ? opas.cardBacks(other) : new Map();
    for (const back of part.querySelectorAll(".back")) back.replaceWith(backs.get(back.dataset.number) || back);
  };

  // inTurn puts the other language of an item behind it, unless it is on the
  // backs of cards.
  const isCards = ({ kind, view }) => [kind, view].includes("cards");
  const inTurn = (item) => (item.other && !isCards(item) ? [item, { ...item.other, sets: item.sets }] : [item]);

  const partOf = (item, at, settings) => {
    const part = element("section", undefined, ["pack-part", `pack-${item.kind}`, `pack-${item.view || "page"}`, `paper-${item.paper.toLowerCase().replaceAll(" ", "-")}`].join(" "));
    const prefix = `pack-${at}-`;
    part.lang = item.lang;
    part.append(...document.adoptNode(opas.itemPage(item).body).childNodes);
    turn(part, item.other);
    cut(part, item.sets, settings);
    opas.separate(part, prefix);
    lower(part);
    clock(part, settings.start);
    part.id = `pack-${at}`;
    const heading = part.querySelector("h2");
    heading.id = heading.id || `${prefix}heading`;
    part.setAttribute("aria-labelledby", heading.id);
    return part;
  };

  const contents = (items) => {
    const rows = element("ol");
    rows.append(...items.map((item, i) => {
      const row = element("li");
      const link = element("a", item.title);
      link.href = `#pack-${i + 1}`;
      link.lang = item.text || item.lang;
      row.append(link);
      return row;
    }));
    return rows;
  };

  // checklist lists for each reader what to tick, and below how much paper that
  // is and how it is printed.
  const checklist = ({ groups, total, how }) => {
    const list = (texts, className) => {
      const rows = element("ul", undefined, className);
      rows.append(...texts.map((text) => element("li", text)));
      return rows;
    };
    return [...groups.flatMap(([heading, titles]) => [element("h3", heading), list(titles, "pack-ticks")]), element("p", total, "pack-total"), element("h3", how.heading), list(how.texts)];
  };

  const front = (heading, { guide, place }, ...rest) => {
    const part = element("section", undefined, "pack-front");
    part.append(element("p", guide, "mark"), heading);
    if (place) part.append(element("p", place, "pack-where"));
    part.append(...rest);
    return part;
  };

  // covers are the cover and, where it says more than what is in the pack, the
  // same in the other language.
  const covers = (items, settings) => {
    const { title, place, words, list, other } = settings;
    const name = title || document.querySelector("h1").textContent;
    if (!list) {
      const heading = element("h2", words.contents), own = front(element("h1", name), settings, heading, contents(items));
      if (other) heading.append(" · ", inLanguage("span", other.contents, other.lang));
      if (other && other.guide !== settings.guide) own.firstElementChild.append(" · ", inLanguage("span", other.guide, other.lang));
      return [own];
    }
    const first = front(element("h1", name), settings, element("h2", list.heading), ...checklist(list));
    if (!other) return [first];
    const second = front(element("p", title || other.title, "pack-title"), { guide: other.guide, place }, element("h2", other.list.heading), ...checklist(other.list));
    second.lang = other.lang;
    return [first, second];
  };

  // quoted writes a text as a string of CSS.
  const quoted = (text) => `"${text.replace(/["\\\n\r\f<]/g, (c) => `\\${c.codePointAt(0).toString(16)} `)}"`;

  // pageRule gives a part pages of its own, with its own size and footer. Each
  // element names them: Firefox takes the kind of a page from what happens to
  // come first on it.
  const pageRule = (part, at) => {
    const look = getComputedStyle(part);
    const rules = ["size", "margin"].map((name) => [name, look.getPropertyValue(`--page-${name}`).trim()]).filter(([, value]) => value);
    const footer = part.querySelector("[data-footer]");
    let boxes = footer ? `@bottom-left { content: ${quoted(footer.dataset.footer)}; }` : "";
    if (look.getPropertyValue("--page-footer").trim() === "none") boxes = "@bottom-left { content: none; } @bottom-right { content: none; }";
    return `@page pack-${at} { ${rules.map(([name, value]) => `${name}: ${value};`).join(" ")} ${boxes} }\n#pack-${at}, #pack-${at} * { page: pack-${at}; }`;
  };

  const remove = () => {
    if (!made) return;
    made.remove();
    made = null;
    root.classList.remove("with-pack");
  };

  // build makes the document of items, each with the number of sets that are cut
  // from its sheets.
  const build = (chosen, settings) => {
    remove();
    const items = chosen.flatMap(inTurn);
    made = element("div", undefined, "pack-document");
    const parts = items.map((item, i) => partOf(item, i + 1, settings));
    if (settings.cover) made.append(...covers(items, settings));
    else parts[0].prepend(element("h1", settings.title || document.querySelector("h1").textContent, "pack-heading"));
    made.append(...parts);
    document.body.append(made);
    const rules = parts.map((part, i) => pageRule(part, i + 1));
    // Without a cover the first part's kind of page is the body's, too: Firefox
    // takes that of the first page from there.
    if (!settings.cover) rules.push(".with-pack body, .with-pack .pack-document { page: pack-1; }");
    pages.replaceSync(rules.join("\n"));
    root.classList.add("with-pack");
  };

  opas.packDocument = { build, remove };
})();
