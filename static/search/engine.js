// A search: which shards to load, what is in them, in which order it is shown. Runs in node as well;
// `load(name)` gives a promise of a shard's content.
//
//   const search = await (await hear.open(load)).search("大模型的幻觉");
//   if (search.unread) await search.more();
(function (hear) {
  "use strict";

  const { FIT } = hear;
  const VERSION = 1;
  // Pairs looked up: a block has what begins in it and is no longer.
  const MOST_PAIRS = 16;
  // Pairs looked up at least, and blocks so few that no more pairs are.
  const FIRST_PAIRS = 3, FEW = 4;
  // Blocks read for the first results, where there are several terms, and for more.
  const FIRST_BLOCKS = 12, FIRST_OF_SEVERAL = 8, MORE_BLOCKS = 24;
  // Blocks read in the hope of an exact find.
  const MOST_BLOCKS = 128;
  // Pages of a catalogue that is loaded at once.
  const SMALL_CATALOGUE = 8;
  // Blocks by sound only, read for the first results where others are exact.
  const FIRST_HEARD = 4;
  // Blocks with exact finds, from which on only what lies beside them is looked up by sound.
  const ENOUGH = 6;

  hear.open = async function (load) {
    const root = await load("index");
    if (root.version !== VERSION) throw new Error("another version of the index");
    const names = [root.catalogue, ...root.volumes.map(([name]) => name), ...(root.routes ? [root.routes] : [])];
    // with one volume its directory is needed at once; with several, only after the routes
    const now = root.volumes.length === 1 ? names : [root.catalogue, ...(root.routes ? [root.routes] : [])];
    const [data] = await Promise.all([load(`${root.table}/t`), ...now.map((name) => load(`${name}/d`))]);
    const engine = new Engine(load, root, hear.readTable(data, root.script));
    // a small catalogue is looked into by every query
    const { pages } = await engine.catalogue.directory();
    if (pages.length <= SMALL_CATALOGUE) await Promise.all(pages.map((_, number) => engine.catalogue.page(number)));
    return engine;
  };

  class Engine {
    constructor(load, root, table) {
      Object.assign(this, { load, root, table });
      this.words = root.words;
      this.catalogue = new Volume(this, root.catalogue);
      this.volumes = root.volumes.map(([name, items]) => new Volume(this, name, items));
      this.routes = root.routes ? new Volume(this, root.routes) : null;
    }

    async search(typed) {
      if (hear.needsRare(typed, this.table)) hear.addRare(this.table, await this.load(`${this.root.rare}/t`));
      const search = new Search(this, hear.parse(typed));
      await search.begin();
      return search;
    }

    // A term, ready to be looked for.
    term({ text, quoted }) {
      const strict = hear.line(Array.from(text), this.table).strict;
      const ways = hear.waysToHear({ text, quoted }, this.table);
      return { text, quoted, strict, ways, isSingle: ways[0].slots.length === 1 && Array.from(strict).length === 1 };
    }

    // The volumes that may have every pair of one of the ways; all where there is only one.
    async volumesFor(ways) {
      if (!this.routes) return this.volumes;
      const found = new Set();
      for (const { slots } of ways) {
        for (const item of (await this.routes.blocksWith(slots, FIT.NEAR)).keys()) found.add(item);
      }
      return this.volumes.filter((volume, number) => found.has(number));
    }
  }

  // A volume, loaded as far as needed.
  class Volume {
    constructor(engine, name) {
      Object.assign(this, { engine, name, pages: new Map(), blocks: new Map(), talkOf: null });
    }

    async directory() {
      if (!this.contents) {
        this.contents = await this.engine.load(`${this.name}/d`);
        this.talkOf = [];
        for (const [talk, blocks] of this.contents.runs || []) {
          for (let i = 0; i < blocks; i++) this.talkOf.push(talk);
        }
      }
      return this.contents;
    }

    async page(number) {
      if (!this.pages.has(number)) {
        const letters = await this.engine.load(`${this.name}/p${number}`);
        this.pages.set(number, hear.readPage(letters, this.contents.items));
      }
      return this.pages.get(number);
    }

    async block(number) {
      if (!this.blocks.has(number)) {
        const data = await this.engine.load(`${this.name}/b${number}`);
        this.blocks.set(number, this.contents.runs ? hear.readBlock(data, this.engine.table) : data);
      }
      return this.blocks.get(number);
    }

    // The blocks that may have all pairs of slots, each with the best fit it can have.
    async blocksWith(slots, least) {
      const { items } = await this.directory();
      if (slots.length === 0) return new Map(Array.from({ length: items }, (_, i) => [i, FIT.EXACT]));
      if (slots.length === 1) return this.blocksWithPair(slots[0], null, least);
      const pairs = spread(Math.min(slots.length - 1, MOST_PAIRS));
      let left = null;
      for (let i = 0; i < pairs.length; i++) {
        if (left && i >= FIRST_PAIRS && left.size <= FEW) break;
        const found = await this.blocksWithPair(slots[pairs[i]], slots[pairs[i] + 1], least);
        left = left ? intersection(left, found) : found;
        if (!left.size) break;
      }
      return left;
    }

    async blocksWithPair(one, two, least) {
      const { table } = this.engine;
      const wanted = new Map();
      for (const g1 of groupsOf(one, least, table)) {
        for (const g2 of two ? groupsOf(two, least, table) : [0]) {
          const number = hear.pageOf(this.contents.pages, g1, g2);
          if (number < 0) continue;
          if (!wanted.has(number)) wanted.set(number, []);
          wanted.get(number).push([g1, g2]);
        }
      }
      const found = new Map();
      await Promise.all(Array.from(wanted, async ([number, keys]) => {
        const page = await this.page(number);
        for (const [g1, g2] of keys) collect(found, page.get(g1 * 65536 + g2) || [], [g1, g2], [one, two], least, table);
      }));
      return found;
    }
  }

  // Numbers below n, those far apart first: pairs side by side tell less.
  function spread(n) {
    const order = [0, n - 1, n >> 1];
    for (let i = 1; i < n; i++) order.push(i);
    return order.filter((at, i) => at >= 0 && order.indexOf(at) === i);
  }

  function intersection(one, two) {
    const both = new Map();
    for (const [item, fit] of one) {
      if (two.has(item)) both.set(item, Math.min(fit, two.get(item)));
    }
    return both;
  }

  // The groups in which a slot may be found: its own, and for sounds all that have one of them.
  function groupsOf(slot, least, table) {
    const groups = new Set();
    const place = slot.c && table.place.get(slot.c);
    if (place) groups.add(place[0]);
    if (least >= FIT.SPOKEN || !slot.sounds) return groups;
    for (const sound of slot.isOpen ? openSounds(slot, table) : slot.sounds) {
      for (const group of table.soundsIn.get(hear.fold(sound)) || []) groups.add(group);
    }
    return groups;
  }

  function openSounds({ sounds: [beginning] }, table) {
    return Array.from(table.syllables).filter((syllable) => syllable.startsWith(beginning));
  }

  // The fit that a level of every pair allows.
  const FIT_OF_LEVEL = [0, FIT.NEAR, FIT.SOUND, FIT.EXACT];

  function collect(found, entries, [g1, g2], [one, two], least, table) {
    for (const [i1, i2, items] of entries) {
      let fit = FIT_OF_LEVEL[hear.level(one, table.groups[g1][i1], table)];
      if (two && fit) fit = Math.min(fit, FIT_OF_LEVEL[hear.level(two, table.groups[g2][i2], table)]);
      if (fit < Math.min(least, FIT.EXACT) || !fit) continue;
      for (const item of items) if ((found.get(item) || 0) < fit) found.set(item, fit);
    }
  }

  // The kinds of a find, as the page names them, the best first.
  const KINDS = ["exact", "words", "pinyin", "sound", "near"];

  // One search. `entries` are finds in the catalogue; `talks` the talks with their passages, ranked;
  // `unread` the number of blocks that may have more; `spellings` what it sounds like, with counts.
  class Search {
    constructor(engine, query) {
      Object.assign(this, { engine, query, entries: [], talks: [], spellings: [], waiting: [], found: [], count: 0 });
      this.terms = query.terms.map((term) => engine.term(term));
      this.without = query.without.map((term) => engine.term(term));
      const spaced = hear.spacedPinyin(query);
      const literal = hear.asItStands(query);
      // one way to understand the query is a list of terms
      this.meanings = [this.terms];
      if (literal) this.meanings.push([Object.assign(engine.term(literal), { isExact: true })]);
      if (spaced) {
        const term = engine.term(spaced);
        term.ways = term.ways.filter((way) => way.isPinyin);
        if (term.ways.length) this.meanings.push([term]);
      }
    }

    get unread() { return this.waiting.length; }

    async begin() {
      if (!this.query.whole) return;
      this.filters = await hear.resolveFilters(this.engine, this.query.filters);
      this.entries = this.terms.length ? await hear.searchCatalogue(this.engine, this.terms, this.meanings) : [];
      await this.findCandidates();
      await this.more(this.terms.length > 1 ? FIRST_OF_SEVERAL : FIRST_BLOCKS);
      // what was promising may have been nothing, or not be written so
      while (this.unread && (this.count === 0 || this.mayBeExact())) await this.more(MORE_BLOCKS);
    }

    // Whether something silent was typed, which only the texts can tell, and is not found yet.
    mayBeExact() {
      const strict = this.meanings.map(([term]) => term).find((term) => term && (term.isExact || this.terms.length === 1));
      const hasSilent = strict && Array.from(strict.strict).length > strict.ways[0].slots.length;
      const isFound = this.talks.length && this.talks[0].passages[0].kind === "exact";
      return hasSilent && !isFound && this.found.length < MOST_BLOCKS && this.waiting.some((c) => c.terms[0] === strict && c.fit === FIT.EXACT);
    }

    async findCandidates() {
      for (const terms of this.meanings) {
        for (const volume of await this.engine.volumesFor(terms.flatMap((term) => term.ways))) {
          await volume.directory();
          this.waiting.push(...await this.candidatesIn(volume, terms));
        }
      }
    }

    // Blocks of a volume with all terms in the block, or else in its talk.
    async candidatesIn(volume, terms) {
      const byTerm = [];
      for (const term of terms) byTerm.push(await this.blocksOf(volume, term));
      terms.forEach((term, i) => { term.blocks = (term.blocks || 0) + byTerm[i].size; });
      const talks = new Map();
      byTerm.forEach((blocks, i) => {
        for (const item of blocks.keys()) {
          const talk = volume.talkOf[item];
          talks.set(talk, (talks.get(talk) || 0) | (1 << i));
        }
      });
      const complete = 2 ** terms.length - 1;
      const items = terms.length ? new Set(byTerm.flatMap((blocks) => Array.from(blocks.keys()))) : volume.talkOf.keys();
      const found = [];
      for (const item of items) {
        const talk = volume.talkOf[item];
        if (terms.length && talks.get(talk) !== complete) continue;
        if (!this.filters.allowsTalk(volume, talk)) continue;
        const fits = byTerm.map((blocks) => blocks.get(item) || 0);
        const inBlock = fits.every((fit) => fit > 0);
        const fit = terms.length ? Math.min(...fits.filter((fit) => fit > 0)) : FIT.EXACT;
        found.push({ volume, item, talk, terms, fit, worth: fit * 2 + (inBlock ? 1 : 0) });
      }
      return found;
    }

    async blocksOf(volume, term) {
      const found = new Map();
      const add = (blocks) => {
        for (const [item, fit] of blocks) if ((found.get(item) || 0) < fit) found.set(item, fit);
      };
      const [literal, ...others] = term.ways;
      // one symbol with something silent beside it: only the texts can tell
      if (literal.slots.length === 1 && !term.isSingle) literal.lookup = [];
      const quick = literal.isPinyin ? new Map() : await volume.blocksWith(literal.lookup || literal.slots, FIT.EXACT);
      add(quick);
      if (term.quoted || literal.slots.length < 2) return found;
      // with much that is exact, what sounds alike is looked up only where that costs nothing
      if (quick.size < ENOUGH) add(await volume.blocksWith(literal.slots, FIT.NEAR));
      else add(beside(volume, literal.slots));
      for (const way of others) if (way.slots.length > 1) add(await volume.blocksWith(way.slots, FIT.NEAR));
      return found;
    }

    // Reads so many of the blocks that may have something, the most promising first.
    async more(count = MORE_BLOCKS) {
      const chosen = this.choose(count);
      await Promise.all(chosen.map(async (candidate) => {
        const block = await blockOf(candidate, this.terms);
        this.found.push({ ...candidate, block });
      }));
      this.rank();
      return this;
    }

    // The next blocks: of each talk the best one, the talks with most of them first, then of each
    // talk the second, and so on.
    choose(count) {
      const byTalk = new Map();
      for (const candidate of this.waiting) {
        const key = `${candidate.volume.name} ${candidate.talk}`;
        if (!byTalk.has(key)) byTalk.set(key, []);
        byTalk.get(key).push(candidate);
      }
      const talks = Array.from(byTalk.values());
      for (const talk of talks) talk.sort((a, b) => b.worth - a.worth || a.item - b.item);
      const promise = (talk) => talk[0].worth * 100 + talk.filter((c) => c.worth === talk[0].worth).length + this.boost(talk[0]);
      talks.sort((a, b) => promise(b) - promise(a) || a[0].item - b[0].item);
      const order = [];
      for (let round = 0; order.length < this.waiting.length; round++) {
        for (const talk of talks) if (talk[round]) order.push(talk[round]);
      }
      // what is exact goes before what is not, whatever the talk
      const first = ({ fit, terms }) => (fit === FIT.EXACT ? (terms[0] && terms[0].isExact ? 2 : 1) : 0);
      order.sort((a, b) => first(b) - first(a));
      const exact = order.findIndex((candidate) => candidate.fit !== FIT.EXACT);
      const isMixed = this.found.length === 0 && exact > 0;
      const take = isMixed ? Math.min(count, exact + FIRST_HEARD) : count;
      this.waiting = order.slice(take);
      return order.slice(0, take);
    }

    // More for a talk whose title, topics or speakers are what was looked for.
    boost({ volume, talk }) {
      const [url, , , , speakers] = volume.contents.talks[talk];
      const urls = [url, ...speakers.map((n) => volume.contents.speakers[n][0])];
      return this.entries.some((entry) => urls.includes(entry.url)) ? 3 : 0;
    }

    rank() {
      const talks = new Map();
      const spellings = new Map();
      this.count = 0;
      for (const found of this.found.slice().sort((a, b) => a.item - b.item)) {
        for (const passage of this.passagesOf(found)) {
          const key = `${found.volume.name} ${found.talk}`;
          if (!talks.has(key)) talks.set(key, { ...talkOf(found), order: talks.size, passages: [], boost: this.boost(found) });
          keepBetter(talks.get(key).passages, passage);
          for (const hit of passage.hits) if (hit.fit < FIT.SPOKEN) count(spellings, hit.words);
        }
      }
      this.talks = Array.from(talks.values(), (talk) => this.finish(talk)).filter(Boolean);
      const rankOf = (talk) => KINDS.indexOf(talk.passages[0].kind);
      this.talks.sort((a, b) => rankOf(a) - rankOf(b) || b.score - a.score || a.order - b.order);
      for (const talk of this.talks) this.count += talk.hits;
      this.spellings = Array.from(spellings, ([text, n]) => ({ text, count: n })).sort((a, b) => b.count - a.count);
    }

    // A talk with its passages in order; nothing where its passages together lack a term.
    finish(talk) {
      const whole = talk.passages.filter((passage) => passage.isComplete);
      const has = new Set(talk.passages.flatMap((passage) => passage.has));
      if (!whole.length && talk.passages.some((p) => p.terms.some((term) => !has.has(term)))) return null;
      const passages = whole.length ? whole : talk.passages;
      const rankOf = (passage) => KINDS.indexOf(passage.kind);
      passages.sort((a, b) => rankOf(a) - rankOf(b) || b.score - a.score || a.order - b.order);
      const best = passages.filter((passage) => passage.kind === passages[0].kind);
      const score = best.slice(0, 4).reduce((sum, passage, i) => sum + passage.score / (1 + i), 0) + talk.boost;
      const hits = passages.reduce((sum, passage) => sum + Math.max(1, passage.hits.length), 0);
      const words = new Set(passages.flatMap((p) => p.hits.map((hit) => hit.words)));
      return { ...talk, passages, score, hits, words: Array.from(words).slice(0, 6) };
    }

    // The passages of a block that have something.
    passagesOf({ volume, block, terms, item }) {
      const leastOf = (term) => (term.isExact ? FIT.EXACT : term.quoted ? FIT.SPOKEN : FIT.NEAR);
      const hitsByTerm = terms.map((term) => hear.hits(block, term, leastOf(term), this.engine.table));
      const excluded = new Set(this.without.flatMap((term) => hear.hits(block, term, FIT.SPOKEN, this.engine.table)).map((hit) => hit.passage));
      const found = [];
      block.passages.forEach((passage, number) => {
        if (excluded.has(number) || !this.filters.allowsPassage(volume, passage)) return;
        const hits = hitsByTerm.map((all) => all.filter((hit) => hit.passage === number));
        const has = terms.filter((_, i) => hits[i].length);
        if (terms.length ? !has.length : block.clean.shown[number].trim() === "") return;
        found.push(this.passage(block, passage, number, hits, terms, has, item));
      });
      return found;
    }

    passage(block, { id, place, speaker }, number, hits, terms, has, item) {
      const all = hits.flat().sort((a, b) => b.fit - a.fit || a.heard[0] - b.heard[0]);
      for (const hit of all) hit.words = hear.wordsOf(block, hit);
      const best = all.filter((hit) => !all.length || hit.fit === all[0].fit);
      const length = block.clean.shown[number].length;
      let score = 0;
      terms.forEach((term, i) => {
        if (!hits[i].length) return;
        const idf = hear.idf(term.blocks || 1, this.engine.volumes.length * 110);
        const whole = hits[i].some((hit) => hit.isWhole) ? 1.3 : 1;
        score += whole * hear.bm25(hits[i].length, length, idf);
      });
      const isComplete = has.length === terms.length;
      if (terms.length > 1 && isComplete) score *= 1 + hear.closeness(hits);
      const kind = this.kindOf(all, terms, hits);
      const parts = terms.length ? hear.excerpt(block, terms.length > 1 ? all : best.concat(all.filter((h) => !best.includes(h)))) : beginning(block, number);
      return { id, place, speaker, kind, score, hits: all, has, terms, isComplete, parts, order: item * 1000 + number };
    }

    kindOf(all, terms, hits) {
      if (!terms.length) return "exact";
      const worst = Math.min(...hits.filter((h) => h.length).map((h) => Math.max(...h.map((hit) => hit.fit))));
      const isPinyin = all.every((hit) => hit.isPinyin) || terms.some((_, i) => hits[i].length && hits[i].every((hit) => hit.isPinyin));
      if (isPinyin) return worst >= FIT.SOUND ? "pinyin" : "near";
      if (worst === FIT.EXACT && terms.length === 1) return "exact";
      if (worst >= FIT.SPOKEN && terms.length > 1) {
        return "words";
      }
      return worst >= FIT.SOUND ? "sound" : "near";
    }
  }

  // Adds a passage, or lets it take the place of the same one that was found less well.
  function keepBetter(passages, passage) {
    const known = passages.findIndex((other) => other.id === passage.id);
    if (known < 0) passages.push(passage);
    else if (KINDS.indexOf(passage.kind) < KINDS.indexOf(passages[known].kind)) passages[known] = passage;
  }

  function count(map, key) { map.set(key, (map.get(key) || 0) + 1); }

  function talkOf({ volume, talk }) {
    const { talks, forums, speakers } = volume.contents;
    const [url, title, kind, forum, names] = talks[talk];
    const [forumUrl, forumTitle, date, host, record] = forums[forum];
    return { url, title, kind, speakers: names.map((n) => speakers[n]), allSpeakers: speakers, forum: { url: forumUrl, title: forumTitle, date, host, record } };
  }

  function beginning(block, number) {
    const text = block.clean.shown[number];
    return [[text.slice(0, 88) + (text.length > 88 ? "…" : ""), false]];
  }

  // What lies beside the exact entries on the pages that were loaded for them.
  function beside(volume, slots) {
    const { table } = volume.engine;
    let left = null;
    for (const at of spread(Math.min(slots.length - 1, MOST_PAIRS))) {
      const [one, two] = slots.slice(at, at + 2);
      const [g1] = table.place.get(one.c) || [];
      const [g2] = table.place.get(two.c) || [];
      const page = g1 && g2 && volume.pages.get(hear.pageOf(volume.contents.pages, g1, g2));
      if (!page) break;
      const found = new Map();
      collect(found, page.get(g1 * 65536 + g2) || [], [g1, g2], [one, two], FIT.NEAR, table);
      left = left ? intersection(left, found) : found;
    }
    return left || new Map();
  }

  // The block of a candidate; for a long term together with as many after it as the term may reach.
  async function blockOf({ volume, item }, terms) {
    const longest = Math.max(0, ...terms.map((term) => term.ways[0].slots.length));
    if (longest <= MOST_PAIRS) return volume.block(item);
    const count = Math.ceil(longest / 500) + 1;
    const last = Math.min(item + count, volume.contents.items);
    const data = [];
    for (let i = item; i < last; i++) data.push(await volume.engine.load(`${volume.name}/b${i}`));
    return hear.joinBlocks(data, volume.engine.table);
  }
})(globalThis.hear || (globalThis.hear = {}));
