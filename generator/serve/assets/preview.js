// The preview of a page while its author writes. It stands in every page as
//
//   <script src="/.preview/preview.js" data-version="…" defer></script>
//
// and listens to /.preview/events. What it lays over the page lives in a shadow
// tree with a style of its own, so that neither touches the other's look. Texts
// are put in as texts, never as HTML.
(() => {
  "use strict";

  const own = document.currentScript.dataset;
  const place = "preview " + location.pathname;
  let version = own.version;
  let words = {};
  let view = null;
  let events = null;

  // ---- a small way to make elements

  function make(name, properties, ...inside) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside.filter((child) => child));
    return element;
  }

  // Each second piece between backquotes is code.
  function worded(text) {
    return text.split("`").map((piece, i) => i % 2 ? make("code", { textContent: piece }) : piece);
  }

  // ---- what lies over the page

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
      item.place && make("p", { className: "place" }, where, opener(item.source, item.line ? "#L" + item.line : "")),
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

  function say(beside, text) {
    beside.parentNode.querySelector(".failed")?.remove();
    if (text) beside.after(make("span", { className: "failed", role: "alert", textContent: text }));
  }

  function showFaults() {
    const list = view.faults;
    const appears = faults.hidden;
    faults.hidden = !list.items || "plain" in own;
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

  function closeFaults() { faults.hidden = true; }

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
      if (source) parts.push(opener(source));
      if (list.items) parts.push(countButton(list));
    }
    bar.setAttribute("aria-label", words.bar);
    bar.hidden = !page.source && !page.draft;
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

  // The bar gives way to what has the focus behind it.
  document.addEventListener("focusin", (event) => {
    const under = event.target.getBoundingClientRect();
    const over = bar.getBoundingClientRect();
    const covered = event.target !== host && under.bottom > over.top && under.top < over.bottom && under.right > over.left && under.left < over.right;
    bar.classList.toggle("away", covered);
  });

  // ---- loading again, at the same place

  const fields = () => [...document.querySelectorAll("input, textarea, select, [contenteditable]")];

  const nameOf = (element, all) => element.id ? "#" + element.id :
    element.tagName + " " + (element.name || "") + " " + all.filter((other) => other.name === element.name && other.tagName === element.tagName).indexOf(element);

  function stateOf(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked ? field.checked : undefined;
    if (field.type === "file" || field.type === "password" || field.type === "hidden") return undefined;
    if (field.tagName === "SELECT") return field.value;
    return field.value !== undefined && field.value !== field.defaultValue ? field.value : undefined;
  }

  // The heading above the top of the window is where the reader is, however
  // much the page grows above it.
  function landmark() {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    const index = headings.findLastIndex((heading) => heading.getBoundingClientRect().top <= innerHeight / 3);
    const heading = headings[index];
    return heading && { index, id: heading.id, text: heading.textContent, top: heading.getBoundingClientRect().top };
  }

  function keep() {
    const all = fields();
    const focus = document.activeElement;
    const state = { x: scrollX, y: scrollY, landmark: landmark(), fields: {} };
    for (const field of all) {
      const value = stateOf(field);
      if (value !== undefined) state.fields[nameOf(field, all)] = value;
    }
    if (all.includes(focus)) {
      state.focus = nameOf(focus, all);
      try { state.range = [focus.selectionStart, focus.selectionEnd]; } catch { /* not every field has a selection */ }
    } else if (focus?.id) {
      state.focus = "#" + focus.id;
    }
    try { sessionStorage.setItem(place, JSON.stringify(state)); } catch { /* full: the place is lost, the page isn't */ }
  }

  let reloading = false;

  function reload() {
    reloading = true;
    stop();
    keep();
    history.scrollRestoration = "manual";
    location.reload();
  }

  function find(mark) {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    return mark && (mark.id && document.getElementById(mark.id) ||
      headings.find((heading) => heading.textContent === mark.text) || headings[mark.index]);
  }

  function scroll(state) {
    const heading = find(state.landmark);
    const y = heading ? scrollY + heading.getBoundingClientRect().top - state.landmark.top : state.y;
    scrollTo({ left: state.x, top: state.y === 0 ? 0 : y, behavior: "instant" });
  }

  function fill(state) {
    const all = fields();
    for (const field of all) {
      const value = state.fields[nameOf(field, all)];
      if (value === undefined) continue;
      const key = typeof value === "boolean" ? "checked" : "value";
      if (field[key] === value) continue;
      field[key] = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const focus = state.focus?.startsWith("#") ? document.getElementById(state.focus.slice(1)) : all.find((field) => nameOf(field, all) === state.focus);
    if (!focus || focus === document.activeElement) return;
    focus.focus({ preventScroll: true });
    if (state.range) try { focus.setSelectionRange(...state.range); } catch { /* nor here */ }
  }

  function restore() {
    const text = sessionStorage.getItem(place);
    if (!text) return;
    sessionStorage.removeItem(place);
    const state = JSON.parse(text);
    scroll(state);
    // Other scripts of the page make their fields first, and pictures come late;
    // but who has scrolled on meanwhile stays where they are.
    const at = scrollY;
    addEventListener("load", () => {
      fill(state);
      if (Math.abs(scrollY - at) < 2) scroll(state);
    }, { once: true });
  }

  // A new stylesheet takes the place of the old one when it is there: the page
  // is never without.
  function exchange(sheets) {
    const bare = (address) => address.split("?")[0];
    for (const sheet of sheets) {
      for (const old of document.querySelectorAll("link[rel~=stylesheet]")) {
        if (bare(old.getAttribute("href")) !== bare(sheet.old)) continue;
        const link = old.cloneNode();
        link.href = sheet.new;
        for (const end of ["load", "error"]) link.addEventListener(end, () => old.remove(), { once: true });
        old.after(link);
      }
    }
  }

  // ---- listening

  const handlers = {
    words(data) { words = data; },
    reload,
    style: exchange,
    view(data) {
      view = data;
      version = data.version || version;
      showBar();
      showFaults();
    },
  };

  // A tab that nobody sees doesn't listen: browsers allow a server six
  // connections. It catches up when it is seen.
  function listen() {
    stop();
    if (document.hidden || version === undefined) return;
    events = new EventSource("/.preview/events?" + new URLSearchParams({ page: decodeURIComponent(location.pathname), version }));
    events.addEventListener("open", () => { note.hidden = true; });
    events.addEventListener("error", lost);
    for (const [name, handle] of Object.entries(handlers)) {
      events.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  }

  let again = 0;

  function stop() {
    clearTimeout(again);
    events?.close();
    events = null;
  }

  function lost() {
    stop();
    if (words.stopped) {
      note.textContent = words.stopped;
      note.hidden = false;
    }
    again = setTimeout(listen, 1000);
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => {
    stop();
    // The place is the browser's again when the author loads the page or leaves.
    if (!reloading) history.scrollRestoration = "auto";
  });
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });

  for (const element of document.querySelectorAll("[data-open]")) {
    element.addEventListener("click", () => open(new URL(element.dataset.open, location.href).search, element.dataset.failed,
      (text) => { element.nextElementSibling.textContent = text; }));
  }

  document.documentElement.append(host);
  restore();
  listen();
})();
