// Help for the leader where it is needed: the sections that an item of the
// agenda leads to stand open in that item, the others folded below.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const partOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".leader-part");

  // help returns what puts the sections of the shelf in their places for the
  // item at hand.
  opas.help = (items, shelf) => {
    const parts = [...shelf.children];
    const led = new Map(items.map((item) => [item, parts.filter((part) => [...item.querySelectorAll('a[href^="#"]')].some((link) => partOf(link) === part))]));
    let shown = null;

    document.addEventListener("click", (event) => {
      const part = event.target.closest('a[href^="#"]') && partOf(event.target.closest("a"));
      if (part) part.querySelector("details").open = true;
    });

    return (item) => {
      if (item === shown) return;
      shown = item;
      shelf.append(...parts);
      item.append(...led.get(item));
      for (const part of parts) part.querySelector("details").open = led.get(item).includes(part);
    };
  };
})();
