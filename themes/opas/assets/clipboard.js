// What puts a text on the clipboard. tools.js comes before it.
(() => {
  "use strict";

  const opas = window.opas;

  // copy puts a text on the clipboard, or shows it to be copied by hand. A
  // browser may refuse the new way in a page that was opened as a file.
  opas.copy = async (text) => {
    let done = false;
    try {
      await navigator.clipboard.writeText(text);
      done = true;
    } catch {
      const field = opas.element("textarea", text);
      field.className = "clipboard";
      const before = document.activeElement;
      document.body.append(field);
      field.focus();
      field.select();
      try { done = document.execCommand("copy"); } catch { done = false; }
      field.remove();
      before.focus();
    }
    if (done) opas.notice(opas.word("fill-copied"), { brief: true });
    else opas.notice(opas.word("fill-copy-by-hand"), { manual: text });
  };
})();
