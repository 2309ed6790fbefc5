// The card of a question on the front page: the button shows another one. All
// questions stand in the page, one of them visible; without script it stays.
// Each is shown once before one comes again. On a phone what the page has for
// each reader is folded away: the ways to it are at the top already.
(() => {
  "use strict";

  if (matchMedia("(max-width: 40rem)").matches) for (const role of document.querySelectorAll(".role details")) role.open = false;

  const ask = document.querySelector(".ask");
  if (!ask) return;
  const [button, said] = [ask.querySelector("button"), ask.querySelector("[role=status]")];
  const cards = [...ask.querySelectorAll(".ask-cards > p")];
  if (cards.length < 2) return;

  let shown = cards[0];
  let waiting = [];

  const next = () => {
    if (!waiting.length) waiting = cards.filter((card) => card !== shown);
    return waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0];
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    shown.classList.remove("shown");
    shown = next();
    shown.classList.add("shown");
    // The focus stays on the button: what came up is read to those who don't
    // see it.
    said.textContent = shown.textContent;
  });
})();
