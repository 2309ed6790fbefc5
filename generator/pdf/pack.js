// Builds the document of a ready pack on the page of packs, whose address names
// it: themes/opas/assets/pack.js does so when its last button is pressed, which
// prints all of it. False says that the page has no such pack.
(async () => {
  const printed = new Promise((done, fail) => {
    window.print = done;
    // An item that doesn't come isn't printed, nor are the others.
    setTimeout(() => fail(new Error(document.querySelector(".pack-notice").textContent || "the pack isn't whole")), 60000);
  });
  const button = [...document.querySelectorAll(".pack-prints button")].at(-1);
  if (!button) return false;
  button.click();
  await printed;
  return true;
})()
