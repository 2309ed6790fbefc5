// The print pack as this browser keeps it, and the button on other pages that
// puts them into it.
//
// A pack is {items: [IDs], title, place, people, tables, also} in localStorage;
// "also" is the language that all of it is printed in, too.
// Firefox gives each page that is opened as a file a storage of its own: links
// to the pack page therefore say in their hash what is in the pack, and the pack
// page writes it into its own address.
//
//	#items=worksheets%2Fplan,sessions%2Fevent-1.sheet
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const root = document.documentElement;
  const key = "sparrausopas:pack:" + JSON.stringify([root.dataset.guide, root.lang]);
  let held = null; // what the storage didn't take

  const text = (value) => (typeof value === "string" ? value : "");

  const stored = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };

  // read returns a pack, an empty one if what is kept isn't one.
  const read = () => {
    let kept = null;
    try { kept = JSON.parse(held || stored()); } catch { /* not a pack */ }
    const { items, title, place, people, tables, also } = kept || {};
    const ids = Array.isArray(items) ? items.filter((id) => typeof id === "string" && id !== "") : [];
    return { items: [...new Set(ids)], title: text(title), place: text(place), people: text(people), tables: text(tables), also: text(also) };
  };

  // change changes the pack and reports whether the storage keeps it.
  const change = (values) => {
    const raw = JSON.stringify({ ...read(), ...values });
    try {
      localStorage.setItem(key, raw);
      held = null;
    } catch {
      held = raw;
    }
    return held === null;
  };

  opas.pack = {
    key,
    read,
    change,
    hash: (items) => (items.length ? "#items=" + items.map(encodeURIComponent).join(",") : ""),
    // count says how many items there are, in the words given.
    count: (number, one, many) => (number === 1 ? one : many.replace("{number}", number)),
  };

  const ready = (button) => {
    const status = button.parentElement.querySelector("[role=status]");
    const link = button.parentElement.querySelector(".pack-link");
    const address = link.getAttribute("href");
    const { item, remove, added, taken, unkept, single, many } = button.dataset;
    const add = button.textContent;

    const show = () => {
      const { items } = read();
      const says = items.includes(item) ? remove : add;
      // The same text again would have the page laid out again.
      if (button.textContent !== says) button.textContent = says;
      link.href = address + opas.pack.hash(items);
    };

    button.addEventListener("click", () => {
      const { items } = read();
      const was = items.includes(item);
      const now = was ? items.filter((id) => id !== item) : [...items, item];
      const kept = change({ items: now });
      const said = (was ? taken : added).replace("{count}", opas.pack.count(now.length, single, many));
      status.textContent = kept || was ? said : `${said} ${unkept}`;
      show();
    });

    // Another window may have changed the pack, or the reader came back here.
    // The event pageshow comes to a new page as well, when it is whole: until
    // then the storage, which answers slowly at first, isn't asked.
    window.addEventListener("storage", show);
    window.addEventListener("pageshow", show);
    button.hidden = false;
  };

  for (const button of document.querySelectorAll(".pack-add [data-item]")) ready(button);
})();
