// Finds what the words of a query stand for in the index, and the pages that
// say most of them. It puts opas.find into place, which is all that the
// interface of the search needs; what it gives is in the comment there.
(() => {
  "use strict";

  const search = window.opas.search;
  const { fold, relatives, distance } = search;

  // How much a word counts by the way in which it was found.
  const weights = { slip: 0.95, relative: 0.85, prefix: 0.75, synonym: 0.7, split: 0.8, typo: 0.7, short: 0.35 };
  const mostTokens = 12, mostLemmas = 24;

  // tokenize parts a query as the index parts texts.
  const tokenize = (text) => text.slice(0, 300).normalize("NFC").toLowerCase().replace(/[\u00ad'’]/g, "").replace(/(\p{L}):\p{L}+/gu, "$1")
    .match(/[\p{L}\p{N}\p{M}]+/gu)?.filter((word) => word.length > 1 || word < "a").slice(0, mostTokens) ?? [];

  // A token is what a word of the query stands for: lemmas with weights, and
  // phrases, which are lists of such maps.
  const put = (token, lemma, weight) => { if (weight > (token.lemmas.get(lemma) ?? 0)) token.lemmas.set(lemma, weight); };
  const putForm = (token, form, weight) => { for (const lemma of search.index.lemmasOf(form)) put(token, lemma, weight); };
  const newToken = (text) => ({ text, folded: fold(text), lemmas: new Map(), phrases: [], instead: "" });

  // relativesOf gives the forms that are most surely of one word with a folded
  // one, among those that begin with a prefix.
  const relativesOf = (folded, prefix) => {
    const { forms, range, language } = search.index;
    const [from, to] = range(prefix ?? folded.slice(0, folded.length < 6 ? 1 : 2));
    const near = [];
    for (let form = from; form < to; form++) near.push([fold(forms[form]), form]);
    return relatives(language, folded, near);
  };

  // addForm looks for the word itself, then for other forms of it.
  const addForm = (token) => {
    const { forms, range, lemmasOf, sure } = search.index;
    const [from, to] = range(token.folded);
    const same = [];
    for (let form = from; form < to && fold(forms[form]) === token.folded; form++) same.push(form);
    const exact = same.find((form) => forms[form] === token.text);
    for (const form of exact === undefined ? same : [exact]) putForm(token, form, exact === undefined ? weights.slip : 1);
    if (same.length && lemmasOf(exact ?? same[0]).some(sure)) return;
    for (const form of relativesOf(token.folded)) putForm(token, form, weights.relative);
  };

  // addPrefix takes the word for the beginning of one.
  const addPrefix = (token) => {
    const { forms, range, lemmasOf, frequency } = search.index;
    const weight = token.lemmas.size ? weights.prefix / 2 : weights.prefix;
    const found = new Map();
    const [from, to] = range(token.folded);
    for (let form = from; form < to; form++) {
      const near = Math.sqrt(token.folded.length / forms[form].length);
      for (const lemma of lemmasOf(form)) found.set(lemma, Math.max(found.get(lemma) ?? 0, near));
    }
    const best = [...found].sort(([a, near], [b, far]) => far * (2 + frequency(b)) - near * (2 + frequency(a)) || a - b);
    for (const [lemma, near] of best.slice(0, mostLemmas)) put(token, lemma, weight * near);
  };

  // splitWord gives two words of the site that a word is made of, or nothing.
  const splitWord = (token) => {
    const { forms, range } = search.index;
    for (let at = token.folded.length - 3; at >= 3; at--) {
      const first = newToken(token.text.slice(0, at));
      const [form] = range(first.folded);
      if (forms[form] === undefined || fold(forms[form]) !== first.folded) continue;
      const second = newToken(token.text.slice(at));
      addForm(first);
      addForm(second);
      if (second.lemmas.size && first.lemmas.size) return [first, second];
    }
    return undefined;
  };

  // nearest gives forms that a word may be a mistyped form of, as [distance,
  // form]; with open, of whose beginning.
  const nearest = (folded, limit, open) => {
    const { forms } = search.index;
    const found = [];
    for (let form = 0; form < forms.length; form++) {
      const other = forms[form];
      if (other.length < folded.length - 2 || (!open && other.length > folded.length + 2)) continue;
      if (missing(folded, other) > 2) continue;
      const far = distance(folded, fold(other), limit, open);
      if (far <= limit) found.push([far, form]);
    }
    const { frequency, lemmasOf } = search.index;
    const common = (form) => Math.max(...lemmasOf(form).map(frequency));
    return found.sort(([a, one], [b, other]) => a - b || common(other) - common(one) || one - other);
  };

  // missing counts the letters of a word that another one doesn't have; marks
  // of letters don't matter.
  const missing = (folded, other) => {
    let count = 0;
    for (let i = 0; i < folded.length && count < 3; i++) {
      const letter = folded[i];
      if (!other.includes(letter) && !(letter === "a" && /[äå]/.test(other)) && !(letter === "o" && other.includes("ö"))) count++;
    }
    return count;
  };

  const patience = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.3 : 2);

  // addTypo takes the word for a mistyped one; instead is what it then stands for.
  const addTypo = (token, last) => {
    const { forms, language } = search.index;
    let found = nearest(token.folded, patience(token.folded.length), false);
    if (!found.length && last) found = nearest(token.folded, patience(token.folded.length), true);
    for (const stem of found.length ? [] : [...search.stems(language, token.folded)].sort((a, b) => b.length - a.length)) {
      if (stem.length > 4 && !found.length) found = nearest(stem, patience(stem.length), true);
    }
    if (!found.length) return;
    const [best] = found[0];
    for (const [far, form] of found.filter(([far]) => far <= best + 0.2).slice(0, 6)) putForm(token, form, weights.typo - far / 10);
    token.instead = forms[found[0][1]];
  };

  // addShort takes as many of the word's first letters as lead anywhere.
  const addShort = (token) => {
    const least = Math.max(4, Math.ceil(token.folded.length * 0.6));
    for (let length = token.folded.length - 1; length >= least; length--) {
      const [from, to] = search.index.range(token.folded.slice(0, length));
      for (let form = from; form < Math.min(to, from + mostLemmas); form++) putForm(token, form, weights.short);
      if (from < to) return;
    }
  };

  const resolved = new Map();

  // resolve gives the tokens that a word of the query stands for: one, or two
  // for a compound that the site has apart.
  const resolve = (text, last) => {
    const key = text + (last ? "*" : "");
    if (!resolved.has(key)) {
      if (resolved.size > 500) resolved.clear();
      resolved.set(key, resolveNew(newToken(text), last));
    }
    return resolved.get(key).map((token) => ({ ...token, lemmas: new Map(token.lemmas), phrases: [] }));
  };

  const resolveNew = (token, last) => {
    addForm(token);
    if (last && !/^\d$/.test(token.text)) addPrefix(token);
    if (token.lemmas.size) return [token];
    const parts = splitWord(token);
    if (parts) return parts.map((part) => ({ ...part, lemmas: new Map([...part.lemmas].map(([lemma, weight]) => [lemma, weight * weights.split])) }));
    addTypo(token, last);
    if (!token.lemmas.size) addShort(token);
    return [token];
  };

  // addJoined takes two words that follow each other for a compound.
  const addJoined = (tokens) => {
    for (let i = 0; i + 1 < tokens.length; i++) {
      const joined = newToken(tokens[i].text + tokens[i + 1].text);
      for (const form of relativesOf(joined.folded, joined.folded.slice(0, tokens[i].folded.length + 2))) {
        putForm(tokens[i], form, 1);
        putForm(tokens[i + 1], form, 1);
      }
    }
  };

  // Synonyms are kept as lists of words with the lemmas of each.
  let synonyms;
  const readSynonyms = () => search.index.synonyms.map((group) => group.map((item) => tokenize(item).map((word) => {
    const token = newToken(word);
    addForm(token);
    return token.lemmas;
  })));

  const strong = (token, lemmas) => [...lemmas].some(([lemma, weight]) => weight >= weights.relative && token.lemmas.get(lemma) >= weights.relative);

  // addSynonyms lets words and phrases of the query stand for others too.
  const addSynonyms = (tokens) => {
    synonyms ??= readSynonyms();
    const plain = tokens.map((token) => ({ lemmas: new Map(token.lemmas) }));
    for (const group of synonyms) for (const item of group) {
      for (let at = 0; at + item.length <= tokens.length; at++) {
        if (!item.length || !item.every((lemmas, i) => strong(plain[at + i], lemmas))) continue;
        for (const other of group) if (other !== item && other.length) {
          for (let i = 0; i < item.length; i++) tokens[at + i].phrases.push(other);
        }
      }
    }
  };

  // lemmasIn lists all lemmas of a query.
  const lemmasIn = (tokens) => [...new Set(tokens.flatMap((token) => [token.lemmas, ...token.phrases.flat()].flatMap((lemmas) => [...lemmas.keys()])))];

  // Scores are an array with a number for each section; sections are those that
  // have one.
  const emptyScores = () => ({ of: new Float32Array(search.index.pageOf.length), sections: [] });
  const raise = (scores, section, value) => {
    if (!scores.of[section]) scores.sections.push(section);
    if (value > scores.of[section]) scores.of[section] = value;
  };

  // scoreLemmas scores sections by the lemma that says most in them, and gives
  // how telling the word is: the rarer, the more.
  const scoreLemmas = (lemmas, scores) => {
    let telling = 0, heaviest = 0;
    const total = search.index.pageOf.length;
    for (const [lemma, weight] of lemmas) {
      const count = search.index.eachPosting(lemma, (section, impact) => raise(scores, section, weight * impact));
      const rare = count ? weight * Math.log(1.05 + (total - count + 0.5) / (count + 0.5)) ** 0.7 : 0;
      if (weight > heaviest || (weight === heaviest && rare < telling)) [heaviest, telling] = [weight, rare];
    }
    return telling;
  };

  // scorePhrase scores sections that have all words of a phrase.
  const scorePhrase = (phrase, scores) => {
    const words = phrase.map((lemmas) => {
      const own = emptyScores();
      return { own, telling: scoreLemmas(lemmas, own) };
    });
    for (const section of words[0].own.sections) {
      const least = Math.min(...words.map(({ own }) => own.of[section]));
      if (least) raise(scores, section, least * weights.synonym);
    }
    return Math.max(...words.map(({ telling }) => telling));
  };

  const scoreToken = (token) => {
    const scores = emptyScores();
    let telling = scoreLemmas(token.lemmas, scores);
    for (const phrase of token.phrases) {
      const other = scorePhrase(phrase, scores);
      if (!telling || !token.lemmas.size) telling = other;
    }
    return { scores, telling };
  };

  // How much the head of a page says for its sections, how much the second
  // best section adds to the best one, and how many of the words that tell
  // most a page must have.
  const headShare = 0.5, secondShare = 0.15, leastCovered = 0.3;

  // scorePage scores the sections of a page and gives the best one.
  const scorePage = (page, scored, most) => {
    const head = search.index.firsts[page];
    let first = { score: 0 }, second = 0;
    for (let section = head; section < search.index.firsts[page + 1]; section++) {
      let score = 0, covered = 0, own = 0;
      for (const { scores, telling } of scored) {
        const value = Math.max(scores.of[section], headShare * scores.of[head]);
        if (value) covered += telling / most;
        score += telling * value;
        own += scores.of[section];
      }
      if (!own) continue;
      score *= Math.sqrt(covered);
      if (score > first.score) [first, second] = [{ page, section, covered, score }, first.score];
      else second = Math.max(second, score);
    }
    return { ...first, score: first.score + secondShare * second };
  };

  // rank gives the pages that have words of the query, the best first.
  const rank = (tokens) => {
    const scored = tokens.map(scoreToken);
    const most = scored.reduce((sum, { telling }) => sum + telling, 0) || 1;
    const seen = new Set();
    for (const { scores } of scored) for (const section of scores.sections) seen.add(search.index.pageOf[section]);
    const pages = [...seen].map((page) => scorePage(page, scored, most));
    const best = pages.reduce((most, { covered }) => Math.max(most, covered), 0);
    return pages.filter(({ covered }) => covered >= best * leastCovered).sort(byScore);
  };

  const byScore = (a, b) => b.score - a.score || a.page - b.page;

  // lineWords gives the words of a title or heading: folded, with lemmas.
  const lines = new Map();
  const lineWords = (line) => {
    if (!lines.has(line)) lines.set(line, tokenize(line).map((text) => {
      const token = newToken(text);
      const [form] = search.index.range(token.folded);
      const lemmas = search.index.forms[form] !== undefined && fold(search.index.forms[form]) === token.folded ? search.index.lemmasOf(form) : [];
      return { folded: token.folded, lemmas };
    }));
    return lines.get(line);
  };

  // favour puts those pages forward whose title or heading is about nothing
  // else than the query, and has its words as they were typed.
  const favour = (pages, tokens) => {
    const phrase = tokens.map(({ folded }) => folded).join(" ");
    const direct = new Set(tokens.flatMap(({ lemmas, phrases }) => [lemmas, ...phrases.flat()].flatMap((map) => [...map].filter(([, weight]) => weight >= 0.6).map(([lemma]) => lemma))));
    const aboutness = (lemmas) => {
      if (lemmas.some((lemma) => direct.has(lemma))) return 1;
      return lemmas.some((lemma) => search.index.parts.get(lemma)?.some((part) => direct.has(part))) ? 0.6 : 0;
    };
    const bonus = (line) => {
      const words = lineWords(line);
      if (!words.length) return 0;
      const exact = tokens.filter(({ folded }) => words.some((word) => word.folded === folded)).length / tokens.length;
      const about = words.reduce((sum, { lemmas }) => sum + aboutness(lemmas), 0) / words.length;
      const joined = words.map(({ folded }) => folded).join(" ");
      return 0.2 * exact + 0.25 * about * about + (tokens.length > 1 && joined.includes(phrase) ? 0.1 : 0);
    };
    for (const found of pages) {
      const { title, headings } = search.index.page(found.page);
      const place = found.section - search.index.firsts[found.page];
      found.score *= 1 + Math.max(bonus(title), place ? 0.4 * bonus(headings[2 * place - 1]) : 0);
    }
    return pages.sort(byScore);
  };

  const countKinds = (pages) => {
    const { kinds, kindNames } = search.index;
    const counts = {};
    for (const { page } of pages) counts[kindNames[kinds[page]]] = (counts[kindNames[kinds[page]]] ?? 0) + 1;
    return counts;
  };

  // suggest gives words of the site for words that led nowhere.
  const suggest = (words) => {
    const near = words.flatMap((word) => nearest(fold(word), 3.5, true).slice(0, 3));
    return [...new Set(near.map(([, form]) => search.index.forms[form]))].slice(0, 3);
  };

  // find gives a promise of what a query finds. kinds, if given, is a Set of the
  // kinds of pages that are wanted, limit is how many results are.
  //   { query, total, kinds: {kind: number of pages}, instead: "word", suggestions: ["word"],
  //     results: [{ href, title, section, kind, titleParts, sectionParts, excerpt: [{ text, marked }] }] }
  window.opas.find = async (query, { kinds = null, limit = 10 } = {}) => {
    const words = tokenize(query);
    const tokens = words.flatMap((word, i) => resolve(word, i === words.length - 1));
    addJoined(tokens);
    addSynonyms(tokens);
    const lemmas = lemmasIn(tokens);
    const coming = search.index.postings.load(lemmas);
    if (coming) await coming;
    const ranked = rank(tokens.filter((token) => token.lemmas.size || token.phrases.length));
    const pages = [...favour(ranked.slice(0, 50), tokens), ...ranked.slice(50)];
    const wanted = pages.filter(({ page }) => !kinds || kinds.has(search.index.kindNames[search.index.kinds[page]]));
    const instead = tokens.some((token) => token.instead) ? tokens.map((token) => token.instead || token.text).join(" ") : "";
    return {
      query,
      total: wanted.length,
      kinds: countKinds(pages),
      results: await search.show(wanted.slice(0, limit), lemmas, words),
      instead,
      suggestions: pages.length ? [] : suggest(words),
    };
  };
})();
