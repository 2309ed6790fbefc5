// Filling a worksheet on screen: what is typed is kept at once in this browser,
// in copies with names; tools save a copy to a file, open one, copy it as text,
// clear and print it. The page is whole without this script: the tools are
// hidden then.
//
// Before it come text.js and tools.js (messages), worksheet-file.js (the file's
// form), worksheet-store.js (what the browser keeps), worksheet-fields.js and
// what it needs, and worksheet-bar.js (the tools' place on the page). Where
// questions are rated worksheet-result.js comes after it. The form names, as
// data-more, what is loaded when somebody fills it: the words and the scripts of
// what opens files, pastes cells, copies and prints.
(() => {
  "use strict";

  const { word, status, notice, silence, ask } = window.opas;
  const opas = window.opas;
  const form = document.querySelector("form.worksheet");
  const tools = document.querySelector(".tools");
  if (!form || !tools) return;

  const tool = (name) => tools.querySelector(`[data-tool="${name}"]`);
  const root = document.documentElement;
  const fields = opas.worksheetFields(form);
  const sheet = {
    guide: form.dataset.guideTitle,
    language: form.dataset.language,
    worksheet: form.dataset.worksheet,
    title: form.dataset.title,
    version: form.dataset.version,
    fields: fields.byName,
  };
  const store = opas.worksheetStore(root.dataset.guide, sheet.language, sheet.worksheet);

  // The first copy has the same ID in all windows, so that two that begin to
  // fill an empty worksheet learn of each other.
  const firstID = "0";
  const delay = 200;

  let copy; // the copy on the page: id, name, and filed: when it was saved to
  // a file (at), and whether it was edited since
  let unplaced; // its answers that the worksheet has no place for
  let changed = false; // whether there are answers that haven't been kept
  let timer;
  const unsaved = new Set(); // copies that are on this page alone, by ID
  let warned = false; // whether the reader has been told so

  let unkept = false; // whether something was typed into a field that isn't kept

  // refused informs the reader of the fields that nothing is kept of.
  const refused = () => notice(word("fields-refused"), { items: fields.refused.map(({ label }) => label) });

  const isEmpty = () => Object.keys(fields.read()).length + Object.keys(unplaced).length === 0;

  // freeName returns a name that no other copy has.
  const freeName = (wanted) => {
    const taken = store.list().filter(({ id }) => id !== copy.id).map(({ name }) => name);
    let name = wanted;
    for (let number = 2; taken.includes(name); number++) name = `${wanted} (${number})`;
    return name;
  };

  // listCopies shows the copies to choose from. One that nothing was written
  // in yet is on the page alone.
  const listCopies = () => {
    const list = store.list();
    if (!list.some(({ id }) => id === copy.id)) list.push(copy);
    tool("choose").replaceChildren(...list.map(({ id, name }) => new Option(name, id, false, id === copy.id)));
    opas.worksheetState(copy, list.length > 1, isEmpty());
    if (opas.worksheetResult) opas.worksheetResult();
  };

  // forget leaves the copy to what is stored of it.
  const forget = () => {
    store.release(copy.id);
    unsaved.delete(copy.id);
  };

  // write keeps the copy. If another window has written the same copy in the
  // meantime, this one becomes a copy of its own, so that neither is lost.
  const write = () => {
    clearTimeout(timer);
    changed = false;
    if (store.changed(copy.id)) {
      forget();
      copy = { ...copy, id: store.newID() };
      copy.name = freeName(copy.name);
      store.choose(copy.id);
      notice(word("branched", { copy: copy.name }));
    }
    const taken = store.write(copy.id, { name: copy.name, answers: fields.read(), unplaced, filed: copy.filed });
    if (!store.waiting()) unsaved.clear();
    if (!taken && !isEmpty()) unsaved.add(copy.id);
    status(word(taken ? "saved" : "unsaved"));
    if (!taken && !warned) notice(word("storage-refuses"));
    warned = !taken;
    listCopies();
  };

  // keep writes what was typed last.
  const keep = () => { if (changed) write(); };

  // show puts a copy on the page. Under an ID that something else has, such as
  // a copy of a later guide, nothing is written. The reader is told of cells
  // that stand where they do by their place alone, until something is written.
  const show = (id) => {
    if (store.isOther(id)) id = store.newID();
    const kept = store.read(id) || { name: word("copy-first"), answers: {}, unplaced: {} };
    copy = { id, name: kept.name, filed: kept.filed };
    changed = false;
    unplaced = fields.put(fields.named(kept.answers), kept.unplaced);
    store.choose(id);
    listCopies();
    const byPlace = fields.byPlace(kept.answers).map((table) => word("by-place", { table }));
    const lost = Object.keys(unplaced).filter((name) => !Object.hasOwn(kept.unplaced, name));
    if (lost.length) {
      write();
      notice([...byPlace, word("unplaced")].join(" "), { items: opas.asItems(unplaced) });
    } else if (byPlace.length) notice(byPlace.join(" "));
    else compare();
  };

  // replace fills the copy on the page with other answers. They are in a file
  // if they come from one.
  const replace = (answers, waiting, filed) => {
    unplaced = fields.put(answers, waiting);
    copy.filed = filed;
    write();
  };

  // compare looks if another window has written the copy on the page, and lets
  // the reader choose between the two.
  const compare = () => {
    if (!store.changed(copy.id)) return;
    const other = store.elsewhere(copy.id);
    if (!other) return;
    if (JSON.stringify([other.answers, other.unplaced]) === JSON.stringify([fields.read(), unplaced])) {
      forget();
      store.read(copy.id);
      copy.name = other.name;
      copy.filed = other.filed;
      changed = false;
      listCopies();
      return;
    }
    const take = () => {
      clearTimeout(timer);
      forget();
      show(copy.id);
    };
    later("elsewhere", {}, { actions: [["fill-take-newer", take], ["fill-keep-own", write]] });
  };

  // load opens a file of answers. It goes to a copy of its own if the one on
  // the page holds something.
  const load = async (chosen) => {
    const file = await opas.worksheetFile.open(chosen, sheet);
    if (file.problem) {
      notice(word("fill-open-failed", { file: chosen.name }) + " " + word(file.problem, file.values));
      return;
    }
    keep();
    if (!isEmpty() || store.changed(copy.id)) copy = { id: store.newID(), name: "" };
    copy.name = freeName(file.copy.trim().slice(0, 60) || word("copy-first"));
    store.choose(copy.id);
    replace(file.answers, file.unplaced, { at: new Date(chosen.lastModified).toJSON() });
    // What stood in the notice may be about the answers before, as "undo" is.
    const items = opas.asItems(unplaced);
    const says = word(items.length ? "fill-opened-older" : "fill-opened", { file: chosen.name, copy: copy.name });
    notice(warned ? `${says} ${word("storage-refuses")}` : says, { items });
  };

  // ownName is the name of the copy, unless it has the first one's and is told
  // from others by what it is about.
  const ownName = () => (copy.name !== word("copy-first") || store.list().length > 1 && !fields.about() ? copy.name : "");

  // more loads what a page that nobody fills does without, and returns the two
  // prints. What fails is tried again.
  let loading;
  const more = () => (loading ??= opas.load(form.dataset.more).then(
    () => opas.worksheetPrint(form, fields, () => ({ name: ownName(), waiting: opas.asItems(unplaced) })),
    (error) => {
      loading = undefined;
      throw error;
    },
  ));
  const expect = () => { more().catch(() => {}); };

  // withMore makes an action of one that needs it.
  const withMore = (act) => () => more().then(act, () => notice(word("more-failed")));

  // later shows a notice whose words are loaded with the rest.
  const later = (name, values, options) => withMore(() => notice(word("fill-" + name, values), options))();

  // actions are what the buttons do, by their data-tool.
  const actions = {
    add: withMore(async () => {
      const name = await ask(word("fill-add-ask"), word("fill-add-yes"), freeName(word("fill-copy-next", { number: store.list().length + 1 })));
      if (!name) return;
      keep();
      silence();
      copy = { id: store.newID(), name: "" };
      copy.name = freeName(name);
      store.choose(copy.id);
      replace({}, {});
    }),
    rename: withMore(async () => {
      const name = await ask(word("fill-rename-ask"), word("fill-rename-yes"), copy.name);
      if (!name) return;
      copy.name = freeName(name);
      write();
    }),
    remove() {
      keep();
      const gone = { ...copy };
      const before = [fields.read(), unplaced, gone.filed];
      unsaved.delete(copy.id);
      store.remove(copy.id);
      show((store.list()[0] || { id: firstID }).id);
      const restore = () => {
        keep();
        copy = gone;
        store.choose(copy.id);
        replace(...before);
      };
      notice(word("removed", { copy: gone.name }), { actions: [["undo", restore]] });
    },
    save() {
      copy.filed = { at: new Date().toJSON() };
      write();
      const name = opas.fileName([sheet.title, fields.about(), ownName()], ".json");
      opas.download(name, "application/json", opas.worksheetFile.text(sheet, copy, fields.read(), unplaced));
      unsaved.delete(copy.id);
      notice(word("file-saved", { file: name }), { brief: true });
    },
    open() { tool("file").click(); },
    copy: withMore(() => {
      const waiting = opas.asItems(unplaced);
      const text = [opas.worksheetText(form, fields), waiting.length ? word("fill-unplaced-heading") + "\n" + waiting.join("\n") : ""].filter(Boolean).join("\n\n");
      if (!text) notice(word("fill-nothing-to-copy"));
      else opas.copy(`${sheet.title} – ${copy.name}\n\n${text}\n`);
    }),
    blank: withMore((paper) => paper.blank()),
    filled: withMore((paper) => {
      keep();
      paper.filled();
    }),
    clear() {
      const before = [fields.read(), unplaced, copy.filed];
      replace({}, {});
      later("cleared", {}, { actions: [["undo", () => replace(...before)]], brief: true });
    },
  };

  // loadAll opens files one after another, each into a copy of its own.
  const loadAll = (files) => withMore(async () => { for (const file of files) await load(file); })();

  tool("choose").addEventListener("change", (event) => {
    const id = event.target.value;
    keep();
    silence();
    show(id);
  });
  tool("file").addEventListener("change", (event) => {
    loadAll([...event.target.files]);
    // The same file can be chosen again.
    event.target.value = "";
  });
  form.addEventListener("input", (event) => {
    if (fields.refused.some(({ element }) => element.contains(event.target))) {
      if (!unkept) refused();
      unkept = true;
      return;
    }
    fields.refresh(event.target);
    changed = true;
    if (copy.filed) copy.filed = { ...copy.filed, edited: true };
    clearTimeout(timer);
    timer = setTimeout(write, delay);
  });
  // Enter in a field sends nothing.
  form.addEventListener("submit", (event) => event.preventDefault());
  // What comes of the answers, such as a result, is on paper, too.
  for (const end of ["pagehide", "beforeprint"]) window.addEventListener(end, keep);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
    else compare();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === null || store.owns(event.key) === undefined) return;
    if (store.owns(event.key) === copy.id) {
      if (event.newValue === null) later("removed-elsewhere");
      else compare();
    }
    listCopies();
  });
  window.addEventListener("beforeunload", (event) => {
    keep();
    if (unsaved.size || unkept) event.preventDefault();
  });

  // Whoever comes near the fields or to the browser's own command to print has
  // it ready by then.
  for (const sign of ["pointerdown", "keydown", "focusin", "input", "dragenter"]) document.addEventListener(sign, expect, { once: true });

  root.classList.add("scripted");
  opas.worksheetBar((name) => actions[name](), loadAll);
  if (fields.refused.length) refused();
  const list = store.list().map(({ id }) => id);
  show(list.includes(store.current()) ? store.current() : list[list.length - 1] || firstID);
  const former = store.former(sheet.guide);
  if (former) {
    const take = () => {
      keep();
      show(store.take(former));
    };
    later("former", { copies: former.list().map(({ name }) => name).join(", ") }, { actions: [["fill-former-take", take], ["fill-former-leave", store.leave]] });
  }
  if (!isEmpty()) expect();
  // Firefox keeps what is stored of a file with the file's path.
  const byPath = location.protocol === "file:" && CSS.supports("-moz-appearance", "none");
  if (store.works()) status(word(!isEmpty() ? "restored" : byPath ? "ready-file" : "ready"));
  else {
    warned = true;
    status(word("unsaved"));
    notice(word("storage-refuses"));
  }
})();
