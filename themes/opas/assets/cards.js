// Chooses question cards and puts them on sheets. The page holds all cards, to
// be folded; from these the script makes the sheets anew at each choice. The
// address tells the choice, so that it can be linked to: ?n=1,2,7 or #n=1,2,7.
// In place of its back a card can have the same question in another language.
// numbers.js and card-sheets.js come before it, cards-also.js after it.
(() => {
  "use strict";

  const opas = window.opas;
  const tools = document.querySelector(".card-tools");
  const place = document.querySelector(".card-sheets");
  const pattern = document.querySelector(".card-pattern");
  if (!tools || !place || !pattern) return;
  const boxes = [...tools.querySelectorAll("[name=n]")];
  const count = tools.querySelector(".card-count");
  const print = tools.querySelector("[data-print]");
  const faces = (side) => new Map([...place.querySelectorAll("." + side)].map((face) => [face.dataset.number, face]));
  const fronts = faces("front");
  const backs = faces("back");
  let others; // questions in another language, by number

  // layouts say for each choice of backs which sheets there are: their class,
  // the hint below them and their faces in order. A sheet of backs is mirrored
  // by the style.
  const front = (number) => fronts.get(number);
  const back = (number) => others?.get(number) || backs.get(number);
  const layouts = {
    fold: (parts) => parts.map((part) => ["fold", "fold", part.flatMap((number) => [front(number), back(number)])]),
    duplex: (parts) => parts.flatMap((part) => [["fronts", "fronts", part.map(front)], ["mirrored", "backs", part.map(back)]]),
    none: (parts) => parts.flatMap((part) => (others ? [front, back] : [front]).map((face) => ["fronts", "none", part.map(face)])),
  };

  const sheetsOf = (numbers) => {
    const mode = tools.elements.backs.value;
    const across = mode === "fold" ? 1 : 2;
    const rows = opas.cardRows(numbers.length, across);
    return layouts[mode](opas.parts(numbers, rows * across)).map(([name, hint, cards], i, all) => {
      const made = opas.cardSheet(pattern.content.firstElementChild, cards, rows, `${i + 1}/${all.length}`);
      made.classList.add(name);
      made.querySelector(".card-hint").textContent = pattern.dataset[hint];
      return made;
    });
  };

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  // show puts the chosen cards on sheets and says how many sheets they take.
  const show = () => {
    const numbers = chosen();
    const sheets = sheetsOf(numbers);
    place.replaceChildren(...sheets);
    for (const whole of tools.querySelectorAll("[data-whole]")) {
      const own = [...whole.closest("fieldset").querySelectorAll("[name=n]")];
      whole.checked = own.every((box) => box.checked);
      whole.indeterminate = !whole.checked && own.some((box) => box.checked);
    }
    print.disabled = numbers.length === 0;
    count.textContent = numbers.length === 0 ? count.dataset.empty
      : count.dataset.count.replace("{cards}", numbers.length).replace("{sheets}", sheets.length);
  };

  // turnCards takes these for backs, or the cards' own.
  opas.turnCards = (backs) => {
    others = backs;
    show();
  };

  const choose = (numbers) => {
    for (const box of boxes) box.checked = numbers.includes(box.value);
  };

  // note puts the choice into the address. Some browsers refuse that in a file.
  const note = () => {
    const numbers = chosen();
    const end = numbers.length === 0 || numbers.length === boxes.length ? "" : "#n=" + numbers.join(",");
    try { history.replaceState(null, "", location.href.split(/[?#]/)[0] + end); } catch { /* the choice holds without */ }
  };

  // follow chooses the cards that the address names, or else all.
  const follow = () => {
    const numbers = opas.numbers().filter((number) => fronts.has(number));
    choose(numbers.length ? numbers : [...fronts.keys()]);
    show();
  };

  tools.addEventListener("change", (event) => {
    if (event.target.matches("[data-whole]")) {
      for (const box of event.target.closest("fieldset").querySelectorAll("[name=n]")) box.checked = event.target.checked;
    }
    note();
    show();
  });
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-choose]");
    if (!button) return;
    choose(button.dataset.choose.split(","));
    note();
    show();
  });
  print.addEventListener("click", () => window.print());
  tools.addEventListener("submit", (event) => event.preventDefault());
  // A hash that is a place in the page leaves the choice, and the address it.
  window.addEventListener("hashchange", () => (opas.chooses() ? follow() : note()));

  tools.hidden = false;
  follow();
})();
