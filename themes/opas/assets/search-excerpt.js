// Makes results of the search to be shown: titles, excerpts and marks. It puts
// shower into opas.search, which makes the function that the finder shows with.
(() => {
  "use strict";

  const { remember } = opas.search;
  const excerptLength = 170;

  // cut parts a piece of a text at its marks, with an ellipsis where it isn't
  // all.
  const cut = (text, marks, from = 0, to = text.length) => {
    const list = [];
    const push = (text, marked) => { if (text) list.push({ text, marked }); };
    let last = from;
    push(from ? "… " : "", false);
    for (const { at, end } of marks) if (at >= from && end <= to) {
      push(text.slice(last, at), false);
      push(text.slice(at, end), true);
      last = end;
    }
    push(text.slice(last, to) + (to < text.length ? " …" : ""), false);
    return list;
  };

  // densest returns where the piece begins that has most different marked
  // words.
  const densest = (marks) => {
    let best = 0, most = 0;
    for (const { at } of marks) {
      const near = new Set(marks.filter((mark) => mark.at >= at && mark.end < at + excerptLength - 30).map(({ word }) => word));
      if (near.size > most) [best, most] = [at, near.size];
    }
    return best;
  };

  // excerpt cuts that piece out of a text: from the beginning of a sentence, if
  // it is near, and at whole words.
  const excerpt = (text, marks) => {
    const first = densest(marks);
    const sentence = Math.max(...[". ", "? ", "! ", "· "].map((end) => text.lastIndexOf(end, first) + 2)) % (first + 2);
    let from = first - sentence < 80 ? sentence : text.indexOf(" ", first - 60) + 1;
    if (from < 2) from = 0;
    let to = from + excerptLength;
    to = to < text.length ? Math.max(text.lastIndexOf(" ", to), first + 1) : text.length;
    return cut(text, marks, from, to);
  };

  opas.search.shower = (index) => {
    // wordsIn lists the words of a text, with where they begin and end, and the
    // forms that they have in the index, the whole before its parts.
    const wordsIn = remember((text) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:[-\u2011][\p{L}\p{N}\p{M}]+)*/gu)].map(({ 0: found, index: at }) => {
      const forms = found.toLowerCase().split(/[-\u2011]/);
      if (forms[1]) forms.unshift(forms.join(""));
      return { at, end: at + found.length, forms };
    }));

    // show returns results for pages with their best sections, in which the
    // forms of lemmas and of compounds with them are marked. The text of a
    // section may have to be loaded first: more is a promise of the excerpt,
    // and of the address with the forms that the opened page is to mark.
    return (pages, lemmas) => {
      const near = remember((form) => index.nearness(form, lemmas));
      const marksIn = (text) => wordsIn(text).flatMap(({ at, end, forms }) => forms.filter(near).slice(0, 1).map((word) => ({ at, end, word })));
      return pages.map((found) => {
        const { address, title, id, heading } = index.place(found);
        const [titleMarks, headingMarks] = [title, heading].map(marksIn);
        address.hash = id;
        const more = async () => {
          await index.texts.load([found.section]);
          const text = index.texts.line(found.section);
          const marks = marksIn(text);
          const forms = new Set([...marks, ...titleMarks, ...headingMarks].map(({ word }) => word));
          if (forms.size) address.search = new URLSearchParams({ hl: [...forms].slice(0, 20).join() });
          return { href: address.href, excerpt: excerpt(text, marks) };
        };
        return { href: address.href, kind: index.kinds[found.page], section: heading, titleParts: cut(title, titleMarks), sectionParts: cut(heading, headingMarks), more: more() };
      });
    };
  };
})();
