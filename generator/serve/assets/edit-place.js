// The page beside the text shows the place of the cursor, and a problem leads to
// its line.
preview.shown = (() => {
  const frame = document.querySelector("iframe");
  const text = document.getElementById("text");
  const blocks = "main h1, main h2, main h3, main h4, main p, main li, main td, main th, main dt, main dd, main legend, main label";
  const bare = (part) => part.replace(/\]\([^)]*\)|\{[^}]*\}|&\w+;/g, "").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const enough = 40;

  // The blocks of a page with their words, which don't change until another is
  // loaded: a long page has thousands.
  let known = { page: null, all: [] };
  function blocksOf(page) {
    if (known.page !== page) known = { page, all: [...page.querySelectorAll(blocks)].map((element) => [element, bare(element.textContent)]) };
    return known.all;
  }

  // The line of the cursor, or the nearest above it that the page shows.
  function find(page) {
    const { value, selectionStart: at } = text;
    const end = value.indexOf("\n", at);
    const lines = value.slice(Math.max(0, Math.min(at - 4000, value.lastIndexOf("\n", at - 1))), end < 0 ? value.length : end).split("\n");
    const line = lines.pop();
    const all = blocksOf(page);
    for (const part of [line, ...lines.reverse().slice(0, 20)]) {
      const words = bare(part).slice(0, enough);
      const found = words && all.findLast(([, content]) => content.includes(words));
      if (found) return found[0];
    }
  }

  let soon = 0;
  function follow() {
    clearTimeout(soon);
    soon = setTimeout(show, 100);
  }

  function show() {
    const page = frame.contentDocument;
    const block = page && find(page);
    if (!block) return;
    const { top, bottom } = block.getBoundingClientRect();
    if (top < 0 || bottom > frame.contentWindow.innerHeight) block.scrollIntoView({ block: "center", behavior: "instant" });
  }

  function goTo(line) {
    const start = text.value.split("\n").slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
    const end = text.value.indexOf("\n", start);
    text.focus();
    text.setSelectionRange(start, end < 0 ? text.value.length : end);
    text.scrollTop = Math.max(0, text.scrollHeight * (line - 4) / text.value.split("\n").length);
  }

  // The tabulator passes the page by; a button and a key lead into it, the key back.
  function cross(event) {
    if (event.key !== "F6") return;
    event.preventDefault();
    (document.activeElement === frame ? text : frame).focus();
  }

  document.addEventListener("keydown", cross);
  document.querySelector("[data-do=skip]").addEventListener("click", () => frame.focus());
  frame.addEventListener("load", () => {
    frame.contentDocument?.addEventListener("keydown", cross);
    known = { page: null, all: [] };
    show();
  });
  return { follow, goTo, frame };
})();
