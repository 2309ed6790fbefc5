// Folds the leader's sheet on a phone: the course of the session first, and what
// belongs to each item by a tap. Wide windows and paper show all of it, and so
// does a page without script.
(() => {
  "use strict";

  const parts = [...document.querySelectorAll(".fold")];
  const unfold = document.querySelector("[data-unfold]");
  const open = (which) => parts.forEach((part, i) => { part.open = which(part, i); });

  if (matchMedia("screen and (max-width: 40rem)").matches) {
    open(() => false);
    unfold.hidden = false;
  }
  unfold.addEventListener("click", () => {
    open(() => true);
    unfold.hidden = true;
    parts[0].querySelector("summary").focus();
  });

  // What a link leads to is open when one is there.
  const arrive = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && target.closest(".fold");
    if (part) part.open = true;
  };
  window.addEventListener("hashchange", arrive);
  arrive();

  let before = [];
  window.addEventListener("beforeprint", () => {
    before = parts.map((part) => part.open);
    open(() => true);
  });
  window.addEventListener("afterprint", () => open((part, i) => before[i]));
})();
