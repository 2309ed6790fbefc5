// The search box of every page. Until the reader uses it, this is all that is
// loaded of the search: the key "/" that leads to the box, and the loading of
// the other scripts at first use. If they can't be loaded, the form takes the
// reader to the search page, which has an index of all pages. A page that was
// opened from a result has the words to mark in its address: ?hl=kunnan,kuntien
(() => {
  "use strict";

  const opas = (window.opas ??= {});
  const form = document.querySelector("form.search");
  const box = form.elements.q;
  const under = form.querySelector(".search-panel");
  const main = document.querySelector("main .search-panel");
  const panel = main || under;
  const asked = new URLSearchParams(location.search);
  const setting = "sparrausopas:search-key";

  const words = form.querySelector("template").content;

  // word returns a word of the interface, with {name} replaced by that value.
  const word = (name, values = {}) => words.querySelector(`[data-word="${name}"]`)
    .textContent.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

  const on = (target, event, act) => target.addEventListener(event, act);

  // load loads a script, which runs after those before it unless it is async.
  const load = (address, async = false) => new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.async = async;
    script.onload = done;
    script.onerror = fail;
    document.head.append(script);
  });

  const fail = () => {
    for (const line of panel.querySelectorAll(".search-count, .search-status")) line.textContent = word("failed");
    panel.hidden = false;
    on(form, "focusout", () => { under.hidden = true; });
  };

  // start loads what searches, once, and the style of what is found.
  const start = () => {
    const { scripts, index } = form.dataset;
    if (search.loading) return;
    recall();
    document.head.append(words.firstElementChild);
    search.loading = Promise.all([...scripts.split(" "), index].map((name) => load(name))).then(() => search.start(), fail);
  };

  // A single key must be possible to turn off (WCAG 2.1.4). Whether it is off
  // is read when the browser is idle or when the search is used: the first look
  // into the storage keeps the page waiting for another process.
  const slash = panel.querySelector(".search-key input");
  let recalled = false;
  const recall = () => {
    if (recalled) return;
    recalled = true;
    try { slash.checked = localStorage.getItem(setting) !== "false"; } catch { /* not kept */ }
    search.showKey();
  };
  (window.requestIdleCallback ?? setTimeout)(recall);

  // showKey shows whether the key is on, and says so of the box.
  const showKey = () => {
    form.querySelector("kbd").hidden = !slash.checked;
    box.ariaKeyShortcuts = slash.checked ? "/" : null;
  };

  const search = (opas.searchBox = { showKey, form, box, panel, slash, setting, onPage: main, word, on, load });
  on(form, "focusin", start);

  const typing = (target) => target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select");

  on(document, "keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    recall();
    if (!slash.checked) return;
    box.focus();
    // It can't have the focus where it isn't shown, or behind a dialog.
    if (document.activeElement !== box) return;
    event.preventDefault();
    box.select();
  });

  if (main) {
    under.remove();
    box.value = (asked.get("q") || "").slice(0, box.maxLength);
  }
  if (main && box.value || form.contains(document.activeElement)) start();
  if (asked.has("hl") || history.state?.marks) load(form.dataset.marks);
})();
