// Ranks the matches in the blocks that were read: talks, and the passages of each. Pure; runs in node
// as well.
(() => {
  "use strict";

  const { FIT, FORMAT, bm25, closeness, excerpt, findHits, hitText, idf } = forumSearch;

  // The kinds of a match, as the page names them, the best first.
  const KINDS = ["exact", "accents", "words", "pinyin", "sound", "near"];
  // Added to the score of a passage where a single character that was typed is a word. It is more than
  // any other score: the character is often a part of words that have nothing to do with it.
  const CHARACTER_IS_WORD = 20;
  // Characters of the excerpt of a query without terms, the beginning of the passage.
  const BEGINNING = 88;

  // The results of a search: {talks, count, spellings}. `count` is the number of matches, `spellings`
  // the words that sound like the query, with their counts.
  function rankResults(search) {
    const talks = new Map();
    const spellings = new Map();
    const inOrder = (a, b) => a.volume.number - b.volume.number || a.item - b.item;
    for (const found of search.found.slice().sort(inOrder)) {
      for (const passage of passagesOf(search, found)) {
        const key = `${found.volume.name} ${found.talk}`;
        if (!talks.has(key))
          talks.set(key, {
            ...talkOf(found),
            order: talks.size,
            passages: [],
            boost: boostOf(search, found),
          });
        keepBetter(talks.get(key).passages, passage);
        for (const { fit, words } of passage.hits)
          if (fit < FIT.SPOKEN) spellings.set(words, (spellings.get(words) || 0) + 1);
      }
    }
    const ranked = Array.from(talks.values(), finish).filter(Boolean);
    ranked.sort(
      (a, b) => byKind(a.passages[0], b.passages[0]) || b.score - a.score || a.order - b.order,
    );
    return {
      talks: ranked,
      count: ranked.reduce((sum, talk) => sum + talk.hits, 0),
      spellings: Array.from(spellings, ([text, count]) => ({ text, count })).sort(
        (a, b) => b.count - a.count,
      ),
    };
  }

  // Added to the score of a talk whose title, topics or speakers match the query.
  function boostOf({ entries }, { volume, talk }) {
    const [url, , , , speakers] = volume.contents.talks[talk];
    const urls = [url, ...speakers.map((n) => volume.contents.speakers[n][0])];
    return entries.some((entry) => urls.includes(entry.url)) ? 3 : 0;
  }

  const byKind = (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);

  // A talk with its passages ranked; null where its passages together lack a term.
  function finish(talk) {
    const whole = talk.passages.filter((passage) => passage.isComplete);
    const has = new Set(talk.passages.flatMap((passage) => passage.has));
    if (!whole.length && talk.passages.some((p) => p.terms.some((term) => !has.has(term))))
      return null;
    const passages = whole.length ? whole : talk.passages;
    passages.sort((a, b) => byKind(a, b) || b.score - a.score || a.order - b.order);
    const best = passages.filter((passage) => passage.kind === passages[0].kind);
    const score =
      best.slice(0, 4).reduce((sum, passage, i) => sum + passage.score / (1 + i), 0) + talk.boost;
    const hits = passages.reduce((sum, passage) => sum + Math.max(1, passage.hits.length), 0);
    const words = new Set(passages.flatMap((p) => p.hits.map((hit) => hit.words)));
    return { ...talk, passages, score, hits, words: Array.from(words).slice(0, 6) };
  }

  // The passages of a block that match.
  function passagesOf({ engine, without, filters }, { volume, block, terms, item }) {
    const leastOf = (term) => {
      if (term.isExact) return FIT.EXACT;
      // too much sounds like a single character
      return term.quoted || term.isSingle ? FIT.SPOKEN : FIT.NEAR;
    };
    const hitsByTerm = terms.map((term) => findHits(block, term, leastOf(term), engine.table));
    const excluded = new Set(
      without
        .flatMap((term) => findHits(block, term, FIT.SPOKEN, engine.table))
        .map((hit) => hit.passage),
    );
    const found = [];
    block.passages.forEach((about, number) => {
      if (excluded.has(number) || !filters.allowsPassage(volume, about)) return;
      const hits = hitsByTerm.map((all) => all.filter((hit) => hit.passage === number));
      const has = terms.filter((_, i) => hits[i].length);
      if (terms.length ? !has.length : block.clean.shown[number].trim() === "") return;
      const passage = {
        ...about,
        terms,
        has,
        isComplete: has.length === terms.length,
        kind: kindOf(terms, hits),
        order: item * 1000 + number,
      };
      // an upper bound of the number of blocks: with a smaller number than there are, the idf of a
      // word in most of them could be negative and lower the score of a passage
      passage.score = scoreOf(
        passage,
        hits,
        block.clean.shown[number].length,
        engine.volumes.length * FORMAT.VOLUME_BLOCKS,
      );
      found.push(Object.assign(passage, shown(block, number, terms, hits)));
    });
    return found;
  }

  // The matches of a passage with their texts, and its excerpt.
  function shown(block, number, terms, byTerm) {
    const hits = byTerm.flat().sort((a, b) => b.fit - a.fit || a.verbatim[0] - b.verbatim[0]);
    for (const hit of hits) hit.words = hitText(block, hit);
    const isSpoken = terms.length === 1 && hits.length > 0 && hits[0].fit === FIT.SPOKEN;
    return {
      hits,
      isSpoken,
      parts: terms.length ? excerpt(block, hits) : beginning(block.clean.shown[number]),
    };
  }

  function scoreOf({ terms, isComplete }, hits, length, blocks) {
    let score = 0;
    terms.forEach((term, i) => {
      if (!hits[i].length) return;
      const isWhole = hits[i].some((hit) => hit.isWhole);
      const bonus = isWhole && !term.isSingle ? 1.3 : 1;
      score += bonus * bm25(hits[i].length, length, idf(term.blocks || 1, blocks));
      if (isWhole && term.isSingle) score += CHARACTER_IS_WORD;
    });
    return terms.length > 1 && isComplete ? score * (1 + closeness(hits)) : score;
  }

  function kindOf(terms, hits) {
    const found = hits.filter((all) => all.length);
    if (!found.length) return "exact";
    const worst = Math.min(...found.map((all) => Math.max(...all.map((hit) => hit.fit))));
    if (found.some((all) => all.every((hit) => hit.isPinyin)))
      return worst >= FIT.SOUND ? "pinyin" : "near";
    if (worst === FIT.EXACT && terms.length === 1) return "exact";
    if (worst === FIT.ACCENT && terms.length === 1) return "accents";
    if (worst >= FIT.SPOKEN && terms.length > 1) return "words";
    return worst >= FIT.SOUND ? "sound" : "near";
  }

  // Adds a passage; of the same passage twice, the better match is kept.
  function keepBetter(passages, passage) {
    const known = passages.findIndex((other) => other.id === passage.id);
    if (known < 0) passages.push(passage);
    else if (byKind(passage, passages[known]) < 0) passages[known] = passage;
  }

  function talkOf({ volume, talk }) {
    const { talks, forums, speakers } = volume.contents;
    const [url, title, kind, forum, names] = talks[talk];
    const [forumUrl, forumTitle, date, host, record] = forums[forum];
    return {
      url,
      title,
      kind,
      speakers: names.map((n) => speakers[n]),
      allSpeakers: speakers,
      forum: { url: forumUrl, title: forumTitle, date, host, record },
    };
  }

  function beginning(text) {
    return [[text.slice(0, BEGINNING) + (text.length > BEGINNING ? "…" : ""), false]];
  }

  Object.assign(forumSearch, { boostOf, rankResults });
})();
