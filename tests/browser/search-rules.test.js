// What the indexer and the browser do alike, by the cases that both run; and what is typed.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { forumSearch, root } from "./support/scripts.js";

const cases = async (name) =>
  JSON.parse(await readFile(join(root, `src/search/cases/${name}.json`), "utf8"));

/** A table that knows the characters of a text, and how to bring them into one script. */
async function tableOf() {
  const traditional = await readFile(join(root, "src/search/data/traditional.txt"), "utf8");
  const all = Array.from(
    traditional
      .split("\n")
      .filter((line) => !line.startsWith("#"))
      .join(""),
  );
  const script = new Map();
  for (let i = 0; i < all.length; i += 2) script.set(all[i], all[i + 1]);
  return { script, spoken: new Set(), silent: new Set(), readings: new Map() };
}

test("texts come into the same form as in the indexer", async () => {
  const table = await tableOf();
  for (const { text, strict, plain = strict, spoken } of await cases("symbols")) {
    const line = forumSearch.normalizeText(Array.from(text), table);
    assert.equal(line.strict.text, strict, text);
    assert.equal(line.plain.text, plain, text);
    assert.equal(line.symbols.join(""), spoken, text);
    for (const form of [line.strict, line.plain]) {
      assert.equal(form.from.length, form.text.length, text);
      assert.equal(form.until.length, form.text.length, text);
    }
    assert.equal(line.until.length, line.symbols.length, text);
  }
});

test("a match covers the blanks and accents within it, and no part of a letter", async () => {
  const table = await tableOf();
  const normal = (text) => forumSearch.normalizeText(Array.from(text), table);
  const places = (text, typed) => {
    const { strict, plain } = normal(typed);
    const pattern = forumSearch.patternsOf({ text: typed, quoted: true }, table)[0];
    const term = { strict: strict.text, plain: plain.text };
    const length = Array.from(text).length;
    const all = forumSearch.findPattern(normal(text), length, pattern, term, 3, table);
    return all.map(({ start, end, fit }) => [
      Array.from(text)
        .slice(start, end + 1)
        .join(""),
      fit,
    ]);
  };
  const { EXACT, ACCENT, SPOKEN } = forumSearch.FIT;
  assert.deepEqual(places("说 欢 迎 来 到 这", "欢迎来到"), [["欢 迎 来 到", EXACT]]);
  assert.deepEqual(places("欢迎来到", "欢 迎 来 到"), [["欢迎来到", EXACT]]);
  assert.deepEqual(places("in two words", "two words"), [["two words", EXACT]]);
  assert.deepEqual(places("in two words", "twowords"), [["two words", SPOKEN]]);
  assert.deepEqual(places("Jose\u0301 y", "josé"), [["Jose\u0301", EXACT]]);
  assert.deepEqual(places("Jose\u0301 y", "jose"), [["Jose\u0301", ACCENT]]);
  assert.deepEqual(places("Straße", "strasse"), [["Straße", ACCENT]]);
  assert.deepEqual(places("Strasse", "Straße"), [["Strasse", ACCENT]]);
});

test("syllables fold as in the indexer, and what is near has one fold", async () => {
  for (const [[a, b], together] of await cases("syllable_folds"))
    assert.equal(forumSearch.fold(a) === forumSearch.fold(b), together, `${a} ${b}`);
  for (const [[a, b], isNear] of await cases("similar_syllables")) {
    assert.equal(forumSearch.isNear(a, b), isNear, `${a} ${b}`);
    assert.equal(forumSearch.isNear(b, a), isNear, `${b} ${a}`);
    if (isNear) assert.equal(forumSearch.fold(a), forumSearch.fold(b), `${a} ${b}`);
  }
});

test("numbers are read as they are written", () => {
  const bits = new forumSearch.BitReader("lz");
  assert.deepEqual([bits.gamma(), bits.gamma(), bits.rice(2), bits.bit()], [1, 5, 9, 1]);
  assert.equal(bits.gamma(), 0, "after the end there is no number");
});

test("letters are read as pinyin in every way that is complete", () => {
  const syllables = new Set("tao da cheng xian xi an li fei yun tian che ta".split(" "));
  syllables.beginnings = new Set(
    Array.from(syllables).flatMap((s) => Array.from(s, (_, i) => s.slice(0, i + 1))),
  );
  const cut = (letters) => forumSearch.splitPinyin(letters, syllables).map((way) => way.join(" "));
  assert.deepEqual(cut("taodacheng"), ["tao da cheng"]);
  assert.deepEqual(cut("xian"), ["xian", "xi an"]);
  assert.deepEqual(cut("xi'an"), ["xi an"]);
  assert.deepEqual(cut("taodach"), ["tao da ch*"]);
  assert.deepEqual(cut("gpt"), []);
});

test("a query is terms, quotations, exclusions and filters", () => {
  const { terms, without, filters } = forumSearch.parseQuery(
    '医生 “幻觉 问题” -直播 speaker:陶大程 讲者："方 磊" date:2024',
  );
  assert.deepEqual(terms, [
    { text: "医生", quoted: false },
    { text: "幻觉 问题", quoted: true },
  ]);
  assert.deepEqual(
    without.map((term) => term.text),
    ["直播"],
  );
  assert.deepEqual(filters, [
    ["speaker", "陶大程"],
    ["speaker", "方 磊"],
    ["date", "2024"],
  ]);
});

test("a filter by a name with blanks or quotation marks is one filter", () => {
  for (const name of ["“智能”前沿论坛", "The 「future」 of AI", "AGI"]) {
    const { terms, filters } = forumSearch.parseQuery(
      `幻觉 ${forumSearch.filterText("forum", name)}`,
    );
    assert.deepEqual(
      terms.map((term) => term.text),
      ["幻觉"],
      name,
    );
    assert.deepEqual(filters, [["forum", name.replace(/[“”「」]/g, "")]], name);
  }
});

test("filters are understood in the words in which each language offers them", async () => {
  const folder = join(root, "templates/strings");
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), "utf8");
    const [, how] = text.match(/^searching_how_filters: (.*)$/m);
    const words = how.match(/[^\s,，、]+(?=[:：](?:[\s,，、]|$))/g);
    const labels = Array.from(text.matchAll(/^search_filter_(\w+): (.*)$/gm));
    assert.ok(words.length >= 4 && labels.length === 3, `${file}: ${words}`);
    for (const word of words)
      assert.equal(forumSearch.parseQuery(`${word}:x`).filters.length, 1, `${file}: ${word}`);
    for (const [, name, label] of labels) {
      const { filters } = forumSearch.parseQuery(forumSearch.filterText(name, "x", label));
      assert.deepEqual(filters, [[name, "x"]], `${file}: ${label}`);
    }
  }
});

test("a word counts for a passage however common it is", () => {
  const score = (times, blocks) => forumSearch.bm25(times, 110, forumSearch.idf(blocks, 256));
  for (const blocks of [1, 110, 151, 256])
    assert.ok(score(6, blocks) > score(1, blocks) && score(1, blocks) > 0, `${blocks}`);
  assert.ok(score(1, 3) > score(1, 200));
});

test("signs alone are meant as they stand", () => {
  assert.deepEqual(forumSearch.parseQuery("-4").terms, [{ text: "-4", quoted: true }]);
  assert.deepEqual(forumSearch.parseQuery("，。").terms, [{ text: "，。", quoted: false }]);
  assert.deepEqual(forumSearch.parseQuery("10:30").terms, [{ text: "10:30", quoted: false }]);
  assert.deepEqual(forumSearch.parseQuery("  ").terms, []);
});

test("a phrase can be looked for without the particles in it", () => {
  const pieces = (typed) =>
    forumSearch.splitAtParticles(forumSearch.parseQuery(typed))?.map((term) => term.text);
  assert.deepEqual(pieces("云天励飞的芯片"), ["云天励飞", "芯片"]);
  assert.deepEqual(pieces("刚才陈总讲的"), ["刚才陈总讲"]);
  assert.equal(pieces("幻觉 医疗"), undefined);
  assert.equal(pieces("“云天励飞的芯片”"), undefined);
});

test("Chinese and other letters that stand together can be taken apart", () => {
  const apart = (typed) =>
    forumSearch.splitByScript(forumSearch.parseQuery(typed))?.map((term) => term.text);
  assert.deepEqual(apart("大模型agent"), ["大模型", "agent"]);
  assert.deepEqual(apart("AI手机 芯片"), ["AI", "手机", "芯片"]);
  assert.equal(apart("“大模型agent”"), undefined);
  assert.equal(apart("gpt4"), undefined);
});
