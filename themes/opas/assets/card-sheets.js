// Puts question cards on sheets of A4, for the page of cards and for packs. A
// sheet has four rows, or five lower ones where that saves one that would be
// half empty. The pattern of a sheet holds the marks of both.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // parts cuts a list into parts of a size.
  opas.parts = (list, size) => (list.length ? [list.slice(0, size), ...opas.parts(list.slice(size), size)] : []);

  // cardRows returns how many rows a sheet has for so many cards, of which so
  // many lie beside each other.
  opas.cardRows = (count, across) => {
    const last = count % (4 * across);
    const saves = Math.ceil(count / (5 * across)) < Math.ceil(count / (4 * across));
    return saves && last > 0 && last <= 2 * across ? 5 : 4;
  };

  // cardSheet fills a copy of the pattern; place says which sheet it is.
  opas.cardSheet = (pattern, faces, rows, place) => {
    const made = pattern.cloneNode(true);
    const label = made.querySelector(".card-place");
    made.querySelector(rows === 5 ? ".card-marks:not(.five)" : ".card-marks.five").remove();
    made.classList.toggle("rows-five", rows === 5);
    made.querySelector(".card-grid").replaceChildren(...faces);
    label.textContent = label.textContent.replace("{place}", place);
    return made;
  };
})();
