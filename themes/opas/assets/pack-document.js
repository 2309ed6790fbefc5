// The document that a print pack is printed from: a cover with the contents,
// then the items, each on pages of its own. It is on paper only; while it is
// there, the rest of the page isn't printed.
//
// An item's script calls opas.packItem with {id, title, kind, view, paper,
// html}. The sizes, margins and footers of pages are the theme's: --page-size,
// --page-margin and --page-footer in pack.css. tools.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;
  const { element } = opas;
  const root = document.documentElement;
  const given = new Map();
  const links = ["id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"];
  // The page's policy lets no style stand in it; one that is made by a script
  // stands beside it.
  const pages = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, pages];
  let made = null;

  opas.packItem = (item) => { given.set(item.id, item); };

  // load returns an item, or nothing if its script doesn't come. One that
  // didn't come is tried again the next time.
  const load = ({ id, src }) => new Promise((done) => {
    if (given.has(id)) {
      done(given.get(id));
      return;
    }
    const script = document.createElement("script");
    const end = () => {
      script.remove();
      done(given.get(id));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    script.src = src;
    document.head.append(script);
  });

  // separate makes the ids and names in an item its own.
  const separate = (item, prefix) => {
    for (const one of item.querySelectorAll("*")) {
      for (const name of links) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).trim().split(/\s+/).map((id) => prefix + id).join(" "));
      }
      if (one.hasAttribute("name")) one.setAttribute("name", prefix + one.getAttribute("name"));
      const href = one.getAttribute("href");
      if (href && href.startsWith("#")) one.setAttribute("href", "#" + prefix + href.slice(1));
    }
  };

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

  const partOf = (item, at, start) => {
    const part = element("section", undefined, ["pack-part", `pack-${item.kind}`, `pack-${item.view || "page"}`, `paper-${item.paper.toLowerCase().replaceAll(" ", "-")}`].join(" "));
    const prefix = `pack-${at}-`;
    part.append(...document.adoptNode(new DOMParser().parseFromString(item.html, "text/html").body).childNodes);
    separate(part, prefix);
    lower(part);
    clock(part, start);
    part.id = `pack-${at}`;
    const heading = part.querySelector("h2");
    heading.id = heading.id || `${prefix}heading`;
    part.setAttribute("aria-labelledby", heading.id);
    return part;
  };

  const cover = (items, { title, place, contents, guide }) => {
    const part = element("section", undefined, "pack-front");
    part.append(element("p", guide, "mark"), element("h1", title || document.querySelector("h1").textContent));
    if (place) part.append(element("p", place, "pack-where"));
    const rows = element("ol");
    rows.append(...items.map((item, i) => {
      const row = element("li");
      const link = element("a", item.title);
      link.href = `#pack-${i + 1}`;
      row.append(link);
      return row;
    }));
    part.append(element("h2", contents), rows);
    return part;
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
    let boxes = footer ? `@bottom-left { content: ${quoted(`${at} · ${footer.dataset.footer}`)}; }` : "";
    if (look.getPropertyValue("--page-footer").trim() === "none") boxes = "@bottom-left { content: none; } @bottom-right { content: none; }";
    return `@page pack-${at} { ${rules.map(([name, value]) => `${name}: ${value};`).join(" ")} ${boxes} }\n#pack-${at}, #pack-${at} * { page: pack-${at}; }`;
  };

  const remove = () => {
    if (!made) return;
    made.remove();
    made = null;
    root.classList.remove("with-pack");
  };

  const build = (items, settings) => {
    remove();
    made = element("div", undefined, "pack-document");
    const parts = items.map((item, i) => partOf(item, i + 1, settings.start));
    made.append(cover(items, settings), ...parts);
    document.body.append(made);
    pages.replaceSync(parts.map((part, i) => pageRule(part, i + 1)).join("\n"));
    root.classList.add("with-pack");
  };

  opas.packDocument = { load, build, remove };
})();
