// What views that lead a session keep of it: values that outlive the page, and
// a screen that doesn't go dark.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const guide = document.documentElement.dataset.guide;

  // keep returns what reads and writes one value of this window. It outlives
  // the page in the storage of the session or, where the browser refuses that,
  // in the page's own entry of the history.
  opas.keep = (name) => {
    const key = `sparrausopas:${name}:${guide}`;
    const stored = () => { try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; } };
    return {
      read: () => stored() || history.state?.[key],
      write: (value) => {
        try { sessionStorage.setItem(key, JSON.stringify(value)); } catch {
          try { history.replaceState({ ...history.state, [key]: value }, ""); } catch { /* lives as long as the page */ }
        }
      },
    };
  };

  // minutes writes milliseconds as 4:05.
  opas.minutes = (left) => {
    const seconds = Math.ceil(left / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  // awake returns what keeps the screen lit (hold) while running says so, and
  // lets it go dark again (release). The browser takes the lock away whenever
  // the page is hidden, and some have none.
  opas.awake = (running) => {
    let lock = null;
    const hold = async () => {
      if (!running() || document.hidden || lock && !lock.released) return;
      try { lock = await navigator.wakeLock.request("screen"); } catch { return; }
      if (!running()) lock.release();
    };
    document.addEventListener("visibilitychange", hold);
    return { hold, release: () => { if (lock) lock.release(); } };
  };
})();
