// A search: chooses which shards to load, and has the blocks in them matched and ranked. Runs in node
// as well; `load(name)` gives a promise of a shard's content.
//
//   const search = await (await openIndex(load)).search("大模型的幻觉");
//   if (search.unread) await search.more();
(() => {
  "use strict";

  const {
    FIT,
    FORMAT,
    Volume,
    addRareShard,
    boostOf,
    matchesOnLoadedPages,
    intersect,
    literalTerm,
    loadBlockFor,
    missingShards,
    normalizeText,
    parseQuery,
    patternsOf,
    pinyinTerm,
    rankResults,
    readTable,
    resolveFilters,
    searchCatalogue,
    splitAtParticles,
    splitByScript,
  } = forumSearch;

  // Volumes opened at once, those first that may match exactly.
  const VOLUMES_AT_ONCE = 2;
  // Volumes opened while nothing has been found.
  const MOST_VOLUMES = 6;
  // Blocks read for the first results, where there are several terms, and for more.
  const FIRST_BLOCKS = 12;
  const FIRST_OF_SEVERAL = 8;
  const MORE_BLOCKS = 24;
  // Blocks read while an exact match is still possible and none has been found.
  const MOST_BLOCKS = 128;
  // Pages of a catalogue that is small enough to be loaded at once.
  const SMALL_CATALOGUE = 16;
  // Blocks that match by sound only, read for the first results beside exact ones.
  const FIRST_BY_SOUND = 4;
  // With this many exactly matching blocks, matches by sound are taken from loaded pages only.
  const ENOUGH_EXACT = 6;

  async function openIndex(load) {
    const root = await load("index");
    if (root.version !== FORMAT.VERSION) throw new Error("another version of the index");
    // with one volume its directory is needed at once; with several, only after the routes
    const [[only]] = root.volumes.length ? root.volumes : [[]];
    const now = [root.catalogue, root.routes || only].filter(Boolean);
    const [data] = await Promise.all([
      load(`${root.table}/t`),
      ...now.map((name) => load(`${name}/d`)),
    ]);
    const engine = new Engine(load, root, readTable(data, root.script));
    // every query uses the catalogue, so a small one is loaded as a whole at once
    const { pages } = await engine.catalogue.directory();
    if (pages.length <= SMALL_CATALOGUE)
      await Promise.all(pages.map((_, number) => engine.catalogue.page(number)));
    return engine;
  }

  class Engine {
    constructor(load, root, table) {
      Object.assign(this, { load, root, table });
      this.strings = root.words;
      this.catalogue = new Volume(this, root.catalogue, { isText: false });
      this.volumes = root.volumes.map(([name], number) => new Volume(this, name, { number }));
      // of each stretch of the routes, its volume
      this.volumeOf = root.volumes.flatMap(([, blocks], number) =>
        Array(Math.ceil(blocks / FORMAT.ROUTE_BLOCKS)).fill(number),
      );
      this.routes = root.routes ? new Volume(this, root.routes) : null;
    }

    async search(typed) {
      await this.loadMissingShards(typed);
      const search = new Search(this, parseQuery(typed));
      await search.begin();
      return search;
    }

    // Loads the rare shards that a query needs. It may take two rounds: a shard may give the simplified
    // form of a character, whose readings are in another one.
    async loadMissingShards(typed) {
      const load = async (n) =>
        addRareShard(this.table, await this.load(`${this.root.rare}/r${n}`), n);
      let missing = missingShards(typed, this.table);
      while (missing.length) {
        await Promise.all(missing.map(load));
        missing = missingShards(typed, this.table);
      }
    }

    // A term, ready to be looked for.
    term({ text, quoted }) {
      const { strict, plain } = normalizeText(Array.from(text), this.table);
      const patterns = patternsOf({ text, quoted }, this.table);
      const [{ slots }] = patterns;
      return {
        text,
        quoted,
        strict: strict.text,
        plain: plain.text,
        patterns,
        isSingle: slots.length === 1,
        // without a symbol: only the texts can tell
        isSilent: !slots.length,
      };
    }

    // The numbers of the volumes that may have all terms, each with the best fit it can have.
    async volumesFor(terms) {
      let left = new Map(this.volumes.map(({ number }) => [number, FIT.EXACT]));
      if (!this.routes) return left;
      for (const { patterns, isSilent } of terms) {
        if (isSilent) continue;
        const found = new Map();
        for (const { slots } of patterns) {
          const stretches = await this.routes.blocksWith(slots, FIT.NEAR);
          keepBest(
            found,
            Array.from(stretches, ([stretch, fit]) => [this.volumeOf[stretch], fit]),
          );
        }
        left = intersect(left, found);
      }
      return left;
    }
  }

  function keepBest(found, more) {
    for (const [item, fit] of more) if ((found.get(item) || 0) < fit) found.set(item, fit);
  }

  // Whether the postings have less of a term than was typed.
  function isInTextsOnly({ strict, patterns: [{ slots }] }, { accented }) {
    return Array.from(strict).length > slots.length || slots.some(({ c }) => accented.has(c));
  }

  // One search. `entries` are the matches in the catalogue, `talks` the talks with their passages,
  // ranked, `spellings` the words that sound like the query, with counts. `unread` is the number of
  // blocks and of unopened volumes that may have more.
  class Search {
    constructor(engine, query) {
      Object.assign(this, {
        engine,
        query,
        entries: [],
        talks: [],
        spellings: [],
        unopened: [],
        candidates: [],
        found: [],
        opened: 0,
        count: 0,
      });
      this.terms = query.terms.map((term) => engine.term(term));
      this.without = query.without.map((term) => engine.term(term));
      const spaced = pinyinTerm(query);
      const literal = literalTerm(query);
      // each meaning of the query is a list of terms
      this.meanings = [this.terms];
      if (literal) this.meanings.push([Object.assign(engine.term(literal), { isExact: true })]);
      if (spaced) {
        const term = engine.term(spaced);
        term.patterns = term.patterns.filter((pattern) => pattern.isPinyin);
        if (term.patterns.length) this.meanings.push([term]);
      }
    }

    get unread() {
      return this.candidates.length + this.unopened.length;
    }

    // Whether all results only sound like the query, and no exact one can follow.
    get isBySoundOnly() {
      const isBySound = ({ passages }) => ["sound", "near"].includes(passages[0].kind);
      const mayBeExact =
        this.unopened.length || this.candidates.some(({ fit }) => fit === FIT.EXACT);
      return this.query.terms.length === 1 && !mayBeExact && this.talks.every(isBySound);
    }

    async begin() {
      if (!this.query.whole) return;
      this.filters = await resolveFilters(this.engine, this.query.filters);
      // with filters, passages are wanted, not names
      const isNarrow = !this.terms.length || this.query.filters.length > 0;
      this.entries = isNarrow
        ? []
        : await searchCatalogue(this.engine, this.terms, { meanings: this.meanings });
      await this.readFor(this.meanings, this.terms.length > 1 ? FIRST_OF_SEVERAL : FIRST_BLOCKS);
      for (const pieces of [splitByScript, splitAtParticles]) {
        const terms = this.count === 0 && pieces(this.query);
        if (terms)
          await this.readFor([terms.map((term) => this.engine.term(term))], FIRST_OF_SEVERAL);
      }
    }

    // Reads the most promising blocks for some meanings, until there is a result.
    async readFor(meanings, blocks) {
      for (const terms of meanings) {
        for (const [number, fit] of await this.engine.volumesFor(terms))
          this.unopened.push({ volume: this.engine.volumes[number], terms, fit });
      }
      this.unopened.sort((a, b) => b.fit - a.fit || a.volume.number - b.volume.number);
      await this.more(blocks);
      // a candidate may have no match, or none as it was typed
      while (this.isPromising()) await this.more();
    }

    isPromising() {
      const isMore =
        this.candidates.length ||
        (this.unopened.length && (this.opened < MOST_VOLUMES || this.query.filters.length));
      return isMore && (this.count === 0 || this.mayBeExact());
    }

    // Whether only the texts can tell if there is an exact match, and none is found: where silent
    // characters were typed, or letters that the site has with accents, too.
    mayBeExact() {
      const strict = this.meanings
        .map(([term]) => term)
        .find((term) => term && (term.isExact || this.terms.length === 1));
      const isFound = this.talks.length && this.talks[0].passages[0].kind === "exact";
      return (
        strict &&
        isInTextsOnly(strict, this.engine.table) &&
        !isFound &&
        this.found.length < MOST_BLOCKS &&
        this.candidates.some((c) => c.terms[0] === strict && c.fit >= FIT.ACCENT)
      );
    }

    // Opens the next volumes and lists the candidates in them, of one volume for all its meanings.
    async openVolumes() {
      const next = new Set();
      for (const { volume } of this.unopened) if (next.size < VOLUMES_AT_ONCE) next.add(volume);
      const now = this.unopened.filter(({ volume }) => next.has(volume));
      this.unopened = this.unopened.filter(({ volume }) => !next.has(volume));
      this.opened += next.size;
      await Promise.all(Array.from(next, (volume) => volume.directory()));
      for (const { volume, terms } of now)
        this.candidates.push(...(await this.candidatesIn(volume, terms)));
    }

    // Blocks of a volume with all terms in the block, or else in its talk.
    async candidatesIn(volume, terms) {
      const byTerm = [];
      for (const term of terms) byTerm.push(await this.blocksOf(volume, term));
      terms.forEach((term, i) => {
        term.blocks = (term.blocks || 0) + byTerm[i].size;
      });
      const termsOf = new Map();
      byTerm.forEach((blocks, i) => {
        for (const item of blocks.keys()) {
          const talk = volume.talkOf[item];
          if (!termsOf.has(talk)) termsOf.set(talk, new Set());
          termsOf.get(talk).add(i);
        }
      });
      const items = terms.length
        ? new Set(byTerm.flatMap((blocks) => Array.from(blocks.keys())))
        : volume.talkOf.keys();
      const found = [];
      for (const item of items) {
        const talk = volume.talkOf[item];
        if (terms.length && termsOf.get(talk).size < terms.length) continue;
        if (!this.filters.allowsTalk(volume, talk)) continue;
        const fits = byTerm.map((blocks) => blocks.get(item) || 0);
        const fit = terms.length ? Math.min(...fits.filter(Boolean)) : FIT.EXACT;
        found.push({
          volume,
          item,
          talk,
          terms,
          fit,
          worth: fit * 2 + (fits.every(Boolean) ? 1 : 0),
        });
      }
      return found;
    }

    async blocksOf(volume, term) {
      const found = new Map();
      const [literal, ...others] = term.patterns;
      const slots = term.isSilent ? [] : literal.slots;
      const quick = literal.isPinyin ? new Map() : await volume.blocksWith(slots, FIT.EXACT);
      keepBest(found, quick);
      if (term.quoted || literal.slots.length < 2) return found;
      // if enough blocks match exactly, matches by sound are taken only from pages that are already
      // loaded, which fetches no more files
      keepBest(
        found,
        quick.size < ENOUGH_EXACT
          ? await volume.blocksWith(slots, FIT.NEAR)
          : matchesOnLoadedPages(volume, slots),
      );
      for (const pattern of others)
        if (pattern.slots.length > 1)
          keepBest(found, await volume.blocksWith(pattern.slots, FIT.NEAR));
      return found;
    }

    // Reads `count` of the blocks that may match, the most promising first.
    async more(count = MORE_BLOCKS) {
      if (this.candidates.length < count && this.unopened.length) await this.openVolumes();
      const chosen = this.choose(count);
      await Promise.all(
        chosen.map(async (candidate) => {
          const block = await loadBlockFor(candidate, this.terms);
          this.found.push({ ...candidate, block });
        }),
      );
      Object.assign(this, rankResults(this));
      return this;
    }

    // The next candidates to read: the best one of each talk, with the most promising talks first, then
    // the second one of each talk, and so on.
    choose(count) {
      const byTalk = new Map();
      for (const candidate of this.candidates) {
        const key = `${candidate.volume.name} ${candidate.talk}`;
        if (!byTalk.has(key)) byTalk.set(key, []);
        byTalk.get(key).push(candidate);
      }
      const talks = Array.from(byTalk.values());
      for (const talk of talks) talk.sort((a, b) => b.worth - a.worth || a.item - b.item);
      const promise = (talk) =>
        talk[0].worth * 100 +
        talk.filter((c) => c.worth === talk[0].worth).length +
        boostOf(this, talk[0]);
      talks.sort(
        (a, b) =>
          promise(b) - promise(a) ||
          a[0].volume.number - b[0].volume.number ||
          a[0].item - b[0].item,
      );
      const order = [];
      for (let round = 0; order.length < this.candidates.length; round++) {
        for (const talk of talks) if (talk[round]) order.push(talk[round]);
      }
      // exact candidates go before all others, whatever the talk
      const first = ({ fit, terms }) => (fit === FIT.EXACT ? (terms[0]?.isExact ? 2 : 1) : 0);
      order.sort((a, b) => first(b) - first(a));
      const exact = order.findIndex((candidate) => candidate.fit !== FIT.EXACT);
      const isMixed = this.found.length === 0 && exact > 0 && order[exact].fit < FIT.ACCENT;
      const take = isMixed ? Math.min(count, exact + FIRST_BY_SOUND) : count;
      this.candidates = order.slice(take);
      return order.slice(0, take);
    }
  }

  Object.assign(forumSearch, { openIndex });
})();
