// Finds the guide from a page that isn't there, where the build didn't know its
// address: the nearest folder above that has one of its sections. This stands
// in the page itself, which can't name files.
(async () => {
  "use strict";

  // Pages that are files can't ask for others.
  if (!location.protocol.startsWith("http")) return;
  const ways = [...document.querySelectorAll("[data-at]")];
  for (let root = location.pathname; root.includes("/"); root = root.slice(0, -1)) {
    root = root.slice(0, root.lastIndexOf("/") + 1);
    const { ok } = await fetch(root + ways.at(-1).dataset.at).catch(() => ({}));
    if (!ok) continue;
    for (const way of ways) way[way.matches("a") ? "href" : "action"] = root + way.dataset.at;
    for (const box of document.querySelectorAll(".ways")) box.hidden = false;
    return;
  }
})();
