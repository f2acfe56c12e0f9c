// What was typed, understood. Pure; runs in node as well.
//
//   query  = { term | "-" term | filter }, blanks between
//   term   = word | quotation                     “…” 「…」 "…"
//   filter = name ":" (word | quotation)          speaker talk forum kind date, or their Chinese names
(() => {
  "use strict";

  const { normalizeText, readingsOf, splitPinyin } = forumSearch;

  const NAMES = {
    speaker: "speaker",
    talk: "talk",
    forum: "forum",
    kind: "kind",
    date: "date",
    讲者: "speaker",
    演讲: "talk",
    论坛: "forum",
    类型: "kind",
    日期: "date",
  };
  const PIECE =
    /(-?)(?:([a-z]+|[讲演论类日][者讲坛型期])[:：])?(?:["“”「]([^"“”」]*)["“”」]?|([^\s"“”「」]+))/giu;

  // {terms: [{text, quoted}], without: [{text}], filters: [[name, value]], whole}
  function parseQuery(typed) {
    const query = { terms: [], without: [], filters: [], whole: typed.trim() };
    for (const [all, minus, name, quoted, word] of typed.replace(/\u3000/g, " ").matchAll(PIECE)) {
      const text = (quoted === undefined ? word : quoted).trim();
      const known = name && NAMES[name.toLowerCase()];
      if (name && !known) {
        query.terms.push({ text: all, quoted: false });
      } else if (!text) {
      } else if (known) {
        query.filters.push([known, text]);
      } else if (minus) {
        query.without.push({ text, quoted: true });
      } else {
        query.terms.push({ text, quoted: quoted !== undefined });
      }
    }
    // nothing but "-…" or signs: they are meant as they stand
    if (!query.terms.length && !query.filters.length && query.whole) {
      query.terms.push({ text: query.whole, quoted: true });
      query.without = [];
    }
    return query;
  }

  // A filter as one types it, by the name that the page has for it, if that is known; a value's own
  // quotation marks would end the filter's, and say nothing.
  function filterText(name, value, label = name) {
    const known = NAMES[label.toLowerCase()] === name ? label.toLowerCase() : name;
    const plain = value.replace(/["“”「」]/g, "");
    return /\s/.test(plain) ? `${known}:"${plain}"` : `${known}:${plain}`;
  }

  // A slot is one symbol of a term: {c, sounds}, the character where one was typed, and its readings.
  function slotsOf(text, table) {
    const { symbols } = normalizeText(Array.from(text), table);
    return symbols.map((c) => ({ c, sounds: readingsOf(c, table) }));
  }

  // The patterns of a term, of which any may match: as typed, with its letters read as pinyin, without 儿.
  // [{slots, isPinyin}], the literal one first.
  function patternsOf(term, table) {
    const literal = slotsOf(term.text, table);
    const patterns = [{ slots: literal, isPinyin: false }];
    if (!term.quoted) {
      for (const slots of pinyinSlots(literal, term.text, table))
        patterns.push({ slots, isPinyin: true });
    }
    const without = literal.filter((slot, i) => i === 0 || slot.c !== "儿");
    if (without.length < literal.length && without.length > 1)
      patterns.push({ slots: without, isPinyin: false });
    return patterns;
  }

  function pinyinSlots(literal, text, table) {
    const letters = text
      .toLowerCase()
      .replace(/u:|ü/g, "v")
      .replace(/[^a-z' ]/g, "");
    const isAll =
      literal.length > 1 && literal.every(({ c }) => (c >= "a" && c <= "z") || c === "ü");
    if (isAll) return splitPinyin(letters, table.syllables).map((cut) => cut.map(syllableSlot));
    return mixed(literal, table);
  }

  function syllableSlot(syllable) {
    const isOpen = syllable.endsWith("*");
    return { c: null, sounds: [isOpen ? syllable.slice(0, -1) : syllable], isOpen };
  }

  // Characters and pinyin in one term: every run of letters is pinyin, or none is.
  function mixed(literal, table) {
    let patterns = [[]];
    for (let i = 0; i < literal.length; ) {
      let end = i;
      while (end < literal.length && literal[end].c >= "a" && literal[end].c <= "z") end++;
      if (end === i) {
        for (const pattern of patterns) pattern.push(literal[i]);
        i++;
        continue;
      }
      const run = literal
        .slice(i, end)
        .map((slot) => slot.c)
        .join("");
      const cuts = splitPinyin(run, table.syllables).slice(0, 2);
      if (!cuts.length) return [];
      patterns = patterns
        .flatMap((pattern) => cuts.map((cut) => pattern.concat(cut.map(syllableSlot))))
        .slice(0, 4);
      i = end;
    }
    return literal.some(({ c }) => c >= "a" && c <= "z") ? patterns : [];
  }

  // The query as it stands, where that is something else than its terms: a stretch with blanks in it.
  function literalTerm({ terms, without, filters, whole }) {
    const isTerm = terms.length === 1 && terms[0].text === whole;
    return isTerm || without.length || filters.length ? null : { text: whole, quoted: true };
  }

  // Terms in which Chinese and other letters stand together, as words of their own: 大模型agent. Nothing
  // where there are none.
  function splitByScript({ terms }) {
    const pieces = terms.flatMap(({ text, quoted }) =>
      (quoted ? [text] : text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) || [text]).map(
        (piece) => ({ text: piece, quoted }),
      ),
    );
    return pieces.length > terms.length ? pieces : null;
  }

  // The pieces between particles and connectives, as words of their own, for a phrase that is half
  // remembered: 云天励飞的芯片. Nothing where there are none.
  function splitAtParticles({ terms }) {
    const pieces = terms.flatMap(({ text, quoted }) =>
      (quoted ? [text] : text.split(/[的地得了着过吗呢吧啊嘛和与及或]/))
        .filter((piece) => piece.length > 1)
        .map((piece) => ({ text: piece, quoted })),
    );
    const isSame =
      pieces.length === terms.length && pieces.every((piece, n) => piece.text === terms[n].text);
    return pieces.length && !isSame ? pieces : null;
  }

  // Whether the query as a whole may be pinyin with blanks: tao da cheng.
  function pinyinTerm(query) {
    const all = query.terms;
    if (all.length < 2 || !all.every((term) => !term.quoted && /^[a-zü:']+$/i.test(term.text)))
      return null;
    return { text: all.map((term) => term.text).join("'"), quoted: false };
  }

  Object.assign(forumSearch, {
    filterText,
    literalTerm,
    parseQuery,
    patternsOf,
    pinyinTerm,
    slotsOf,
    splitAtParticles,
    splitByScript,
  });
})();
