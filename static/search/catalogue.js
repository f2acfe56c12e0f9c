// Searches the catalogue of names and titles, and resolves filters, whose values name entries of it.
// Runs in node as well. The format is written down in src/search/entities.rs.
(() => {
  "use strict";

  const { FIT, FORMAT, LEVEL, findPattern, initialSymbol, intersect, matchLevel, normalizeText } =
    forumSearch;

  // Blocks read at most; more of them where entries of only one kind are wanted.
  const MOST_BLOCKS = 3;
  const MOST_OF_KIND = 8;
  const MOST = 6;
  const WEIGHTS = { name: 4, also: 3, heard: 3, about: 1 };

  // The entries that match every term, the best first: [{kind, url, name, about, fit, match, isPinyin,
  // isShort, parts}]. With a `kind`, all entries of that kind.
  async function searchCatalogue(engine, terms, { meanings = [terms], kind = null } = {}) {
    const found = new Map();
    for (const meaning of meanings) {
      for (const number of await blocksFor(engine, meaning, kind ? MOST_OF_KIND : MOST_BLOCKS)) {
        for (const data of await engine.catalogue.block(number)) {
          const entry = (!kind || data[0] === kind) && matchEntry(data, meaning, engine.table);
          if (!entry) continue;
          const known = found.get(entry.url);
          if (!known || known.score < entry.score) found.set(entry.url, entry);
        }
      }
    }
    const all = Array.from(found.values()).sort((a, b) => b.score - a.score);
    const best = all.length ? all[0].fit : 0;
    // near matches are shown only where there are no better ones
    const shown = all.filter((entry) => entry.fit > FIT.NEAR || best === FIT.NEAR);
    return kind ? shown : shown.slice(0, MOST);
  }

  async function blocksFor(engine, terms, most) {
    let left = null;
    await engine.catalogue.directory();
    for (const term of terms) {
      const found = new Map();
      const patterns = term.patterns
        .map((pattern) => pattern.slots)
        .concat(initials(term))
        .filter((slots) => slots.length);
      for (const slots of patterns) {
        // blocks with a name that begins with the term are read first
        const begins = await engine.catalogue.blocksWithPair(null, slots[0], FIT.NEAR);
        for (const [item, fit] of await engine.catalogue.blocksWith(slots, FIT.NEAR)) {
          const worth = fit + (begins.has(item) ? 0.5 : 0);
          found.set(item, Math.max(worth, found.get(item) || 0));
        }
      }
      left = left ? intersect(left, found) : found;
    }
    const order = Array.from(left || []).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return order.slice(0, most).map(([item]) => item);
  }

  // The slots of a term whose letters may be the initials of a name.
  function initials({ text, quoted }) {
    if (quoted || !/^[a-z]{2,16}$/i.test(text)) return [];
    return [Array.from(text.toLowerCase(), (letter) => ({ c: initialSymbol(letter), sounds: [] }))];
  }

  function matchEntry([kind, url, name, also, heard, about, letters, short], terms, table) {
    const fields = [
      ["name", name],
      ...also.map((text) => ["also", text]),
      ...heard.map((text) => ["heard", text]),
      ...about.map((text) => ["about", text]),
    ];
    const entry = { kind, url, name, fit: FIT.EXACT, isPinyin: false, isShort: false, score: 0 };
    const marks = [];
    for (const term of terms) {
      const best = bestField(fields, term, table, kind === "speaker");
      const other =
        best && best.fit >= FIT.SPOKEN
          ? null
          : initialFit(letters, term) || shortFit(short, term, table);
      const { fit, weight, isPinyin, isShort } = other || best || {};
      if (!fit) return null;
      entry.fit = Math.min(entry.fit, fit);
      entry.isPinyin = entry.isPinyin || isPinyin;
      entry.isShort = entry.isShort || isShort;
      entry.score += fit * 10 + weight;
      if (!other) marks.push(best);
    }
    const shown = marks.find((mark) => mark.field === "about" || mark.field === "also");
    const misheard = marks.find((mark) => mark.field === "heard");
    return Object.assign(entry, {
      match: matchOf(entry),
      parts: marked(
        name,
        marks.filter((mark) => mark.field === "name"),
      ),
      about: shown ? marked(shown.text, [shown]) : [[about.slice(0, 2).join(" · "), false]],
      heard: misheard ? marked(misheard.text, [misheard]) : null,
    });
  }

  // How an entry matches, as the page names it.
  function matchOf({ fit, isPinyin }) {
    if (isPinyin) return "pinyin";
    if (fit >= FIT.SPOKEN) return "exact";
    return fit === FIT.SOUND ? "sound" : "near";
  }

  // The fit of a term whose letters are the initials of a name, or the first of three or more.
  function initialFit(letters, { text, quoted }) {
    const typed = text.toLowerCase();
    const is =
      letters && !quoted && (letters === typed || (typed.length > 2 && letters.startsWith(typed)));
    return is ? { fit: FIT.SOUND, weight: WEIGHTS.name, isPinyin: true } : null;
  }

  // The fit of a term that is a short form of a name: its symbols are a subsequence of `short`.
  function shortFit(short, { patterns, quoted }, table) {
    if (!short || quoted) return null;
    const symbols = normalizeText(Array.from(short), table).symbols;
    let best = null;
    for (const { slots, isPinyin } of patterns) {
      if (slots.length < 2) continue;
      let fit = FIT.SPOKEN;
      let at = 0;
      for (const slot of slots) {
        let level = 0;
        while (at < symbols.length && level < LEVEL.SOUND) {
          level = matchLevel(slot, symbols[at], table);
          at++;
        }
        fit = level < LEVEL.SOUND ? 0 : Math.min(fit, level);
        if (!fit) break;
      }
      if (fit && (!best || best.fit < fit))
        best = { fit, weight: WEIGHTS.name, isPinyin, isShort: true };
    }
    return best;
  }

  // The best match of a term among the fields. A single character matches by sound only in the name of
  // a person, and characters do not match by sound in what is said about an entry: 科学系 is not 学习.
  function bestField(fields, term, table, isPerson) {
    let best = null;
    for (const [field, text] of fields) {
      const characters = Array.from(text);
      const line = normalizeText(characters, table);
      for (const pattern of term.patterns) {
        for (const place of findPattern(line, characters.length, pattern, term, FIT.NEAR, table)) {
          const whole =
            place.start === 0 && place.end === characters.length - 1
              ? 2
              : place.start === 0
                ? 1
                : 0;
          const weight = WEIGHTS[field] + whole;
          if (field === "about" && place.fit < FIT.SPOKEN && !pattern.isPinyin) continue;
          if (
            pattern.slots.length === 1 &&
            place.fit < FIT.SPOKEN &&
            (place.fit < FIT.SOUND || field === "about" || !isPerson)
          )
            continue;
          if (best && best.fit * 10 + best.weight >= place.fit * 10 + weight) continue;
          best = { ...place, field, text, weight, isPinyin: pattern.isPinyin, characters };
        }
      }
    }
    return best;
  }

  function marked(text, [mark]) {
    if (!mark) return [[text, false]];
    const { characters, start, end } = mark;
    const piece = (from, to) => characters.slice(from, to).join("");
    const parts = [
      [piece(0, start), false],
      [piece(start, end + 1), true],
      [piece(end + 1), false],
    ];
    return parts.filter(([words]) => words);
  }

  // Filters as two predicates: whether a talk may have results, and whether a passage is one.
  async function resolveFilters(engine, filters) {
    const talkTests = [];
    const passageTests = [];
    for (const [name, value] of filters) {
      const test = await TESTS[name](engine, value);
      talkTests.push(test.talk);
      if (test.passage) passageTests.push(test.passage);
    }
    return {
      allowsTalk: (volume, talk) =>
        talkTests.every((test) => test(volume.contents, volume.contents.talks[talk])),
      allowsPassage: (volume, passage) =>
        passageTests.every((test) => test(volume.contents, passage)),
    };
  }

  const TESTS = {
    async speaker(engine, value) {
      const urls = await named(engine, value, "speaker");
      const is = (contents, n) => n >= 0 && urls.has(contents.speakers[n][0]);
      return {
        talk: (contents, talk) => talk[4].concat(talk[5]).some((n) => is(contents, n)),
        // a passage without a speaker may be by any speaker of its talk
        passage: (contents, { speaker, place }) =>
          is(contents, speaker) || (speaker < 0 && place === FORMAT.PLACE_TALK),
      };
    },
    async talk(engine, value) {
      const urls = await named(engine, value, "talk");
      return { talk: (_, talk) => urls.has(talk[0]) || talk[0].split("/")[1] === value };
    },
    async forum(engine, value) {
      const urls = await named(engine, value, "forum");
      return {
        talk: (contents, talk) =>
          urls.has(contents.forums[talk[3]][0]) || contents.forums[talk[3]][0] === `${value}/`,
      };
    },
    async kind(engine, value) {
      const kinds = Object.entries(engine.strings).filter(
        ([key, word]) => key.startsWith("kind_") && word.toLowerCase() === value.toLowerCase(),
      );
      const wanted = new Set([value.toLowerCase(), ...kinds.map(([key]) => key.slice(5))]);
      return { talk: (_, talk) => wanted.has(talk[2]) };
    },
    async date(_, value) {
      const [from, to = from] = value.split("..");
      // dates compare as texts, so that 2024 covers 2024-01-01 to 2024-12-31
      return {
        talk: (contents, talk) => {
          const date = talk[6] ?? contents.forums[talk[3]][2];
          // of several days, one that is wanted is enough
          const [first, last = first] = date.split("/");
          return date !== "" && last >= from && first.slice(0, to.length || 10) <= (to || "9");
        },
      };
    },
  };

  // The addresses of the entries of a kind that match a value best.
  async function named(engine, value, kind) {
    const ours = await searchCatalogue(engine, [engine.term({ text: value, quoted: false })], {
      kind,
    });
    return new Set(ours.filter((entry) => entry.fit === ours[0].fit).map((entry) => entry.url));
  }

  Object.assign(forumSearch, { resolveFilters, searchCatalogue });
})();
