// Texts of the page as people and other programs want them.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // clean takes soft hyphens and what joins ranges out of a text of the page.
  opas.clean = (text) => text.replace(/[\u00ad\u2060]/g, "").replace(/\s+/g, " ").trim();

  // tabbed writes a row as programs for tables take it from the clipboard.
  opas.tabbed = (cells) => cells.map(opas.clean).join("\t");
})();
