// What the preview shows over the page: faults, warnings, the bar and a note. It
// has a shadow tree with a style of its own, so that neither style affects the
// other. Texts are inserted as text, never as HTML.
preview.layer = (() => {
  let words = {};
  let view = null;
  const framed = parent !== window && parent.location.pathname === "/.preview/edit";
  let closed = ""; // the faults that the author has closed, as text

  function make(name, properties, ...inside) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside.filter((child) => child));
    return element;
  }

  // Each second piece between marks is code (codeMark in view.go).
  function worded(text) {
    return text.split("\u0001").map((piece, i) => i % 2 ? make("code", { textContent: piece }) : piece);
  }

  const host = make("preview-layer");
  const root = host.attachShadow({ mode: "open" });
  const layer = make("div", { className: "layer", hidden: true });
  const style = make("link", { rel: "stylesheet", href: "/.preview/preview.css" });
  const faults = make("section", { className: "faults", hidden: true, tabIndex: -1 });
  const alarm = make("div", { className: "alarm" });
  const warnings = make("section", { className: "warnings", hidden: true, id: "warnings" });
  const bar = make("div", { className: "bar", hidden: true });
  const note = make("p", { className: "note", hidden: true });
  alarm.setAttribute("role", "alert");
  note.setAttribute("role", "status");
  bar.setAttribute("role", "group");
  style.addEventListener("load", () => { layer.hidden = false; });
  layer.append(faults, make("div", { className: "corner" }, warnings, note, bar));
  root.append(style, layer);

  function problem(item) {
    const line = item.mark && make("pre", {},
      make("span", { className: "number", textContent: item.line }),
      item.before || "", make("mark", { textContent: item.mark }), item.after || "");
    const where = item.source ? make("a", { href: item.source, textContent: item.place }) : item.place;
    return make("li", {},
      item.place && make("p", { className: "place" }, where, item.edit && make("a", { href: item.edit, target: "_top", textContent: words.edit }), opener(item.source, item.line ? "#L" + item.line : "")),
      make("p", { className: "text" }, ...worded(item.text)),
      line,
      item.hint && make("p", { className: "hint" }, ...worded(item.hint)));
  }

  function problems(list) {
    return [make("ol", { className: "problems" }, ...list.items.map(problem)), list.more && make("p", { textContent: list.more })].filter(Boolean);
  }

  function button(text, action, properties) {
    const element = make("button", { type: "button", textContent: text, ...properties });
    element.addEventListener("click", action);
    return element;
  }

  // A button that opens a source file where the author writes.
  function opener(source) {
    if (!words.open || !source) return null;
    return button(words.open, (event) => open(new URL(source, location.href).search, words.failed, (text) => say(event.target, text)), { className: "open" });
  }

  async function open(query, failed, tell) {
    let text = "";
    try {
      const answer = await fetch("/.preview/open" + query, { method: "POST" });
      if (!answer.ok) text = answer.status === 500 ? await answer.text() : failed;
    } catch {
      text = failed;
    }
    tell(text);
  }

  async function quit(event) {
    const answer = await fetch("/.preview/stop", { method: "POST" }).catch(() => null);
    const text = answer ? await answer.text() : words.stopped;
    if (answer?.ok) words.stopped = text;
    else say(event.target, text);
  }

  function say(beside, text) {
    beside.parentNode.querySelector(".failed")?.remove();
    if (text) beside.after(make("span", { className: "failed", role: "alert", textContent: text }));
  }

  function showFaults() {
    const list = view.faults;
    const appears = faults.hidden;
    const same = JSON.stringify(list) === closed;
    if (!same) closed = "";
    faults.hidden = !list.items || same || "plain" in preview.own;
    if (faults.hidden) {
      faults.replaceChildren();
      return;
    }
    const title = make("h2", { id: "count", textContent: list.count });
    alarm.replaceChildren(title, make("p", { textContent: words.mend }));
    faults.setAttribute("aria-labelledby", "count");
    const top = make("div", { className: "top" }, alarm, button(words.close, closeFaults, { className: "close" }));
    faults.replaceChildren(top, ...problems(list));
    if (appears) faults.scrollTop = 0;
  }

  function closeFaults() {
    closed = JSON.stringify(view?.faults);
    faults.hidden = true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    closeFaults();
    if (!warnings.hidden) toggleWarnings();
  });

  function toggleWarnings() {
    warnings.hidden = !warnings.hidden;
    bar.querySelector(".count")?.setAttribute("aria-expanded", String(!warnings.hidden));
  }

  const folded = () => sessionStorage.getItem("preview folded") === "yes";

  function fold() {
    sessionStorage.setItem("preview folded", folded() ? "no" : "yes");
    showBar();
    bar.querySelector(".fold")?.focus();
  }

  function showBar() {
    const { page, source, warnings: list } = view;
    const parts = [];
    if (page.draft) parts.push(make("strong", { className: "draft", textContent: words.draft }));
    if (!folded()) {
      if (source) parts.push(make("a", { className: "source", href: source, title: words.source + ": " + page.source, textContent: page.source.split("/").pop() }));
      if (view.edit) {
        parts.push(make("a", { className: "edit", href: view.edit, textContent: words.edit }));
        parts.push(make("a", { className: "edit", href: view.edit + "#new", textContent: words.new }));
      }
      if (source) parts.push(opener(source));
      if (list.items) parts.push(countButton(list));
      if (words.publish) parts.push(make("a", { className: "publish", href: "/.preview/publish", textContent: words.publish }));
    }
    bar.setAttribute("aria-label", words.bar);
    if (words.settings && !folded()) parts.push(make("a", { className: "edit", href: words.settingsAddress, textContent: words.settings }));
    if (words.choose && !folded()) parts.push(make("a", { className: "edit", href: "/.preview/start", textContent: words.choose }));
    if (words.quit && !folded()) parts.push(button(words.quit, quit, { className: "quit" }));
    bar.hidden = !page.source && !page.draft && !words.quit;
    const label = folded() ? words.unfold : words.fold;
    parts.push(button(folded() ? "✎" : "×", fold, { className: "fold", ariaLabel: label, title: label }));
    bar.replaceChildren(...parts.filter(Boolean));
    warnings.hidden = warnings.hidden || !list.items || folded();
    warnings.replaceChildren(...list.items ? problems(list) : []);
    document.documentElement.style.scrollPaddingBottom = bar.hidden ? "" : "4rem";
  }

  function countButton(list) {
    const element = button(list.count, toggleWarnings, { className: "count" });
    element.setAttribute("aria-controls", "warnings");
    element.setAttribute("aria-expanded", String(!warnings.hidden));
    return element;
  }

  // The bar hides where it covers the element that has the focus.
  document.addEventListener("focusin", (event) => {
    const under = event.target.getBoundingClientRect();
    const over = bar.getBoundingClientRect();
    const covered = event.target !== host && under.bottom > over.top && under.top < over.bottom && under.right > over.left && under.left < over.right;
    bar.classList.toggle("away", covered);
  });

  // A page of a source has a button, too.
  for (const element of document.querySelectorAll("[data-open]")) {
    element.addEventListener("click", () => open(new URL(element.dataset.open, location.href).search, element.dataset.failed,
      (text) => { element.nextElementSibling.textContent = text; }));
  }

  document.documentElement.append(host);

  return {
    speak(given) { words = given; },
    show(given) {
      // The editor around the page shows it in a place of its own.
      if (framed) {
        parent.postMessage({ view: given }, location.origin);
        return;
      }
      view = given;
      showBar();
      showFaults();
    },
    // Only a preview that was there can have stopped.
    lost() {
      note.hidden = !words.stopped;
      note.textContent = words.stopped || "";
    },
    found() { note.hidden = true; },
  };
})();
