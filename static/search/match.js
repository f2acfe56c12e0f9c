// Where a text has what a query asks for, and how well. Pure; runs in node as well.
(function (hear) {
  "use strict";

  // How well a symbol fits a slot.
  const SAME = 3, SOUND = 2, NEAR = 1, NOT = 0;
  // How well a stretch of text fits a term: as written, as spoken (only what is silent differs), by
  // sound, nearly by sound.
  const FIT = { EXACT: 4, SPOKEN: 3, SOUND: 2, NEAR: 1 };
  hear.FIT = FIT;

  hear.level = function (slot, symbol, table) {
    if (slot.c === symbol) return SAME;
    const memo = slot.memo || (slot.memo = new Map());
    let level = memo.get(symbol);
    if (level === undefined) {
      level = soundLevel(slot, hear.readings(symbol, table));
      memo.set(symbol, level);
    }
    return level;
  };

  function soundLevel(slot, readings) {
    let best = NOT;
    for (const reading of readings) {
      for (const sound of slot.sounds) {
        if (slot.isOpen ? reading.startsWith(sound) : reading === sound) return SOUND;
        if (!slot.isOpen && hear.near(reading, sound)) best = NEAR;
      }
    }
    return best;
  }

  // All places in a line (see hear.line) that fit a way to hear a term: [{start, end, fit}], in
  // characters, end included. Only what begins before `own` counts; `least` is the worst fit wanted.
  hear.places = function (line, own, way, strict, least, table) {
    const places = [];
    if (!way.isPinyin && strict) {
      for (let at = line.strict.indexOf(strict); at >= 0; at = line.strict.indexOf(strict, at + 1)) {
        const start = line.from[at];
        if (start >= own) break;
        places.push({ start, end: line.from[at + strict.length - 1], fit: FIT.EXACT });
      }
    }
    if (least < FIT.EXACT && way.slots.length) addHeard(places, line, own, way, least, table);
    return places;
  };

  function addHeard(places, line, own, way, least, table) {
    const { symbols, at } = line;
    const first = way.slots[0];
    const exact = new Set(places.map((place) => place.start));
    const lowest = least === FIT.SPOKEN ? SAME : least === FIT.SOUND ? SOUND : NEAR;
    for (let start = 0; start < symbols.length && at[start] < own; start++) {
      if (exact.has(at[start]) || hear.level(first, symbols[start], table) < lowest) continue;
      const found = follow(symbols, start, way.slots, lowest, table);
      if (!found) continue;
      const fit = found.level === SAME ? FIT.SPOKEN : found.level === SOUND ? FIT.SOUND : FIT.NEAR;
      places.push({ start: at[start], end: at[found.last], fit });
    }
  }

  // Follows the slots from a symbol on; a 儿 that was not typed may stand between.
  function follow(symbols, start, slots, lowest, table) {
    let worst = SAME;
    let at = start;
    for (const slot of slots) {
      let level = at < symbols.length ? hear.level(slot, symbols[at], table) : NOT;
      if (level < lowest && at > start && symbols[at] === "儿" && at + 1 < symbols.length) {
        at++;
        level = hear.level(slot, symbols[at], table);
        worst = Math.min(worst, SOUND);
      }
      if (level < lowest) return null;
      worst = Math.min(worst, level);
      at++;
    }
    return { level: worst, last: at - 1 };
  }

  // All hits of a term in a block: [{passage, reading, start, end, fit, isPinyin, isWhole, heard}],
  // the better one where two overlap, in order. `heard` is where it stands in what was heard.
  hear.hits = function (block, term, least, table) {
    const all = [];
    for (const name of block.isSame ? ["clean"] : ["clean", "verbatim"]) {
      const reading = block[name];
      for (const way of term.ways) {
        for (const place of hear.places(reading.line, reading.own, way, term.strict, least, table)) {
          const hit = {
            ...place, reading: name, isPinyin: way.isPinyin, passage: reading.passage[place.start],
            heard: [reading.heardAt[place.start], reading.heardAt[place.end]],
          };
          hit.isWhole = isWhole(reading, hit);
          all.push(hit);
        }
      }
    }
    const wanted = term.isSingle ? all.filter((hit) => isAlone(block[hit.reading], hit)) : all;
    return best(wanted);
  };

  // Whether words begin and end where the hit does.
  function isWhole(reading, { start, end }) {
    return begins(reading, start) && begins(reading, end + 1);
  }

  function begins(reading, at) {
    if (at >= reading.characters.length || reading.begins[at]) return true;
    const { line } = reading;
    const index = lowerBound(line.at, at);
    return line.at[index] !== at || !line.joined[index];
  }

  // A single character counts where it is a word, or all that an edit replaced.
  function isAlone(reading, hit) {
    if (isWhole(reading, hit)) return true;
    const at = hit.start;
    const spoken = (i) => reading.inEdit[i] && reading.line.at[lowerBound(reading.line.at, i)] === i;
    return reading.inEdit[at] && !spoken(at - 1) && !spoken(at + 1);
  }

  function lowerBound(sorted, value) {
    let low = 0, high = sorted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (sorted[mid] < value) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  function best(hits) {
    const order = (a, b) => b.fit - a.fit || (a.reading === b.reading ? 0 : a.reading === "clean" ? -1 : 1) || a.start - b.start;
    const kept = [];
    for (const hit of hits.sort(order)) {
      const overlaps = (other) => (hit.reading === other.reading
        ? hit.start <= other.end && other.start <= hit.end
        : hit.passage === other.passage && hit.heard[0] <= other.heard[1] && other.heard[0] <= hit.heard[1]);
      if (!kept.some(overlaps)) kept.push(hit);
    }
    return kept.sort((a, b) => a.heard[0] - b.heard[0]);
  }

  // The words of a hit as they stand in its reading.
  hear.wordsOf = function (block, hit) {
    return block[hit.reading].characters.slice(hit.start, hit.end + 1).join("");
  };

  const BEFORE = 22, AFTER = 66;

  // A text around the first hit, with the hits in it marked: [[text, isMarked], …].
  hear.excerpt = function (block, hits) {
    const [first] = hits;
    const reading = block[first.reading];
    const { characters, passage } = reading;
    let from = first.start;
    while (from > 0 && first.start - from < BEFORE && passage[from - 1] === passage[first.start]) from--;
    let to = first.end;
    const last = passage[first.end];
    while (to + 1 < characters.length && to - from < BEFORE + AFTER && passage[to + 1] === last) to++;
    const parts = [];
    const add = (start, end, mark) => {
      if (end > start) parts.push([characters.slice(start, end).join(""), mark]);
    };
    if (from > 0 && passage[from - 1] === passage[from]) parts.push(["…", false]);
    let at = from;
    const inSight = hits.filter((hit) => hit.reading === first.reading && hit.start >= from && hit.end <= to);
    for (const hit of inSight.sort((a, b) => a.start - b.start)) {
      if (hit.start < at) continue;
      add(at, hit.start, false);
      add(hit.start, hit.end + 1, true);
      at = hit.end + 1;
    }
    add(at, to + 1, false);
    if (to + 1 < characters.length && passage[to + 1] === last) parts.push(["…", false]);
    return parts;
  };

  // BM25 with the usual constants, over words of about two characters.
  const K1 = 1.2, B = 0.75, MEAN = 110;
  hear.bm25 = function (count, length, idf) {
    return (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / MEAN));
  };
  hear.idf = function (blocks, all) {
    return Math.log(1 + (all - blocks + 0.5) / (blocks + 0.5));
  };

  // How close the nearest hits of all terms are: 1 side by side, towards 0 far apart.
  hear.closeness = function (hitsByTerm) {
    let nearest = Infinity;
    for (const anchor of hitsByTerm[0]) {
      let span = 0;
      for (const others of hitsByTerm.slice(1)) {
        span = Math.max(span, Math.min(...others.map((hit) => Math.abs(hit.heard[0] - anchor.heard[0]))));
      }
      nearest = Math.min(nearest, span);
    }
    return 1 / (1 + nearest / 20);
  };
})(globalThis.hear || (globalThis.hear = {}));
