// Texts as the search sees them: symbols, how they sound, what is near. Pure; runs in node as well.
// Does what src/search/symbols.rs and readings.rs do; src/search/cases/ is run by both.
(function (hear) {
  "use strict";

  const POINT = ".";
  const SPOKEN = [["ling"], ["yi", "yao"], ["er", "liang"], ["san"], ["si"], ["wu"], ["liu"], ["qi"], ["ba"], ["jiu"]];
  const isDigit = (c) => c >= "0" && c <= "9";
  const letterOrNumber = /[\p{Alphabetic}\p{N}]/u;

  // A character in its normal form; `script` maps traditional characters to simplified ones.
  hear.normal = function (c, script) {
    const point = c.codePointAt(0);
    if (point >= 0xff01 && point <= 0xff5e) c = String.fromCharCode(point - 0xfee0);
    else if (/\s/.test(c)) return " ";
    const lower = c.toLowerCase();
    if (lower !== c && Array.from(lower).length === 1) c = lower;
    return script.get(c) || c;
  };

  // A text in its normal form: {strict, from, symbols, at, joined}. `strict` is what exact search
  // compares, in which 。 and . are one, since a recogniser takes one for the other, with `from` giving the character of each of its units; `symbols` are the spoken ones,
  // with `at` giving the character of each, and `joined` whether nothing silent stands before it.
  hear.line = function (characters, table) {
    const normals = characters.map((c) => hear.normal(c, table.script));
    const line = { strict: "", from: [], symbols: [], at: [], joined: [] };
    let silent = true;
    let strict = [];
    for (let i = 0; i < normals.length; i++) {
      let c = normals[i];
      const isPoint = (c === "." || c === "。") && isDigit(normals[i - 1] || "") && isDigit(normals[i + 1] || "");
      if (isPoint) c = POINT;
      if (isPoint || hear.isSpoken(c, table)) {
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
  };

  hear.isSpoken = function (c, table) {
    if (c < "\x80") return (c >= "a" && c <= "z") || isDigit(c);
    return table.spoken.has(c) || (!table.silent.has(c) && letterOrNumber.test(c));
  };

  hear.readings = function (symbol, table) {
    if (isDigit(symbol)) return SPOKEN[+symbol];
    if (symbol === POINT) return ["dian"];
    return table.readings.get(symbol) || [];
  };

  const NONE = { initial: "", rest: "" };
  function split(syllable) {
    if (!syllable) return NONE;
    let length = 1;
    if (/^[zcs]h/.test(syllable)) length = 2;
    else if (/^[aeo]/.test(syllable) || syllable.length === 1 || /^[nm]g/.test(syllable)) length = 0;
    return { initial: syllable.slice(0, length), rest: syllable.slice(length) };
  }
  // As they are written short: hui for huei, hun for huen.
  const WITHOUT_U = { ui: "ei", un: "en" };
  const WITH_U = { ei: "ui", en: "un" };
  const MERGED = { zh: "z", ch: "c", sh: "s", n: "l" };

  // The key that a syllable shares with all that are easily taken for it.
  hear.fold = function (syllable) {
    let { initial, rest } = split(syllable);
    initial = MERGED[initial] || initial;
    if (initial === "f") initial = "h";
    if (rest.endsWith("ng")) rest = rest.slice(0, -1);
    if (initial === "h" && rest.startsWith("u") && rest.length > 1) rest = WITHOUT_U[rest] || rest.slice(1);
    return initial + rest;
  };

  // Whether two syllables differ by a common confusion only.
  hear.near = function (one, two) {
    const a = split(one);
    const b = split(two);
    const initialA = MERGED[a.initial] || a.initial;
    const initialB = MERGED[b.initial] || b.initial;
    const restA = a.rest.endsWith("ng") ? a.rest.slice(0, -1) : a.rest;
    const restB = b.rest.endsWith("ng") ? b.rest.slice(0, -1) : b.rest;
    if (initialA === initialB) return restA === restB;
    if (initialA === "f" && initialB === "h") return restB === restA || restB === (WITH_U[restA] || "u" + restA);
    if (initialA === "h" && initialB === "f") return restA === restB || restA === (WITH_U[restB] || "u" + restB);
    return false;
  };

  // Ways to read letters as pinyin, the one with the fewest syllables first; where the last syllable
  // is not finished, it ends in "*". Nothing if the letters are no pinyin.
  hear.cutPinyin = function (letters, syllables) {
    const MOST = 6;
    const whole = [];
    const open = [];
    const walk = (at, done) => {
      if (whole.length > 60) return;
      if (at === letters.length) { whole.push(done); return; }
      if (letters[at] === "'" || letters[at] === " ") { walk(at + 1, done); return; }
      for (let end = Math.min(at + 6, letters.length); end > at; end--) {
        const piece = letters.slice(at, end);
        if (syllables.has(piece)) walk(end, done.concat(piece));
        else if (end === letters.length && done.length && syllables.beginnings.has(piece)) open.push(done.concat(piece + "*"));
      }
    };
    walk(0, []);
    const found = whole.length ? whole : open;
    return found.sort((a, b) => a.length - b.length).slice(0, MOST);
  };
})(globalThis.hear || (globalThis.hear = {}));
