// Lets who reads a page as a file write comments on it, and save them as a file to
// be sent back. Nothing leaves the file by itself. Texts are inserted as text.
(() => {
  "use strict";
  const { words, ...about } = JSON.parse(document.getElementById("reading").textContent);
  const main = document.querySelector("main") || document.body;
  const key = "reading " + about.file + " " + about.sum;
  let kept = { name: "", comments: [] };
  try {
    kept = { ...kept, ...JSON.parse(localStorage.getItem(key)) };
  } catch {
    // The browser keeps nothing.
  }
  let saved = true;
  let place = { section: "", heading: "", quote: "" };

  function make(name, properties, ...inside) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside.filter((child) => child));
    return element;
  }

  const headings = [...main.querySelectorAll(":is(h1, h2, h3, h4)")];
  const title = (heading) => heading ? heading.textContent.replaceAll("\u00ad", "").trim() : about.title;
  const idOf = (heading) => heading?.id || heading?.closest("section[id]")?.id || "";

  function choose(heading, quote) {
    place = { section: idOf(heading), heading: title(heading), quote: quote.slice(0, 500) };
    where.replaceChildren(words.on + " " + place.heading, place.quote ? make("blockquote", { textContent: place.quote }) : "");
  }

  // What is marked in the text, with the heading above it.
  document.addEventListener("selectionchange", () => {
    const marked = getSelection();
    const text = String(marked).replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
    if (!text || !marked.anchorNode || !main.contains(marked.anchorNode) || form.contains(marked.anchorNode)) return;
    choose(headings.findLast((heading) => heading.compareDocumentPosition(marked.getRangeAt(0).startContainer) & Node.DOCUMENT_POSITION_FOLLOWING), text);
  });

  const where = make("p", { id: "reading-where" });
  const list = make("ol");
  const state = make("p");
  state.setAttribute("role", "status");
  const text = make("textarea", { id: "reading-text", rows: 4, maxLength: 5000 });
  const name = make("input", { id: "reading-name", maxLength: 100, autocomplete: "name", value: kept.name });
  text.setAttribute("aria-describedby", "reading-where");
  const add = make("button", { type: "button", textContent: words.add });
  const save = make("button", { type: "button", textContent: words.save });
  const form = make("section", { className: "reading" }, make("h2", { id: "reading-title", textContent: words.title }), make("p", { textContent: words.how }), where,
    make("label", { htmlFor: "reading-text", textContent: words.comment }), text, make("div", { className: "acts" }, add),
    list, make("label", { htmlFor: "reading-name", textContent: words.name }), name, make("div", { className: "acts" }, save), state);
  form.setAttribute("aria-labelledby", "reading-title");

  function keep() {
    saved = kept.comments.length === 0;
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // It is asked before the page is closed.
    }
  }

  function show() {
    list.replaceChildren(...kept.comments.map((comment, i) => {
      const remove = make("button", { type: "button", textContent: words.remove, ariaLabel: words.remove + ": " + comment.text.slice(0, 60) });
      remove.addEventListener("click", () => { kept.comments.splice(i, 1); keep(); show(); text.focus(); });
      return make("li", {}, make("b", { textContent: comment.heading }), comment.quote && make("blockquote", { textContent: comment.quote }), make("p", { textContent: comment.text }), remove);
    }));
  }

  add.addEventListener("click", () => {
    if (!text.value.trim()) { text.focus(); return; }
    kept.comments.push({ ...place, text: text.value.trim() });
    text.value = "";
    keep();
    show();
    state.textContent = words.added;
    text.focus();
  });
  name.addEventListener("input", () => { kept.name = name.value; keep(); });
  save.addEventListener("click", () => {
    if (text.value.trim()) add.click();
    const whole = JSON.stringify({ kind: "sparrausopas-comments", ...about, name: name.value.trim(), comments: kept.comments }, null, 1);
    const link = make("a", { href: URL.createObjectURL(new Blob([whole], { type: "application/json" })), download: words.file + ".json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    saved = true;
    state.textContent = words.saved;
  });
  addEventListener("beforeunload", (event) => { if (!saved || text.value.trim()) event.preventDefault(); });

  for (const heading of headings) {
    const button = make("button", { type: "button", className: "comment", textContent: words.here, ariaLabel: words.here + ": " + title(heading) });
    button.addEventListener("click", () => { choose(heading, ""); text.focus(); form.scrollIntoView(); });
    heading.after(button);
  }
  document.body.append(form);
  choose(headings[0], "");
  show();
})();
