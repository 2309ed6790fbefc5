// Turns the times of a session's timetable, which count from its start, into
// times of the clock, from the start time that the sparrer gives. clock.js
// comes before it.
(() => {
  "use strict";

  const { clock, startTime } = window.opas;
  const row = document.querySelector(".start-time");
  const input = document.getElementById("start-time");
  const cells = [...document.querySelectorAll(".timetable [data-start]")];
  // A session without an agenda has no times.
  if (!row || !input || cells.length === 0) return;
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

  startTime(input, show);
  row.hidden = false;
  show();
})();
