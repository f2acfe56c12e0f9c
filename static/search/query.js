// Parses queries. Pure; runs in node as well.
//
//   query  = { term | "-" term | filter }         separated by whitespace
//   term   = word | quotation                     “…” 「…」 "…"
//   filter = name ":" (word | quotation)
//   name   = speaker | talk | forum | kind | date, or its Chinese name, simplified or traditional
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
    講者: "speaker",
    演講: "talk",
    論壇: "forum",
    類型: "kind",
  };
  const PIECE =
    /(-?)(?:([a-z]+|[讲講演论論类類日][者讲講坛壇型期])[:：])?(?:["“”「]([^"“”」]*)["“”」]?|([^\s"“”「」]+))/giu;

  // {terms: [{text, quoted}], without: [{text}], filters: [[name, value]], whole}
  function parseQuery(typed) {
    // a letter with its accent as one character, as `ü` has to be for pinyin
    const composed = typed.normalize("NFC");
    const query = { terms: [], without: [], filters: [], whole: composed.trim() };
    for (const [all, minus, name, quoted, word] of composed
      .replace(/\u3000/g, " ")
      .matchAll(PIECE)) {
      const text = (quoted === undefined ? word : quoted).trim();
      const known = name && NAMES[name.toLowerCase()];
      if (name && !known) {
        query.terms.push({ text: all, quoted: false });
        continue;
      }
      if (!text) continue;
      if (known) query.filters.push([known, text]);
      else if (minus) query.without.push({ text, quoted: true });
      else query.terms.push({ text, quoted: quoted !== undefined });
    }
    // with excluded terms or punctuation only, the query is taken literally
    if (!query.terms.length && !query.filters.length && query.whole) {
      query.terms.push({ text: query.whole, quoted: true });
      query.without = [];
    }
    return query;
  }

  // The text of a filter, with the page's name for it where the parser knows that name. Quotation
  // marks in the value are left out: they would end the quotation.
  function filterText(name, value, label = name) {
    const known = NAMES[label.toLowerCase()] === name ? label.toLowerCase() : name;
    const plain = value.replace(/["“”「」]/g, "");
    return /\s/.test(plain) ? `${known}:"${plain}"` : `${known}:${plain}`;
  }

  // The slots of a term, one for each symbol: {c, sounds}, the character that was typed, if any, and
  // its readings.
  function slotsOf(text, table) {
    const { symbols } = normalizeText(Array.from(text), table);
    return symbols.map((c) => ({ c, sounds: readingsOf(c, table) }));
  }

  // The patterns of a term, of which any may match: as typed, with its letters read as pinyin, and
  // without 儿. [{slots, isPinyin}], the literal one first.
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

  // The slots of a term that mixes characters and pinyin. Either every run of letters is pinyin, or
  // there is no such pattern.
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

  // The whole query as one literal term, whitespace included; null where it is that already.
  function literalTerm({ terms, without, filters, whole }) {
    const isTerm = terms.length === 1 && terms[0].text === whole;
    return isTerm || without.length || filters.length ? null : { text: whole, quoted: true };
  }

  // Splits terms where the script changes: 大模型agent becomes 大模型 and agent. Null where no term
  // changes.
  function splitByScript({ terms }) {
    const pieces = terms.flatMap(({ text, quoted }) =>
      (quoted ? [text] : text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) || [text]).map(
        (piece) => ({ text: piece, quoted }),
      ),
    );
    return pieces.length > terms.length ? pieces : null;
  }

  // Splits terms at particles and conjunctions, for a phrase that is half remembered: 云天励飞的芯片
  // becomes 云天励飞 and 芯片. Null where no term changes.
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

  // The query as one term of pinyin, where its words may be syllables (tao da cheng); else null.
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
