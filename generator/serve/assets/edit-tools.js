// The buttons over the text put in what the guide's language of marks needs. They
// type it, so that the browser's own undo takes it back.
preview.tools = (() => {
  const text = document.getElementById("text");
  const bar = document.querySelector(".tools");
  const words = JSON.parse(preview.own.words);

  function put(start, end, insert, from, to) {
    text.focus();
    text.setSelectionRange(start, end);
    document.execCommand("insertText", false, insert);
    text.setSelectionRange(start + from, start + to);
  }

  // The lines that the selection touches.
  function lines() {
    const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
    const end = text.value.indexOf("\n", Math.max(text.selectionEnd, start));
    return [start, end < 0 ? text.value.length : end];
  }

  // The place below the front matter, where nothing but keys may stand.
  const below = () => /^\+\+\+\n[^]*?\n\+\+\+\n*/.exec(text.value)?.[0].length || 0;

  // A block stands between empty lines.
  function block(made, from, to) {
    const end = Math.max(lines()[1], below());
    const before = text.value.slice(0, end);
    const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    put(end, end, gap + made + "\n", gap.length + from, gap.length + to);
  }

  // What is selected without the spaces around it, or the word around the cursor.
  function selected() {
    let { selectionStart: start, selectionEnd: end } = text;
    const { value } = text;
    if (start === end) {
      const before = /[\p{L}\p{N}-]*$/u.exec(value.slice(0, start))[0].length;
      const after = /^[\p{L}\p{N}-]*/u.exec(value.slice(end))[0].length;
      if (before && after) [start, end] = [start - before, end + after];
    }
    while (start < end && /\s/.test(value[start])) start++;
    while (start < end && /\s/.test(value[end - 1])) end--;
    return [start, end, value.slice(start, end)];
  }

  // Lines become items of a list, or cease to be.
  function items(sign) {
    const [start, end] = lines();
    const bare = text.value.slice(start, end).split("\n").map((line) => line.replace(/^(- |\d+\. )/, ""));
    const full = bare.length === 1 ? bare : bare.filter((line) => line.trim());
    const made = full.map((line, i) => sign(i) + line).join("\n");
    const now = made === text.value.slice(start, end) ? full.join("\n") : made;
    put(start, end, now, now.length, now.length);
  }

  const marks = {
    heading() {
      const [start, end] = lines();
      const line = text.value.slice(start, end);
      if (text.selectionStart === text.selectionEnd || line.includes("\n")) block("## " + words.headingText, 3, 3 + words.headingText.length);
      else put(start, end, line.startsWith("#") ? line : "## " + line, 0, 0);
    },
    bold() {
      const [start, end, inside] = selected();
      const made = inside || words.boldText;
      put(start, end, "**" + made + "**", 2, 2 + made.length);
    },
    list() { items(() => "- "); },
    numbers() { items((i) => `${i + 1}. `); },
    table() {
      const head = `| ${words.column} 1 | ${words.column} 2 |`;
      block(head + "\n|---|---|\n|  |  |", 2, 2 + words.column.length + 2);
    },
  };

  bar.addEventListener("click", (event) => marks[event.target.dataset.mark]?.());
  text.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "b" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    marks.bold();
  });

  // One stop of the tabulator for all buttons; arrows go between them.
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...bar.querySelectorAll("button")];
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    for (const button of all) button.tabIndex = button === next ? 0 : -1;
    next.focus();
    event.preventDefault();
  });

  // Browsers take minutes to insert a longer text as if it were typed.
  const typeable = 2e4;

  // The lines of another text that differ, as if they were typed; the focus stays
  // where it is.
  function replace(whole) {
    const old = text.value;
    if (old === whole) return;
    let start = 0;
    while (start < Math.min(old.length, whole.length) && old[start] === whole[start]) start++;
    start = start === 0 ? 0 : old.lastIndexOf("\n", start - 1) + 1;
    let end = 0;
    while (end < Math.min(old.length, whole.length) - start && old.at(-1 - end) === whole.at(-1 - end)) end++;
    const line = old.indexOf("\n", old.length - end);
    end = line < 0 ? 0 : old.length - line;
    const active = document.activeElement;
    text.focus({ preventScroll: true });
    text.setSelectionRange(start, old.length - end);
    const made = whole.slice(start, whole.length - end);
    if (made.length > typeable) {
      text.setRangeText(made);
      text.dispatchEvent(new Event("input"));
    } else document.execCommand(made ? "insertText" : "delete", false, made);
    if (active !== text) active.focus({ preventScroll: true });
  }

  return { words, replace, put, block, below, selected };
})();
