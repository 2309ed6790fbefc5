// What the search knows of words: which forms may be of one word, and how far
// a mistyped word is from another. All words here are folded: small letters
// without their marks, a for ä. It puts fold, remember, distance and wordsOf
// into opas.search.
(() => {
  "use strict";

  const search = (opas.search = {});

  // fold takes the marks off letters, as the index does for its order.
  search.fold = (word) => (/[^\x00-\x7f]/.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word);

  // remember makes a function of one value that keeps what it has worked out;
  // when that is very much, it begins anew.
  search.remember = (make) => {
    const kept = new Map();
    return (key) => {
      let value = kept.get(key);
      if (value === undefined) {
        if (kept.size > 9999) kept.clear();
        kept.set(key, (value = make(key)));
      }
      return value;
    };
  };

  // The endings of a language, in the order in which they are taken off; each
  // may be there or not. Then what words change inside when they are inflected:
  // grades of consonants (kunta, kunnan), stems (osallisuus, osallisuuden).
  const rules = {
    fi: {
      endings: [
        [/(?:kaan|kin|ko|han|pa)$/],
        [/(?:ni|si|nsa|mme|nne)$/, /(?<=([aeiouy]))\1n$/],
        [
          /(?:ssa|s?ta|lla|lta|lle|na|ks[ie]|tta|ine|seen|siin)$/, /ta$/, /j?a$/, /a$/, /h[aeiouy]n$/, /(?<=([aeiouy]))\1n$/,
          /(?:i?de|itte|je|i?e|te)n?$/, /[nt]$/, /(?:vat?|mme|tte|isi|aan|minen|mis|t?t[uy]|n[uy]t|nee)$/,
        ],
      ],
      changes: [
        [/(?<=^[^aeiouy]*)(?:[uy]o|ie)i?$/, (end) => end[1] + "@"], [/(?<=^[^aeiouy]+)([oe])i$/, "$1@"],
        [/n(?:ut|yt|ee?|ei)$/, "N"], [/(?<=[uy])(?:s|de?|te?|ks[ei]?|st)$/, "S"], [/ps[ei]?$/, "s"], [/(?:nen|s[ei]?)$/, "S"],
        [/[aeiouy]+j?[aeiouy]*$/, ""], [/(.)\1$/, "$1"], [/([lnr])t$/, "$1"], [/v$/, "p"], [/d$/, "t"],
        [/mp$/, "m"], [/ng$/, "nk"],
      ],
    },
    sv: { endings: [[/s$/], [/(?:[aeo]rna|na|a)$/, /[aeo]?[nrt]$/, /(?:ade|at|[ai]nde|ing)$/, /e$/]] },
    en: { endings: [[/s$/, /es$/], [/(?:ed|ing|ly|er|ion|ment)$/, /e$/]] },
  };

  const shared = (a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };

  // wordsOf returns what is known of the words of a language: stems and
  // relatives.
  search.wordsOf = (language) => {
    const { endings, changes = [] } = rules[language] ?? { endings: [] };
    // stems are what may be left of a word without its endings, itself too.
    const stems = search.remember((word) => {
      const found = new Set([word]);
      for (const layer of endings) for (const stem of [...found]) for (const ending of layer) {
        const rest = stem.replace(ending, "");
        if (rest.length > 1) found.add(rest);
      }
      return found;
    });

    // keys are stems as they would be in the first grade, without last vowels.
    const keys = search.remember((word) => {
      const made = [...stems(word)].map((stem) => changes.reduce((key, [from, to]) => key.replace(from, to), stem));
      return new Set(made.filter((key) => key.length > 1));
    });

    // kinship returns how surely two forms are of one word: above 100 if they
    // have a stem in common, the more the longer it is; else, if they have a
    // key in common, how many letters they begin with together; 0 if nothing.
    const kinship = (a, b) => {
      const common = shared(a, b);
      if (common < Math.min(a.length, b.length) * 0.4 - 0.3 || b.length - common > 8 || a.length - common > 8) return 0;
      const own = stems(a);
      let longest = 0;
      for (const stem of stems(b)) if (own.has(stem)) longest = Math.max(longest, stem.length);
      if (longest > 2) return 100 + longest;
      for (const key of keys(b)) if (keys(a).has(key)) return common;
      return 0;
    };

    // relatives returns the numbers, between from and to, of those forms that
    // are most surely of one word with another form.
    const relatives = (word, forms, from, to) => {
      let best = 0;
      const found = [];
      for (let form = from; form < to; form++) {
        const kin = kinship(word, search.fold(forms[form]));
        if (kin) found.push([kin, form]);
        best = Math.max(best, kin);
      }
      return found.filter(([kin]) => kin >= best - (best > 100)).map(([, form]) => form);
    };
    return { stems, relatives };
  };

  // distance returns how many mistakes of typing lie between two words, but
  // nothing exact beyond the limit: a doubled letter is .6 of one, two letters
  // swapped .9. With open, the second word may go on.
  search.distance = (a, b, limit, open) => {
    let before, last = [...b, ""].map((_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const letter = a[i - 1], other = b[j - 1];
        row[j] = letter === other ? last[j - 1] : Math.min(
          last[j - 1] + 1,
          last[j] + (letter === a[i - 2] ? 0.6 : 1),
          row[j - 1] + (other === b[j - 2] ? 0.6 : 1),
          letter === b[j - 2] && other === a[i - 2] ? before[j - 2] + 0.9 : 9,
        );
      }
      if (Math.min(...row) > limit) return Infinity;
      [before, last] = [last, row];
    }
    return open ? Math.min(...last.slice(1)) : last.at(-1);
  };
})();
