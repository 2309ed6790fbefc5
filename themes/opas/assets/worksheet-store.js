// Keeps the filled copies of a worksheet in this browser. Each copy is a value
// of its own in localStorage, so that two windows don't take copies from each
// other. All pages that are opened as files share one storage in Chromium: the
// keys name the guide, the language and the worksheet.
//
// What the storage doesn't take, as it is blocked or full, is held in memory
// for as long as the page is open, and tried again at the next writing. It is
// never written over what another window has stored in the meantime.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // Copies are tables with name, answers and unplaced. A value that isn't one,
  // such as a copy of a later guide, is left alone.
  const parse = (raw) => {
    try {
      const { name, answers, unplaced, filed } = JSON.parse(raw);
      const isAnswers = (table) => Object.values(table).every((value) => opas.worksheetFile.fits(value));
      if (typeof name === "string" && isAnswers(answers) && isAnswers(unplaced)) return { name, answers, unplaced, filed };
    } catch { /* not a copy */ }
    return null;
  };

  // attempt does what a blocked storage throws at.
  const attempt = (act, otherwise) => {
    try { return act(); } catch { return otherwise; }
  };

  // persist asks the browser, once a page, not to throw away what it keeps when
  // it wants room.
  let asked = false;
  const persist = () => {
    if (!asked && navigator.storage?.persist) navigator.storage.persist().catch(() => {});
    asked = true;
  };

  opas.worksheetStore = (guide, language, worksheet) => {
    const sheet = JSON.stringify([guide, language, worksheet]);
    const prefix = `sparrausopas:worksheet:${sheet}:`;
    const currentKey = `sparrausopas:worksheet-current:${sheet}`;
    const leftKey = `sparrausopas:worksheet-left:${sheet}`;
    // known is what this page last read or wrote of each copy, held what the
    // storage didn't take.
    const known = new Map();
    const held = new Map();

    const stored = (id) => attempt(() => localStorage.getItem(prefix + id), null);

    const put = (id, raw) => attempt(() => {
      localStorage.setItem(prefix + id, raw);
      known.set(id, raw);
      held.delete(id);
      return true;
    }, false);

    const ids = () => {
      const keys = attempt(() => Object.keys(localStorage), []);
      const found = keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
      return [...new Set([...found, ...held.keys()])].sort();
    };

    const look = (id) => parse(held.get(id) || stored(id));

    const changed = (id) => {
      const raw = stored(id);
      return raw !== null && raw !== known.get(id);
    };

    // write keeps a copy and reports whether the storage took it.
    const write = (id, copy) => {
      const raw = JSON.stringify({ ...copy, changed: new Date().toISOString() });
      held.set(id, raw);
      if (!put(id, raw)) return false;
      persist();
      for (const [other, waiting] of [...held]) if (!changed(other)) put(other, waiting);
      return true;
    };

    // newID makes an ID for another copy; IDs sort by their age.
    const newID = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

    return {
      // owns returns the copy that a key of the storage is of, or undefined.
      owns: (key) => (key.startsWith(prefix) ? key.slice(prefix.length) : undefined),

      // former returns the store of the same worksheet under what the guide was
      // called by before, if copies are there that the reader hasn't left alone;
      // else null.
      former: (name) => {
        const old = name === guide ? null : opas.worksheetStore(name, language, worksheet);
        return old && old.list().length > 0 && !attempt(() => localStorage.getItem(leftKey), null) ? old : null;
      },

      // take moves the copies of a former store here and returns the ID of the
      // last.
      take: (old) => {
        let last;
        for (const { id } of old.list()) {
          const copy = old.read(id);
          last = stored(id) === null ? id : newID();
          if (write(last, copy)) old.remove(id);
        }
        return last;
      },

      // leave remembers that the reader leaves the former copies alone.
      leave: () => attempt(() => localStorage.setItem(leftKey, "yes")),

      // works reports whether the storage takes anything at all.
      works: () => attempt(() => {
        localStorage.setItem(currentKey + "?", "?");
        localStorage.removeItem(currentKey + "?");
        return true;
      }, false),

      // list returns the copies, the oldest first.
      list: () => ids().map((id) => ({ id, copy: look(id) })).filter(({ copy }) => copy).map(({ id, copy }) => ({ id, name: copy.name })),

      // elsewhere returns a copy as it is stored, whatever this page holds of
      // it.
      elsewhere: (id) => parse(stored(id)),

      // isOther reports whether something is stored that isn't a copy.
      isOther: (id) => !look(id) && stored(id) !== null,

      // read returns a copy; from now on changed compares with what is stored.
      // A copy that is held was made from what was known before.
      read: (id) => {
        if (!held.has(id)) known.set(id, stored(id));
        return look(id);
      },

      // release lets go of what is held of a copy: it went elsewhere, or the
      // reader takes what is stored.
      release: (id) => { held.delete(id); },

      write,

      remove: (id) => {
        held.delete(id);
        known.delete(id);
        attempt(() => localStorage.removeItem(prefix + id));
      },

      // changed reports whether another window has written a copy since this
      // one read or wrote it.
      changed,

      // waiting reports whether something is held in memory alone.
      waiting: () => held.size > 0,

      newID,

      // current is the copy that this window showed last, or else the one that
      // any window did.
      current: () => attempt(() => sessionStorage.getItem(currentKey)) || attempt(() => localStorage.getItem(currentKey)),
      choose: (id) => {
        attempt(() => sessionStorage.setItem(currentKey, id));
        attempt(() => localStorage.setItem(currentKey, id));
      },
    };
  };
})();
