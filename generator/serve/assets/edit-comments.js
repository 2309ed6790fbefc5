// Shows the comments of a file that a reader has sent back beside their places.
// The file may be from anybody: what isn't a comment is passed over, and texts are
// inserted as text.
(() => {
  const words = JSON.parse(preview.own.words);
  const text = document.getElementById("text");
  const acts = document.querySelector("header .acts");
  const notice = document.querySelector(".notice");
  const mostBytes = 1 << 20;
  const mostComments = 200;

  const make = (name, properties, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside.filter((child) => child));
    return element;
  };
  const input = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  const button = make("button", { type: "button", textContent: words.comments });
  button.addEventListener("click", () => input.click());
  acts.querySelector("a").before(button, input);

  const line = (value, most) => typeof value === "string" ? value.slice(0, most) : "";

  // What a file says, or nothing if it has no comments.
  function read(whole) {
    try {
      const { kind, file, name, comments } = JSON.parse(whole);
      if (kind !== "sparrausopas-comments" || !Array.isArray(comments)) return null;
      const list = comments.slice(0, mostComments).map((c) => ({ section: line(c?.section, 200), heading: line(c?.heading, 300), quote: line(c?.quote, 500), text: line(c?.text, 5000) }));
      return { file: line(file, 500), name: line(name, 100), comments: list.filter((c) => c.text) };
    } catch {
      return null;
    }
  }

  // The line of the text where a comment belongs: that of what it quotes, else that
  // of its heading, else the first.
  function lineOf({ quote, heading }) {
    const bare = (part) => part.replace(/\]\([^)]*\)|\{[^}]*\}/g, "").replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
    const lines = text.value.split("\n").map(bare);
    for (const part of [bare(quote).slice(0, 40), bare(heading)]) {
      const at = part ? lines.findIndex((one) => one.includes(part)) : -1;
      if (at >= 0) return at + 1;
    }
    return 1;
  }

  function go(comment) {
    preview.shown.goTo(lineOf(comment));
    preview.shown.frame.contentDocument?.getElementById(comment.section)?.scrollIntoView();
  }

  function show(found) {
    const other = found && found.file !== preview.own.file;
    const items = (found?.comments || []).map((comment) => {
      const where = make("button", { type: "button", textContent: comment.heading || words.text });
      where.addEventListener("click", () => go(comment));
      return make("li", {}, where, comment.quote && make("blockquote", { textContent: comment.quote }), make("p", { textContent: comment.text }));
    });
    const close = make("button", { type: "button", textContent: words.close });
    close.addEventListener("click", () => { notice.hidden = true; text.focus(); });
    const head = found ? words.comments + ": " + items.length + (found.name ? ", " + found.name : "") : words.noComments;
    notice.replaceChildren(make("p", { textContent: head }), other ? make("p", { textContent: words.otherPage + " " + found.file }) : "", make("ol", {}, ...items), make("p", { className: "acts" }, close));
    notice.hidden = false;
    notice.querySelector("button").focus();
  }

  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) show(file.size > mostBytes ? null : read(await file.text()));
    input.value = "";
  });
})();
