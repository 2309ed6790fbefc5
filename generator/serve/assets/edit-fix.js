// What is wrong with the text, as the page beside it is told, and buttons that mend
// what the program knows how to.
(() => {
  const { words, replace } = preview.tools;
  const { acts } = preview.asking;
  const { file } = preview.own;
  const text = document.getElementById("text");
  const wrong = document.querySelector(".wrong");
  const list = wrong.firstElementChild;
  // What stands in a fix for the author's answer.
  const asked = "…";
  let fixes = [];
  let before = "";
  let told = "";

  function make(name, settings, ...inside) {
    const element = Object.assign(document.createElement(name), settings);
    element.append(...inside);
    return element;
  }

  // Fixes count in bytes, a text here in units of its own.
  function placed(fix) {
    const bytes = new TextEncoder().encode(text.value).subarray(0, fix.at);
    return { ...fix, at: new TextDecoder().decode(bytes).length };
  }

  // What is typed before a fix moves it; one that it changes doesn't fit any more.
  text.addEventListener("input", () => {
    const now = text.value;
    let start = 0;
    while (start < before.length && before[start] === now[start]) start++;
    for (const fix of fixes) if (fix.at > start) fix.at += now.length - before.length;
    before = now;
  });

  function mend(fix, answer = "") {
    const end = fix.at + fix.old.length;
    if (text.disabled || text.value.slice(fix.at, end) !== fix.old) return false;
    // Signs that could end the text around the answer.
    const said = answer.replace(/["\\]/g, "”").replace(/[[]/g, "(").replace(/]/g, ")").replace(/\|/g, "/");
    replace(text.value.slice(0, fix.at) + fix.new.replace(asked, () => said) + text.value.slice(end));
    fixes = fixes.filter((other) => other !== fix);
    return true;
  }

  const ask = (question) => new Promise((resolve) => {
    const input = make("input", { id: "answer", required: true, autocomplete: "off" });
    const cancel = make("button", { type: "button", textContent: words.close });
    const form = make("form", { method: "dialog" }, make("p", {}, make("label", { htmlFor: "answer", textContent: question }), input),
      make("p", { className: "acts" }, make("button", { className: "main", textContent: words.fix }), cancel));
    const dialog = make("dialog", { className: "ask", ariaLabel: question }, form);
    cancel.addEventListener("click", () => dialog.close());
    // While the dialog is open, nothing can be typed in the text.
    let said = "";
    form.addEventListener("submit", () => { said = input.value.trim(); });
    dialog.addEventListener("close", () => { dialog.remove(); resolve(said); });
    document.body.append(dialog);
    dialog.showModal();
  });

  // What a fix writes, or takes away, without the lines around it.
  function shown({ old, new: made }) {
    const other = (a, b) => a.split("\n").filter((line) => !b.split("\n").includes(line));
    const [line = made.trim(), ...more] = other(made, old);
    if (made.trim() === "") return `${words.fixRemove} ${old.trim()}`;
    return (old === made ? made : line).slice(0, 120) + (more.length || line.length > 120 ? " …" : "");
  }

  // The next problem that can be mended takes the focus, else the text.
  function next(from) {
    const all = [...list.querySelectorAll(".fix button")];
    (all[Math.min(from, all.length - 1)] || text).focus();
  }

  async function press(item, all) {
    const index = [...list.children].indexOf(item.element);
    const from = list.querySelectorAll(`li:nth-child(-n + ${index}) .fix button`).length;
    const { fix } = item;
    if (fix.old === fix.new) {
      acts.save();
      return;
    }
    const answer = fix.ask ? await ask(fix.ask) : "";
    if (fix.ask && !answer) return;
    const mended = all.filter((other) => mend(other.fix, answer));
    if (!mended.length) document.querySelector(".state").textContent = words.fixGone;
    for (const { element } of mended) element.remove();
    next(from);
  }

  function button(label, act, settings) {
    const element = make("button", { type: "button", textContent: label, ...settings });
    element.addEventListener("click", act);
    return element;
  }

  function problem(item, i, all) {
    const inFile = (item.place + ":").startsWith(file + ":");
    const plain = (words) => words.replaceAll("\u0001", "");
    const line = (name, words) => make("p", { className: name, textContent: plain(words) });
    const name = inFile && item.place.slice(file.length + 1) || item.place;
    const where = inFile ? button(name, () => preview.shown.goTo(item.line || 1)) : make(item.edit ? "a" : "span", { textContent: name });
    if (!inFile && item.edit) where.href = item.edit;
    item.element = make("li", {}, make("p", { className: "place" }, where), line("text", item.text), ...item.hint ? [line("hint", item.hint)] : []);
    if (!inFile || !item.fix) return item.element;
    item.fix = placed(item.fix);
    fixes.push(item.fix);
    const what = shown(item.fix);
    const row = make("p", { className: "fix" }, button(words.fix, () => press(item, [item]), { ariaLabel: `${words.fix}: ${what}` }), " → ", make("code", { textContent: what }));
    const kind = all.filter((other) => other.fix?.rule === item.fix.rule && other.place.startsWith(file + ":") && !other.fix.ask);
    if (kind.length > 1 && kind[0] === item) {
      const label = `${words.fixAll} (${kind.length})`;
      row.append(" ", button(label, () => press(item, kind.filter(({ element }) => element.isConnected)), { ariaLabel: `${label}: ${plain(item.text)}` }));
    }
    item.element.append(row);
    return item.element;
  }

  addEventListener("message", (event) => {
    if (event.source !== preview.shown.frame.contentWindow || event.origin !== location.origin || !event.data?.view) return;
    const { faults, warnings, page } = event.data.view;
    if (page?.source === file) document.querySelector("h1").firstChild.data = page.title + " ";
    const all = [...faults.items || [], ...warnings.items || []];
    // What stays the same isn't made again under the author's hands.
    const now = JSON.stringify([all, text.value]);
    if (now === told) return;
    told = now;
    const inside = list.contains(document.activeElement);
    const from = [...list.querySelectorAll(".fix button")].indexOf(document.activeElement);
    fixes = [];
    before = text.value;
    wrong.hidden = all.length === 0;
    list.replaceChildren(...all.map(problem));
    if (inside) next(Math.max(0, from));
  });
})();
