// Times of the clock, for pages that know when a session starts: its leader's
// and its participants' sheets, the live view, the print pack.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // clock writes what time it is so many minutes after the start, which is the
  // value of a time field: 9.05. Without a start it gives "".
  opas.clock = (start, passed) => {
    const parts = /^(\d\d):(\d\d)/.exec(start);
    if (!parts) return "";
    const minutes = Number(parts[1]) * 60 + Number(parts[2]) + passed;
    return `${Math.floor(minutes / 60) % 24}.${String(minutes % 60).padStart(2, "0")}`;
  };

  // startTime makes a time field that of the start, which is one for all pages:
  // this browser keeps it until another is given, on whatever page. show is
  // called when it has changed.
  const key = "sparrausopas:start:" + document.documentElement.dataset.guide;
  opas.startTime = (input, show) => {
    // A browser without a storage asks for the time again.
    const recall = () => { try { input.value = localStorage.getItem(key) || ""; } catch { /* as it is */ } };
    const remember = () => { try { localStorage.setItem(key, input.value); } catch { /* as it is */ } };
    input.addEventListener("input", () => {
      remember();
      show();
    });
    window.addEventListener("storage", (event) => {
      if (event.key !== key && event.key !== null) return;
      recall();
      show();
    });
    recall();
  };
})();
