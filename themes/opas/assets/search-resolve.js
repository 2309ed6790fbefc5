// The first stage of a search: what the words of a query stand for in the
// index, which forms may be of one word, and how far a mistyped word is from
// another. It makes opas.search and puts fold, remember, wordsOf, tokenize,
// resolve and suggest into it.
//
// Each idea of the search has one word, the same as in package search of the
// generator, which makes the index:
//
//   form     a word as it is written: kunnissa
//   folded   a form without the marks of its letters, by which forms are sorted
//   lemma    the word that a form is of: kunta; in the index a number
//   sure     a lemma that the lexicon or a rule knows, and not just a form
//   token    a word of a query, with the lemmas that it stands for
//   weight   how much a lemma counts for a token: 1 if it is the token's own
//   phrase   lemmas that a token stands for only together: a synonym, or the
//            parts of a compound, which aren't marked
//   section  the text below a heading of a page; the first is the page's head
//   posting  a section that has a lemma, with the impact there
//   impact   how much a section says of a lemma, from 1 to 63
//   rarity   how much a lemma distinguishes: more if fewer sections have it
//   score    how much a section or a page says of a query
//   cover    the share of a query's rarity that a section has a part in
(() => {
  "use strict";

  const search = (opas.search = {});

  // fold takes the marks off letters, as the index does for its order.
  const fold = (search.fold = (word) => (/[^\x00-\x7f]/.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word));

  // remember makes a function of one value that keeps what it has worked out;
  // when that is very much, it begins anew.
  const remember = (search.remember = (make) => {
    const kept = new Map();
    return (key) => {
      let value = kept.get(key);
      if (value === undefined) {
        if (kept.size > 9999) kept.clear();
        kept.set(key, (value = make(key)));
      }
      return value;
    };
  });

  const shared = (a, b) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length++;
    return length;
  };

  // wordsOf returns what is known of the words of a language by its rules:
  // stems and relatives.
  search.wordsOf = ({ endings = [], changes = [] }) => {
    const atEnd = (pattern) => new RegExp(`(?:${pattern})$`);
    const layers = endings.map((layer) => layer.map(atEnd));
    const steps = changes.map(([from, to]) => [atEnd(from), to]);
    // stems are what may be left of a word without its endings, itself too.
    const stems = remember((word) => {
      const found = new Set([word]);
      for (const layer of layers) for (const stem of [...found]) for (const ending of layer) {
        const rest = stem.replace(ending, "");
        if (rest[1]) found.add(rest);
      }
      return found;
    });

    // keys are stems as they would be in the first grade, without last vowels.
    const keys = remember((word) => {
      const made = [...stems(word)].map((stem) => steps.reduce((key, [from, to]) => key.replace(from, to), stem));
      return new Set(made.filter((key) => key[1]));
    });

    // kinship returns how surely two forms are of one word: above 100 if they
    // have a stem in common, the more the longer it is; else, if they have a
    // key in common, how many letters they begin with together; 0 if nothing.
    const kinship = (a, b) => {
      const common = shared(a, b);
      if (common < Math.min(a.length, b.length) * 0.4 - 0.3 || Math.max(a.length, b.length) - common > 8) return 0;
      const own = stems(a);
      let longest = 0;
      for (const stem of stems(b)) if (own.has(stem)) longest = Math.max(longest, stem.length);
      if (longest > 2) return 100 + longest;
      return [...keys(b)].some((key) => keys(a).has(key)) && common;
    };

    // relatives returns the numbers, between from and to, of those forms that
    // are most surely of one word with another form.
    const relatives = (word, forms, from, to) => {
      let best = 0;
      const found = [];
      for (let form = from; form < to; form++) {
        const kin = kinship(word, fold(forms[form]));
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
  const distance = (a, b, limit, open) => {
    let before, last = [...b, ""].map((_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const letter = a[i - 1], other = b[j - 1];
        row[j] = Math.min(
          last[j - 1] + (letter !== other),
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

  // The weight of a lemma by the way in which its form was found.
  const joinedWeight = 1.4, slipWeight = 0.95, relativeWeight = 0.85, prefixWeight = 0.75, wholeWeight = 0.7, splitWeight = 0.8, typoWeight = 0.7, partWeight = 0.7;

  // The beginning of a word counts for so many forms at most.
  const mostForms = 24;

  const newWord = (text) => ({ text, folded: fold(text) });
  const copy = (token) => ({ ...token, lemmas: new Map(token.lemmas), synonyms: [] });
  const newToken = (text) => copy(newWord(text));

  // tokenize cuts a text into words as the index does; single letters are none,
  // unless there is nothing else.
  const tokenize = (search.tokenize = (text) => (text.normalize("NFC").toLowerCase().replace(/\u00ad|['’](?=\p{L})/gu, "").replace(/([\p{L}\p{N}]):\p{L}[\p{L}\p{N}\p{M}]*/gu, "$1")
    .match(/[\p{L}\p{N}\p{M}]{2,}|\p{N}|^\p{L}$/gu) ?? []).map(newWord));

  // addForms adds the lemmas of forms to a token. Of several weights of a lemma
  // the highest counts.
  const addForms = (index, { lemmas }, forms, weight) => {
    for (const form of forms) for (const lemma of index.lemmasOf(form)) if (!(lemmas.get(lemma) >= weight)) lemmas.set(lemma, weight);
  };

  // relativesOf returns the other forms of a word among those that begin with
  // so many of its letters.
  const relativesOf = (index, folded, letters) => index.relatives(folded, index.forms, ...index.range(folded.slice(0, letters)));

  // addWord looks for the word itself, then for other forms of it, unless it
  // may be the beginning of others. A word may change from its second letter on
  // (aika, ajan).
  const addWord = (index, token, begins) => {
    const { text, folded, lemmas } = token;
    const like = index.formsLike(folded);
    const exact = like.filter((form) => index.forms[form] === text);
    addForms(index, token, exact, 1);
    if (!exact.length || text === folded) addForms(index, token, like, slipWeight);
    if (!folded[2] || [...lemmas.keys()].some(index.sure)) return;
    addForms(index, token, relativesOf(index, folded, 2), relativeWeight);
    if (!lemmas.size && !begins) addForms(index, token, relativesOf(index, folded, 1), relativeWeight);
  };

  // addPrefix takes the word for the beginning of forms in a range, the shorter
  // and the more frequent first; the fewer letters there are, the fewer forms,
  // but for a single letter, with which only parts of the index are fetched.
  const addPrefix = (index, token, [form, to]) => {
    const { length } = token.folded;
    const weight = prefixWeight / (token.lemmas.size ? 2 : 1);
    const nearness = (form) => Math.sqrt(length / index.forms[form].length);
    const found = [];
    for (; form < to; form++) found.push([nearness(form) * (2 + index.frequency(form)), form]);
    found.sort(([a], [b]) => b - a).splice(Math.min(3 * length - 3 || 12, mostForms));
    for (const [, form] of found) addForms(index, token, [form], weight * nearness(form));
  };

  // split returns two words of the site that a word is made of, if there are.
  const split = (index, { text }) => {
    for (let at = text.length - 3; at >= 3; at--) {
      const head = [...index.stems(fold(text.slice(0, at)))].find((stem) => index.formsLike(stem).length);
      if (!head) continue;
      const pair = [head, text.slice(at)].map(newToken);
      for (const part of pair) addWord(index, part);
      if (pair.every(({ lemmas }) => lemmas.size)) return pair;
    }
  };

  // lettersOf returns the letters of a word as bits of a number, of which two
  // letters may share one.
  const lettersOf = (text) => {
    let bits = 0;
    for (let i = 0; i < text.length; i++) bits |= 1 << text.charCodeAt(i);
    return bits;
  };
  const lettersIn = remember(({ forms }) => forms.map(lettersOf));

  // nearest returns forms that a word may be a mistyped form of, the nearest
  // first, as [distance, form]; with open, of whose beginning. A form that
  // lacks three of the word's letters is none.
  const nearest = (index, text, limit, open) => {
    const { forms, frequency } = index;
    const letters = lettersIn(index), folded = fold(text), own = lettersOf(text);
    const found = [];
    for (let form = 0; form < forms.length; form++) {
      const missing = own & ~letters[form], fewer = missing & (missing - 1), more = forms[form].length - text.length;
      if (fewer & (fewer - 1) || more < -2 || (more > 2 && !open)) continue;
      const far = distance(folded, fold(forms[form]), limit, open);
      if (far <= limit) found.push([far, form]);
    }
    return found.sort(([a, one], [b, other]) => a - b || frequency(other) - frequency(one));
  };

  // mostTypos is how many mistakes of typing a word of a length may have.
  const mostTypos = ({ length }) => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.3 : 2);

  // addTypo takes the word for a mistyped one: of a word, of the beginning of
  // one, or without its endings.
  const addTypo = (index, token, last) => {
    const stems = [...index.stems(token.folded)].filter((stem) => stem[4]);
    let found = [];
    for (const [text, open] of [[token.text], [token.text, last], ...stems.map((stem) => [stem, true])]) {
      if (!found.length) found = nearest(index, text, mostTypos(text), open);
    }
    for (const [far, form] of found.slice(0, 6)) if (far <= found[0][0] + 0.2) addForms(index, token, [form], typoWeight - far / 10);
    token.instead = index.forms[found[0]?.[1]];
  };

  // resolveWord returns the tokens that a word stands for: one, or two for a
  // compound that the site has apart. A * behind it marks the last word of a
  // query, of which more letters may come.
  const resolveWord = (index, word) => {
    const token = newToken(word.replace("*", "")), last = word !== token.text;
    const begun = last && token.text[1] ? index.range(token.folded) : [0, 0];
    addWord(index, token, begun[0] < begun[1]);
    addPrefix(index, token, begun);
    // It may be on the site as the last part of compounds alone.
    if (!token.lemmas.size && token.text[4]) addForms(index, token, [...index.forms.keys()].filter((form) => fold(index.forms[form]).endsWith(token.folded)), wholeWeight);
    if (token.lemmas.size) return [token];
    const pair = !nearest(index, token.text, 1)[0] && split(index, token);
    if (!pair) addTypo(index, token, last);
    else for (const { lemmas } of pair) for (const [lemma, weight] of lemmas) lemmas.set(lemma, weight * splitWeight);
    return pair || [token];
  };

  // resolved remembers the tokens of words, which the tokens of a query are
  // copied from.
  const resolved = remember((index) => remember((word) => resolveWord(index, word)));

  const isStrong = ({ lemmas }, lemma) => lemmas.get(lemma) >= relativeWeight;

  // addJoined takes two words that follow each other for a compound, which says
  // more than each by itself: one that has their letters, or both for parts.
  const addJoined = (index, tokens) => tokens.slice(1).forEach((second, i) => {
    const pair = [tokens[i], second], { folded } = tokens[i];
    if (!second.folded[2]) return;
    const joined = relativesOf(index, folded + second.folded, folded.length + 2);
    for (let [form, to] = index.range(folded.slice(0, 4)); form < to; form++) {
      if (index.lemmasOf(form).some((lemma) => pair.every((token) => index.partsOf(lemma).some((part) => isStrong(token, part))))) joined.push(form);
    }
    for (const token of pair) addForms(index, token, joined, joinedWeight);
  });

  // synonymsOf returns the groups of synonyms of an index, each a list of
  // phrases.
  const synonymsOf = remember((index) => index.synonyms.map((group) => group.map((phrase) => tokenize(phrase).map(({ text }) => {
    const token = newToken(text);
    addWord(index, token);
    return token.lemmas;
  })).filter((phrase) => phrase[0])));

  // addParts adds the parts of compounds of the query, which may stand apart,
  // to the synonyms.
  const addParts = (index, token) => {
    token.phrases = [...token.synonyms];
    for (const [lemma, weight] of token.lemmas) {
      const parts = index.partsOf(lemma).map((part) => new Map([[part, partWeight]]));
      if (weight >= relativeWeight && parts[1]) token.phrases.push(parts);
    }
  };

  // addSynonyms adds the synonyms of words and phrases of the query.
  const addSynonyms = (index, tokens) => {
    for (const group of synonymsOf(index)) for (const phrase of group) for (let at = 0; at + phrase.length <= tokens.length; at++) {
      if (!phrase.every((lemmas, i) => [...lemmas].some(([lemma, weight]) => weight >= relativeWeight && isStrong(tokens[at + i], lemma)))) continue;
      phrase.forEach((_, i) => tokens[at + i].synonyms.push(...group.filter((other) => other !== phrase)));
    }
  };

  // resolve returns tokens with what the words of a query stand for.
  search.resolve = (index, words) => {
    const tokens = words.flatMap(({ text }, i) => resolved(index)(words[i + 1] ? text : text + "*").map(copy));
    addJoined(index, tokens);
    addSynonyms(index, tokens);
    for (const token of tokens) addParts(index, token);
    return tokens;
  };

  // suggest returns forms of the site for the words of a query that found
  // nothing.
  search.suggest = (index, words) => words.flatMap(({ text }) => nearest(index, text, 3.5, true).slice(0, 2)).map(([, form]) => index.forms[form]);
})();
