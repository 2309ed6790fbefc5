// Shows one question large, for a projector or a shared window. The questions
// come from the page's own list. The address tells which is shown (#7) and, if
// asked for, which are chosen (?n=1,2,7 or #n=1,2,7). tools.js comes before it.
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
  let current = all[0];
  let seen = new Set();
  if (!current) return;

  // show puts a question on the stage; told says it to a screen reader too.
  const show = (item, told = true) => {
    const title = item.querySelector(".title").textContent;
    const values = { number: item.id, area: item.dataset.label, title: title.replace(/[\u00ad\u2060]/g, "") };
    current = item;
    seen.add(item);
    find(".present-card").dataset.area = item.dataset.area;
    set(".present-number", item.id);
    set(".present-area", item.dataset.label);
    set(".present-question", title);
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
    const numbers = chosen.length ? "?n=" + chosen.map((item) => item.id).join(",") : "";
    try { history.replaceState(null, "", location.href.split(/[?#]/)[0] + numbers + "#" + current.id); } catch { /* the view works without */ }
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
  const take = (name, list) => {
    items = list;
    seen = new Set();
    for (const button of stage.querySelectorAll("[data-set]")) button.setAttribute("aria-pressed", String(button.dataset.set === name));
  };
  const sets = { all: () => all, chosen: () => chosen };
  const ofArea = (name) => () => all.filter((item) => item.dataset.area === name);

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
    scrollTo(0, 0);
  };

  const keys = {
    ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", " ": "next", Home: "first", End: "last", r: "random", s: "random",
  };
  const letters = document.querySelector(".present-open input");
  document.addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const letter = key === "r" || key === "s";
    if (stage.hidden || !Object.hasOwn(keys, key) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (letter && (!letters.checked || event.repeat) || key === " " && event.target.closest("button, a")) return;
    event.preventDefault();
    go(key === " " && event.shiftKey ? "previous" : keys[key]);
  });

  stage.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.go) go(button.dataset.go);
    if (button.dataset.set) {
      const name = button.dataset.set;
      take(name, (sets[name] || ofArea(name))());
      show(items.includes(current) ? current : items[0], !items.includes(current));
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
  opener.addEventListener("click", () => {
    open(true);
    find("[data-go=next]").focus();
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

  // The timer counts by the clock, so that a window in the background keeps
  // the time. It speaks only at its start, half-way, at the last minute and at
  // its end.
  const timer = find(".present-timer");
  const start = find("[data-timer=start]");
  let minutes = 5;
  let left = minutes * 60000;
  let end = 0;
  let ticking = 0;

  const time = () => {
    const seconds = Math.ceil(left / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
  const display = () => {
    set(".present-time", time());
    timer.classList.toggle("ended", left === 0);
    start.textContent = ticking ? start.dataset.pause : start.dataset.start;
    for (const button of timer.querySelectorAll("[data-minutes]")) button.setAttribute("aria-pressed", String(Number(button.dataset.minutes) === minutes));
  };
  const pause = () => {
    clearInterval(ticking);
    ticking = 0;
  };
  const tick = () => {
    const before = left;
    const passed = (mark) => before > mark && left <= mark;
    left = Math.max(0, end - Date.now());
    if (passed(0)) set(".present-status", timer.dataset.ended);
    else if (passed(60000)) set(".present-status", timer.dataset.last);
    else if (passed(minutes * 30000)) set(".present-status", timer.dataset.half);
    if (left === 0) pause();
    display();
  };
  const run = () => {
    if (left === 0) left = minutes * 60000;
    end = Date.now() + left;
    set(".present-status", timer.dataset.running.replace("{time}", time()));
    ticking = setInterval(tick, 200);
  };
  const reset = () => {
    pause();
    left = minutes * 60000;
    set(".present-status", "");
  };
  timer.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.minutes) {
      minutes = Number(button.dataset.minutes);
      reset();
    } else if (button.dataset.timer === "reset") reset();
    else if (ticking) {
      tick();
      pause();
    } else run();
    display();
  });

  document.querySelector(".present-open").hidden = false;
  show(read(), false);
  display();
  open(true);
})();
