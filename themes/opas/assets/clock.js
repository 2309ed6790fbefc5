// Times of the clock, for pages that know when a session starts.
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
})();
