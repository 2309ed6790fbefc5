// Puts the parts of a worksheet that is parted (per-sheet) on sheets: cards and
// slips to cut, several on a sheet, or papers for the wall, each on its own. A
// pack asks for as many sets as there are people or tables; the page of the
// worksheet prints a sheet full of them while nothing is filled in, and as its
// template.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const links = ["id", "for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"];

  // separate makes the ids and names below an element its own.
  opas.separate = (within, prefix) => {
    for (const one of within.querySelectorAll("*")) {
      for (const name of links) {
        if (one.hasAttribute(name)) one.setAttribute(name, one.getAttribute(name).trim().split(/\s+/).map((id) => prefix + id).join(" "));
      }
      if (one.hasAttribute("name")) one.setAttribute("name", prefix + one.getAttribute("name"));
      const href = one.getAttribute("href");
      if (href && href.startsWith("#")) one.setAttribute("href", "#" + prefix + href.slice(1));
    }
  };

  const element = (name, className) => {
    const made = document.createElement(name);
    made.className = className;
    return made;
  };

  // cutCount returns how many cards so many sets are, with those of as many more
  // sets as the last sheet has room for.
  opas.cutCount = (cards, perSheet, sets) => Math.max(1, Math.floor(Math.ceil((sets * cards) / perSheet) * perSheet / cards)) * cards;

  // cutSheets returns the sheets of so many sets of the cards.
  opas.cutSheets = (cards, perSheet, sets) => {
    const count = opas.cutCount(cards.length, perSheet, sets);
    const sheets = [];
    for (let i = 0; i < count; i++) {
      if (i % perSheet === 0) sheets.push(element("div", `cut-sheet per-${perSheet}`));
      const copy = cards[i % cards.length].cloneNode(true);
      opas.separate(copy, `${i + 1}-`);
      sheets.at(-1).append(copy);
    }
    return sheets;
  };

  const form = document.querySelector("form[data-per-sheet]");
  if (!form) return;
  let made = null;

  // cards are the sections of the form as it came: this script comes before those
  // that fill it.
  const cards = [];
  for (const one of form.children) {
    if (one.localName === "h2") cards.push(element("section", "cut-card"));
    if (cards.length) cards.at(-1).append(one.cloneNode(true));
  }

  const empty = () => [...form.elements].every((field) => (field.type === "radio" || field.type === "checkbox" ? !field.checked : !field.value));

  const make = () => {
    if (made || !(empty() || document.documentElement.matches(".print-blank"))) return;
    made = element("div", "cut-sheets worksheet");
    made.append(...opas.cutSheets(cards, Number(form.dataset.perSheet), 1));
    document.body.append(made);
    document.body.classList.add("with-cut");
  };
  window.addEventListener("beforeprint", make);
  window.addEventListener("afterprint", () => {
    if (made) made.remove();
    made = null;
    document.body.classList.remove("with-cut");
  });
})();
