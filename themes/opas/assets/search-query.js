// Finds what the words of a query stand for in the index, and the pages that
// say most of them. It puts finder into opas.search, which makes opas.find.
(() => {
  "use strict";

  const search = opas.search;
  const { fold, distance, remember } = search;

  // How much a word counts by the way in which it was found.
  const slipWeight = 0.95, relativeWeight = 0.85, prefixWeight = 0.75, synonymWeight = 0.7, splitWeight = 0.8, typoWeight = 0.7;

  // A query counts up to so many words, the beginning of a word for so many
  // forms, and so many pages are put in order with care.
  const mostWords = 12, mostForms = 24, mostFavoured = 60;

  // How much the head of a page says for its sections, how much the second best
  // section adds to the best one, and how many of the words that tell most a
  // page must have.
  const headShare = 0.5, secondShare = 0.15, leastCovered = 0.3;

  // Words that tell less than this are everywhere, and aren't marked.
  const leastTelling = 0.2;

  // tokenize parts a text as the index does; single letters are no words, unless
  // there is nothing else.
  const tokenize = (text) => text.normalize("NFC").toLowerCase().replace(/\u00ad|['’](?=\p{L})/gu, "").replace(/([\p{L}\p{N}]):\p{L}[\p{L}\p{N}\p{M}]*/gu, "$1")
    .match(/[\p{L}\p{N}\p{M}]{2,}|\p{N}|^\p{L}$/gu) ?? [];

  // A token is what a word of the query stands for: lemmas with their weights,
  // and phrases, which are lists of such lemmas.
  const newToken = (text) => ({ text, folded: fold(text), lemmas: new Map(), phrases: [], instead: "" });

  // How many mistakes of typing a word of a length may have.
  const patience = ({ length }) => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.3 : 2);

  // largest gives the largest of many numbers, none of them below 0.
  const largest = (numbers) => {
    let most = 0;
    for (const number of numbers) if (number > most) most = number;
    return most;
  };

  search.finder = (index, show) => {
    const { forms, kindOf, firsts, stems, relatives, lemmasOf, formsLike, range, commonness } = index;

    const sections = firsts.at(-1);

    const put = (token, form, weight) => {
      for (const lemma of lemmasOf(form)) if (weight > (token.lemmas.get(lemma) ?? 0)) token.lemmas.set(lemma, weight);
    };

    // kin gives the forms of the same word among those that begin with the same
    // letters; a word may change from its second letter on (aika, ajan).
    const kin = (folded, begin) => relatives(folded, forms, ...range(folded.slice(0, begin)));

    // addForm looks for the word itself, then for other forms of it, unless it
    // may be the beginning of others.
    const addForm = (token, begins) => {
      const { folded, lemmas } = token;
      const like = formsLike(folded);
      const exact = like.filter((form) => forms[form] === token.text);
      for (const form of exact.length ? exact : like) put(token, form, exact.length ? 1 : slipWeight);
      if (folded.length < 3 || [...lemmas.keys()].some(index.sure)) return;
      for (const form of kin(folded, 2)) put(token, form, relativeWeight);
      if (!lemmas.size && !begins) for (const form of kin(folded, 1)) put(token, form, relativeWeight);
    };

    // addPrefix takes the word for the beginning of others, the shorter and the
    // more frequent first; the fewer letters there are, the fewer, but for a
    // single one, with which only parts of the index are fetched.
    const addPrefix = (token, [form, to]) => {
      const { length } = token.folded;
      const weight = prefixWeight / (token.lemmas.size ? 2 : 1);
      const nearness = (form) => Math.sqrt(length / forms[form].length);
      const found = [];
      for (; form < to; form++) found.push([nearness(form) * (2 + commonness(form)), form]);
      for (const [, form] of found.sort(([a], [b]) => b - a).slice(0, Math.min(3 * length - 3 || 12, mostForms))) put(token, form, weight * nearness(form));
    };

    // splitWord gives two words of the site that a word is made of, or nothing.
    const splitWord = ({ text }) => {
      for (let at = text.length - 3; at >= 3; at--) {
        if (!formsLike(fold(text.slice(0, at))).length) continue;
        const pair = [newToken(text.slice(0, at)), newToken(text.slice(at))];
        for (const part of pair) addForm(part);
        if (pair[0].lemmas.size && pair[1].lemmas.size) return pair;
      }
      return undefined;
    };

    // lettersOf gives the letters of a word as bits of a number, of which two
    // letters may share one.
    const lettersOf = (text) => {
      let bits = 0;
      for (let i = 0; i < text.length; i++) bits |= 1 << text.charCodeAt(i);
      return bits;
    };
    let letters;

    // nearest gives forms that a word may be a mistyped form of, the nearest
    // first, as [distance, form]; with open, of whose beginning. A form that
    // lacks three of the word's letters is none.
    const nearest = (text, limit, open) => {
      letters ??= forms.map(lettersOf);
      const folded = fold(text), own = lettersOf(text);
      const found = [];
      for (let form = 0; form < forms.length; form++) {
        const missing = own & ~letters[form], fewer = missing & (missing - 1), more = forms[form].length - text.length;
        if (fewer & (fewer - 1) || more < -2 || (more > 2 && !open)) continue;
        const far = distance(folded, fold(forms[form]), limit, open);
        if (far <= limit) found.push([far, form]);
      }
      return found.sort(([a, one], [b, other]) => a - b || commonness(other) - commonness(one));
    };

    // addTypo takes the word for a mistyped one: of a word, of the beginning of
    // one, or without its endings.
    const addTypo = (token, last) => {
      const tries = [[token.text], [token.text, last], ...[...stems(token.folded)].filter((stem) => stem.length > 4).map((stem) => [stem, true])];
      let found = [];
      for (const [text, open] of tries) if (!found.length) found = nearest(text, patience(text), open);
      for (const [far, form] of found.slice(0, 6)) if (far <= found[0][0] + 0.2) put(token, form, typoWeight - far / 10);
      token.instead = forms[found[0]?.[1]];
    };

    const resolveNew = (token, last) => {
      const begun = last && token.text.length > 1 ? range(token.folded) : [0, 0];
      addForm(token, begun[0] < begun[1]);
      addPrefix(token, begun);
      if (token.lemmas.size) return [token];
      const pair = splitWord(token);
      if (pair) {
        for (const { lemmas } of pair) for (const [lemma, weight] of lemmas) lemmas.set(lemma, weight * splitWeight);
        return pair;
      }
      addTypo(token, last);
      return [token];
    };

    // resolve gives the tokens that a word stands for: one, or two for a
    // compound that the site has apart. A * behind it marks the last word of a
    // query, of which more letters may come.
    const resolve = remember((word) => resolveNew(newToken(word.replace("*", "")), word.endsWith("*")));

    const copy = (token) => ({ ...token, lemmas: new Map(token.lemmas), phrases: [] });

    // addJoined takes two words that follow each other for a compound.
    const addJoined = (tokens) => tokens.slice(1).forEach((second, i) => {
      const first = tokens[i];
      const joined = first.folded + second.folded;
      for (const form of kin(joined, first.folded.length + 2)) {
        put(first, form, 1);
        put(second, form, 1);
      }
    });

    // The groups of synonyms, each a list of phrases.
    let synonyms;
    const readSynonyms = () => index.synonyms.map((group) => group.map((phrase) => tokenize(phrase).map((word) => {
      const token = newToken(word);
      addForm(token);
      return token.lemmas;
    })));

    const isStrong = (lemmas, others) => [...others].some(([lemma, weight]) => weight >= relativeWeight && lemmas.get(lemma) >= relativeWeight);

    // addSynonyms lets words and phrases of the query stand for others too.
    const addSynonyms = (tokens) => {
      synonyms ??= readSynonyms();
      for (const group of synonyms) for (const phrase of group) for (let at = 0; at + phrase.length <= tokens.length; at++) {
        if (!phrase.length || !phrase.every((lemmas, i) => isStrong(tokens[at + i].lemmas, lemmas))) continue;
        const others = group.filter((other) => other !== phrase && other.length);
        phrase.forEach((_, i) => tokens[at + i].phrases.push(...others));
      }
    };

    // all gives the maps of lemmas of a token.
    const all = ({ lemmas, phrases }) => [lemmas, ...phrases.flat()];

    const lemmasIn = (tokens) => new Set(tokens.flatMap(all).flatMap((lemmas) => [...lemmas.keys()]));

    const postingsOf = remember(index.readPostings);
    const newScores = () => new Float32Array(sections);

    // scoreLemmas scores sections by the lemma that says most in them, and gives
    // how telling the word is: the rarer, the more.
    const scoreLemmas = (lemmas, scores) => {
      let telling = 0, heaviest = 0;
      for (const [lemma, weight] of lemmas) {
        const { count, list } = postingsOf(lemma);
        for (let i = 0; i < list.length; i++) {
          const section = list[i] >>> 6, value = weight * (list[i] & 63);
          if (value > scores[section]) scores[section] = value;
        }
        const rare = count && weight * Math.log(1.05 + (sections - count + 0.5) / (count + 0.5)) ** 0.6;
        if (weight > heaviest || (weight === heaviest && rare < telling)) [heaviest, telling] = [weight, rare];
      }
      return telling;
    };

    // scorePhrase scores sections that have all words of a phrase.
    const scorePhrase = (phrase, scores) => {
      const words = phrase.map(newScores);
      const telling = Math.max(...phrase.map((lemmas, i) => scoreLemmas(lemmas, words[i])));
      words[0].forEach((value, section) => {
        if (value) scores[section] = Math.max(scores[section], synonymWeight * Math.min(...words.map((word) => word[section])));
      });
      return telling;
    };

    const scoreToken = (token) => {
      const scores = newScores();
      const own = scoreLemmas(token.lemmas, scores);
      const others = token.phrases.map((phrase) => scorePhrase(phrase, scores));
      token.telling = own || Math.max(0, ...others);
      return { scores, telling: token.telling };
    };

    // scorePages gives for each page what its best section says of the words,
    // and a little of the second best, which section that is, and how much of the
    // query is there. The head of a page lends its sections some of what it says.
    const scorePages = (words) => {
      const pages = firsts.length - 1, most = words.reduce((sum, { telling }) => sum + telling, 0);
      const scores = new Float32Array(pages), best = new Uint32Array(pages), covered = new Float32Array(pages);
      for (let page = 0; page < pages; page++) {
        const head = firsts[page], end = firsts[page + 1];
        let top = 0, second = 0;
        for (let section = head; section < end; section++) {
          let own = 0, sum = 0, there = 0;
          for (let i = 0; i < words.length; i++) {
            const { scores, telling } = words[i], value = scores[section], lent = headShare * scores[head];
            if (!value && !lent) continue;
            own += value;
            sum += telling * (value > lent ? value : lent);
            there += telling / most;
          }
          const score = own && sum * Math.sqrt(there);
          if (score > top) {
            second = top;
            top = score;
            best[page] = section;
            covered[page] = there;
          } else if (score > second) second = score;
        }
        scores[page] = top + secondShare * second;
      }
      return { scores, best, covered };
    };

    // rank counts the pages that have enough of the query by kind, and gives the
    // best of the wanted kinds in order: at least as many as are asked for.
    const rank = (tokens, wanted, most) => {
      const { scores, best, covered } = scorePages(tokens.map(scoreToken));
      const least = leastCovered * largest(covered), highest = largest(scores);
      // How many pages score so much, in steps from nothing to the highest.
      const steps = new Uint32Array(999), stepOf = (page) => (998 * scores[page]) / highest | 0;
      const counts = {}, fit = [];
      for (let page = 0; page < scores.length; page++) {
        if (!scores[page] || covered[page] < least) continue;
        const kind = kindOf(page);
        counts[kind] = (counts[kind] ?? 0) + 1;
        if (wanted && !wanted.has(kind)) continue;
        fit.push(page);
        steps[stepOf(page)]++;
      }
      let bar = 998;
      for (let count = steps[bar]; count < most && bar; ) count += steps[--bar];
      const ahead = fit.filter((page) => stepOf(page) >= bar).map((page) => ({ page, section: best[page], score: scores[page] }));
      return { counts, total: fit.length, best: favour(ahead, tokens) };
    };

    const lineWords = remember((line) => tokenize(line).map((text) => ({ text, folded: fold(text) })));

    // favour puts pages in order, those forward whose title or heading is about
    // nothing else than the query, and has its words as they were typed.
    const favour = (pages, tokens) => {
      const wanted = new Set(tokens.flatMap(all).flatMap((lemmas) => [...lemmas.keys()].filter((lemma) => lemmas.get(lemma) >= 0.6)));
      const aboutness = remember((text) => [0, 0.6, 1][index.nearness(text, wanted)]);
      const bonus = (line) => {
        const words = lineWords(line);
        const exact = tokens.filter(({ folded }) => words.some((word) => word.folded === folded)).length / tokens.length;
        const about = words.reduce((sum, { text }) => sum + aboutness(text), 0) / (words.length || 1);
        return 0.25 * (exact + about * about);
      };
      for (const found of pages) {
        const { title, heading } = index.place(found);
        found.score *= 1 + Math.max(bonus(title), 0.4 * bonus(heading));
      }
      return pages.sort((a, b) => b.score - a.score);
    };

    // suggest gives words of the site for words that led nowhere.
    const suggest = (words) => words.flatMap((word) => nearest(word, 3.5, true).slice(0, 2)).map(([, form]) => forms[form]);

    // find gives a promise of what a query finds. kinds, if given, is a Set of
    // kinds of pages, limit is how many results are.
    //   { total, kinds: {kind: number of pages}, instead: "words", suggestions: ["word"],
    //     results: [{ href, kind, section, titleParts, sectionParts: [{ text, marked }], more: promise of { href, excerpt } }] }
    return async (query, { kinds, limit = 10 } = {}) => {
      const words = tokenize(query.trim().slice(0, 300)).slice(0, mostWords);
      const tokens = words.flatMap((word, i) => resolve(i < words.length - 1 ? word : word + "*").map(copy));
      addJoined(tokens);
      addSynonyms(tokens);
      await index.postings.load(lemmasIn(tokens));
      const { counts, total, best } = rank(tokens, kinds, Math.max(limit, mostFavoured));
      const telling = tokens.filter((token) => token.telling > leastTelling);
      return {
        total,
        kinds: counts,
        results: show(best.slice(0, limit), lemmasIn(telling.length ? telling : tokens)),
        instead: tokens.some(({ instead }) => instead) ? tokens.map(({ instead, text }) => instead || text).join(" ") : "",
        suggestions: Object.keys(counts).length ? [] : suggest(words),
      };
    };
  };
})();
