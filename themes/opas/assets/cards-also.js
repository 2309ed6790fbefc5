// Gives question cards the same question in another language for a back, as the
// reader chooses. pack-item.js and cards.js come before it.
(() => {
  "use strict";

  const opas = window.opas;
  const choice = document.querySelector("[name=also]");
  const { item, missing } = choice.closest("[data-item]").dataset;

  choice.addEventListener("change", async () => {
    const { value, selectedOptions: [{ dataset: { scripts } }] } = choice;
    const cards = value && await opas.loadItem(scripts, item);
    if (choice.value !== value) return;
    opas.turnCards(cards && opas.cardBacks(cards));
    if (value && !cards) document.querySelector(".card-count").textContent = missing;
  });
})();
