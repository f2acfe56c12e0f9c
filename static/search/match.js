// Matches terms against texts: where they match, and how well. Pure; runs in node as well.
(() => {
  "use strict";

  const { isNear, readingsOf } = forumSearch;

  // How well a symbol fits a slot.
  const LEVEL = { SAME: 3, SOUND: 2, NEAR: 1, NONE: 0 };
  // How well a range of text fits a term: as written, but for accents, as spoken (silent characters
  // differ), by sound, nearly by sound.
  const FIT = { EXACT: 5, ACCENT: 4, SPOKEN: 3, SOUND: 2, NEAR: 1 };

  function matchLevel(slot, symbol, table) {
    if (slot.c === symbol) return LEVEL.SAME;
    slot.levels ??= new Map();
    if (!slot.levels.has(symbol)) {
      slot.levels.set(symbol, soundLevel(slot, readingsOf(symbol, table)));
    }
    return slot.levels.get(symbol);
  }

  function soundLevel(slot, readings) {
    let best = LEVEL.NONE;
    for (const reading of readings) {
      for (const sound of slot.sounds) {
        if (slot.isOpen ? reading.startsWith(sound) : reading === sound) return LEVEL.SOUND;
        if (!slot.isOpen && isNear(reading, sound)) best = LEVEL.NEAR;
      }
    }
    return best;
  }

  // All matches of a pattern of a term in a line (see normalizeText): [{start, end, fit}], in
  // characters, end included. A match must begin before `own` and fit no worse than `least`.
  function findPattern(line, own, pattern, term, least, table) {
    const places = [];
    if (!pattern.isPinyin) {
      addWritten(places, line.strict, own, term.strict, FIT.EXACT);
      const hasAccents = line.plain !== line.strict || term.plain !== term.strict;
      if (least <= FIT.ACCENT && hasAccents)
        addWritten(places, line.plain, own, term.plain, FIT.ACCENT);
    }
    if (least <= FIT.SPOKEN && pattern.slots.length)
      addBySound(places, line, own, pattern, least, table);
    return places;
  }

  // Adds the places where a form of a line has a text.
  function addWritten(places, { text, from, until }, own, wanted, fit) {
    const known = new Set(places.map((place) => place.start));
    for (let at = wanted ? text.indexOf(wanted) : -1; at >= 0; at = text.indexOf(wanted, at + 1)) {
      const start = from[at];
      if (start >= own) break;
      const last = at + wanted.length - 1;
      // as written, x is not in x̂
      const isPart = fit === FIT.EXACT && from[last + 1] === from[last];
      if (!isPart && !known.has(start)) places.push({ start, end: until[last], fit });
    }
  }

  function addBySound(places, line, own, pattern, least, table) {
    const { symbols, at, until } = line;
    const first = pattern.slots[0];
    const exact = new Set(places.map((place) => place.start));
    const lowest =
      least === FIT.SPOKEN ? LEVEL.SAME : least === FIT.SOUND ? LEVEL.SOUND : LEVEL.NEAR;
    for (let start = 0; start < symbols.length && at[start] < own; start++) {
      if (exact.has(at[start]) || matchLevel(first, symbols[start], table) < lowest) continue;
      const found = follow(symbols, start, pattern.slots, lowest, table);
      if (!found) continue;
      const fit =
        found.level === LEVEL.SAME
          ? FIT.SPOKEN
          : found.level === LEVEL.SOUND
            ? FIT.SOUND
            : FIT.NEAR;
      places.push({ start: at[start], end: until[found.last], fit });
    }
  }

  // Matches the slots against the symbols from `start` on, which may have a 儿 that was not typed.
  function follow(symbols, start, slots, lowest, table) {
    let worst = LEVEL.SAME;
    let at = start;
    for (const slot of slots) {
      let level = at < symbols.length ? matchLevel(slot, symbols[at], table) : LEVEL.NONE;
      if (level < lowest && at > start && symbols[at] === "儿" && at + 1 < symbols.length) {
        at++;
        level = matchLevel(slot, symbols[at], table);
        worst = Math.min(worst, LEVEL.SOUND);
      }
      if (level < lowest) return null;
      worst = Math.min(worst, level);
      at++;
    }
    return { level: worst, last: at - 1 };
  }

  // All matches of a term in a block, in order: [{passage, reading, start, end, fit, isPinyin, isWhole,
  // verbatim}]. Where two overlap, the better one is kept. `verbatim` is the range in the verbatim
  // reading.
  function findHits(block, term, least, table) {
    const all = [];
    for (const name of block.isSame ? ["clean"] : ["clean", "verbatim"]) {
      const reading = block[name];
      for (const pattern of term.patterns) {
        for (const place of findPattern(reading.line, reading.own, pattern, term, least, table)) {
          const hit = {
            ...place,
            reading: name,
            isPinyin: pattern.isPinyin,
            passage: reading.passage[place.start],
            verbatim: [reading.verbatimAt[place.start], reading.verbatimAt[place.end]],
          };
          hit.isWhole = isWhole(reading, hit);
          all.push(hit);
        }
      }
    }
    return withoutOverlaps(all);
  }

  // Whether a match begins and ends at word boundaries.
  function isWhole(reading, { start, end }) {
    return begins(reading, start) && begins(reading, end + 1);
  }

  function begins(reading, at) {
    if (at >= reading.characters.length || reading.begins[at]) return true;
    const { line } = reading;
    const index = lowerBound(line.at, at);
    return line.at[index] !== at || !line.joined[index];
  }

  function lowerBound(sorted, value) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (sorted[mid] < value) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  function withoutOverlaps(hits) {
    const order = (a, b) =>
      b.fit - a.fit ||
      (a.reading === b.reading ? 0 : a.reading === "clean" ? -1 : 1) ||
      a.start - b.start;
    const kept = [];
    for (const hit of hits.sort(order)) {
      const overlaps = (other) =>
        hit.reading === other.reading
          ? hit.start <= other.end && other.start <= hit.end
          : hit.passage === other.passage &&
            hit.verbatim[0] <= other.verbatim[1] &&
            other.verbatim[0] <= hit.verbatim[1];
      if (!kept.some(overlaps)) kept.push(hit);
    }
    return kept.sort((a, b) => a.verbatim[0] - b.verbatim[0]);
  }

  // The text of a match.
  function hitText(block, hit) {
    return block[hit.reading].characters.slice(hit.start, hit.end + 1).join("");
  }

  const BEFORE = 22;
  const AFTER = 66;

  // The text around the first match, with all matches in it marked: [[text, isMarked], …].
  function excerpt(block, hits) {
    const [first] = hits;
    const reading = block[first.reading];
    const { characters, passage } = reading;
    let from = first.start;
    while (from > 0 && first.start - from < BEFORE && passage[from - 1] === passage[first.start])
      from--;
    let to = first.end;
    const last = passage[first.end];
    while (to + 1 < characters.length && to - from < BEFORE + AFTER && passage[to + 1] === last)
      to++;
    const parts = [];
    const add = (start, end, mark) => {
      if (end > start) parts.push([characters.slice(start, end).join(""), mark]);
    };
    if (from > 0 && passage[from - 1] === passage[from]) parts.push(["…", false]);
    let at = from;
    const inSight = hits.filter(
      (hit) => hit.reading === first.reading && hit.start >= from && hit.end <= to,
    );
    for (const hit of inSight.sort((a, b) => a.start - b.start)) {
      if (hit.start < at) continue;
      add(at, hit.start, false);
      add(hit.start, hit.end + 1, true);
      at = hit.end + 1;
    }
    add(at, to + 1, false);
    if (to + 1 < characters.length && passage[to + 1] === last) parts.push(["…", false]);
    return parts;
  }

  // BM25 with the usual constants, over words of about two characters.
  const K1 = 1.2;
  const B = 0.75;
  const MEAN = 110;
  function bm25(count, length, rarity) {
    return (rarity * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / MEAN));
  }
  function idf(blocks, all) {
    return Math.log(1 + (all - blocks + 0.5) / (blocks + 0.5));
  }

  // How close the nearest hits of all terms are: 1 side by side, towards 0 far apart.
  function closeness(hitsByTerm) {
    let nearest = Infinity;
    for (const anchor of hitsByTerm[0]) {
      let span = 0;
      for (const others of hitsByTerm.slice(1)) {
        span = Math.max(
          span,
          Math.min(...others.map((hit) => Math.abs(hit.verbatim[0] - anchor.verbatim[0]))),
        );
      }
      nearest = Math.min(nearest, span);
    }
    return 1 / (1 + nearest / 20);
  }

  Object.assign(forumSearch, {
    FIT,
    LEVEL,
    bm25,
    closeness,
    excerpt,
    findHits,
    findPattern,
    hitText,
    idf,
    matchLevel,
  });
})();
