// Volumes of the index, loaded as far as a query needs them: the postings, which say which blocks may
// match, and the texts of the blocks. Runs in node as well.
(() => {
  "use strict";

  const { FIT, FORMAT, fold, joinBlocks, matchLevel, postingsPageOf, readBlock, readPostings } =
    forumSearch;

  // At most so many pairs of neighbouring symbols of a term are looked up. A match that begins in a
  // block may go on after it, and the block's postings have the pairs only up to the end of its tail.
  const MOST_PAIRS = FORMAT.TAIL_SYMBOLS;
  // After FIRST_PAIRS pairs, no more are looked up in a volume of texts once FEW_BLOCKS or fewer
  // blocks are left.
  const FIRST_PAIRS = 3;
  const FEW_BLOCKS = 4;
  // About how many symbols a block of text has.
  const BLOCK_SYMBOLS = 500;

  class Volume {
    constructor(engine, name, { number = 0, isText = true } = {}) {
      Object.assign(this, {
        engine,
        name,
        number,
        isText,
        pages: new Map(),
        blocks: new Map(),
        talkOf: null,
      });
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
        this.pages.set(number, readPostings(letters, this.contents.items));
      }
      return this.pages.get(number);
    }

    async block(number) {
      if (!this.blocks.has(number)) {
        const data = await this.engine.load(`${this.name}/b${number}`);
        this.blocks.set(number, this.contents.runs ? readBlock(data, this.engine.table) : data);
      }
      return this.blocks.get(number);
    }

    // The blocks that may have all pairs of slots, each with the best fit it can have.
    async blocksWith(slots, least) {
      const { items, runs } = await this.directory();
      if (slots.length === 0)
        return new Map(Array.from({ length: items }, (_, i) => [i, FIT.EXACT]));
      if (slots.length === 1) return this.blocksWithSymbol(slots[0], least);
      const pairs = spread(Math.min(slots.length - 1, MOST_PAIRS));
      let left = null;
      for (let i = 0; i < pairs.length; i++) {
        if (left && i >= FIRST_PAIRS && left.size <= FEW_BLOCKS && runs) break;
        const found = await this.blocksWithPair(slots[pairs[i]], slots[pairs[i] + 1], least);
        left = left ? intersect(left, found) : found;
        if (!left.size) break;
      }
      return left;
    }

    // The blocks that have a symbol: exactly where it is a word, else as with other accents, so that
    // these come after. In a volume of texts, all pairs that it begins tell where it is; the
    // catalogue has each symbol of a name by itself, the routes each symbol of a text.
    async blocksWithSymbol(slot, least) {
      const words = await this.blocksWithPair(slot, null, least);
      if (!this.isText) return words;
      const others = this.contents.runs
        ? await this.blocksWithFirst(slot, least)
        : await this.blocksWithPair(null, slot, least);
      for (const [item, fit] of others)
        if (!words.has(item)) words.set(item, Math.min(fit, FIT.ACCENT));
      return words;
    }

    // The blocks that have a pair which begins with a symbol.
    async blocksWithFirst(slot, least) {
      const { table } = this.engine;
      const found = new Map();
      const { pages } = this.contents;
      for (const group of groupsOf(slot, least, table)) {
        const first = Math.max(0, postingsPageOf(pages, group, 0));
        const last = postingsPageOf(pages, group + 1, 0);
        const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
        for (const page of await Promise.all(numbers.map((number) => this.page(number)))) {
          for (const [key, entries] of page) {
            const groups = [key >> 16, key & 0xffff];
            if (groups[0] === group) collect(found, entries, groups, [slot, null], least, table);
          }
        }
      }
      return found;
    }

    // The blocks that have a pair of symbols; either may be null, which is the partner of a symbol that
    // is indexed by itself.
    async blocksWithPair(one, two, least) {
      const { table } = this.engine;
      const wanted = new Map();
      for (const g1 of groupsOf(one, least, table)) {
        for (const g2 of groupsOf(two, least, table)) {
          const number = postingsPageOf(this.contents.pages, g1, g2);
          if (number < 0) continue;
          if (!wanted.has(number)) wanted.set(number, []);
          wanted.get(number).push([g1, g2]);
        }
      }
      const found = new Map();
      await Promise.all(
        Array.from(wanted, async ([number, keys]) => {
          const page = await this.page(number);
          for (const [g1, g2] of keys)
            collect(found, page.get(g1 * 65536 + g2) || [], [g1, g2], [one, two], least, table);
        }),
      );
      return found;
    }
  }

  // The numbers below n, distant ones first: pairs that overlap narrow the blocks down less.
  function spread(n) {
    const order = [0, n - 1, n >> 1];
    for (let i = 1; i < n; i++) order.push(i);
    return order.filter((at, i) => at >= 0 && order.indexOf(at) === i);
  }

  // The items that both maps have, each with the worse of its fits.
  function intersect(one, two) {
    const both = new Map();
    for (const [item, fit] of one) {
      if (two.has(item)) both.set(item, Math.min(fit, two.get(item)));
    }
    return both;
  }

  // The groups in which the postings of a slot may be: that of its symbol, and by sound all groups with
  // a symbol that has one of its sounds. Without a slot, group 0, which stands for no symbol.
  function groupsOf(slot, least, table) {
    if (!slot) return [0];
    const groups = new Set();
    const place = slot.c && table.place.get(slot.c);
    if (place) groups.add(place[0]);
    if (least >= FIT.SPOKEN || !slot.sounds) return groups;
    for (const sound of slot.isOpen ? openSounds(slot, table) : slot.sounds) {
      for (const group of table.soundsIn.get(fold(sound)) || []) groups.add(group);
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
      let fit = one ? FIT_OF_LEVEL[matchLevel(one, table.groups[g1][i1], table)] : FIT.EXACT;
      if (two && fit)
        fit = Math.min(fit, FIT_OF_LEVEL[matchLevel(two, table.groups[g2][i2], table)]);
      if (fit < Math.min(least, FIT.EXACT) || !fit) continue;
      for (const item of items) if ((found.get(item) || 0) < fit) found.set(item, fit);
    }
  }

  // The blocks that may match by sound, as far as the pages loaded for exact matches say: the entries
  // of a key lie on one page, exact and others.
  function matchesOnLoadedPages(volume, slots) {
    const { table } = volume.engine;
    let left = null;
    for (const at of spread(Math.min(slots.length - 1, MOST_PAIRS))) {
      const [one, two] = slots.slice(at, at + 2);
      const [g1] = table.place.get(one.c) || [];
      const [g2] = table.place.get(two.c) || [];
      const page = g1 && g2 && volume.pages.get(postingsPageOf(volume.contents.pages, g1, g2));
      if (!page) break;
      const found = new Map();
      collect(found, page.get(g1 * 65536 + g2) || [], [g1, g2], [one, two], FIT.NEAR, table);
      left = left ? intersect(left, found) : found;
    }
    return left || new Map();
  }

  // The block of a candidate; for a long term joined with the blocks into which a match may reach.
  async function loadBlockFor({ volume, item }, terms) {
    const longest = Math.max(0, ...terms.map((term) => term.patterns[0].slots.length));
    if (longest <= MOST_PAIRS) return volume.block(item);
    const count = Math.ceil(longest / BLOCK_SYMBOLS) + 1;
    const last = Math.min(item + count, volume.contents.items);
    const data = [];
    for (let i = item; i < last; i++) data.push(await volume.engine.load(`${volume.name}/b${i}`));
    return joinBlocks(data, volume.engine.table);
  }

  Object.assign(forumSearch, { Volume, matchesOnLoadedPages, intersect, loadBlockFor });
})();
