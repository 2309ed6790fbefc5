// Saves a session for the calendar, from the sheets of its leader and its
// participants: the day that is typed here, the start time and the agenda of the
// timetable, and if wanted a day to agree on the follow-up. clock.js and
// calendar-file.js come before it.
(() => {
  "use strict";

  const { clock, calendarFile } = window.opas;
  const form = document.querySelector(".calendar");
  const start = document.getElementById("start-time");
  if (!form || !start) return;
  const { title, identity, address, months, followUp, followUpText } = form.dataset;
  const { guide } = document.documentElement.dataset;

  const rows = [...document.querySelectorAll(".timetable tbody tr")].map((row) => {
    const [from, minutes] = row.querySelectorAll(".time");
    return { from: Number(from.dataset.start), minutes: parseInt(minutes.textContent, 10), title: row.querySelector("strong").textContent };
  });
  const last = rows.at(-1);

  // later is the day so many months later, or the last of a shorter month.
  const later = (day, months) => {
    const [year, month, date] = day.split("-").map(Number);
    const end = new Date(Date.UTC(year, month - 1 + months + 1, 0));
    return new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), Math.min(date, end.getUTCDate()))).toISOString().slice(0, 10);
  };

  const events = (day) => {
    const agenda = rows.map(({ from, title }) => `${clock(start.value, from)} ${title}`).join("\n");
    const list = [{ uid: `${identity}.${day}@${guide}`, title, text: agenda, address, day, time: start.value, minutes: last.from + last.minutes }];
    if (form.elements.followUp?.checked) list.push({ uid: `${identity}.follow-up.${day}@${guide}`, title: followUp, text: followUpText, day: later(day, Number(months)) });
    return list;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start.required = true;
    if (!start.reportValidity()) return;
    const day = form.elements.day.value;
    const name = title.normalize("NFD").replace(/[\p{M}\u00AD]/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-+|-+$/g, "");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([calendarFile(events(day))], { type: "text/calendar" }));
    link.download = `${name}-${day}.ics`;
    document.body.append(link);
    link.click();
    link.remove();
    // The browser must have read it before.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  });
})();
