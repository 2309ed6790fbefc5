// Puts many pages of the site into this one, after a title and a list of
// contents whose page numbers come later: see number in book.go. The pages
// keep their styles. Their ids and the links between them get the chapter's
// number, so that no two are the same.
(async (book) => {
  "use strict";

  const { title, contents, chapters } = book;
  const main = document.createElement("main");
  const styles = new Set();
  const addresses = new Map(chapters.map(({ address }, i) => [new URL(address, document.baseURI).href, i]));

  const element = (name, className, ...inside) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...inside);
    return made;
  };

  // open returns a page whose addresses are whole.
  const open = async (address) => {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    for (const name of ["href", "src"]) {
      for (const one of page.querySelectorAll(`[${name}]`)) one.setAttribute(name, new URL(one.getAttribute(name), address).href);
    }
    return page;
  };

  // What is of use on a screen alone, or in a list of contents.
  const left = ".breadcrumbs, .page-tools, .tools, .pack-add, .neighbours, .related, .topics, .updated, .contents, .pages, script, template, [hidden]";
  const renamed = ["id", "for", "aria-labelledby", "aria-describedby", "headers"];

  // lead turns links into those that lead within the document.
  const lead = (link) => {
    const [address, fragment] = link.getAttribute("href").split("#");
    const chapter = addresses.get(address.split("?")[0]);
    if (chapter !== undefined) link.setAttribute("href", `#c${chapter}${fragment ? `-${decodeURIComponent(fragment)}` : ""}`);
    // Whole addresses are written out on paper: those of other sites alone.
    else if (link.origin === location.origin) link.setAttribute("href", link.pathname + link.search + link.hash);
  };

  // lower puts the headings of a chapter below those of what it is in.
  const lower = (chapter, by) => {
    for (const heading of chapter.querySelectorAll("h1, h2, h3, h4, h5")) heading.setAttribute("aria-level", Math.min(6, Number(heading.tagName[1]) + by));
  };

  const chapter = async ({ address, level }, i) => {
    const page = await open(new URL(address, document.baseURI).href);
    for (const sheet of page.querySelectorAll("link[rel=stylesheet]")) styles.add(sheet.getAttribute("href"));
    const text = page.querySelector("main");
    for (const one of text.querySelectorAll(left)) one.remove();
    for (const name of renamed) {
      for (const one of text.querySelectorAll(`[${name}]`)) one.setAttribute(name, one.getAttribute(name).split(/\s+/).map((id) => `c${i}-${id}`).join(" "));
    }
    text.querySelectorAll("a[href]").forEach(lead);
    lower(text, level - 1);
    const made = element("article", `${page.body.className} book-level-${level}`, ...text.childNodes);
    made.id = `c${i}`;
    return made;
  };

  const line = ({ title, level }, i) => {
    const link = element("a", "", title);
    link.href = `#c${i}`;
    return element("li", `book-level-${level}`, link, element("span", "book-dots"), element("span", "book-number", "000"));
  };

  const list = element("nav", "book-contents", element("h2", "", contents), element("ol", "", ...chapters.map(line)));
  list.querySelector("h2").setAttribute("aria-level", "1");
  main.append(element("h1", "book-title", title), list);
  for (const [i, one] of chapters.entries()) main.append(await chapter(one, i));

  document.querySelectorAll("link[rel=stylesheet]").forEach((sheet) => sheet.remove());
  const loaded = [...styles].map((href) => new Promise((done) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = href;
    sheet.onload = sheet.onerror = done;
    document.head.append(sheet);
  }));
  document.title = title;
  document.documentElement.dataset.footer = title;
  document.body.className = "book";
  document.body.replaceChildren(main);
  const look = new CSSStyleSheet();
  look.replaceSync(`
    .book-title { font-size: 28pt; margin-block: 60mm 0; break-after: page; }
    .book-contents ol { list-style: none; padding: 0; }
    .book-contents li { display: flex; gap: 2mm; align-items: baseline; break-inside: avoid; margin-block: .6mm; }
    .book-contents .book-level-1 { font-weight: bold; margin-block-start: 3mm; break-after: avoid; }
    .book-contents .book-level-3 { padding-inline-start: 5mm; }
    .book-dots { flex: 1; border-block-end: .5pt dotted #aaa; }
    .book-number { inline-size: 8mm; text-align: end; }
    article:is(.book-level-1, .kind-question, .kind-session, .kind-step, .kind-worksheet) { break-before: page; }
    article + article { margin-block-start: 10mm; }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, look];
  await Promise.all(loaded);
  await document.fonts.ready;
  return true;
})
