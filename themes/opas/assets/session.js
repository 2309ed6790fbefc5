// Turns the times of a session's timetable, which count from its start, into
// times of the clock, from the start time that the sparrer gives. The start
// time is kept in this browser until another is given.
(function () {
  "use strict";

  var row = document.querySelector(".start-time");
  var input = document.getElementById("start-time");
  if (!row || !input) return;
  var key = "sparrausopas:start:" + document.documentElement.dataset.guide;
  var cells = document.querySelectorAll(".timetable [data-start]");
  var end = row.querySelector("output");
  var first = Array.prototype.map.call(cells, function (cell) { return cell.textContent; });

  // clock writes minutes since midnight as Finns do: 9.05.
  function clock(minutes) {
    var hour = Math.floor(minutes / 60) % 24;
    var minute = minutes % 60;
    return hour + "." + (minute < 10 ? "0" : "") + minute;
  }

  function show() {
    var parts = /^(\d\d):(\d\d)/.exec(input.value);
    var start = parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
    cells.forEach(function (cell, i) {
      cell.textContent = start === null ? first[i] : clock(start + Number(cell.dataset.start));
    });
    end.textContent = start === null ? "" : clock(start + length());
    row.classList.toggle("given", start !== null);
  }

  // length is when the last line ends, in minutes from the start.
  function length() {
    var last = cells[cells.length - 1];
    return Number(last.dataset.start) + Number(last.nextElementSibling.textContent);
  }

  // remember and recall do without a storage where the browser has none.
  function remember() {
    try { localStorage.setItem(key, input.value); } catch (error) { /* the time is then asked again */ }
  }

  function recall() {
    try { return localStorage.getItem(key) || ""; } catch (error) { return ""; }
  }

  input.value = recall();
  input.addEventListener("input", function () {
    remember();
    show();
  });
  row.hidden = false;
  show();
})();
