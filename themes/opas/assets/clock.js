// Times of the clock, for pages that know when a session starts: its leader's
// and its participants' sheets, the live view, the print pack.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});

  // clock writes what time it is so many minutes after the start, which is the
  // value of a time field, as the build writes times: 9.05, in English 09:05.
  // Without a start it gives "".
  const root = document.documentElement;
  opas.clock = (start, passed) => {
    const parts = /^(\d\d):(\d\d)/.exec(start);
    if (!parts) return "";
    return new Date(2000, 0, 1, parts[1], Number(parts[2]) + passed).toLocaleTimeString(root.lang === "en" ? "en-GB" : "fi", { timeStyle: "short" });
  };

  // startTime makes a time field that of the start, which is one for all pages:
  // this browser keeps it until another is given, on whatever page. show is
  // called when it has changed.
  const key = "sparrausopas:start:" + root.dataset.guide;
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
