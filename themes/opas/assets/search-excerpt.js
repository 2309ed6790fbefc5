// Makes results of the search to be shown: titles, excerpts and marks. It puts
// show into opas.search.
(() => {
  "use strict";

  const search = window.opas.search;
  const windowLength = 170;

  // markedForms gives the forms of lemmas, and those of compounds with them.
  const markedForms = (lemmas) => {
    const { forms, parts, lemmasOf } = search.index;
    const wanted = new Set(lemmas);
    for (const [lemma, others] of parts) if (others.some((other) => wanted.has(other))) wanted.add(lemma);
    const marked = new Set();
    for (let form = 0; form < forms.length; form++) if (lemmasOf(form).some((lemma) => wanted.has(lemma))) marked.add(forms[form]);
    return marked;
  };

  // marksIn lists the marked words of a text as { at, end, word }.
  const marksIn = (text, marked) => {
    const list = [];
    for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-\u2011][\p{L}\p{N}\p{M}]+)*/gu)) {
      const word = found[0].toLowerCase();
      const hit = [word, word.replace(/[-\u2011]/g, ""), ...word.split(/[-\u2011]/)].find((form) => marked.has(form));
      if (hit) list.push({ at: found.index, end: found.index + found[0].length, word: hit });
    }
    return list;
  };

  // pieces cuts a text at its marks.
  const pieces = (text, marks, from = 0, to = text.length) => {
    const list = [];
    let at = from;
    for (const mark of marks) {
      if (mark.at < from || mark.end > to) continue;
      if (mark.at > at) list.push({ text: text.slice(at, mark.at), marked: false });
      list.push({ text: text.slice(mark.at, mark.end), marked: true });
      at = mark.end;
    }
    if (at < to) list.push({ text: text.slice(at, to), marked: false });
    return list;
  };

  // bestStart gives the mark from which on most different words are marked.
  const bestStart = (marks) => {
    let best = 0, most = 0;
    marks.forEach((first, i) => {
      const near = marks.slice(i).filter(({ end }) => end - first.at < windowLength - 30);
      const count = new Set(near.map(({ word }) => word)).size;
      if (count > most) [best, most] = [i, count];
    });
    return marks[best];
  };

  // excerpt cuts the piece of a text that has most of the words, at whole words.
  const excerpt = (text, marks) => {
    const first = marks.length ? bestStart(marks).at : 0;
    const sentence = Math.max(text.lastIndexOf(". ", first) + 2, text.lastIndexOf("· ", first) + 2, 0);
    const from = first - sentence < 80 ? (sentence > 1 ? sentence : 0) : text.indexOf(" ", first - 60) + 1;
    let to = Math.min(text.length, from + windowLength);
    if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), first + 1);
    const list = pieces(text, marks, from, to);
    if (from > 0) list.unshift({ text: "… ", marked: false });
    if (to < text.length) list.push({ text: " …", marked: false });
    return list;
  };

  // show gives results for pages; marks of the opened page are the forms that
  // its sections have, as far as they are loaded.
  search.show = async (pages, lemmas, words) => {
    const { index } = search;
    const marked = markedForms(lemmas);
    for (const word of words) marked.add(word);
    const coming = index.texts.load(pages.map(({ section }) => section));
    if (coming) await coming;
    return pages.map(({ page, section }) => {
      const { address, title, headings } = index.page(page);
      const place = section - index.firsts[page];
      const [id, heading] = place ? headings.slice(2 * place - 2) : ["", ""];
      const text = index.texts.line(section);
      const marks = marksIn(text, marked);
      const own = [title, heading].map((line) => [line, marksIn(line, marked)]);
      const found = new Set([...marks, ...own.flatMap(([, list]) => list)].map(({ word }) => word));
      const href = new URL(address);
      if (found.size) href.search = "?" + new URLSearchParams({ hl: [...found].slice(0, 20).join(",") });
      if (id) href.hash = id;
      return {
        href: href.href, title, section: heading, kind: index.kindNames[index.kinds[page]],
        titleParts: pieces(...own[0]), sectionParts: pieces(...own[1]), excerpt: excerpt(text, marks),
      };
    });
  };
})();
