// Reads the index of the search that package search of the generator makes (its
// comment describes the data), and loads its parts when they are needed. The
// index calls opas.searchIndex, which makes opas.find, and its parts call
// opas.searchPart.
(() => {
  "use strict";

  const search = opas.search;
  const { fold } = search;

  // Signs below 128 are letters (0), digits of numbers (1 and more) or the last
  // digit of one (100 and more).
  const signs = new Uint8Array(128);
  [..."!#$%&'()*+,-./:;=>?@[]^_`{"].forEach((sign, value) => (signs[sign.charCodeAt()] = value + 1));
  for (let value = 26; value--; ) signs[65 + value] = 100 + value;

  // A reader goes through numbers and words that stand together.
  const reader = (text) => ({
    at: 0,
    more() { return this.at < text.length; },
    number() {
      for (let value = 0; ; ) {
        const sign = signs[text.charCodeAt(this.at++)];
        if (sign >= 100) return value * 26 + sign - 100;
        value = value * 26 + sign - 1;
      }
    },
    word() {
      const start = this.at;
      while (!signs[text.charCodeAt(this.at)]) this.at++;
      return text.slice(start, this.at);
    },
    sign() { return text.charCodeAt(this.at++); },
  });

  const packed = (numbers) => Uint32Array.from(numbers);

  // readForms returns the forms, and their lemmas in one list with where each
  // form's begin.
  const readForms = (text) => {
    const from = reader(text);
    const forms = [], starts = [], lemmas = [];
    for (let before = "", next = 0; from.more(); ) {
      before = before.slice(0, from.number()) + from.word();
      forms.push(before);
      starts.push(lemmas.length);
      for (let more = 1; more; ) {
        const number = from.number();
        const lemma = next - (number >> 1);
        lemmas.push(lemma);
        next = Math.max(next, lemma + 1);
        more = number & 1;
      }
    }
    starts.push(lemmas.length);
    return { forms, starts: packed(starts), lemmas: packed(lemmas) };
  };

  // readParts returns the lemmas that lemmas count for weakly.
  const readParts = (text) => {
    const from = reader(text);
    const parts = {};
    for (let lemma = 0; from.more(); ) {
      lemma += from.number();
      parts[lemma] = Array.from({ length: from.number() }, () => from.number());
    }
    return parts;
  };

  // readShape returns the kinds of pages, and the first section of each page;
  // the last of these is how many sections there are.
  const readShape = (text, names) => {
    const from = reader(text);
    const kinds = [], firsts = [0];
    while (from.more()) {
      kinds.push(names[from.number()]);
      firsts.push(firsts.at(-1) + from.number());
    }
    return { kinds, firsts: packed(firsts) };
  };

  const loads = {}, arrived = {};
  let renewing;
  opas.searchPart = (name, text) => (arrived[name] = text);

  // load fetches a part; a part that failed can be asked for again. It may be
  // gone with the build that the index is of: first the index that the site has
  // now is loaded, whatever a cache holds, which makes a new opas.find.
  const load = (base, name) => loads[name] ??= opas.searchBox.load(new URL(name + ".js", base), true).catch(async () => {
    delete loads[name];
    await (renewing ||= opas.searchBox.load(new URL("?" + Date.now(), base)).finally(() => (renewing = 0)));
    throw 0;
  });

  // shelf returns access to parts of a kind: load fetches those with the
  // numbers, line returns what one of them says of a number.
  const shelf = (base, kind, list, separator) => {
    const cut = search.remember((name) => arrived[name].split(separator));
    const find = (number) => list.findLast(([start]) => start <= number);
    const nameOf = (part) => [kind, ...part].join("-");
    return {
      load: (numbers) => Promise.all(Array.from(numbers, (number) => load(base, nameOf(find(number))))),
      line(number) {
        const part = find(number);
        return cut(nameOf(part))[number - part[0]];
      },
    };
  };

  opas.searchIndex = (data) => {
    const base = document.currentScript.src;
    const { forms, starts, lemmas } = readForms(data.forms);
    const shape = readShape(data.shape, data.kinds);
    const parts = readParts(data.parts);
    const lines = data.pages.split("\n");
    const postings = shelf(base, "postings", data.postings, " ");
    // before returns the number of the first form from a folded one on.
    const before = (key) => {
      let low = 0;
      for (let high = forms.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (fold(forms[middle]) < key) low = middle + 1; else high = middle;
      }
      return low;
    };
    const lemmasOf = (form) => lemmas.subarray(starts[form], starts[form + 1]);
    const formsLike = search.remember((folded) => {
      const found = [];
      for (let form = before(folded); form < forms.length && fold(forms[form]) === folded; form++) found.push(form);
      return found;
    });
    const lemmasIn = search.remember((text) => formsLike(fold(text)).filter((form) => forms[form] === text).flatMap((form) => [...lemmasOf(form)]));

    const index = {
      ...search.wordsOf(data.inflection),
      synonyms: data.synonyms ?? [],
      forms,
      ...shape,
      postings,
      texts: shelf(base, "texts", data.texts, "\n"),
      // lemmasOf returns the lemmas of the form with a number.
      lemmasOf,
      // formsLike returns the forms that have the same folded letters.
      formsLike,
      // nearness returns how a word of the site stands to lemmas in a Set: 1 if
      // one of them is its own, .6 if it counts for one of them, else 0.
      nearness(text, wanted) {
        const own = lemmasIn(text);
        return own.some((lemma) => wanted.has(lemma)) ? 1 : 0.6 * own.some((lemma) => index.partsOf(lemma).some((part) => wanted.has(part)));
      },
      // partsOf returns the lemmas that a lemma counts for weakly.
      partsOf: (lemma) => parts[lemma] ?? [],
      // sure reports whether a lemma is known, and not just a form, and stands
      // on a page.
      sure: (lemma) => /[B-Z]/.test(data.lemmas[lemma]),
      // frequency is about the logarithm of how many sections a form's first
      // lemma is in.
      frequency: (form) => (data.lemmas.charCodeAt(lemmas[starts[form]]) - 1) % 32,
      // range returns the numbers of the forms that begin with a folded prefix,
      // from the first up to the second.
      range: (prefix) => [before(prefix), before(prefix + "\uffff")],
      // place returns what a page is called and where it is, and the same of
      // one of its sections, and their language if they aren't translated.
      place({ page, section }) {
        const [address, title, ...headings] = lines[page].split("\t");
        const at = 2 * (section - shape.firsts[page]);
        return { address: new URL("../../" + address, base), title, id: headings[at - 2] ?? "", heading: headings[at - 1] ?? "", lang: data.foreign?.[page] };
      },
      // postingsOf returns the sections of a lemma, each as 64 times its number
      // and the impact there, and how many sections there are in all.
      postingsOf: search.remember((lemma) => {
        const from = reader(postings.line(lemma));
        const count = from.number();
        const list = [];
        for (let section = 0; from.more(); ) {
          section += from.number();
          const sign = from.sign();
          list.push(section * 64 + sign - 34 - (sign > 60) - (sign > 92));
        }
        return { count, list };
      }),
    };
    opas.find = search.finder(index, search.shower(index));
  };
})();
