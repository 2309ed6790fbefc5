// On the list of worksheets: which of them are filled on this device, by what
// worksheet-store.js keeps. Where the storage is blocked the list is as it was.
(() => {
  "use strict";

  const { guide } = document.documentElement.dataset;
  const { lang } = document.documentElement;
  const list = document.querySelector("[data-started]");

  // holds reports whether a copy has an answer.
  const holds = (raw) => {
    try {
      const { answers, unplaced } = JSON.parse(raw);
      return Object.keys(answers).length + Object.keys(unplaced).length > 0;
    } catch {
      return false;
    }
  };

  const isStarted = (worksheet) => {
    const prefix = `sparrausopas:worksheet:${JSON.stringify([guide, lang, worksheet])}:`;
    return Object.keys(localStorage).some((key) => key.startsWith(prefix) && holds(localStorage.getItem(key)));
  };

  const show = () => {
    for (const item of list.querySelectorAll("[data-worksheet]")) {
      item.querySelector(".started")?.remove();
      let started = false;
      try { started = isStarted(item.dataset.worksheet); } catch { /* the storage is blocked */ }
      if (started) item.querySelector("h2").after(Object.assign(document.createElement("p"), { className: "started", textContent: list.dataset.started }));
    }
  };

  if (!list) return;
  // The way back shows the page as it was, and other windows go on.
  window.addEventListener("pageshow", show);
  window.addEventListener("storage", show);
})();
