// A search: which shards to load, what is in them, in which order it is shown. Runs in node as well;
// `load(name)` gives a promise of a shard's content.
//
//   const search = await (await hear.open(load)).search("大模型的幻觉");
//   if (search.unread) await search.more();
(function (hear) {
  "use strict";

  const { FIT, Volume } = hear;
  const VERSION = 2;
  // Volumes looked into at once, those first that may have it exactly.
  const VOLUMES = 2;
  // Blocks that are one item of the routes.
  const STRETCH = 4;
  // Volumes looked into in the hope of a find.
  const MOST_VOLUMES = 6;
  // Blocks read for the first results, where there are several terms, and for more.
  const FIRST_BLOCKS = 12, FIRST_OF_SEVERAL = 8, MORE_BLOCKS = 24;
  // Blocks read in the hope of an exact find.
  const MOST_BLOCKS = 128;
  // Pages of a catalogue that is loaded at once.
  const SMALL_CATALOGUE = 16;
  // Blocks by sound only, read for the first results where others are exact.
  const FIRST_HEARD = 4;
  // Blocks with exact finds, from which on only what lies beside them is looked up by sound.
  const ENOUGH = 6;

  hear.open = async function (load) {
    const root = await load("index");
    if (root.version !== VERSION) throw new Error("another version of the index");
    // with one volume its directory is needed at once; with several, only after the routes
    const [[only]] = root.volumes.length ? root.volumes : [[]];
    const now = [root.catalogue, root.routes || only].filter(Boolean);
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
      this.volumes = root.volumes.map(([name], number) => new Volume(this, name, number));
      // of each stretch of the routes, its volume
      this.volumeOf = root.volumes.flatMap(([, blocks], number) => Array(Math.ceil(blocks / STRETCH)).fill(number));
      this.routes = root.routes ? new Volume(this, root.routes) : null;
    }

    async search(typed) {
      await this.learn(typed);
      const search = new Search(this, hear.parse(typed));
      await search.begin();
      return search;
    }

    // Loads what the table lacks of the characters of a query; what is traditional may be known by
    // its simplified form only after that.
    async learn(typed) {
      for (let lacking; (lacking = hear.lacking(typed, this.table)).length; ) {
        await Promise.all(lacking.map(async (n) => hear.learn(this.table, await this.load(`${this.root.rare}/r${n}`), n)));
      }
    }

    // A term, ready to be looked for.
    term({ text, quoted }) {
      const { strict } = hear.line(Array.from(text), this.table);
      const ways = hear.waysToHear({ text, quoted }, this.table);
      const [{ slots }] = ways;
      const isSingle = slots.length === 1 && Array.from(strict).length === 1;
      // one symbol with something silent beside it: only the texts can tell
      return { text, quoted, strict, ways, isSingle, isSilent: !slots.length || (slots.length === 1 && !isSingle) };
    }

    // The numbers of the volumes that may have all terms, each with the best fit it can have.
    async volumesFor(terms) {
      let left = new Map(this.volumes.map(({ number }) => [number, FIT.EXACT]));
      if (!this.routes) return left;
      for (const { ways, isSilent } of terms) {
        if (isSilent) continue;
        const found = new Map();
        for (const { slots } of ways) {
          const stretches = await this.routes.blocksWith(slots, FIT.NEAR);
          keepBest(found, Array.from(stretches, ([stretch, fit]) => [this.volumeOf[stretch], fit]));
        }
        left = hear.intersection(left, found);
      }
      return left;
    }
  }

  function keepBest(found, more) {
    for (const [item, fit] of more) if ((found.get(item) || 0) < fit) found.set(item, fit);
  }

  // One search. `entries` are finds in the catalogue; `talks` the talks with their passages, ranked;
  // `unread` the number of blocks, and of volumes not looked into, that may have more; `spellings` what
  // it sounds like, with counts.
  class Search {
    constructor(engine, query) {
      Object.assign(this, { engine, query, entries: [], talks: [], spellings: [], closed: [], waiting: [], found: [], looked: 0, count: 0 });
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

    get unread() { return this.waiting.length + this.closed.length; }

    async begin() {
      if (!this.query.whole) return;
      this.filters = await hear.resolveFilters(this.engine, this.query.filters);
      // who narrows down asks for what was said
      const isNarrow = !this.terms.length || this.query.filters.length > 0;
      this.entries = isNarrow ? [] : await hear.searchCatalogue(this.engine, this.terms, { meanings: this.meanings });
      await this.tryFor(this.meanings, this.terms.length > 1 ? FIRST_OF_SEVERAL : FIRST_BLOCKS);
      for (const pieces of [hear.apart, hear.withoutParticles]) {
        const terms = this.count === 0 && pieces(this.query);
        if (terms) await this.tryFor([terms.map((term) => this.engine.term(term))], FIRST_OF_SEVERAL);
      }
    }

    // Reads what is most promising for some meanings, until there is something.
    async tryFor(meanings, blocks) {
      for (const terms of meanings) {
        for (const [number, fit] of await this.engine.volumesFor(terms)) this.closed.push({ volume: this.engine.volumes[number], terms, fit });
      }
      this.closed.sort((a, b) => b.fit - a.fit || a.volume.number - b.volume.number);
      await this.more(blocks);
      // what was promising may have been nothing, or not be written so
      while (this.isPromising()) await this.more();
    }

    isPromising() {
      const isMore = this.waiting.length || (this.closed.length && (this.looked < MOST_VOLUMES || this.query.filters.length));
      return isMore && (this.count === 0 || this.mayBeExact());
    }

    // Whether something silent was typed, which only the texts can tell, and is not found yet.
    mayBeExact() {
      const strict = this.meanings.map(([term]) => term).find((term) => term && (term.isExact || this.terms.length === 1));
      const hasSilent = strict && Array.from(strict.strict).length > strict.ways[0].slots.length;
      const isFound = this.talks.length && this.talks[0].passages[0].kind === "exact";
      return hasSilent && !isFound && this.found.length < MOST_BLOCKS && this.waiting.some((c) => c.terms[0] === strict && c.fit === FIT.EXACT);
    }

    // Looks into the next volumes: so many, and of one volume for all that is meant.
    async look() {
      const next = new Set();
      for (const { volume } of this.closed) if (next.size < VOLUMES) next.add(volume);
      const now = this.closed.filter(({ volume }) => next.has(volume));
      this.closed = this.closed.filter(({ volume }) => !next.has(volume));
      this.looked += next.size;
      await Promise.all(Array.from(next, (volume) => volume.directory()));
      for (const { volume, terms } of now) this.waiting.push(...await this.candidatesIn(volume, terms));
    }

    // Blocks of a volume with all terms in the block, or else in its talk.
    async candidatesIn(volume, terms) {
      const byTerm = [];
      for (const term of terms) byTerm.push(await this.blocksOf(volume, term));
      terms.forEach((term, i) => { term.blocks = (term.blocks || 0) + byTerm[i].size; });
      const termsOf = new Map();
      byTerm.forEach((blocks, i) => {
        for (const item of blocks.keys()) {
          const talk = volume.talkOf[item];
          if (!termsOf.has(talk)) termsOf.set(talk, new Set());
          termsOf.get(talk).add(i);
        }
      });
      const items = terms.length ? new Set(byTerm.flatMap((blocks) => Array.from(blocks.keys()))) : volume.talkOf.keys();
      const found = [];
      for (const item of items) {
        const talk = volume.talkOf[item];
        if (terms.length && termsOf.get(talk).size < terms.length) continue;
        if (!this.filters.allowsTalk(volume, talk)) continue;
        const fits = byTerm.map((blocks) => blocks.get(item) || 0);
        const fit = terms.length ? Math.min(...fits.filter(Boolean)) : FIT.EXACT;
        found.push({ volume, item, talk, terms, fit, worth: fit * 2 + (fits.every(Boolean) ? 1 : 0) });
      }
      return found;
    }

    async blocksOf(volume, term) {
      const found = new Map();
      const [literal, ...others] = term.ways;
      const slots = term.isSilent ? [] : literal.slots;
      const quick = literal.isPinyin ? new Map() : await volume.blocksWith(slots, FIT.EXACT);
      keepBest(found, quick);
      if (term.quoted || literal.slots.length < 2) return found;
      // with much that is exact, what sounds alike is looked up only where that costs nothing
      keepBest(found, quick.size < ENOUGH ? await volume.blocksWith(slots, FIT.NEAR) : hear.beside(volume, slots));
      for (const way of others) if (way.slots.length > 1) keepBest(found, await volume.blocksWith(way.slots, FIT.NEAR));
      return found;
    }

    // Reads so many of the blocks that may have something, the most promising first.
    async more(count = MORE_BLOCKS) {
      if (this.waiting.length < count && this.closed.length) await this.look();
      const chosen = this.choose(count);
      await Promise.all(chosen.map(async (candidate) => {
        const block = await hear.blockOf(candidate, this.terms);
        this.found.push({ ...candidate, block });
      }));
      Object.assign(this, hear.rank(this));
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
      const promise = (talk) => talk[0].worth * 100 + talk.filter((c) => c.worth === talk[0].worth).length + hear.boost(this, talk[0]);
      talks.sort((a, b) => promise(b) - promise(a) || a[0].volume.number - b[0].volume.number || a[0].item - b[0].item);
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
  }
})(globalThis.hear || (globalThis.hear = {}));
