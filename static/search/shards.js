// The shards of the index, read. Pure; runs in node as well. The formats are written down in
// src/search/: table.rs, postings.rs, blocks.rs, volume.rs.
(function (hear) {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const VALUES = new Uint8Array(128);
  for (let i = 0; i < 64; i++) VALUES[LETTERS.charCodeAt(i)] = i;

  // Reads numbers from base64 letters. Past the end all bits are 0.
  class Bits {
    constructor(letters) { this.letters = letters; this.at = 0; this.end = letters.length * 6; }
    bit() {
      const at = this.at++;
      if (at >= this.end) return 0;
      return (VALUES[this.letters.charCodeAt((at / 6) | 0)] >> (5 - (at % 6))) & 1;
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
  hear.Bits = Bits;

  const OPEN = "\ue100", MID = "\ue101", CLOSE = "\ue102";
  const INITIAL = 0xe000;
  const WIDTH = 6, RARE = 16;
  hear.initial = (letter) => String.fromCharCode(letter.charCodeAt(0) + INITIAL);

  // What the n-th letter is written as.
  function codes(count) {
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

  // The table: {letters, script, spoken, readings, names, syllables, groups, place, soundsIn, learnt}.
  hear.readTable = function (data, script) {
    const table = {
      letters: new Map(), script: pairs(script), silent: new Set(), readings: new Map(),
      names: data.syllables.split(" "), place: new Map(), groups: [[]], soundsIn: new Map(), learnt: new Set(),
    };
    table.syllables = new Set(table.names);
    table.syllables.beginnings = new Set();
    for (const syllable of table.syllables) {
      for (let end = 1; end <= syllable.length; end++) table.syllables.beginnings.add(syllable.slice(0, end));
    }
    readLetters(table, data);
    const sounds = new Bits(data.sounds);
    for (const symbol of table.spoken) {
      if (symbol >= "\x80") addReading(table, symbol, sounds.rice(WIDTH));
    }
    addMore(table, data.more);
    readGroups(table);
    return table;
  };

  function readLetters(table, data) {
    const characters = Array.from(data.letters);
    const written = codes(characters.length);
    const flags = new Bits(data.flags);
    table.spoken = new Set("0123456789.");
    characters.forEach((c, n) => {
      const within = flags.bit();
      const isSpoken = flags.bit();
      table.letters.set(written[n], { c, begins: !within });
      const symbol = hear.normal(c, table.script);
      (isSpoken ? table.spoken : table.silent).add(symbol);
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
      if (first && first.length === 1) table.readings.set(symbol, first.concat(entry.slice(symbol.length).split(",")));
    }
  }

  // The numbers of the shards that have what the table lacks of a text.
  hear.lacking = function (text, table) {
    const unknown = Array.from(text, (c) => hear.normal(c, table.script)).filter((c) => c >= "\u3400" && c <= "\u9fff" && !table.readings.has(c));
    return Array.from(new Set(unknown.map((c) => c.charCodeAt(0) % RARE))).filter((n) => !table.learnt.has(n));
  };

  // Adds such a shard to the table.
  hear.learn = function (table, data, number) {
    table.learnt.add(number);
    const each = (bits, first, add) => {
      let multiple = first / RARE - 1;
      for (let gap = bits.gamma(); gap; gap = bits.gamma()) {
        multiple += gap;
        add(String.fromCharCode(multiple * RARE + number), bits);
      }
    };
    each(new Bits(data.sounds), 0x4e00, (c, bits) => {
      const sound = bits.rice(WIDTH);
      if (!table.readings.has(c)) addReading(table, c, sound);
    });
    each(new Bits(data.traditional), 0x3400, (c, bits) => table.script.set(c, String.fromCharCode(bits.bits(16))));
    addMore(table, data.more);
  };

  // Groups as in table.rs; `soundsIn` gives for each fold the groups that have a symbol sounding so.
  function readGroups(table) {
    const numbers = new Map();
    const name = (group) => { if (!numbers.has(group)) { numbers.set(group, table.groups.length); table.groups.push([]); } };
    const letters = Array.from("abcdefghijklmnopqrstuvwxyz");
    for (const group of letters.concat(letters.map(hear.initial), "?", table.names.map((syllable) => "-" + hear.fold(syllable)))) name(group);
    for (const symbol of table.spoken) {
      const sounds = hear.readings(symbol, table);
      const group = numbers.get(sounds.length ? "-" + hear.fold(sounds[0]) : symbol) || numbers.get("?");
      table.place.set(symbol, [group, Math.min(table.groups[group].length, 4095)]);
      table.groups[group].push(symbol);
      for (const fold of sounds.map(hear.fold)) {
        if (!table.soundsIn.has(fold)) table.soundsIn.set(fold, new Set());
        table.soundsIn.get(fold).add(group);
      }
    }
  }

  // A page of postings: for each key (g1 * 65536 + g2) its entries [number, number, [item, …]].
  hear.readPage = function (letters, items) {
    const bits = new Bits(letters);
    const page = new Map();
    let g1 = 0, g2 = 0;
    for (let step = bits.gamma(); step; step = bits.gamma()) {
      g2 = step > 1 ? bits.gamma() - 1 : g2 + bits.gamma();
      g1 += step - 1;
      const entries = [];
      let i1 = 0, i2 = 0;
      for (let left = bits.gamma(), first = true; left > 0; left--, first = false) {
        const up = bits.gamma();
        i2 = first || up > 1 ? bits.gamma() - 1 : i2 + bits.gamma();
        i1 += up - 1;
        entries.push([i1, i2, readItems(bits, items)]);
      }
      page.set(g1 * 65536 + g2, entries);
    }
    return page;
  };

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
  hear.pageOf = function (first, g1, g2) {
    let low = 0, high = first.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      const [a, b] = first[mid];
      if (a < g1 || (a === g1 && b <= g2)) low = mid + 1;
      else high = mid;
    }
    return low - 1;
  };

  // A block: {passages: [{id, place, speaker}], clean, verbatim}, the two readings of its text.
  hear.readBlock = function ([written, tail], table) {
    const block = { passages: [], clean: newReading(), verbatim: newReading(), length: 0 };
    let place = 0, speaker = -1, heard = 0;
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
    for (const reading of [block.clean, block.verbatim]) reading.line = hear.line(reading.characters, table);
    block.isSame = block.clean.characters.length === block.verbatim.characters.length
      && block.clean.shown.join("") === block.verbatim.shown.join("");
    return block;
  };

  // Blocks that follow one another, as one.
  hear.joinBlocks = function (blocks, table) {
    // at the beginning of each block place and speaker are 0 and -1 again
    const passages = blocks.flatMap(([written]) => written.map((passage, i) => (i === 0 && passage.length === 2 ? passage.concat(0, -1) : passage)));
    const joined = hear.readBlock([passages, blocks[blocks.length - 1][1]], table);
    // what begins in a later block is found there
    const first = hear.readBlock(blocks[0], table);
    joined.clean.own = first.clean.own;
    joined.verbatim.own = first.verbatim.own;
    return joined;
  };

  function newReading() {
    return { characters: [], passage: [], offset: [], begins: [], heardAt: [], inEdit: [], shown: [], own: 0 };
  }

  // Adds a text to both readings; gives how many characters were heard up to its end.
  function addText(block, text, passage, heard, table) {
    const put = (reading, letter, at, inEdit) => {
      reading.characters.push(letter.c);
      reading.passage.push(passage);
      reading.offset.push(reading.shown[passage].length);
      reading.begins.push(letter.begins);
      reading.heardAt.push(at);
      reading.inEdit.push(inEdit);
      reading.shown[passage] += letter.c;
    };
    let state = "", edit = 0;
    for (const code of text) {
      const letter = table.letters.get(code);
      if (!letter) continue;
      if (letter.c === OPEN) { state = OPEN; edit = heard; }
      else if (letter.c === MID) state = MID;
      else if (letter.c === CLOSE) state = "";
      else if (state === OPEN) put(block.verbatim, letter, heard++, true);
      else if (state === MID) put(block.clean, letter, edit, true);
      else {
        put(block.clean, letter, heard, false);
        put(block.verbatim, letter, heard++, false);
      }
    }
    return heard;
  }
})(globalThis.hear || (globalThis.hear = {}));
