// Leads a session from a tablet or a laptop: shows the item of the agenda at
// hand with the time that is left of it and of the whole, and how that keeps to
// the end that was agreed. Times are kept as times of the clock, so that a
// reload, another page, sleep or a locked screen loses nothing. text.js,
// keep.js, clock.js and live-help.js come before it.
(() => {
  "use strict";

  const live = document.querySelector(".live");
  const items = live ? [...live.querySelectorAll(".live-item")] : [];
  if (items.length === 0) return;
  const find = (selector) => live.querySelector(selector);
  const words = live.dataset;
  const minute = 60000;
  const day = 1440 * minute;
  const length = (item) => Number(item.dataset.minutes) * minute;
  const after = (index) => items.slice(index + 1).reduce((sum, item) => sum + length(item), 0);
  const whole = items.reduce((sum, item) => sum + length(item), 0);
  const { clean, keep, minutes, awake } = window.opas;
  const kept = keep("live:" + words.session);
  const help = window.opas.help(items, find(".leader-parts"));

  // state is what is kept: which item is at hand; when it ends by the clock, or
  // while nothing runs how much of it is left; and when all was to end.
  let state = { index: 0, end: 0, left: length(items[0]), planned: 0 };

  const recall = () => {
    const was = kept.read();
    const sound = was && Number.isInteger(was.index) && items[was.index] && [was.end, was.left, was.planned].every(Number.isFinite);
    // A tab can be opened again days later: then another session begins.
    if (sound && (!was.planned || was.planned > Date.now() - 360 * minute)) state = was;
  };

  const running = () => state.end > 0;
  const begun = () => state.planned > 0;
  const left = () => (running() ? state.end - Date.now() : state.left);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
  const set = (selector, text) => {
    const element = find(selector);
    if (element.textContent !== text) element.textContent = text;
  };
  const clock = (moment) => {
    const date = new Date(moment);
    return window.opas.clock("00:00", date.getHours() * 60 + date.getMinutes());
  };

  // agreed is the moment nearest to now at which the session was to start, 0 if
  // it is too far to be meant: one that was given for another day.
  const start = find("#start-time");
  const agreed = () => {
    const [hours, minutes] = start.value.split(":");
    const now = Date.now();
    const away = (new Date(now).setHours(hours, minutes, 0, 0) - now + 1.5 * day) % day - day / 2;
    return Math.abs(away) < whole ? now + away : 0;
  };

  // ends is when the whole ends if all that is left takes as long as planned.
  const ends = () => Math.max(Date.now(), begun() ? 0 : agreed()) + Math.max(left(), 0) + after(state.index);

  // plan says when the session ends, when it was to end, and how far the two
  // are from each other. Nobody is ahead who hasn't begun.
  const plan = () => {
    const end = ends();
    const waits = !begun() && agreed() > Date.now();
    const said = begun() ? words.ends : waits ? words.endsAt : words.endsNow;
    set(".live-whole", fill(said, { time: clock(end), minutes: Math.ceil((end - Date.now()) / minute) }));
    const planned = state.planned || agreed() && agreed() + whole;
    const away = planned ? Math.trunc((end - planned) / minute) : 0;
    const late = away > 0 ? words.late : away < 0 && begun() ? words.ahead : "";
    set(".live-late", fill(late, { minutes: Math.abs(away) }));
    const time = window.opas.clock(start.value, whole / minute);
    set(".live-agreed", time ? fill(words.agreed, { time }) : words.noStart);
  };

  // display writes what changes by the second.
  const display = () => {
    const over = left() < 0;
    live.classList.toggle("live-over", over);
    set(".live-time", minutes(Math.abs(left())));
    set(".live-label", over ? words.over : words.left);
    plan();
    set("[data-live=toggle]", running() ? words.pause : begun() ? words.goOn : words.begin);
  };

  // fold shows the field of the start until the session has begun.
  const fold = () => { find(".live-start").open = !begun(); };

  // show puts the item at hand on the screen.
  const show = (told) => {
    items.forEach((item, i) => { item.hidden = i !== state.index; });
    help(items[state.index]);
    const next = items[state.index + 1];
    const title = (item) => clean(item.querySelector(".live-title").textContent);
    set(".live-after", next ? fill(words.next, { title: title(next), minutes: next.dataset.minutes }) : words.last);
    find("[data-live=previous]").disabled = state.index === 0;
    find("[data-live=next]").disabled = !next;
    display();
    if (!told) return;
    set(".live-announce", fill(words.at, { title: title(items[state.index]), minutes: items[state.index].dataset.minutes }));
    scrollTo(0, 0);
  };

  const screen = awake(running);
  let ticking = 0;
  const run = () => {
    clearInterval(ticking);
    ticking = running() ? setInterval(display, 250) : 0;
    if (running()) screen.hold();
    else screen.release();
  };

  // change does something to the state, keeps it and shows it.
  const change = (act, told) => {
    const before = begun();
    act();
    kept.write(state);
    if (begun() !== before) fold();
    run();
    show(told);
  };

  const begin = (span) => {
    state.end = Date.now() + span;
    if (!begun()) state.planned = agreed() ? agreed() + whole : state.end + after(state.index);
  };
  const move = (step) => () => {
    const index = state.index + step;
    if (!items[index]) return;
    state.index = index;
    if (running()) state.end = Date.now() + length(items[index]);
    else state.left = length(items[index]);
  };
  const acts = {
    previous: move(-1),
    next: move(1),
    toggle: () => {
      if (running()) {
        state.left = left();
        state.end = 0;
      } else begin(state.left);
    },
    more: () => {
      if (running()) state.end = Math.max(state.end, Date.now()) + 5 * minute;
      else state.left = Math.max(state.left, 0) + 5 * minute;
    },
    restart: () => {
      if (!begun() || confirm(words.restart)) state = { index: 0, end: 0, left: length(items[0]), planned: 0 };
    },
  };
  const moves = ["previous", "next", "restart"];
  const act = (name) => change(acts[name], moves.includes(name));

  live.addEventListener("click", (event) => {
    const button = event.target.closest("[data-live], summary");
    if (button && button.dataset.live) act(button.dataset.live);
    // What was clicked doesn't take the keys of the session.
    if (button && event.detail > 0) button.blur();
  });
  const keys = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", " ": "toggle", "+": "more" };
  document.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(keys, event.key) || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input")) return;
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    event.preventDefault();
    if (!event.repeat) act(keys[event.key]);
  });
  document.addEventListener("visibilitychange", display);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    recall();
    run();
    show();
  });
  // Another start moves the end that the session keeps to.
  window.opas.startTime(start, () => change(() => { if (begun() && agreed()) state.planned = agreed() + whole; }));

  // The wall knows the way back.
  for (const link of live.querySelectorAll(".live-wall")) link.search += "&live=" + encodeURIComponent(location.pathname + location.search);

  document.documentElement.classList.add("running-live");
  for (const part of live.querySelectorAll(".live-clock, .live-after, .live-bar, .live-keys")) part.hidden = false;
  recall();
  fold();
  run();
  show();
})();
