// What stands around the fields of a worksheet: the bar at the foot of the
// window with its menus, the choice of large letters on paper, files that are
// dropped on the page, and instructions that would push the first field out of
// sight. What the tools do is in worksheet.js.
(() => {
  "use strict";

  const opas = (window.opas = window.opas || {});
  const bar = document.querySelector(".bar");
  const form = document.querySelector("form.worksheet");
  if (!bar || !form) return;

  const root = document.documentElement;
  const menus = [...bar.querySelectorAll("details")];

  // close closes the menus but the one around an element. The focus goes back
  // to what opened a menu that had it.
  const close = (element) => {
    for (const menu of menus) {
      if (!menu.open || menu.contains(element)) continue;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  };

  // follow keeps what the bar covers out of the place where the browser scrolls
  // a field to.
  const follow = () => {
    new ResizeObserver(() => root.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  };

  const largeKey = "sparrausopas:large-print";
  const large = bar.querySelector('[data-tool="large"]');

  const setLarge = (on) => {
    root.classList.toggle("large-print", on);
    large.checked = on;
  };

  const remembered = () => { try { return localStorage.getItem(largeKey) === "yes"; } catch { return false; } };

  // fold puts instructions that leave the first field no room in the window
  // behind a button. They stay where they are, and on paper.
  const fold = () => {
    const first = form.querySelector(".field");
    const before = [];
    for (const part of form.children) {
      if (part === first || part.contains(first) || /^H\d$/.test(part.tagName)) break;
      before.push(part);
    }
    const control = first && first.querySelector("textarea, input");
    if (!before.length || control.getBoundingClientRect().bottom + scrollY < innerHeight - bar.offsetHeight) return;
    for (const part of before) part.classList.add("guidance");
    const toggle = opas.button(opas.word("guidance"), () => {
      const open = !form.classList.toggle("folded");
      toggle.setAttribute("aria-expanded", String(open));
    }, "unfold");
    toggle.setAttribute("aria-expanded", "false");
    form.classList.add("folded");
    form.prepend(toggle);
  };

  // dropped gives files that are dropped on the page to open. Else the browser
  // would show them in place of it.
  const dropped = (open) => {
    const isFile = (event) => event.dataTransfer.types.includes("Files");
    const over = (on) => root.classList.toggle("dropping", on);
    document.addEventListener("dragover", (event) => {
      if (!isFile(event)) return;
      event.preventDefault();
      over(true);
    });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
    document.addEventListener("drop", (event) => {
      over(false);
      if (!isFile(event)) return;
      event.preventDefault();
      open([...event.dataTransfer.files]);
    });
  };

  // opas.worksheetBar shows the bar; act does what its buttons say, by their
  // data-tool, and open opens files.
  opas.worksheetBar = (act, open) => {
    bar.addEventListener("click", (event) => {
      const tool = event.target.closest("button[data-tool]");
      if (!tool) return;
      if (tool.closest("details")) close();
      act(tool.dataset.tool);
    });
    document.addEventListener("click", (event) => close(event.target));
    // A press on a text in a menu gives the focus to what the bar stands in. That
    // isn't leaving the menu.
    document.addEventListener("focusin", (event) => { if (!event.target.contains(bar)) close(event.target); });
    bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menus.some((menu) => menu.open)) return;
      event.preventDefault();
      close();
    });
    large.addEventListener("change", () => {
      setLarge(large.checked);
      try { localStorage.setItem(largeKey, large.checked ? "yes" : "no"); } catch { /* for this page alone, then */ }
    });
    setLarge(remembered());
    dropped(open);
    bar.hidden = false;
    follow();
    fold();
  };

  // opas.worksheetState shows how things are with a copy: its name, where there
  // are several, and when it was saved to a file.
  opas.worksheetState = ({ name, filed }, several, isEmpty) => {
    // As the build writes days and times: the Swedish is that of Finland.
    const lang = root.lang === "en" ? "en-GB" : "fi";
    const at = filed && new Date(filed.at);
    const when = at && { day: at.toLocaleDateString(lang, { day: "numeric", month: "numeric" }), time: at.toLocaleTimeString(lang, { hour: "numeric", minute: "2-digit" }) };
    const says = !filed ? "filed-not" : filed.edited ? "filed-changed" : "filed";
    bar.querySelector(".which").textContent = several ? name : "";
    bar.querySelector(".filed").textContent = isEmpty ? "" : opas.word(says, when || {});
    // First comes the print that one wants now, but no button moves under a finger.
    const [blank, filled] = ["blank", "filled"].map((name) => bar.querySelector(`[data-tool="${name}"]`));
    if (!blank.closest("details").open) (isEmpty ? blank.after(filled) : filled.after(blank));
    for (const part of bar.querySelectorAll(".several")) part.hidden = !several;
  };
})();
