// Readies a page of the site for its PDF. It is run in the page, with the words
// for a row ("rivi {number}") and whether links to other pages lead anywhere
// from where the PDF will be.
//
// Each control of a worksheet gives way to a link to https://field.invalid/N,
// which Chromium prints with its place on the paper and in the tag tree. What
// the Nth is to be is returned: see type control in form.go. A field says what
// it is by data-form, as in the theme's worksheet-fields.js.
((rowWord, linked, fields) => {
  "use strict";

  const controls = [];
  const clean = (text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const all = (element, selector) => [...element.querySelectorAll(selector)];

  const exchange = (old, kind, lines, control) => {
    const link = document.createElement("a");
    link.href = `https://field.invalid/${controls.length}`;
    link.className = `pdf-field pdf-${kind}`;
    link.style.setProperty("--lines", lines);
    controls.push({ kind, lines, option: "", group: "", ...control });
    old.replaceWith(link);
  };

  const labelOf = (element) => clean(element.querySelector("label, legend, caption").textContent);

  const typed = (selector, kind) => (element, name) => {
    const old = element.querySelector(selector);
    exchange(old, kind, old.rows || 1, { name, label: labelOf(element) });
  };

  const boxes = (kind, named) => (element, name) => {
    all(element, "input").forEach((box, i) => {
      const own = named ? `${name}/${i + 1}` : name;
      exchange(box, kind, 1, { name: own, label: clean(box.closest("label").textContent), option: clean(box.value), group: labelOf(element) });
    });
  };

  const rows = (element, name) => {
    const columns = all(element, "th[data-column]");
    all(element, "tbody tr").forEach((row, r) => {
      all(row, "textarea").forEach((cell, c) => {
        const label = `${clean(columns[c].textContent)}, ${rowWord.replace("{number}", r + 1)}`;
        exchange(cell, "cell", cell.rows, { name: `${name}/${r + 1}/${columns[c].dataset.column}`, label });
      });
    });
  };

  const forms = {
    text: typed("textarea", "answer"),
    date: typed("input", "date"),
    choice: boxes("radio", false),
    scale: boxes("radio", false),
    list: boxes("box", true),
    rows,
  };

  const here = location.href.split("#")[0];
  for (const link of linked ? [] : [...document.links]) {
    if (link.origin === location.origin && link.href.split("#")[0] !== here) link.removeAttribute("href");
  }
  if (fields) {
    for (const element of all(document, "form.worksheet .field")) {
      const { form, name } = element.dataset;
      if (!Object.hasOwn(forms, form)) throw new Error(`fields.js has no form "${form}", which the field "${name}" wants`);
      forms[form](element, name);
    }
  }
  // A soft hyphen where no line ends is one in a PDF, too: words with them
  // aren't found, nor read as words. Only narrow places need them.
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (!text.parentElement.closest("td, th, .card-face")) text.data = text.data.replaceAll("\u00ad", "");
  }

  const style = new CSSStyleSheet();
  style.replaceSync(`
    .pdf-field { display: block; break-inside: avoid; text-decoration: none; }
    .pdf-field.pdf-field::after { content: none !important; }
    .pdf-answer, .pdf-cell { block-size: calc(var(--lines) * var(--ruled, 8.5mm)); }
    .field > label:has(~ .pdf-answer) { float: none !important; padding: 0 !important; }
    td:has(> .pdf-cell) { padding: 0 !important; }
    .pdf-date { inline-size: 50mm; block-size: 8.5mm; }
    .pdf-box, .pdf-radio { flex: none; display: inline-block; align-self: center; inline-size: 4.5mm; block-size: 4.5mm; }
    .option > .pdf-field { align-self: start; margin-block-start: .4mm; }
    .pdf-answer ~ .lines, .pdf-date ~ .lines { display: none; }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return document.fonts.ready.then(() => ({ controls, links: [...document.links].filter((link) => !link.matches(".pdf-field")).map((link) => ({ address: link.href, text: clean(link.textContent) })) }));
})
