// The second and third stage of a search: how much pages say of a query, and
// which come first. It puts finder into opas.search, which runs the stages and
// makes opas.find. What its words mean stands in search-resolve.js.
(() => {
  "use strict";

  const search = opas.search;
  const { remember } = search;

  // How much the head of a page says for its sections, how much the second best
  // section adds to the best one, how much words count that stand in different
  // sections, and how much a phrase counts.
  const headShare = 0.5, secondShare = 0.15, apartShare = 0.7, phraseWeight = 0.7;

  // A page must have this share of the highest cover.
  const leastCover = 0.3;

  // Tokens of less rarity are everywhere, and aren't marked; lemmas of less
  // weight are nothing that a title is about.
  const leastRarity = 0.2, leastWeight = 0.6;

  // A query counts up to so many words, and so many pages, at least, are put in
  // order with care.
  const mostWords = 12, mostFavoured = 60;

  const newScores = (index) => new Float32Array(index.firsts.at(-1));

  const highest = (numbers) => {
    let high = 0;
    for (const number of numbers) if (number > high) high = number;
    return high;
  };

  // scoreLemmas scores sections by the lemma that says most in them, and
  // returns the rarity of the heaviest lemma.
  const scoreLemmas = (index, lemmas, scores) => {
    let rarity = 0, heaviest = 0;
    for (const [lemma, weight] of lemmas) {
      const { count, list } = index.postingsOf(lemma);
      if (!count) continue;
      for (let i = 0; i < list.length; i++) {
        const section = list[i] >>> 6, value = weight * (list[i] & 63);
        if (value > scores[section]) scores[section] = value;
      }
      const rare = weight * Math.log(1.05 + (scores.length - count + 0.5) / (count + 0.5)) ** 0.6;
      if (weight > heaviest || (weight === heaviest && rare < rarity)) [heaviest, rarity] = [weight, rare];
    }
    return rarity;
  };

  // scorePhrase scores sections that have all words of a phrase, by the word
  // that says least in them.
  const scorePhrase = (index, phrase, scores) => {
    const words = phrase.map(() => newScores(index));
    const rarity = Math.max(...phrase.map((lemmas, i) => scoreLemmas(index, lemmas, words[i])));
    words[0].forEach((value, section) => {
      if (!value) return;
      for (const word of words) if (word[section] < value) value = word[section];
      scores[section] = Math.max(scores[section], phraseWeight * value);
    });
    return rarity;
  };

  // scoreToken gives a token the scores of sections for it, and its rarity.
  const scoreToken = (index, token) => {
    const scores = (token.scores = newScores(index));
    const own = scoreLemmas(index, token.lemmas, scores);
    const others = token.phrases.map((phrase) => scorePhrase(index, phrase, scores));
    return (token.rarity = own || Math.max(0, ...others));
  };

  // scoreSection returns the score of a section and writes its cover, and the
  // best score of each word so far. The head of the page lends it some of what it
  // says, if it says anything itself.
  const scoreSection = (tokens, section, head, covers) => {
    let own = 0, sum = 0, cover = 0;
    for (const token of tokens) {
      const { scores, share } = token, value = scores[section], lent = headShare * scores[head];
      if (!value && !lent) continue;
      if (value > token.best) token.best = value;
      own += value;
      sum += share * (value > lent ? value : lent);
      cover += share;
    }
    covers[section] = cover;
    return own && sum * Math.sqrt(cover);
  };

  // scoreApart returns the score that a page would have if its best sections
  // for each word were one, and begins the next page.
  const scoreApart = (tokens) => {
    let sum = 0, cover = 0;
    for (const token of tokens) {
      sum += token.share * token.best;
      cover += token.share * (token.best > 0);
      token.best = 0;
    }
    return sum * Math.sqrt(cover);
  };

  // score returns what each page says of a query's tokens: what its best
  // section says, or most of what all say together, and a little of what the
  // second best does. It returns too which section is the best one of each page,
  // and its cover.
  const score = (index, tokens) => {
    const { firsts } = index, pages = firsts.length - 1;
    const all = tokens.reduce((sum, token) => sum + scoreToken(index, token), 0) || 1, sectionCovers = newScores(index);
    for (const token of tokens) {
      token.share = token.rarity / all;
      token.best = 0;
    }
    const scores = new Float32Array(pages), best = new Uint32Array(pages), covers = new Float32Array(pages);
    for (let page = 0; page < pages; page++) {
      const head = firsts[page];
      let top = 0, second = 0;
      for (let section = head; section < firsts[page + 1]; section++) {
        const score = scoreSection(tokens, section, head, sectionCovers);
        if (score > top) {
          second = top;
          top = score;
          best[page] = section;
        } else if (score > second) second = score;
      }
      scores[page] = Math.max(top, apartShare * scoreApart(tokens)) + secondShare * second;
      covers[page] = top && sectionCovers[best[page]];
    }
    return { scores, best, covers };
  };

  // lemmasOf returns the lemmas of tokens and of their phrases, or of only their
  // synonyms, that have some weight.
  const lemmasOf = (tokens, least = 0, others = "phrases") => new Set(tokens.flatMap((token) => [token.lemmas, ...token[others].flat()])
    .flatMap((lemmas) => [...lemmas.keys()].filter((lemma) => lemmas.get(lemma) >= least)));

  // ahead returns the pages that score most: so many, and those that score
  // about as much as the last of them.
  const ahead = (pages, scores, most) => {
    const bar = Float32Array.from(pages, (page) => scores[page]).sort().at(-most) * 0.99 || 0;
    return pages.filter((page) => scores[page] >= bar);
  };

  const wordsOf = remember(search.tokenize);

  // favour puts pages in order, those forward whose title or heading is about
  // nothing else than the query, about all of it, and has its words as they were
  // typed.
  const favour = (index, tokens, pages) => {
    const wanted = lemmasOf(tokens, leastWeight), each = tokens.map((token) => lemmasOf([token], leastWeight));
    const bonus = (line) => {
      const words = wordsOf(line);
      let typed = 0, said = 0;
      tokens.forEach(({ folded, share }, i) => {
        typed += share * words.some((word) => word.folded === folded);
        said += share * highest(words.map(({ text }) => index.nearness(text, each[i])));
      });
      const about = words.reduce((sum, { text }) => sum + index.nearness(text, wanted), 0) / (words.length || 1);
      return 0.25 * (typed + about * about) + 0.2 * said;
    };
    for (const found of pages) {
      const { title, heading } = index.place(found);
      found.score *= 1 + Math.max(bonus(title), 0.3 * bonus(heading));
    }
    return pages.sort((a, b) => b.score - a.score);
  };

  // order counts the pages that have enough of the query by kind, and returns
  // the best of the wanted kinds in order: at least as many as are asked for.
  const order = (index, tokens, { scores, best, covers }, wanted, most) => {
    const least = leastCover * highest(covers);
    const kinds = {}, fit = [];
    for (let page = 0; page < scores.length; page++) {
      if (!scores[page] || covers[page] < least) continue;
      const kind = index.kinds[page];
      kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (!wanted || wanted.has(kind)) fit.push(page);
    }
    const pages = ahead(fit, scores, most).map((page) => ({ page, section: best[page], score: scores[page], exact: 0 }));
    return { total: fit.length, kinds, pages: favour(index, tokens, pages) };
  };

  // holding puts those of the pages first that have a text as it is, with the
  // section where it stands.
  const holding = async (index, pages, wanted) => {
    const { firsts, texts } = index;
    for (const found of pages) for (let { page } = found, section = firsts[page]; section < firsts[page + 1] && !found.exact; section++) {
      await texts.load([section]);
      const { title, heading } = index.place({ page, section });
      if (`${title} ${heading} ${texts.line(section)}`.replace(/\s/g, " ").toLowerCase().includes(wanted)) {
        found.section = section;
        found.exact = 1;
      }
    }
    return pages.sort((a, b) => b.exact - a.exact);
  };

  // finder returns the function that searches an index and shows what it finds
  // with another. It returns a promise. kinds, if given, is a Set of kinds of
  // pages, limit is how many results are.
  //   { total, kinds: {kind: number of pages}, instead: "words", suggestions: ["word"],
  //     results: [{ href, kind, lang, section, title, heading: [{ text, marked }], more: promise of { href, excerpt } }] }
  search.finder = (index, show) => async (query, { kinds: wanted, limit = 10 } = {}) => {
    const words = search.tokenize(query.trim().slice(0, 300)).slice(0, mostWords), tokens = search.resolve(index, words);
    await index.postings.load(lemmasOf(tokens));
    const counts = order(index, tokens, score(index, tokens), wanted, Math.max(limit, mostFavoured));
    // What stands between quotes must be there as it is; pages that name a
    // section of a law come before those that have its number.
    const [exact, quoted, ...law] = query.match(/["”“»](.+)["”“«]|(\d+) ?§|§ ?(\d+)/) ?? [];
    if (exact) counts.pages = await holding(index, counts.pages, quoted?.toLowerCase() ?? law.join("") + " §");
    if (quoted) {
      counts.pages = counts.pages.filter(({ exact }) => exact);
      counts.total = counts.pages.length;
      counts.kinds = {};
    }
    const telling = tokens.filter(({ rarity }) => rarity > leastRarity);
    return {
      ...counts,
      results: show(counts.pages.slice(0, limit), lemmasOf(telling.length ? telling : tokens, 0, "synonyms")),
      instead: tokens.some(({ instead }) => instead) && tokens.map(({ instead, text }) => instead || text).join(" "),
      suggestions: Object.keys(counts.kinds)[0] ? [] : search.suggest(index, words),
    };
  };

  // How results look: titles, excerpts and marks. shower makes the function that
  // the finder shows with.
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

  search.shower = (index) => {
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
        const { address, title, id, heading, lang } = index.place(found);
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
        return { href: address.href, kind: index.kinds[found.page], lang, section: heading, title: cut(title, titleMarks), heading: cut(heading, headingMarks), more: more() };
      });
    };
  };
})();
