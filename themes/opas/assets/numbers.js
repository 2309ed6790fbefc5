// The numbers of questions that the address names, for pages that show those
// alone.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  const listIn = (part) => new URLSearchParams(part.slice(1)).get("n");

  // numbers returns the numbers that the address names: #n=1,2,7 or ?n=1,2,7.
  opas.numbers = () => (listIn(location.hash) ?? listIn(location.search) ?? "").split(",").map((number) => String(Number(number)));

  // chooses reports whether the hash says which numbers are chosen: all of them
  // if it is empty. Another one is a place in the page, as that of the skip
  // link.
  opas.chooses = () => location.hash === "" || listIn(location.hash) !== null;
})();
