// Opens the source, keeps what is typed and saves it. What the program knows is
// kept there; what it doesn't, because it has stopped, in this browser.
(() => {
  const { words } = preview.tools;
  const { file } = preview.own;
  const text = document.getElementById("text");
  const state = document.querySelector(".state");
  const notice = document.querySelector(".notice");
  // What this browser keeps, by the guide: others may be shown at the same address.
  let here = "";
  // What was opened or saved last, and the unsaved text that the program has.
  let saved = { text: "", version: "" };
  let kept = null;

  async function ask(what, more) {
    const answer = await fetch("/.preview/edit", {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ do: what, file, ...more }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  const say = (message) => { state.textContent = message; };
  const isSaved = () => text.value === saved.text;

  // One request at a time, in the order of what was done.
  let last = Promise.resolve();
  function inTurn(step) {
    last = last.then(step).catch((error) => {
      // Without an answer the program has stopped; one that began anew refuses.
      const held = hold();
      say(error instanceof TypeError ? (held ? words.offline : words.lost) : error.message);
    });
    return last;
  }

  // A browser may refuse to keep anything, or have no room.
  function hold() {
    try {
      if (here && !isSaved()) localStorage.setItem(here, JSON.stringify({ text: text.value, version: saved.version }));
      return true;
    } catch {
      return false;
    }
  }

  function held() {
    try {
      return JSON.parse(localStorage.getItem(here) || "null");
    } catch {
      return null;
    }
  }

  function drop() {
    try {
      localStorage.removeItem(here);
    } catch {
      // Nothing was kept.
    }
  }

  async function keep() {
    if (here === "" || text.value === (kept ?? saved.text)) return;
    const typed = text.value;
    const { other } = await ask("keep", { text: typed, version: saved.version, before: kept ?? "" });
    kept = typed === saved.text ? null : typed;
    drop();
    say(other ? words.other : isSaved() ? words.saved : words.kept);
  }

  async function save() {
    if (here === "") return;
    const typed = text.value;
    const done = await ask("save", { text: typed, version: saved.version, before: kept ?? "" });
    drop();
    if (!done.saved) {
      conflict(done);
      return;
    }
    kept = null;
    saved = done;
    quiet();
    say(isSaved() ? words.saved : words.unsaved);
  }

  // The lines that are others by way of the keyboard, so that undo takes them back.
  function put(whole) {
    preview.tools.replace(whole);
    text.focus();
    text.setSelectionRange(0, 0);
    text.scrollTop = 0;
  }

  function tell(message, ...inside) {
    const line = document.createElement("p");
    line.textContent = message;
    notice.replaceChildren(line, ...inside);
    notice.hidden = false;
  }

  function choices(...list) {
    const line = document.createElement("p");
    line.className = "acts";
    for (const [label, act] of list) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: label });
      button.addEventListener("click", () => { act(); text.focus(); });
      line.append(button);
    }
    return line;
  }

  const quiet = () => { notice.hidden = true; };

  // The file is another than the one that was opened: both texts stay, and the
  // author says which is to be the page's.
  function conflict(theirs) {
    const lines = document.createElement("pre");
    // Who puts the texts together sees meanwhile where they differ.
    const alone = () => notice.lastElementChild.replaceWith(choices([words.close, quiet]));
    lines.className = "lines";
    lines.tabIndex = 0;
    preview.lines.show(lines, theirs.text, text.value);
    saved = theirs;
    tell(theirs.gone ? words.gone : words.conflict, lines, theirs.gone ? choices([words.remake, () => inTurn(save)]) : choices([words.mine, () => inTurn(save)], [words.theirs, () => { put(theirs.text); quiet(); }], [words.both, alone]));
    say(words.unsaved);
  }

  async function open() {
    const found = await ask("open");
    saved = { text: found.text, version: found.version, gone: found.gone };
    here = "unsaved " + found.guide + " " + file;
    const local = held();
    const unsaved = local || found.unsaved !== undefined && { text: found.unsaved, version: found.unsavedVersion };
    kept = found.unsaved ?? null;
    text.value = unsaved ? unsaved.text : found.text;
    text.disabled = false;
    text.focus();
    // What is typed at once goes below the front matter.
    const start = preview.tools.below();
    text.setSelectionRange(start, start);
    text.scrollTop = 0;
    const line = /^#L([1-9]\d*)$/.exec(location.hash);
    if (line) preview.shown.goTo(Number(line[1]));
    if (!unsaved || isSaved()) return;
    if (unsaved.version !== saved.version) conflict(saved);
    else tell(words.earlier, choices([words.discard, () => { put(saved.text); quiet(); }], [words.close, quiet]));
    if (local) await keep();
  }

  let soon = 0;
  text.addEventListener("input", () => {
    say(isSaved() ? words.saved : words.unsaved);
    clearTimeout(soon);
    soon = setTimeout(() => inTurn(keep), 300 + text.value.length / 1000); // a long text takes long to show
  });
  for (const event of ["keyup", "click"]) text.addEventListener(event, preview.shown.follow);
  document.addEventListener("visibilitychange", () => inTurn(keep));
  addEventListener("beforeunload", (event) => {
    if (here && text.value !== (kept ?? saved.text)) event.preventDefault();
  });

  const acts = { save: () => inTurn(save) }; // by a button's data-do; other files add theirs
  document.addEventListener("click", (event) => acts[event.target.dataset?.do]?.());
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    acts.save();
  });

  inTurn(open);
  // Who does something else with the page wants its text to be saved.
  const settle = async () => { if (!isSaved()) await save(); };
  preview.asking = { ask, inTurn, put, acts, save: settle };
})();
