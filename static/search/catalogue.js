// Names and titles: finds in the catalogue, and filters, which name somebody or something. Runs in
// node as well. The format is in src/search/catalogue.rs.
(function (hear) {
  "use strict";

  const { FIT } = hear;
  const MOST_BLOCKS = 3;
  const MOST = 6;
  const WEIGHTS = { name: 4, also: 3, heard: 3, about: 1 };

  // Entries that have every term: [{kind, url, name, about, fit, isPinyin, parts}], the best first.
  hear.searchCatalogue = async function (engine, terms, meanings = [terms]) {
    const found = new Map();
    for (const meaning of meanings) {
      for (const number of await blocksFor(engine, meaning)) {
        for (const data of await engine.catalogue.block(number)) {
          const entry = match(data, meaning, engine.table);
          if (!entry) continue;
          const known = found.get(entry.url);
          if (!known || known.score < entry.score) found.set(entry.url, entry);
        }
      }
    }
    const all = Array.from(found.values()).sort((a, b) => b.score - a.score);
    const best = all.length ? all[0].fit : 0;
    // what is only near is shown where nothing is nearer
    return all.filter((entry) => entry.fit > FIT.NEAR || best === FIT.NEAR).slice(0, MOST);
  };

  async function blocksFor(engine, terms) {
    let left = null;
    await engine.catalogue.directory();
    for (const term of terms) {
      const found = new Map();
      const ways = term.ways.map((way) => way.slots).concat(initials(term));
      for (const slots of ways) {
        const blocks = slots.length ? await engine.catalogue.blocksWith(slots, FIT.NEAR) : [];
        for (const [item, fit] of blocks) found.set(item, Math.max(fit, found.get(item) || 0));
      }
      left = left ? new Map(Array.from(left).filter(([item]) => found.has(item))) : found;
    }
    const order = Array.from(left || []).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return order.slice(0, MOST_BLOCKS).map(([item]) => item);
  }

  // The letters of a term as initials of a name.
  function initials({ text, quoted }) {
    if (quoted || !/^[a-z]{2,5}$/i.test(text)) return [];
    return [Array.from(text.toLowerCase(), (letter) => ({ c: hear.initial(letter), sounds: [] }))];
  }

  function match([kind, url, name, also, heard, about, letters], terms, table) {
    const fields = [["name", name], ...also.map((text) => ["also", text]), ...heard.map((text) => ["heard", text]), ...about.map((text) => ["about", text])];
    let score = 0, worst = FIT.EXACT, isPinyin = false;
    const marks = [];
    for (const term of terms) {
      const best = bestField(fields, term, table);
      const isInitials = letters && letters === term.text.toLowerCase();
      if (!best && !isInitials) return null;
      if (!best || (isInitials && best.fit < FIT.SPOKEN)) {
        isPinyin = true;
        worst = Math.min(worst, FIT.SOUND);
        score += FIT.SOUND * 10 + WEIGHTS.name;
        continue;
      }
      worst = Math.min(worst, best.fit);
      isPinyin = isPinyin || best.isPinyin;
      score += best.fit * 10 + best.weight;
      marks.push(best);
    }
    const shown = marks.find((mark) => mark.field === "about" || mark.field === "also");
    const misheard = marks.find((mark) => mark.field === "heard");
    return {
      kind, url, name, fit: worst, isPinyin, score,
      parts: marked(name, marks.filter((mark) => mark.field === "name")),
      about: shown ? marked(shown.text, [shown]) : [[about.slice(0, 2).join(" · "), false]],
      heard: misheard ? marked(misheard.text, [misheard]) : null,
    };
  }

  function bestField(fields, term, table) {
    let best = null;
    for (const [field, text] of fields) {
      const characters = Array.from(text);
      const line = hear.line(characters, table);
      for (const way of term.ways) {
        for (const place of hear.places(line, characters.length, way, term.strict, FIT.NEAR, table)) {
          const whole = place.start === 0 && place.end === characters.length - 1 ? 2 : place.start === 0 ? 1 : 0;
          const weight = WEIGHTS[field] + whole;
          if (way.slots.length === 1 && place.fit < FIT.SPOKEN && (place.fit < FIT.SOUND || field === "about")) continue;
          if (best && best.fit * 10 + best.weight >= place.fit * 10 + weight) continue;
          best = { ...place, field, text, weight, isPinyin: way.isPinyin, characters };
        }
      }
    }
    return best;
  }

  function marked(text, [mark]) {
    if (!mark) return [[text, false]];
    const { characters, start, end } = mark;
    const piece = (from, to) => characters.slice(from, to).join("");
    const parts = [[piece(0, start), false], [piece(start, end + 1), true], [piece(end + 1), false]];
    return parts.filter(([words]) => words);
  }

  // Filters as two questions: may a talk have something, and does a passage count.
  hear.resolveFilters = async function (engine, filters) {
    const talkTests = [], passageTests = [];
    for (const [name, value] of filters) {
      const test = await TESTS[name](engine, value);
      talkTests.push(test.talk);
      if (test.passage) passageTests.push(test.passage);
    }
    return {
      allowsTalk: (volume, talk) => talkTests.every((test) => test(volume.contents, volume.contents.talks[talk])),
      allowsPassage: (volume, passage) => passageTests.every((test) => test(volume.contents, passage)),
    };
  };

  const TESTS = {
    async speaker(engine, value) {
      const urls = await named(engine, value, "speaker");
      const is = (contents, n) => n >= 0 && urls.has(contents.speakers[n][0]);
      return {
        talk: (contents, talk) => talk[4].concat(talk[5]).some((n) => is(contents, n)),
        // in a talk with one speaker the turns may not say who it is
        passage: (contents, passage) => is(contents, passage.speaker),
      };
    },
    async talk(engine, value) {
      const urls = await named(engine, value, "talk");
      return { talk: (contents, talk) => urls.has(talk[0]) || talk[0].split("/")[1] === value };
    },
    async forum(engine, value) {
      const urls = await named(engine, value, "forum");
      return { talk: (contents, talk) => urls.has(contents.forums[talk[3]][0]) || contents.forums[talk[3]][0] === `${value}/` };
    },
    async kind(engine, value) {
      const kinds = Object.entries(engine.words).filter(([key, word]) => key.startsWith("kind_") && word.toLowerCase() === value.toLowerCase());
      const wanted = new Set([value.toLowerCase(), ...kinds.map(([key]) => key.slice(5))]);
      return { talk: (contents, talk) => wanted.has(talk[2]) };
    },
    async date(engine, value) {
      const [from, to = from] = value.split("..");
      // 2024 stands for 2024-01-01 to 2024-12-31: dates compare as texts
      return {
        talk: (contents, talk) => {
          const date = contents.forums[talk[3]][2];
          return date !== "" && date >= from && date.slice(0, to.length || 10) <= (to || "9");
        },
      };
    },
  };

  // Addresses of the entries of a kind that are best called so.
  async function named(engine, value, kind) {
    const entries = await hear.searchCatalogue(engine, [engine.term({ text: value, quoted: false })]);
    const ours = entries.filter((entry) => entry.kind === kind);
    const best = ours.length ? ours[0].fit : 0;
    return new Set(ours.filter((entry) => entry.fit === best).map((entry) => entry.url));
  }
})(globalThis.hear || (globalThis.hear = {}));
