// Makes the question as large as its card allows, with what is beneath it in
// proportion.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // fit returns what does it. The card is as high as the window leaves it while
  // the text is small: the largest size is that at which it doesn't grow, and no
  // word is broken.
  opas.fit = (card) => {
    const texts = [...card.querySelectorAll(".present-question, .present-beneath")];
    const height = () => card.getBoundingClientRect().height;
    const size = (pixels) => card.style.setProperty("--size", `${pixels}px`);
    return () => {
      let least = Math.round(1.5 * parseFloat(getComputedStyle(document.documentElement).fontSize));
      let most = Math.round(innerHeight / 3);
      card.classList.add("fitting");
      size(least);
      const room = height() + .1;
      while (least < most) {
        const middle = Math.ceil((least + most) / 2);
        size(middle);
        if (height() <= room && texts.every((text) => text.scrollWidth <= text.clientWidth)) least = middle;
        else most = middle - 1;
      }
      size(least);
      card.classList.remove("fitting");
    };
  };
})();
