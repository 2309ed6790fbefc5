// The search while the reader types: when it searches, what the keys do, and
// what is said. The results stand under the box, or in main on the search page,
// which keeps the search in its address: ?q=kunta&kind=term
//
// search-box.js loads this with the engine, which gives opas.find, and then
// calls opas.searchBox.start. The results are a list of links, not a combobox:
// arrows move the focus between the box and the links, and Tab goes through
// all that is there.
(() => {
  "use strict";

  const search = opas.searchBox;
  const { form, box, panel, onPage, slash, word, on } = search;
  const [count, status, list, more] = ["count", "status", "results", "more"].map((name) => panel.querySelector(".search-" + name));

  const step = onPage ? 20 : 10; // results shown at once
  const pause = 500; // milliseconds without a key until the count is spoken
  const title = document.title;
  let chosen = ""; // the kind that the results are limited to
  let limit = step;
  let run = 0; // the number of the latest search: what earlier ones find is late
  let timer;

  // address is that of the search page with the search that is shown.
  const address = (page) => {
    const values = new URLSearchParams();
    if (box.value) values.set("q", box.value);
    if (chosen) values.set("kind", chosen);
    return String(values) ? `${page}?${values}` : page;
  };

  // remember keeps the search in the address of the search page, so that the
  // way back from a result leads to the results.
  const remember = () => {
    if (!onPage) return;
    history.replaceState({ limit }, "", address(location.pathname));
    document.title = (box.value && `${search.quoted(box.value)} – `) + title;
  };

  // say shows a sentence at once, and has it spoken when the reader pauses.
  const say = (text) => {
    count.textContent = text;
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = text;
      remember();
    }, pause);
  };

  const close = () => {
    run++;
    clearTimeout(timer);
    panel.hidden = true;
    form.removeAttribute("aria-busy");
    delete form.dataset.query;
  };

  // show finds and shows what is in the box, from two letters on; with the
  // first one, parts of the index are fetched that the next will ask for.
  const show = async () => {
    const text = box.value;
    const begun = [...text.trim()].length > 1;
    const finding = opas.find(text, { kinds: search.kindsOf(chosen), limit: begun && limit })
      .catch(() => ({ total: 0, kinds: {}, results: [], suggestions: [], failed: true }));
    if (!begun) {
      close();
      return remember();
    }
    const own = ++run;
    form.setAttribute("aria-busy", "true");
    const found = await finding;
    if (own !== run) return;
    fill(text, found);
    form.dataset.query = text;
    form.removeAttribute("aria-busy");
  };

  const showKinds = search.choice((name) => {
    chosen = chosen === name ? "" : name;
    limit = step;
    show();
  });

  const fill = (text, found) => {
    const held = list.contains(document.activeElement);
    say(search.sentence(text, found, chosen));
    showKinds(found.kinds, chosen);
    list.replaceChildren(...found.results.map(search.item));
    list.hidden = !found.total;
    more.replaceChildren(...after(found));
    panel.hidden = false;
    if (held) (list.querySelector("a") || box).focus();
  };

  // after is what stands behind the list: more results, or what else to try.
  const after = (found) => {
    if (found.results.length < found.total) {
      return [onPage ? search.button(word("more"), showMore) : search.link(word("all", { count: found.total }), address(form.action))];
    }
    if (found.total) return [];
    const offers = found.suggestions.map((text) => search.button(text, () => {
      box.value = text;
      box.focus();
      renew();
    }));
    if (offers.length) offers.unshift(word("suggest"));
    return [...offers, search.link(word("browse"), form.action + "#az_alphabet")];
  };

  const showMore = async () => {
    const shown = list.children.length;
    limit += step;
    await show();
    list.children[shown]?.querySelector("a").focus();
  };

  const renew = () => {
    limit = step;
    return show();
  };

  const typesOn = ({ key, target }) => target !== box && (key === "Backspace" || key.length === 1 && key !== " ") && !target.matches("input");

  // escape closes what is open, then clears the box. Where there is neither,
  // the key is free for others.
  const escape = (event) => {
    if (!panel.hidden && !(onPage && event.target === box)) {
      box.focus();
      if (!onPage) close();
    } else if (event.target === box && box.value) {
      box.value = "";
      renew();
    } else return;
    event.preventDefault();
  };

  const press = (event) => {
    const { key, target } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = [box, ...panel.querySelectorAll(".search-results a, .search-more :is(a, button)")];
    const last = stops.length - 1;
    const at = target === list ? 0 : stops.indexOf(target);
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 1, End: last }[key];
    if (key === "Escape") return escape(event);
    if (typesOn(event)) {
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
    } else if (key === "ArrowDown" && target === box && panel.hidden) {
      show();
    } else if (to !== undefined && (at > 0 || at === 0 && key === "ArrowDown")) {
      event.preventDefault();
      stops[to].focus();
    }
  };

  // Keyboards of phones compose every word: there it can't wait for the end.
  const composes = (event) => event.isComposing && !/Android/.test(navigator.userAgent);

  // leave closes what stands under the box when the reader goes elsewhere.
  const leave = (to) => {
    if (to && !form.contains(to)) close();
  };

  search.start = () => {
    on(box, "input", (event) => { if (!composes(event)) renew(); });
    on(box, "compositionend", renew);
    on(form, "keydown", press);
    on(panel, "click", remember);
    on(slash, "change", () => {
      form.querySelector("kbd").hidden = !slash.checked;
      // Where the browser keeps nothing, it holds until the page is left.
      try { localStorage.setItem(search.setting, slash.checked); } catch { /* not kept */ }
    });
    if (onPage) return startPage();
    on(box, "focus", () => { if (panel.hidden) show(); });
    on(form, "focusout", (event) => leave(event.relatedTarget));
    on(document, "pointerdown", (event) => leave(event.target));
    if (form.contains(document.activeElement)) show();
  };

  const startPage = () => {
    on(panel, "keydown", press);
    on(form, "submit", async (event) => {
      event.preventDefault();
      await renew();
      remember();
      if (!list.hidden) list.focus();
    });
    const kind = new URLSearchParams(location.search).get("kind");
    if (search.names.has(kind)) chosen = kind;
    limit = Number(history.state?.limit) || step;
    if (!box.value) return;
    remember();
    show();
  };
})();
