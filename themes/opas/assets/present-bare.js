// Hides the controls of the question view, so that a hall sees the question and
// the time alone: by a key, and on the whole screen when nothing has been
// touched for a while. The pointer and keys bring them back.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const root = document.documentElement;
  const idle = 4000;

  // bare hides nothing while held says that somebody is at the controls by
  // keyboard, and calls changed when there is another room for the question.
  opas.bare = (held, changed) => {
    let waiting = 0;
    let place = "";
    const set = (bare) => {
      if (root.classList.contains("bare") === bare) return;
      root.classList.toggle("bare", bare);
      changed();
    };
    const hide = () => { if (!held()) set(true); };
    const wake = () => {
      set(false);
      clearTimeout(waiting);
      if (document.fullscreenElement) waiting = setTimeout(hide, idle);
    };
    for (const touch of ["pointermove", "pointerdown"]) {
      document.addEventListener(touch, (event) => {
        // A page that moves under the pointer isn't touched.
        const now = `${event.screenX} ${event.screenY}`;
        if (touch === "pointermove" && now === place) return;
        place = now;
        wake();
      });
    }
    document.addEventListener("fullscreenchange", wake);
    return { wake, toggle: () => (root.classList.contains("bare") ? wake() : hide()) };
  };
})();
