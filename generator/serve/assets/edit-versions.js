// The versions that a page has had: what the text has that one of them hasn't, and
// the way back to it.
(() => {
  const { words } = preview.tools;
  const { ask, inTurn, put, acts } = preview.asking;
  const text = document.getElementById("text");
  const dialog = document.querySelector(".versions");
  const list = dialog.querySelector("select");
  const lines = dialog.querySelector(".lines");
  const restore = dialog.querySelector("[data-do=restore]");
  let chosen = "";

  async function versions() {
    const { versions: all = [] } = await ask("versions");
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeStyle: "medium" });
    list.replaceChildren(...all.map((version) => new Option(time.format(new Date(version.time)), version.name)));
    dialog.showModal();
    await choose();
  }

  async function choose() {
    restore.disabled = true;
    lines.textContent = list.value ? "" : words.none;
    if (!list.value) return;
    chosen = (await ask("version", { name: list.value })).text;
    restore.disabled = text.disabled;
    if (!preview.lines.show(lines, chosen, text.value)) lines.textContent = words.same;
  }

  list.addEventListener("change", () => {
    restore.disabled = true;
    inTurn(choose);
  });
  Object.assign(acts, {
    versions: () => inTurn(versions),
    restore() { dialog.close(); put(chosen); },
    close() { dialog.close(); },
  });
})();
