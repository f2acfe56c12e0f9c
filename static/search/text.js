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
  // What is left out where accents do not count, likewise shared with src/search/format.rs: the code
  // points of accents (Latin, Greek, Cyrillic, Hebrew, Arabic), and the letters that have no accent to
  // leave out, each before those that stand for it.
  const ACCENTS = {
    MARKS: "300-36f 483-487 591-5bd 5bf 5c1-5c2 5c4-5c5 5c7 640 64b-65f 670 1dc0-1dff",
    LETTERS: "ßss æae œoe øo đd ðd þth łl ħh ıi ŋn ſs ςσ",
  };
  const accent = new RegExp(
    `[${ACCENTS.MARKS.replace(/[0-9a-f]+/g, (point) => `\\u{${point}}`).replaceAll(" ", "")}]`,
    "u",
  );
  const lettersFor = new Map(ACCENTS.LETTERS.split(" ").map((all) => [all[0], all.slice(1)]));
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

  // Whether a character has neither accents nor a form without them: nearly all have not.
  const isPlain = (c) => c.length === 1 && (c < "\x80" || (c >= "\u3040" && c <= "\u9fff"));
  const isAccent = (c) => !isPlain(c) && accent.test(c);
  // Characters between which a blank says nothing, since their words have none between them.
  const joinsWithoutBlank = (c) => /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(c);

  // A character in its normal form without accents: one letter, or two for ß.
  function withoutAccents(c) {
    if (isPlain(c)) return c;
    const [base, ...marks] = c.normalize("NFD");
    const letter = marks.every(isAccent) ? base : c;
    return lettersFor.get(letter) ?? letter.replace(/[A-Z]/, (capital) => capital.toLowerCase());
  }

  // The symbols of a character in its normal form, by itself.
  const symbolsOf = (c) => (isAccent(c) ? [] : Array.from(withoutAccents(c)));

  // A text in its normal form: {strict, plain, symbols, at, until, joined}. `strict` is what exact
  // search compares; 。 and . are one in it, since a recogniser takes one for the other, and blanks
  // between Chinese characters are left out. `plain` is the same without accents. Both are {text,
  // from, until}: the text, and for each of its UTF-16 units the index of its character and of the
  // last accent after that. `symbols` are the spoken characters, with `at`, `until` and `joined`:
  // whether no silent character stands directly before it.
  function normalizeText(characters, table) {
    const normals = characters.map((c) => normalizeCharacter(c, table.script));
    const strict = newForm();
    const plain = newForm();
    const line = { strict, plain: strict, symbols: [], at: [], until: [], joined: [] };
    let silent = true;
    for (let i = 0, end = 0; i < normals.length; i = end + 1) {
      for (end = i; end + 1 < normals.length && isAccent(normals[end + 1]); ) end++;
      let c =
        end > i
          ? normals
              .slice(i, end + 1)
              .join("")
              .normalize("NFC")
          : normals[i];
      const [first] = c;
      const isPoint = isStop(c) && isDigit(normals[i - 1] || "") && isDigit(normals[end + 1] || "");
      if (isPoint) c = POINT;
      if (isPoint || isSpoken(first, table)) {
        for (const symbol of isPoint ? c : withoutAccents(first)) {
          line.symbols.push(symbol);
          line.at.push(i);
          line.until.push(end);
          line.joined.push(!silent);
          silent = false;
        }
      } else {
        silent = true;
        if (c === "。") c = POINT;
        if (c === " " && isNeedlessBlank(strict, normals, end)) continue;
      }
      add(strict, c, i, end);
      const without = isPlain(c) ? c : Array.from(c, (part) => symbolsOf(part).join("")).join("");
      // made only where it differs
      if (without !== c && line.plain === strict) {
        line.plain = plain;
        copy(strict, plain, c.length);
      }
      if (line.plain === plain) add(plain, without, i, end);
    }
    for (const form of [strict, plain]) form.text = form.parts.join("");
    return line;
  }

  const isStop = (c) => c === "." || c === "。";

  // Whether a blank follows another one, or stands between characters that need none.
  function isNeedlessBlank({ parts }, normals, at) {
    const before = parts[parts.length - 1] || "";
    if (before === " ") return true;
    let next = at + 1;
    while (normals[next] === " ") next++;
    return joinsWithoutBlank(before) && joinsWithoutBlank(normals[next] || "");
  }

  const newForm = () => ({ text: "", parts: [], from: [], until: [] });

  function add(form, text, from, until) {
    form.parts.push(text);
    for (let unit = 0; unit < text.length; unit++) {
      form.from.push(from);
      form.until.push(until);
    }
  }

  // Fills a form with what another one has before its last `units` units.
  function copy(form, other, units) {
    const length = form.from.length - units;
    other.parts = form.parts.slice(0, -1);
    other.from = form.from.slice(0, length);
    other.until = form.until.slice(0, length);
  }

  function isSpoken(c, table) {
    if (c < "\x80") return (c >= "a" && c <= "z") || isDigit(c);
    if (isAccent(c)) return false;
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
    symbolsOf,
  });
})();
