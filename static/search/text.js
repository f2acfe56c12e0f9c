// Normal forms of texts, readings of symbols, and which readings are easily confused. Pure; runs in
// node as well. Does what src/search/spoken_symbols.rs and pronunciation.rs do; the tests of both
// sides use src/search/cases/.
(() => {
  "use strict";

  globalThis.forumSearch ??= {};

  const POINT = ".";
  // How the digits from 0 to 9 are read, each with its variants, and the point of a decimal number.
  // src/search/format.rs takes both from here when the program is compiled.
  const SPOKEN = {
    DIGITS: "ling yi,yao er,liang san si wu liu qi ba jiu",
    POINT: "dian",
  };
  const DIGIT_READINGS = SPOKEN.DIGITS.split(" ").map((readings) => readings.split(","));
  const POINT_READINGS = [SPOKEN.POINT];
  const isDigit = (c) => c >= "0" && c <= "9";
  const letterOrNumber = /[\p{Alphabetic}\p{N}]/u;

  // A character in its normal form; `script` maps traditional characters to simplified ones.
  function normalizeCharacter(c, script) {
    const point = c.codePointAt(0);
    if (point >= 0xff01 && point <= 0xff5e) c = String.fromCharCode(point - 0xfee0);
    else if (/\s/.test(c)) return " ";
    const lower = c.toLowerCase();
    if (lower !== c && Array.from(lower).length === 1) c = lower;
    return script.get(c) || c;
  }

  // A text in its normal form: {strict, from, symbols, at, joined}. `strict` is what exact search
  // compares; 。 and . are one in it, since a recogniser takes one for the other. `from` gives for
  // each of its UTF-16 units the index of the character; `symbols` are the spoken characters, `at`
  // the index of each, and `joined` whether no silent character stands directly before it.
  function normalizeText(characters, table) {
    const normals = characters.map((c) => normalizeCharacter(c, table.script));
    const line = { strict: "", from: [], symbols: [], at: [], joined: [] };
    let silent = true;
    const strict = [];
    for (let i = 0; i < normals.length; i++) {
      let c = normals[i];
      const isPoint =
        (c === "." || c === "。") && isDigit(normals[i - 1] || "") && isDigit(normals[i + 1] || "");
      if (isPoint) c = POINT;
      if (isPoint || isSpoken(c, table)) {
        line.symbols.push(c);
        line.at.push(i);
        line.joined.push(!silent);
        silent = false;
      } else {
        silent = true;
        if (c === "。") c = POINT;
        if (c === " " && strict[strict.length - 1] === " ") continue;
      }
      strict.push(c);
      for (let unit = 0; unit < c.length; unit++) line.from.push(i);
    }
    line.strict = strict.join("");
    return line;
  }

  function isSpoken(c, table) {
    if (c < "\x80") return (c >= "a" && c <= "z") || isDigit(c);
    return table.spoken.has(c) || (!table.silent.has(c) && letterOrNumber.test(c));
  }

  function readingsOf(symbol, table) {
    if (isDigit(symbol)) return DIGIT_READINGS[Number(symbol)];
    if (symbol === POINT) return POINT_READINGS;
    return table.readings.get(symbol) || [];
  }

  function splitSyllable(syllable) {
    if (!syllable) return { initial: "", rest: "" };
    let length = 1;
    if (/^[zcs]h/.test(syllable)) length = 2;
    else if (/^[aeo]/.test(syllable) || syllable.length === 1 || /^[nm]g/.test(syllable))
      length = 0;
    return { initial: syllable.slice(0, length), rest: syllable.slice(length) };
  }
  // Pinyin writes uei and uen as ui and un: the finals without their u, and with it.
  const WITHOUT_U = { ui: "ei", un: "en" };
  const WITH_U = { ei: "ui", en: "un" };
  // Initials that are one in a fold.
  const MERGED = { zh: "z", ch: "c", sh: "s", n: "l" };

  // The key that a syllable shares with all that are easily taken for it.
  function fold(syllable) {
    let { initial, rest } = splitSyllable(syllable);
    initial = MERGED[initial] || initial;
    if (initial === "f") initial = "h";
    if (rest.endsWith("ng")) rest = rest.slice(0, -1);
    if (initial === "h" && rest.startsWith("u") && rest.length > 1)
      rest = WITHOUT_U[rest] || rest.slice(1);
    return initial + rest;
  }

  // Whether two syllables differ by a common confusion only.
  function isNear(one, two) {
    const a = splitSyllable(one);
    const b = splitSyllable(two);
    const initialA = MERGED[a.initial] || a.initial;
    const initialB = MERGED[b.initial] || b.initial;
    const restA = a.rest.endsWith("ng") ? a.rest.slice(0, -1) : a.rest;
    const restB = b.rest.endsWith("ng") ? b.rest.slice(0, -1) : b.rest;
    if (initialA === initialB) return restA === restB;
    if (initialA === "f" && initialB === "h")
      return restB === restA || restB === (WITH_U[restA] || `u${restA}`);
    if (initialA === "h" && initialB === "f")
      return restA === restB || restA === (WITH_U[restB] || `u${restB}`);
    return false;
  }

  // Splits letters into syllables in every possible way, the one with the fewest syllables first. An
  // unfinished last syllable ends in "*". An empty list if the letters are no pinyin.
  const MOST_SPLITS = 6;
  const MOST_TRIED = 60;
  function splitPinyin(letters, syllables) {
    const whole = [];
    const open = [];
    const walk = (at, done) => {
      if (whole.length > MOST_TRIED) return;
      if (at === letters.length) {
        whole.push(done);
        return;
      }
      if (letters[at] === "'" || letters[at] === " ") {
        walk(at + 1, done);
        return;
      }
      for (let end = Math.min(at + 6, letters.length); end > at; end--) {
        const piece = letters.slice(at, end);
        if (syllables.has(piece)) walk(end, done.concat(piece));
        else if (end === letters.length && done.length && syllables.beginnings.has(piece))
          open.push(done.concat(`${piece}*`));
      }
    };
    walk(0, []);
    const found = whole.length ? whole : open;
    return found.sort((a, b) => a.length - b.length).slice(0, MOST_SPLITS);
  }

  Object.assign(forumSearch, {
    fold,
    isNear,
    isSpoken,
    normalizeCharacter,
    normalizeText,
    readingsOf,
    splitPinyin,
  });
})();
