// Shows one question large, for a projector or a shared window. The questions
// come from the page's own list. The address tells which is shown (#7) and, if
// asked for, which are chosen (?n=1,2,7 or #n=1,2,7). numbers.js, keep.js,
// present-timer.js, present-live.js, present-bare.js and present-fit.js come
// before it.
(() => {
  "use strict";

  const opas = window.opas;
  const stage = document.querySelector(".present-stage");
  if (!stage) return;
  const find = (selector) => stage.querySelector(selector);
  const set = (selector, text) => { find(selector).textContent = text; };
  const root = document.documentElement;
  const all = [...document.querySelectorAll(".present-list > li")];
  const byNumber = (number) => all.find((item) => item.id === number);
  let chosen = [];
  let items = all;
  let name = "all"; // of the set that items are
  let current = all[0];
  let seen = new Set();
  if (!current) return;

  const fit = opas.fit(find(".present-card"));
  window.addEventListener("resize", fit);
  document.fonts.ready.then(fit);

  // show puts a question on the stage; told says it to a screen reader too.
  const show = (item, told = true) => {
    const title = item.querySelector(".title").textContent;
    // Time that is up was another question's.
    if (told && item !== current && bar.matches(".ended")) timer.reset();
    const values = { number: item.id, area: item.dataset.label, title: title.replace(/[\u00ad\u2060]/g, "") };
    current = item;
    seen.add(item);
    find(".present-card").className = "present-card area-" + item.dataset.area;
    set(".present-number", item.id);
    set(".present-area", item.dataset.label);
    set(".present-question", title);
    set(".present-beneath", item.querySelector(".beneath")?.textContent || "");
    fit();
    set(".present-place", `${items.indexOf(item) + 1} / ${items.length}`);
    find(".present-page").href = item.querySelector("a").href;
    if (!told) return;
    set(".present-announce", find(".present-announce").dataset.text.replace(/\{(\w+)\}/g, (whole, name) => values[name]));
    if (matchMedia("(prefers-reduced-motion: no-preference)").matches) find(".present-card").animate([{ opacity: 0 }, { opacity: 1 }], 250);
    note();
  };

  // note puts the question into the address. Some browsers refuse that in a
  // file.
  const note = () => {
    const numbers = chosen.length ? ["n=" + chosen.map((item) => item.id).join(",")] : [];
    const query = [...numbers, ...opas.led.rest].join("&");
    try { history.replaceState(history.state, "", location.href.split(/[?#]/)[0] + (query && "?" + query) + "#" + current.id); } catch { /* the view works without */ }
    remember();
  };

  // remember keeps what is walked through and where, for this very address: a
  // reload and the way back find it again, a link to the view starts anew.
  const kept = opas.keep("present");
  const remember = () => kept.write({ address: location.href, number: current.id, set: name, seen: [...seen].map((item) => item.id) });
  const recall = () => {
    const was = kept.read();
    const asked = read();
    if (was?.address !== location.href) return asked;
    const list = listOf(was.set);
    const item = byNumber(was.number);
    if (!list.includes(item)) return asked;
    take(was.set, list);
    seen = new Set(was.seen.map(byNumber).filter(Boolean));
    return item;
  };

  // random is a question that hasn't been shown; when all have, they start
  // anew.
  const random = () => {
    let left = items.filter((item) => !seen.has(item));
    if (left.length === 0) {
      seen = new Set([current]);
      left = items.filter((item) => item !== current);
    }
    return left[Math.floor(Math.random() * left.length)] || current;
  };

  const beside = (step) => items[(items.indexOf(current) + step + items.length) % items.length];
  const moves = { next: () => beside(1), previous: () => beside(-1), random, first: () => items[0], last: () => items.at(-1) };

  const go = (move) => {
    const item = moves[move]();
    if (item !== current) show(item);
  };

  // take makes some questions those that are walked through.
  const take = (which, list) => {
    name = which;
    items = list;
    seen = new Set();
    for (const button of stage.querySelectorAll("[data-set]")) button.setAttribute("aria-pressed", String(button.dataset.set === which));
  };
  const sets = { all: () => all, chosen: () => chosen };
  const listOf = (which) => (Object.hasOwn(sets, which) ? sets[which]() : all.filter((item) => item.dataset.area === which));

  // askedFor is the question that the hash names, if it does.
  const askedFor = () => byNumber(location.hash.slice(1));

  // read does what the address says.
  const read = () => {
    const asked = askedFor();
    chosen = [...new Set(opas.numbers().map(byNumber).filter(Boolean))];
    find("[data-set=chosen]").hidden = chosen.length === 0;
    if (chosen.length && (!asked || chosen.includes(asked))) take("chosen", chosen);
    else if (!asked || !items.includes(asked)) take("all", all);
    return asked || items[0];
  };

  // open shows the stage alone, or with false the whole page.
  const open = (large) => {
    stage.hidden = !large;
    root.classList.toggle("presenting", large);
    if (large) fit();
    scrollTo(0, 0);
  };

  const keys = {
    ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", " ": "next", Home: "first", End: "last", r: "random", s: "random",
  };
  // Space presses the button that Tab has led to. One that was clicked keeps the
  // focus too, but who clicked it means the view's own key.
  let clicked = null;
  stage.addEventListener("focusin", (event) => { if (event.target !== clicked) clicked = null; });
  stage.addEventListener("click", (event) => { if (event.detail > 0) clicked = event.target.closest("button, a"); });
  // Some browsers press a button when the key is let go.
  stage.addEventListener("keyup", (event) => { if (event.key === " " && event.target === clicked) event.preventDefault(); });
  const letters = document.querySelector("[data-letters]");
  const controls = opas.bare(() => document.activeElement !== clicked && find(".present-bar").contains(document.activeElement), fit);
  document.addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const letter = key === "r" || key === "s";
    if (stage.hidden || event.ctrlKey || event.altKey || event.metaKey) return;
    if (key === "p" && letters.checked && !event.repeat) controls.toggle();
    else if (!Object.hasOwn(keys, key)) controls.wake();
    if ( !Object.hasOwn(keys, key)) return;
    if (letter && (!letters.checked || event.repeat) || key === " " && event.target !== clicked && event.target.closest("button, a")) return;
    event.preventDefault();
    go(key === " " && event.shiftKey ? "previous" : keys[key]);
  });

  stage.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.go) go(button.dataset.go);
    if (button.dataset.set) {
      take(button.dataset.set, listOf(button.dataset.set));
      show(items.includes(current) ? current : items[0], !items.includes(current));
      remember();
    }
  });
  window.addEventListener("hashchange", () => {
    // A hash that is a place in the page leaves what is shown, and the address
    // it.
    if (!askedFor() && !opas.chooses()) {
      note();
      return;
    }
    const item = read();
    show(item);
    open(true);
  });

  const opener = document.querySelector(".present-open button");
  opener.addEventListener("click", (event) => {
    open(true);
    const next = find("[data-go=next]");
    next.focus();
    if (event.detail > 0) clicked = next;
  });
  find("[data-close]").addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    open(false);
    opener.focus();
  });

  const full = find("[data-full]");
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done.catch(() => { full.hidden = true; });
  });
  document.addEventListener("fullscreenchange", () => {
    full.textContent = document.fullscreenElement ? full.dataset.leave : full.dataset.full;
  });

  const sound = document.querySelector("[data-sound]");
  const soundKey = "sparrausopas:present-sound";
  try { sound.checked = localStorage.getItem(soundKey) === "on"; } catch { /* off, until it is chosen */ }
  sound.addEventListener("change", () => {
    try { localStorage.setItem(soundKey, sound.checked ? "on" : "off"); } catch { /* chosen for this page only */ }
    if (!sound.checked) return;
    opas.sound.ready();
    opas.sound.play();
  });
  for (const touch of ["click", "keydown"]) document.addEventListener(touch, () => { if (sound.checked) opas.sound.ready(); });

  // The timer speaks only at its start, half-way, at the last minute, at its
  // end and when its length is changed.
  const bar = find(".present-timer");
  const start = find("[data-timer=start]");
  const display = (told, { length, left, running }) => {
    const values = { time: opas.minutes(left), minutes: length / 60000 };
    set(".present-time", values.time);
    bar.classList.toggle("begun", running || left < length);
    bar.classList.toggle("ended", left === 0);
    start.textContent = running ? start.dataset.pause : left > 0 && left < length ? start.dataset.goOn : start.dataset.start;
    for (const button of bar.querySelectorAll("[data-minutes]")) button.setAttribute("aria-pressed", String(Number(button.dataset.minutes) === values.minutes));
    if (told === null) return;
    find(".present-status").dataset.said = told;
    set(".present-status", told && bar.dataset[told].replace(/\{(\w+)\}/g, (whole, name) => values[name]));
  };
  const { back, minutes, name: led } = opas.led;
  const lengths = [...new Set(minutes)].sort((a, b) => a - b);
  if (lengths.length) find(".present-minutes").replaceChildren(...lengths.map((length) => Object.assign(document.createElement("button"), { type: "button", textContent: length })));
  for (const button of bar.querySelectorAll(".present-minutes button")) button.dataset.minutes = button.textContent;
  const timer = opas.timer("present-timer" + led, minutes[0] || 5, (told, now) => {
    display(told, now);
    if (told === "ended" && sound.checked) opas.sound.play();
  });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.minutes) timer.choose(Number(button.dataset.minutes));
    else if (button.dataset.timer === "reset") timer.reset();
    else timer.toggle();
  });

  find(".present-back").hidden = back === "";
  find(".present-back").href = back;
  document.querySelector(".present-open").hidden = false;
  show(recall(), false);
  open(true);
})();
