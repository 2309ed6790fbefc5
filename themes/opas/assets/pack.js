// The page of the print pack: choose items, put them in order, print them as
// one job. pack-add.js keeps the pack; the items' scripts hand over their HTML,
// which the build made, to opas.packItem. What the reader types goes into the
// page as text only. Before this come tools.js (messages), pack-add.js,
// pack-item.js and pack-prints.js; pack-document.js is loaded to print.
(() => {
  "use strict";

  const opas = window.opas;
  const { word, element, button } = opas;
  const page = document.querySelector(".pack");
  const find = (selector) => page.querySelector(selector);
  const list = find("ol");
  const status = find(".pack-status");
  const notice = find(".pack-notice");
  const also = find("[name=also]"); // where the guide has several languages
  const inputs = ["title", "place", "people", "tables", "also"].map((name) => find(`[name=${name}]`)).filter(Boolean);
  const start = find("input[name=start]");

  const count = (number) => opas.pack.count(number, word("one"), word("many"));

  // known are the items of the guide, by ID; nothing else is ever loaded.
  const known = new Map([...page.querySelectorAll("[data-item]")].map((row) => {
    const link = row.querySelector("a");
    const { item: id, for: reader, pages, cards, perSheet } = row.dataset;
    return [id, { id, title: link.textContent, lang: link.lang, reader, pages: Number(pages), cards: Number(cards || 0), perSheet: Number(perSheet), row, link }];
  }));
  let chosen = [];

  const items = () => chosen.map((id) => known.get(id));

  // parse reads IDs as an address has them.
  const decode = (part) => {
    try { return decodeURIComponent(part); } catch { return part; }
  };
  const parse = (list) => [...new Set(list.split(",").map(decode).filter(Boolean))];

  // say shows what happened; show more in a notice that stays until the next
  // change: a list, and a button that does something about it.
  const say = (text) => { status.textContent = text; };
  const tell = (text, { items = [], action, act } = {}) => {
    const box = element("div");
    box.append(element("p", text));
    if (items.length) {
      const rows = element("ul");
      rows.append(...items.map((item) => element("li", item)));
      box.append(rows);
    }
    if (action) {
      box.append(button(word(action), () => {
        act();
        find("#pack-chosen").focus();
      }));
    }
    notice.append(box);
  };

  // note puts the pack into the page's address and reports whether it is there.
  const note = () => {
    try {
      history.replaceState(null, "", location.href.split(/[?#]/)[0] + opas.pack.hash(chosen));
      return true;
    } catch {
      return false;
    }
  };

  // keep keeps the pack in the storage and in the page's address.
  const keep = () => {
    const inAddress = note();
    if (!opas.pack.change({ items: chosen, ...filled() })) tell(word(inAddress ? "unkept" : "unkept-here"));
  };

  // The list of what is chosen

  const row = (id) => {
    const { title, lang } = known.get(id);
    const made = element("li");
    made.dataset.chosen = id;
    const move = (by) => () => shift(id, by);
    const buttons = element("span", undefined, "pack-moves");
    for (const [name, sign, act] of [["up", "↑", move(-1)], ["down", "↓", move(1)], ["out", "✕", () => remove(id)]]) {
      const one = button(sign, act, `pack-${name}`);
      one.setAttribute("aria-label", `${word(name)}: ${title}`);
      one.title = word(name);
      buttons.append(one);
    }
    const line = element("div", undefined, "pack-row");
    const name = element("span", title, "pack-name");
    if (lang) name.lang = lang;
    line.append(name, buttons);
    made.append(line);
    return made;
  };

  const rowOf = (id) => [...list.children].find((made) => made.dataset.chosen === id);

  const show = () => {
    list.replaceChildren(...chosen.map((id) => rowOf(id) || row(id)));
    for (const item of known.values()) item.box.checked = chosen.includes(item.id);
    find(".pack-empty").hidden = chosen.length > 0;
    find(".pack-steps").hidden = chosen.length === 0;
    offer();
  };

  // offer offers a print for each reader when it is known how many there are,
  // and else one print of all, and says what each holds and takes.
  const offer = () => {
    const count = counted();
    const jobs = opas.packPrints.prints(items(), count, cover());
    const rows = jobs.map((job) => {
      const all = job.name === "all";
      const made = element("li");
      made.append(button(word(all && !count ? "print" : `print-${job.name}`, { copies: job.copies }), () => print(job), all ? "pack-print" : "pack-job"), " ", element("span", job.text));
      return made;
    });
    if (count) rows.splice(-1, 0, element("li", opas.packPrints.total(jobs), "pack-total"));
    find(".pack-prints").replaceChildren(...rows);
    find(".pack-prints").classList.toggle("counted", Boolean(count));
    find("#pack-numbers").hidden = Boolean(count);
    find("[name=tables]").placeholder = count ? count.table : "";
  };

  // unbuild takes away what was built for the printer.
  const unbuild = () => opas.packDocument?.remove();

  // fill puts what was kept, or nothing, into the fields.
  const fill = (values) => {
    for (const input of inputs) input.value = values[input.name] || "";
    if (also && also.selectedIndex < 0) also.value = "";
  };
  const filled = () => Object.fromEntries(inputs.map((input) => [input.name, input.value]));

  // choose changes what is chosen; what was built for the printer is then old.
  const choose = (items) => {
    chosen = items;
    notice.replaceChildren();
    unbuild();
    show();
    keep();
  };

  const shift = (id, by) => {
    const focused = document.activeElement;
    const at = chosen.indexOf(id) + by;
    if (at >= 0 && at < chosen.length) {
      const items = chosen.filter((other) => other !== id);
      items.splice(at, 0, id);
      choose(items);
    }
    focused.focus();
    say(word("moved", { title: known.get(id).title, place: chosen.indexOf(id) + 1, count: chosen.length }));
  };

  const remove = (id) => {
    const at = chosen.indexOf(id);
    choose(chosen.filter((other) => other !== id));
    const next = list.children[Math.min(at, chosen.length - 1)];
    (next ? next.querySelector(".pack-out") : find("#pack-chosen")).focus();
    say(word("removed", { title: known.get(id).title }));
  };

  const add = (items) => {
    choose([...new Set([...chosen, ...items])]);
    say(word("added", { count: count(chosen.length) }));
  };

  const clear = () => {
    const [before, typed] = [chosen, filled()];
    const put = (items, values) => {
      fill(values);
      choose(items);
    };
    put([], {});
    say("");
    tell(word("cleared"), { action: "undo", act: () => { put(before, typed); say(word("restored")); } });
    notice.querySelector("button").focus();
  };

  list.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    shift(event.target.closest("[data-chosen]").dataset.chosen, by);
  });

  // The list of all items: a box to tick in front of each link.

  for (const item of known.values()) {
    const label = element("label");
    item.box = element("input");
    item.box.type = "checkbox";
    item.box.autocomplete = "off";
    item.box.addEventListener("change", () => (item.box.checked ? add([item.id]) : untick(item.id)));
    label.append(item.box, " ", element("span", item.title));
    item.link.textContent = word("open");
    item.link.setAttribute("aria-label", `${word("open")}: ${item.title}`);
    item.row.prepend(label, " ");
  }

  const untick = (id) => {
    choose(chosen.filter((other) => other !== id));
    say(word("removed", { title: known.get(id).title }));
  };

  // The ready packs. The first thing in a pack gives it its title.

  const readies = [...page.querySelectorAll("[data-items]")];
  const itemsOf = (ready) => parse(ready.dataset.items);
  const name = (ready) => {
    if (!chosen.length && !inputs[0].value) inputs[0].value = ready.querySelector("a").textContent;
  };

  for (const ready of readies) {
    const button = ready.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => {
      name(ready);
      add(itemsOf(ready));
      rise();
    });
  }

  // rise shows what is in the pack and how it is printed.
  const rise = () => {
    find("#pack-chosen").focus({ preventScroll: true });
    find(".pack-chosen").scrollIntoView();
  };

  // Arriving

  // told returns what the address says: ?items=worksheets%2Fplan&also=sv, or
  // behind a hash, as it stands after a change.
  const told = (name) => (location.search + location.hash).split(/[?#&]/).find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) || "";

  // readyHere returns the ready pack that the address names, asked the items
  // that it names, as they are or by a ready pack.
  const readyHere = () => readies.find((ready) => ready.id === parse(location.hash.slice(1))[0]);
  const asked = () => (readyHere() ? itemsOf(readyHere()) : parse(told("items")));

  const arrive = () => {
    const kept = opas.pack.read();
    const wanted = asked();
    const before = [...new Set([...kept.items, ...chosen])];
    const all = [...new Set([...before, ...wanted])];
    const fits = (id) => known.has(id);
    const unknown = all.filter((id) => !fits(id));
    fill({ ...kept, also: told("also") || kept.also });
    chosen = before.filter(fits);
    if (readyHere()) name(readyHere());
    choose(all.filter(fits));
    const added = wanted.filter((id) => fits(id) && !before.includes(id));
    const others = before.filter((id) => fits(id) && !wanted.includes(id));
    if (added.length) say(word("added", { count: count(chosen.length) }));
    if (added.length && others.length) {
      tell(word("arrived", { count: count(added.length) }), { action: "only-these", act: () => choose(wanted.filter(fits)) });
    }
    if (unknown.length) tell(word("unknown"), { items: unknown.slice(0, 10).map((id) => id.slice(0, 60)) });
    if (wanted.length) rise();
  };

  // follow shows what another window made of the pack. The address must follow
  // too: at the next reload the page adds what it names.
  const follow = (event) => {
    if (event.key !== opas.pack.key && event.key !== null) return;
    const kept = opas.pack.read();
    chosen = kept.items.filter((id) => known.has(id));
    fill(kept);
    unbuild();
    show();
    note();
  };

  // Printing

  // cover is what the prints depend on beside items and numbers.
  const cover = () => ({ title: find("[name=title]").value.trim(), large: find("[data-large-print]").checked, languages: also?.value ? 2 : 1 });

  const counted = () => opas.packPrints.counts(...["people", "tables"].map((name) => find(`[name=${name}]`).value));

  // sessionHere returns the title of the session that all of the pack is for.
  const sessionHere = () => {
    const here = readies.filter((ready) => chosen.some((id) => `pack-${id}`.startsWith(`${ready.id}.`)));
    return here.length === 1 ? here[0].querySelector("a").textContent : "";
  };

  // inOther returns what the cover and the cards say in the second language, if
  // one is chosen, with the titles of items there.
  const inOther = async (count) => {
    const scripts = also?.selectedOptions[0].dataset.scripts;
    const own = scripts && await opas.loadItem(scripts, page.dataset.words);
    if (!own) return undefined;
    const words = opas.itemPage(own), say = (name, values) => word(name, values, words);
    const there = await Promise.all(items().map(async (item) => ({ ...item, title: (await opas.loadItem(scripts, item.id))?.title ?? item.title })));
    const list = count && opas.packPrintsIn(say).list(there, count, cover());
    return { lang: own.lang, title: own.title, guide: say("guide"), list, contents: say("contents"), set: say("set"), hint: say("hint") };
  };

  // settings are what a job is built with. The cover lies on what is the
  // leader's, and on the whole.
  const settings = async (job) => {
    const count = counted();
    const [title, place] = inputs.map((input) => input.value.trim());
    const words = { contents: word("contents"), set: word("set"), sort: word("sort") };
    const list = count ? opas.packPrints.list(items(), count, cover()) : null;
    const slip = [sessionHere() || title, place].filter(Boolean).join(" · ");
    return { title, place, start: start.value, words, list, slip, cover: job.cover, guide: page.dataset.guideTitle, other: await inOther(count) };
  };

  // report says at the prints what came of one.
  const report = (text) => { find(".pack-printed").textContent = text; };

  // builder loads what builds the document; what fails is tried again.
  let loading;
  const builder = () => (loading ??= opas.load(page.dataset.more).then(() => true, () => { loading = undefined; }));

  // languageOf is the language of an item's text.
  const languageOf = ({ text, lang }) => text || lang;

  // load returns the items of a job, each with its other language, if one is
  // wanted. All are missing without what builds the document.
  const load = async ({ items }) => {
    const scripts = also?.selectedOptions[0].dataset.scripts;
    const [ready, ...loaded] = await Promise.all([builder(), ...items.map(async ({ id }) => {
      const [item, other] = await Promise.all([opas.loadItem(page.dataset.scripts, id), scripts && opas.loadItem(scripts, id)]);
      return item && { ...item, other: other && languageOf(other) !== languageOf(item) ? other : undefined };
    })]);
    const titles = (lacks) => items.filter((item, i) => lacks(loaded[i])).map(({ title }) => title);
    return { loaded, missing: titles((item) => !ready || !item), lonely: titles((item) => scripts && item && !item.other) };
  };

  // print prints one of the jobs when all of it has come. If the whole pack was
  // changed until then, it is printed as it is now.
  const print = async (job) => {
    const wanted = chosen;
    notice.replaceChildren();
    report(word("loading"));
    const [{ loaded, missing, lonely }, look] = await Promise.all([load(job), settings(job)]);
    report("");
    if (chosen !== wanted) {
      if (chosen.length && job.name === "all") print(opas.packPrints.prints(items(), counted(), cover()).at(-1));
      return;
    }
    if (missing.length) {
      tell(word(location.protocol === "file:" ? "missing" : "missing-online"), { items: missing });
      notice.scrollIntoView({ block: "nearest" });
      return;
    }
    if (lonely.length) tell(word("also-missing"), { items: lonely });
    const count = counted();
    const sets = (item) => (count ? count[item.reader] : 1);
    opas.packDocument.build(loaded.map((item, i) => ({ ...item, sets: sets(job.items[i]) })), look);
    report(job.copies > 1 ? word("copies", { copies: job.copies }) : word("printed"));
    window.print();
  };

  // renew follows what the reader says of the pack.
  const renew = () => {
    unbuild();
    notice.replaceChildren();
    report("");
    offer();
  };

  for (const input of inputs) {
    input.addEventListener("input", () => {
      renew();
      keep();
    });
  }
  opas.startTime(start, unbuild);
  find("[data-large-print]").addEventListener("change", renew);
  find(".pack-clear").addEventListener("click", clear);
  window.addEventListener("hashchange", () => { if (asked().length) arrive(); });
  window.addEventListener("storage", follow);
  find(".pack-chosen").hidden = false;
  arrive();
})();
