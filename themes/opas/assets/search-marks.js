// Marks the words that a search found on the page that it led to. They stand in
// the address: ?hl=kunnan,kuntien#section. The page keeps its place, as marks
// are highlights of CSS. A button and Escape take them away. The address loses
// the words at once, so that a reload does, too, and nobody passes them on. The
// way back from another page finds them in the history.
// Words come from the address, which anybody may have written: they are only
// compared with words of the page.
(() => {
  "use strict";

  const address = new URL(location);
  const most = 50; // words

  const plain = (text) => text.replaceAll("\u00ad", "").normalize("NFC").toLowerCase();

  const [visit] = performance.getEntriesByType("navigation");
  const before = visit?.type === "back_forward" ? history.state?.marks : "";
  const words = address.searchParams.get("hl") ?? before ?? "";
  const forms = new Set(words.split(",", most).map(plain));

  // Words with soft hyphens in them. A word with hyphens, which may be such
  // that no line breaks at them, counts as a whole and by its parts.
  const whole = /[\p{L}\p{N}\p{M}\u00ad]+(?:[-\u2011][\p{L}\p{N}\p{M}\u00ad]+)*/gu;
  const part = /[^-\u2011]+/g;

  // places returns where in a text the words are, as [from, to].
  const places = (text) => {
    const found = [];
    for (const { 0: word, index } of text.matchAll(whole)) {
      const form = plain(word);
      if (forms.has(form) || forms.has(form.replace(/[-\u2011]/g, ""))) found.push([index, index + word.length]);
      else for (const { 0: piece, index: at } of word.matchAll(part)) {
        if (forms.has(plain(piece))) found.push([index + at, index + at + piece.length]);
      }
    }
    return found;
  };

  // What is inside a line of text: a word may go on in it.
  const inline = "a, abbr, b, cite, code, em, i, small, span, strong";
  const skipped = "script, svg, textarea, select";

  // lines returns the texts of an element as lists of text nodes that follow
  // each other without a break.
  const lines = (root) => {
    const all = [[]];
    const walk = (node) => {
      if (node instanceof Text) all.at(-1).push(node);
      if (!(node instanceof Element) || node.matches(skipped)) return;
      const breaks = !node.matches(inline);
      if (breaks) all.push([]);
      node.childNodes.forEach(walk);
      if (breaks) all.push([]);
    };
    walk(root);
    return all;
  };

  // pieces returns the words of a line as [text node, from, to], one for each
  // text node that a word stands in.
  const pieces = (nodes) => {
    const found = places(nodes.map((node) => node.data).join(""));
    let start = 0;
    return nodes.flatMap((node) => {
      const before = start;
      start += node.length;
      return found.map(([from, to]) => [node, Math.max(0, from - before), Math.min(node.length, to - before)]).filter(([, from, to]) => from < to);
    });
  };

  const main = document.querySelector("main");
  const { highlights } = CSS;
  const found = lines(main).flatMap(pieces);
  if (!highlights || !found.length) return;
  highlights.set("search", new Highlight(...found.map(([node, from, to]) => new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }))));

  address.searchParams.delete("hl");
  const remember = (marks) => history.replaceState({ ...history.state, marks }, "", address);
  remember(words);

  const button = document.querySelector("template.search-words").content.querySelector("button");
  const remove = () => {
    if (button === document.activeElement) main.focus();
    highlights.delete("search");
    remember("");
    button.remove();
  };
  button.onclick = remove;
  main.prepend(button);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) remove();
  });
})();
