// What was written in Word or its kin becomes Markdown where it is pasted or dropped,
// or chosen by a button. What is left out is told over the text.
preview.word = (() => {
  const { words, replace } = preview.tools;
  const { ask, inTurn } = preview.asking;
  const text = document.getElementById("text");
  const state = document.querySelector(".state");
  const notice = document.querySelector(".notice.word");
  const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const chooser = Object.assign(document.createElement("input"), { type: "file", accept: ".docx" });
  // The program reads no more, and says so.
  const most = 26e6;

  async function read(body, type, more) {
    const query = new URLSearchParams({ file: preview.own.file, ...more });
    const answer = await fetch("/.preview/word?" + query, { method: "POST", headers: { "Content-Type": type }, body });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  // Only a look that Markdown has is worth asking for: editors of code copy colours.
  const looks = /<(h[1-6]|li|table|blockquote|pre|img|sup|b|strong|i|em|br|a\s[^>]*href)[\s>=]|mso-list|font-weight: ?(bold|[67]00)|<p[\s>][^]*<p[\s>]/i;

  const frontOf = (whole) => /^\+\+\+\n[^]*?\n\+\+\+(?=\n|$)/.exec(whole)?.[0].length || 0;
  const nextNote = (whole) => Math.max(0, ...[...whole.matchAll(/\[\^(\d{1,6})\]/g)].map((mark) => Number(mark[1]))) + 1;

  // Blocks stand between empty lines; words alone go where the cursor is.
  function between(before, made, after) {
    made = made.trimEnd();
    const inLine = /[^\n]$/.test(before) || /^[^\n]/.test(after);
    if (inLine && !made.includes("\n") && !/^(#|[->|]|\d+[.)] |!\[|```)/.test(made)) return before + made + after;
    const head = before === "" || /\n\n$/.test(before) ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const tail = after.trim() === "" ? "\n" : "\n\n";
    return before + head + made + tail + after.replace(/^\n+/, "");
  }

  // An empty page takes the title of the document, too.
  async function insert(body, type) {
    const front = frontOf(text.value);
    const empty = text.value.slice(front).trim() === "";
    state.textContent = words.wordBusy;
    text.readOnly = true;
    let made, old, whole, at;
    try {
      made = await read(body, type, { notes: nextNote(text.value), ...empty && front && { title: 1 } });
      old = text.value;
      const start = Math.max(text.selectionStart, front);
      const end = Math.max(text.selectionEnd, front);
      const after = empty ? "" : old.slice(end);
      whole = between(old.slice(0, empty ? front : start), made.text, after);
      at = whole.length - after.replace(/^\n+/, "").length;
      if (made.title) {
        const titled = (await ask("set", { text: whole, key: "title", value: [made.title] })).text;
        [at, whole] = [at + titled.length - whole.length, titled];
      }
    } finally {
      text.readOnly = false;
      text.dispatchEvent(new Event("input"));
    }
    text.focus();
    replace(whole);
    text.setSelectionRange(at, at);
    tell(made.left, () => replace(old));
  }

  function tell(left, undo) {
    const line = Object.assign(document.createElement("p"), { textContent: words.wordLeft });
    const list = document.createElement("ul");
    list.append(...left.map(({ text: what, where }) => {
      const item = Object.assign(document.createElement("li"), { textContent: what });
      if (where?.length) item.append(": ", Object.assign(document.createElement("q"), { textContent: where.join(" · ") }));
      return item;
    }));
    const acts = Object.assign(document.createElement("p"), { className: "acts" });
    for (const [label, act] of [[words.wordUndo, undo], [words.close, () => {}]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
      button.addEventListener("click", () => { notice.hidden = true; act(); text.focus(); });
      acts.append(button);
    }
    notice.replaceChildren(line, list, acts);
    notice.hidden = left.length === 0;
  }

  const bring = (file) => inTurn(() => insert(file.slice(0, most), docx));

  // Control, Shift and V paste the words alone, as everywhere.
  let plain = false;
  addEventListener("keydown", (event) => { plain = event.shiftKey && event.key.toLowerCase() === "v"; });
  addEventListener("keyup", () => { plain = false; });
  text.addEventListener("paste", (event) => {
    const html = event.clipboardData.getData("text/html");
    const whole = text.value;
    if (plain || text.readOnly || !html || text.selectionStart < frontOf(whole) || !looks.test(html)) return;
    event.preventDefault();
    inTurn(() => insert(html, "text/html"));
  });
  document.addEventListener("drop", (event) => {
    const file = [...event.dataTransfer?.files || []].find((one) => /\.docx$/i.test(one.name));
    if (!file || text.disabled || text.readOnly) return;
    event.preventDefault();
    bring(file);
  });
  document.querySelector("[data-do=word]").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    if (chooser.files[0] && !text.disabled) bring(chooser.files[0]);
    chooser.value = "";
  });
  return { read, docx };
})();
