// Turns the times of a session's timetable, which count from its start, into
// times of the clock, from the start time that the sparrer gives. The start
// time is kept in this browser until another is given. clock.js comes before
// it.
(() => {
  "use strict";

  const { clock } = window.opas;
  const row = document.querySelector(".start-time");
  const input = document.getElementById("start-time");
  const cells = [...document.querySelectorAll(".timetable [data-start]")];
  // A session without an agenda has no times.
  if (!row || !input || cells.length === 0) return;
  const key = "sparrausopas:start:" + document.documentElement.dataset.guide;
  const end = row.querySelector("output");
  const first = cells.map((cell) => cell.textContent);

  // length is when the last line ends, in minutes from the start.
  const last = cells.at(-1);
  const length = Number(last.dataset.start) + Number(last.nextElementSibling.textContent);

  const show = () => {
    cells.forEach((cell, i) => { cell.textContent = clock(input.value, Number(cell.dataset.start)) || first[i]; });
    end.textContent = clock(input.value, length);
    row.classList.toggle("given", end.textContent !== "");
  };

  // remember and recall do without a storage where the browser has none.
  const remember = () => { try { localStorage.setItem(key, input.value); } catch { /* the time is then asked again */ } };
  const recall = () => { try { return localStorage.getItem(key) || ""; } catch { return ""; } };

  input.value = recall();
  input.addEventListener("input", () => {
    remember();
    show();
  });
  row.hidden = false;
  show();
})();
