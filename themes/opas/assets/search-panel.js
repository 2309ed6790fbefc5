// The search while the reader types: when it searches, what the keys do, and
// what is said; then how what was found looks: the sentence above it, the choice
// of kinds and the items of the list. The results stand under the box, or in main on the search page,
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

  const element = (name, textContent = "", className = "") => Object.assign(document.createElement(name), { textContent, className });

  const button = (text, onclick) => Object.assign(element("button", text), { type: "button", onclick });

  const link = (text, href) => Object.assign(element("a", text), { href });

  // quoted is a query as it can stand in a sentence: not too long, and without
  // signs that turn the direction of what follows.
  const quoted = (text) => {
    const signs = [...text.trim().replace(/[\u202a-\u202e\u2066-\u2069]/g, "")];
    return signs.slice(0, 60).join("") + (signs[60] ? "…" : "");
  };

  // The names of the kinds, in the order of the choice; "" is all of them.
  const names = new Map([["", word("every")]]);
  for (const entry of form.querySelector("template").content.querySelectorAll("[data-word^=kind-]")) {
    names.set(entry.dataset.word.slice(5), entry.textContent);
  }

  // group is the kind by whose name a kind goes.
  const group = (kind) => (names.has(kind) ? kind : "page");

  // sentence says how much was found.
  const sentence = (text, found, chosen) => {
    const query = quoted(text);
    if (found.said) return word(found.said);
    if (!found.total) return chosen ? word("empty", { kind: names.get(chosen) }) : word("none", { query });
    const number = word(found.total === 1 ? "one" : "many", { count: found.total });
    return found.instead ? `${word("instead", { query, instead: found.instead })} ${number}.` : number;
  };

  // fits reports whether a kind goes by a name. Which kinds a site has isn't
  // known here.
  const fits = (kind, name) => !name || group(kind) === name;

  // choice makes the buttons that limit the results to a kind. What it returns
  // shows how many pages of each kind fit; the buttons stay, so that the focus
  // does.
  const choice = (choose) => {
    const box = panel.querySelector(".search-kinds");
    const buttons = new Map([...names.keys()].map((name) => [name, button("", () => choose(name))]));
    box.append(...buttons.values());
    return (counts, chosen) => {
      let shown = 0;
      for (const [name, button] of buttons) {
        let number = 0;
        for (const kind in counts) if (fits(kind, name)) number += counts[kind];
        button.textContent = `${names.get(name)} (${number})`;
        button.ariaPressed = name === chosen;
        button.hidden = !number && name !== chosen;
        shown += !button.hidden;
      }
      // All and one kind are no choice.
      box.hidden = shown < 3 && !chosen;
    };
  };

  const write = (made, texts) => made.append(...texts.map(({ text, marked }) => (marked ? element("mark", text) : text)));

  // item is a result. Its link is as large as the item, but is called by the
  // titles alone. Its text comes when it has been loaded; where that fails, the
  // link is good without.
  const item = (result) => {
    const made = element("li");
    const title = link("", result.href);
    write(title, result.title);
    if (result.section) {
      const between = element("span", " › ");
      between.ariaHidden = true;
      title.append(between);
      write(title, result.heading);
    }
    const excerpt = element("p");
    if (result.lang) title.lang = excerpt.lang = result.lang;
    result.more.then((more) => {
      title.href = more.href;
      write(excerpt, more.excerpt);
    }, () => {});
    made.append(title, " ", element("span", names.get(group(result.kind)), "search-kind"), excerpt);
    return made;
  };
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
    const values = String(new URLSearchParams({ ...(box.value && { q: box.value }), ...(chosen && { kind: chosen }) }));
    return page + (values && "?" + values);
  };

  // remember keeps the search in the address of the search page, so that the
  // way back from a result leads to the results.
  const remember = () => {
    if (!onPage) return;
    history.replaceState({ limit }, "", address(location.pathname));
    document.title = (box.value && `${quoted(box.value)} – `) + title;
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
    form.ariaBusy = null;
    delete form.dataset.query;
  };

  const none = { kinds: {}, results: [], suggestions: [] };

  // show finds and shows what is in the box, from two letters on; with the
  // first one, parts of the index are fetched that the next will ask for.
  const show = async () => {
    const text = box.value;
    const begun = text.trim().length > 1;
    // An index whose parts are gone has been renewed when it is asked again.
    const ask = () => opas.find(text, { kinds: { has: (kind) => fits(kind, chosen) }, limit: begun && limit });
    const finding = ask().catch(ask).catch(() => ({ ...none, said: "failed" }));
    if (!begun) {
      close();
      // A letter is the beginning of a word, a sign isn't.
      if (/[^\s\p{L}\p{N}]/u.test(text)) {
        fill(text, { ...none, said: "short" });
      }
      return remember();
    }
    const own = ++run;
    form.ariaBusy = true;
    const found = await finding;
    if (own !== run) return;
    fill(text, found);
    form.dataset.query = text;
    form.ariaBusy = null;
  };

  const showKinds = choice((name) => {
    chosen = chosen === name ? "" : name;
    limit = step;
    show();
  });

  const fill = (text, found) => {
    const held = list.contains(document.activeElement);
    say(sentence(text, found, chosen));
    showKinds(found.kinds, chosen);
    list.replaceChildren(...found.results.map(item));
    list.hidden = !found.total;
    more.replaceChildren(...after(found));
    panel.hidden = false;
    if (held) (list.querySelector("a") || box).focus();
  };

  // after is what stands behind the list: more results, or what else to try.
  const after = (found) => {
    if (found.results.length < found.total) {
      return [onPage ? button(word("more"), showMore) : link(word("all", { count: found.total }), address(form.action))];
    }
    if (found.total) return [];
    const offers = found.suggestions.map((text) => button(text, () => {
      box.value = text;
      box.focus();
      renew();
    }));
    if (offers[0]) offers.unshift(word("suggest"));
    return [...offers, link(word("browse"), form.action + "#az_alphabet")];
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
      box.selectionStart = box.value.length;
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
      search.showKey();
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
    if (names.has(kind)) chosen = kind;
    limit = history.state?.limit || step;
    if (!box.value) return;
    remember();
    show();
  };
})();
