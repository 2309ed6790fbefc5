// The button that prints the page, and the choice of large letters on paper.
for (const tools of document.querySelectorAll(".sheet-tools")) tools.hidden = false;
for (const button of document.querySelectorAll("[data-print-page]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const box of document.querySelectorAll("[data-large-print]")) {
  const choose = () => document.documentElement.classList.toggle("large-print", box.checked);
  box.addEventListener("change", choose);
  choose(); // a browser may remember the choice
}
