// What a reader copies goes on without the marks that only a page needs: soft
// hyphens, and what keeps ranges together. Programs that get them find no word
// that has one.
(() => {
  "use strict";

  const marks = /[\u00ad\u2060]/g;

  // A piece of a list or of a table stays one.
  const around = "ul, ol, dl, thead, tbody, tr, table";

  // copied returns a selection's HTML as it can stand anywhere: with whole
  // addresses, and without what isn't shown.
  const copied = (range) => {
    let piece = range.cloneContents();
    for (let box = range.commonAncestorContainer; box; box = box.parentElement) if (box.matches?.(around)) {
      const outer = box.cloneNode();
      outer.append(piece);
      piece = outer;
    }
    const holder = document.createElement("div");
    holder.append(piece);
    for (const unseen of holder.querySelectorAll("[hidden], link, script, style, template")) unseen.remove();
    for (const link of holder.querySelectorAll("a[href]")) link.setAttribute("href", link.href);
    return holder.innerHTML;
  };

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const text = String(selection);
    if (event.defaultPrevented || event.target.closest?.("input, textarea, [contenteditable]") || text.search(marks) < 0) return;
    event.clipboardData.setData("text/plain", text.replace(marks, ""));
    event.clipboardData.setData("text/html", copied(selection.getRangeAt(0)).replace(marks, ""));
    event.preventDefault();
  });
})();
