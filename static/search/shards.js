// Reads the shards of the index. Pure; runs in node as well. The formats are documented in
// src/search/: alphabet_and_sound_groups.rs, postings.rs, blocks.rs, volume.rs.
(() => {
  "use strict";

  const { fold, normalizeCharacter, normalizeText, readingsOf, symbolsOf } = forumSearch;

  // The numbers and texts on which the indexer that writes the shards and the browser that reads them
  // must agree. They stand here alone: src/search/format.rs takes them from here when the program is
  // compiled, by name, one to a line.
  const FORMAT = {
    // Version of the files. A script that knows another one says so instead of misreading them.
    VERSION: 2,
    // The digits of base64 (RFC 4648).
    BASE64_DIGITS: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    // Code points of the private characters around an edit: before what was heard, between it and
    // what was meant, and after that.
    EDIT_START: 0xe100,
    EDIT_MIDDLE: 0xe101,
    EDIT_END: 0xe102,
    // Added to the code point of a letter, it gives the symbol of a syllable's initial in a name.
    INITIAL_OFFSET: 0xe000,
    // The parameter k of the Rice code in which numbers of syllables are written.
    SYLLABLE_BITS: 6,
    // The highest number of a symbol within its group; all symbols beyond share it.
    LAST_IN_GROUP: 4095,
    // Shards of the characters that no text has: how many there are, and the code points from which
    // the gaps in the lists of readings and of traditional characters are counted.
    RARE_SHARDS: 16,
    FIRST_READING: 0x4e00,
    FIRST_TRADITIONAL: 0x3400,
    // Blocks after which no other forum joins a volume.
    VOLUME_BLOCKS: 256,
    // Consecutive blocks that are one item of the routes.
    ROUTE_BLOCKS: 4,
    // Spoken symbols of the text after a block that are repeated at its end.
    TAIL_SYMBOLS: 16,
    // The page that a passage stands on: its talk's, there among the host's words, the page of all
    // the host's words, the page of the whole record.
    PLACE_TALK: 0,
    PLACE_INTRODUCTION: 1,
    PLACE_HOST: 2,
    PLACE_RECORD: 3,
  };

  // The value of each base64 digit, by its code.
  const VALUES = new Uint8Array(128);
  for (let i = 0; i < 64; i++) VALUES[FORMAT.BASE64_DIGITS.charCodeAt(i)] = i;

  // Reads numbers from base64 digits. Past the end all bits are 0.
  class BitReader {
    constructor(digits) {
      this.digits = digits;
      this.at = 0;
      this.end = digits.length * 6;
    }
    bit() {
      const at = this.at++;
      if (at >= this.end) return 0;
      return (VALUES[this.digits.charCodeAt((at / 6) | 0)] >> (5 - (at % 6))) & 1;
    }
    bits(width) {
      let n = 0;
      while (width-- > 0) n = (n << 1) | this.bit();
      return n;
    }
    // 0 where there is no number any more
    gamma() {
      let width = 0;
      while (!this.bit()) if (++width > 31 || this.at > this.end) return 0;
      return (1 << width) | this.bits(width);
    }
    rice(k) {
      let high = 0;
      while (this.bit()) high++;
      return (high << k) | this.bits(k);
    }
  }

  const [EDIT_START, EDIT_MIDDLE, EDIT_END] = [
    FORMAT.EDIT_START,
    FORMAT.EDIT_MIDDLE,
    FORMAT.EDIT_END,
  ].map((point) => String.fromCharCode(point));
  const { RARE_SHARDS, SYLLABLE_BITS } = FORMAT;
  const initialSymbol = (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + FORMAT.INITIAL_OFFSET);

  // The characters that stand for the letters of the table, in order.
  function letterCodes(count) {
    const all = [];
    for (let point = 0x20; all.length < count; point++) {
      if (point === 0x7f) point = 0xa1;
      if (point !== 0x22 && point !== 0x5c) all.push(String.fromCharCode(point));
    }
    return all;
  }

  function pairs(text) {
    const all = Array.from(text);
    const map = new Map();
    for (let i = 0; i + 1 < all.length; i += 2) map.set(all[i], all[i + 1]);
    return map;
  }

  // The table: {letters, script, spoken, silent, accented, readings, names, syllables, groups, place,
  // soundsIn, loadedShards}. `accented` are the symbols that the texts have with accents as well.
  function readTable(data, script) {
    const table = {
      letters: new Map(),
      script: pairs(script),
      silent: new Set(),
      readings: new Map(),
      names: data.syllables.split(" "),
      place: new Map(),
      groups: [[]],
      soundsIn: new Map(),
      loadedShards: new Set(),
    };
    table.syllables = new Set(table.names);
    table.syllables.beginnings = new Set();
    for (const syllable of table.syllables) {
      for (let end = 1; end <= syllable.length; end++)
        table.syllables.beginnings.add(syllable.slice(0, end));
    }
    readLetters(table, data);
    const sounds = new BitReader(data.sounds);
    for (const symbol of table.spoken) {
      if (symbol >= "\x80") addReading(table, symbol, sounds.rice(SYLLABLE_BITS));
    }
    addMore(table, data.more);
    readGroups(table);
    return table;
  }

  function readLetters(table, data) {
    const characters = Array.from(data.letters);
    const written = letterCodes(characters.length);
    const flags = new BitReader(data.flags);
    table.spoken = new Set("0123456789.");
    table.accented = new Set();
    characters.forEach((c, n) => {
      const within = flags.bit();
      const isSpoken = flags.bit();
      table.letters.set(written[n], { c, begins: !within });
      const normal = normalizeCharacter(c, table.script);
      if (!isSpoken) table.silent.add(normal);
      for (const symbol of isSpoken ? symbolsOf(normal) : []) {
        table.spoken.add(symbol);
        if (symbol !== normal) table.accented.add(symbol);
      }
    });
    for (const symbol of Array.from(data.symbols)) table.spoken.add(symbol);
  }

  function addReading(table, symbol, number) {
    if (number) table.readings.set(symbol, [table.names[number - 1]]);
  }

  function addMore(table, more) {
    for (const entry of more.split(" ")) {
      const [symbol] = entry;
      const first = table.readings.get(symbol);
      if (first && first.length === 1)
        table.readings.set(symbol, first.concat(entry.slice(symbol.length).split(",")));
    }
  }

  // The numbers of the rare shards that a text needs and the table does not have yet.
  function missingShards(text, table) {
    const unknown = Array.from(text, (c) => normalizeCharacter(c, table.script)).filter(
      (c) => c >= "\u3400" && c <= "\u9fff" && !table.readings.has(c),
    );
    return Array.from(new Set(unknown.map((c) => c.charCodeAt(0) % RARE_SHARDS))).filter(
      (n) => !table.loadedShards.has(n),
    );
  }

  // Adds a rare shard to the table.
  function addRareShard(table, data, number) {
    table.loadedShards.add(number);
    const each = (bits, first, add) => {
      let multiple = first / RARE_SHARDS - 1;
      for (let gap = bits.gamma(); gap; gap = bits.gamma()) {
        multiple += gap;
        add(String.fromCharCode(multiple * RARE_SHARDS + number), bits);
      }
    };
    each(new BitReader(data.sounds), FORMAT.FIRST_READING, (c, bits) => {
      const sound = bits.rice(SYLLABLE_BITS);
      if (!table.readings.has(c)) addReading(table, c, sound);
    });
    each(new BitReader(data.traditional), FORMAT.FIRST_TRADITIONAL, (c, bits) =>
      table.script.set(c, String.fromCharCode(bits.bits(16))),
    );
    addMore(table, data.more);
  }

  // Forms the groups as alphabet_and_sound_groups.rs does; `soundsIn` gives for each fold the groups
  // that have a symbol with such a reading.
  function readGroups(table) {
    const numbers = new Map();
    const name = (group) => {
      if (!numbers.has(group)) {
        numbers.set(group, table.groups.length);
        table.groups.push([]);
      }
    };
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
    const initials = letters.map(initialSymbol);
    const folds = table.names.map((syllable) => `-${fold(syllable)}`);
    for (const group of [...letters, ...initials, "?", ...folds]) name(group);
    for (const symbol of table.spoken) {
      const sounds = readingsOf(symbol, table);
      const group = numbers.get(sounds.length ? `-${fold(sounds[0])}` : symbol) || numbers.get("?");
      table.place.set(symbol, [group, Math.min(table.groups[group].length, FORMAT.LAST_IN_GROUP)]);
      table.groups[group].push(symbol);
      for (const key of sounds.map(fold)) {
        if (!table.soundsIn.has(key)) table.soundsIn.set(key, new Set());
        table.soundsIn.get(key).add(group);
      }
    }
  }

  // A page of postings: for each key (g1 * 65536 + g2) its entries [number, number, [item, …]].
  function readPostings(digits, items) {
    const bits = new BitReader(digits);
    const page = new Map();
    let [g1, g2] = [0, 0];
    for (let step = bits.gamma(); step; step = bits.gamma()) {
      g2 = step > 1 ? bits.gamma() - 1 : g2 + bits.gamma();
      g1 += step - 1;
      const entries = [];
      let i1 = 0;
      let i2 = 0;
      for (let left = bits.gamma(), first = true; left > 0; left--, first = false) {
        const up = bits.gamma();
        i2 = first || up > 1 ? bits.gamma() - 1 : i2 + bits.gamma();
        i1 += up - 1;
        entries.push([i1, i2, readItems(bits, items)]);
      }
      page.set(g1 * 65536 + g2, entries);
    }
    return page;
  }

  function readItems(bits, all) {
    const count = bits.gamma();
    let k = 0;
    while (3 * count * 2 ** (k + 1) <= 2 * all) k++;
    const items = [];
    let next = 0;
    for (let i = 0; i < count; i++) {
      const item = next + bits.rice(k);
      items.push(item);
      next = item + 1;
    }
    return items;
  }

  // The number of the page that has a key, if any has it.
  function postingsPageOf(first, g1, g2) {
    let low = 0;
    let high = first.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const [a, b] = first[mid];
      if (a < g1 || (a === g1 && b <= g2)) low = mid + 1;
      else high = mid;
    }
    return low - 1;
  }

  // A block: {passages: [{id, place, speaker}], clean, verbatim}, the two readings of its text.
  function readBlock([written, tail], table) {
    const block = { passages: [], clean: newReading(), verbatim: newReading(), length: 0 };
    let place = 0;
    let speaker = -1;
    let heard = 0;
    const add = (text, passage) => {
      block.clean.shown.push("");
      block.verbatim.shown.push("");
      heard = addText(block, text, passage, heard, table);
    };
    written.forEach(([id, text, ...changed], passage) => {
      if (changed.length) [place, speaker] = changed;
      block.passages.push({ id, place, speaker });
      add(text, passage);
    });
    block.clean.own = block.clean.characters.length;
    block.verbatim.own = block.verbatim.characters.length;
    add(tail, written.length);
    for (const reading of [block.clean, block.verbatim])
      reading.line = normalizeText(reading.characters, table);
    block.isSame =
      block.clean.characters.length === block.verbatim.characters.length &&
      block.clean.shown.join("") === block.verbatim.shown.join("");
    return block;
  }

  // Blocks that follow one another, as one.
  function joinBlocks(blocks, table) {
    // at the beginning of each block place and speaker are 0 and -1 again
    const passages = blocks.flatMap(([written]) =>
      written.map((passage, i) =>
        i === 0 && passage.length === 2 ? passage.concat(0, -1) : passage,
      ),
    );
    const joined = readBlock([passages, blocks[blocks.length - 1][1]], table);
    // what begins in a later block is found there
    const first = readBlock(blocks[0], table);
    joined.clean.own = first.clean.own;
    joined.verbatim.own = first.verbatim.own;
    return joined;
  }

  function newReading() {
    return {
      characters: [],
      passage: [],
      offset: [],
      begins: [],
      verbatimAt: [],
      inEdit: [],
      shown: [],
      own: 0,
    };
  }

  // Adds a text to both readings; gives how many characters were heard up to its end.
  function addText(block, text, passage, heard, table) {
    const put = (reading, letter, at, inEdit) => {
      reading.characters.push(letter.c);
      reading.passage.push(passage);
      reading.offset.push(reading.shown[passage].length);
      reading.begins.push(letter.begins);
      reading.verbatimAt.push(at);
      reading.inEdit.push(inEdit);
      reading.shown[passage] += letter.c;
    };
    let state = "";
    let edit = 0;
    for (const code of text) {
      const letter = table.letters.get(code);
      if (!letter) continue;
      if (letter.c === EDIT_START) {
        state = EDIT_START;
        edit = heard;
      } else if (letter.c === EDIT_MIDDLE) state = EDIT_MIDDLE;
      else if (letter.c === EDIT_END) state = "";
      else if (state === EDIT_START) put(block.verbatim, letter, heard++, true);
      else if (state === EDIT_MIDDLE) put(block.clean, letter, edit, true);
      else {
        put(block.clean, letter, heard, false);
        put(block.verbatim, letter, heard++, false);
      }
    }
    return heard;
  }

  Object.assign(forumSearch, {
    FORMAT,
    BitReader,
    addRareShard,
    initialSymbol,
    joinBlocks,
    missingShards,
    postingsPageOf,
    readBlock,
    readPostings,
    readTable,
  });
})();
