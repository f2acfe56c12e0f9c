// The index finds all that is there and nothing else, exactly and by sound, and is small.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import {
  build,
  compressed,
  copies,
  found,
  homophones,
  open,
  queries,
  searchAll,
  uncorrected,
} from "./support/index.js";
import {
  bytesOf,
  exactIn,
  findsSubstrings,
  growsByNewShardsOnly,
  KB,
  missedHomophones,
  searchesVolumesAsOne,
} from "./support/index_checks.js";
import { root, scripts } from "./support/scripts.js";
import { BruteForce, record, samples } from "./support/substrings.js";

const own = await build("own", root);
const forum = (await readdir(join(own, "data")))
  .find((name) => name !== "schema.json")
  .replace(".json", "");
const bare = await build("uncorrected", await uncorrected());

test("667 substrings are found wherever they stand, and nowhere else", async () => {
  await findsSubstrings(own, forum, 667, 4);
});

test("substrings of the corrected text are found as well", async () => {
  const { engine } = await open(own);
  const passages = await record(own, forum);
  const judge = new BruteForce(passages, engine.table);
  const clean = passages.map((p) => ({ ...p, verbatim: p.clean }));
  for (const sample of samples(clean, 300, 9)) {
    const search = await searchAll(engine, sample);
    assert.deepEqual(exactIn(search.talks), Array.from(judge.passagesWith(sample)).sort(), sample);
  }
});

test("a single character is found wherever it stands, in few bytes", async () => {
  const judge = new BruteForce(await record(own, forum), (await open(own)).engine.table);
  for (const character of ["图", "是", "谱", "鳞", "的", "a", "g", "5", "0"]) {
    const { engine, loaded } = await open(own);
    await engine.search("清华");
    const before = bytesOf(loaded);
    const search = await engine.search(character);
    const bytes = bytesOf(loaded) - before;
    assert.ok(bytes <= 20 * KB, `${character}: ${bytes} bytes`);
    while (search.unread) await search.more(1000);
    const wanted = Array.from(judge.passagesWith(character)).sort();
    assert.deepEqual(exactIn(search.talks), wanted, character);
    const whole = (p) => p.hits.some((hit) => hit.isWhole);
    for (const { passages } of search.talks) {
      const last = passages.findLastIndex(whole);
      assert.ok(passages.slice(0, last + 1).every(whole), `${character}: words come first`);
    }
  }
});

test("of a common word's passages those come first that have it more often for their length", async () => {
  const { engine } = await open(own);
  for (const word of ["我们", "大模型", "这个"]) {
    const search = await searchAll(engine, word);
    const [talk] = search.talks;
    const often = talk.passages.map((p) => p.hits.length);
    assert.ok(
      talk.passages.every((p) => p.score > 0),
      word,
    );
    assert.ok(often[0] > often.at(-1), `${word}: ${often}`);
  }
});

test("of the homophone respellings of this forum at least 98 % are found by sound", async () => {
  const cases = homophones.filter(([from]) => from === "forum");
  const missed = await missedHomophones(own, forum, cases);
  assert.equal(cases.length, 67);
  assert.ok(missed.length <= 1, missed.join(", "));
});

test("a site of several volumes is searched as one, and a query loads no more of it", async () => {
  await searchesVolumesAsOne(await build("copies-2", await copies(2)), ["f1", "f2"]);
});

for (const [what, folder] of [
  ["as it is", own],
  ["without corrections and heard_as", bare],
]) {
  test(`every row of the query file finds its segments, ${what}`, async () => {
    for (const [kind, query, , segments] of queries) {
      const { engine } = await open(folder);
      const first = found(await engine.search(query));
      const wanted = segments
        .split(",")
        .filter((segment) => segment !== "host" || segments === "host");
      for (const segment of wanted)
        assert.ok(first.includes(segment), `${kind} ${query}: ${segment} not in ${first}`);
      assert.ok(
        segments.split(",").includes(first[0]) || first[1] === "host",
        `${kind} ${query}: first is ${first[0]}`,
      );
    }
  });
}

test("words are found across fillers, in any width and script, and by any reading", async () => {
  const { engine } = await open(own);
  const kindOf = async (query) => (await engine.search(query)).talks[0]?.passages[0].kind;
  assert.equal(await kindOf("ＧＰＴ"), "exact");
  assert.equal(await kindOf("知識圖譜"), "exact");
  assert.equal(await kindOf("gpt3.5"), "exact");
  assert.equal(await kindOf("GPT3。5"), "exact");
  assert.equal(await kindOf("GPT四点零"), "sound");
  assert.equal(await kindOf("多磨太"), "sound");
  assert.equal(await kindOf("dayuyan"), "pinyin");
  assert.equal(await kindOf("da yu yan"), "pinyin");
  assert.equal(await kindOf("大mo型"), "pinyin");
});

test("names are found by parts, in pinyin, by initials, as they were misheard", async () => {
  const { engine } = await open(own);
  const names = async (query) => (await engine.search(query)).entries.map((entry) => entry.url);
  for (const query of [
    "陶大程",
    "大程",
    "taodacheng",
    "tao da cheng",
    "tdc",
    "陶大成",
    "Dacheng Tao",
    "taodach",
  ]) {
    assert.equal((await names(query))[0], "speakers/tao-dacheng/", query);
  }
  assert.ok((await names("zy")).includes("speakers/zeng-yi/"), "曾 is read zeng in a name");
  assert.ok((await names("蚂蚁集团")).length > 1, "an organisation finds its people");
});

test("organisations and topics are found by name, pinyin, initials and short forms", async () => {
  const { engine } = await open(own);
  const first = async (query) => (await engine.search(query)).entries[0];
  const institute = "organisations/zhong-guo-xin-xi-tong-xin-yan-jiu-yuan/";
  for (const query of [
    "中国信息通信研究院",
    "中國信息通信研究院",
    "信息通信研究院",
    "zhongguoxinxitongxin",
    "zgxxtxyjy",
    "zgxx",
    "信通院",
    "新通院",
    "xintongyuan",
  ]) {
    assert.equal((await first(query)).url, institute, query);
  }
  for (const [query, url] of [
    ["中科大", "organisations/zhong-guo-ke-xue-ji-shu-da-xue/"],
    ["华为", "organisations/hua-wei/"],
    ["松鼠ai", "organisations/song-shu-ai/"],
  ]) {
    assert.equal((await first(query)).url, url, query);
  }
  for (const query of ["大模型", "可解释性", "kejieshixing", "可接事性", "知識圖譜"]) {
    assert.equal((await first(query)).kind, "topic", query);
  }
  assert.ok(
    !(await engine.search("中学")).entries.some((entry) => entry.isShort),
    "not every character in order is a short form",
  );
  assert.deepEqual(
    (await engine.search("狗")).entries,
    [],
    "a single character is not found in titles by its sound",
  );
});

test("letters and characters that stand together are found apart where they are not found together", async () => {
  const { engine } = await open(own);
  const [talk] = (await engine.search("大模型agent")).talks;
  assert.equal(talk.passages[0].kind, "words");
  assert.equal((await engine.search("ai手机")).talks[0].passages[0].kind, "exact");
});

test("terms may be excluded, and filters narrow down by name, alias and pinyin", async () => {
  const { engine } = await open(own);
  const talks = async (query) =>
    (await searchAll(engine, query)).talks.map((talk) => talk.url.split("/")[1]);
  const all = await talks("幻觉");
  assert.ok(all.length > 2);
  for (const filter of [
    "speaker:陶大程",
    "speaker:taodacheng",
    "讲者：陶大成",
    "talk:tao-dacheng",
    "talk:道与术",
  ]) {
    assert.deepEqual(await talks(`大模型 ${filter}`), ["tao-dacheng"], filter);
  }
  assert.ok((await talks("大模型 kind:panel")).every((id) => id === "roundtable"));
  assert.deepEqual(await talks("大模型 date:2023"), []);
  assert.deepEqual((await talks("大模型 date:2024-07")).length, (await talks("大模型")).length);
  const without = await searchAll(engine, "幻觉 -医生");
  const texts = without.talks.flatMap((talk) =>
    talk.passages.map((p) => p.parts.map(([text]) => text).join("")),
  );
  assert.ok(texts.length && texts.every((text) => !text.includes("医生")));
});

test("with more forums a query loads hardly more, and one more forum changes no older shard", async () => {
  await growsByNewShardsOnly(
    await build("copies-3", await copies(3)),
    await build("copies-4", await copies(4)),
  );
});

test("the index, texts and sound included, is at most 300 KB compressed", async () => {
  let all = 0;
  for (const path of await readdir(join(own, "search"), { recursive: true })) {
    const isShard = path.includes("/") || path === "index.js";
    if (isShard) all += await compressed(join(own, "search", path));
  }
  assert.ok(all <= 300 * KB, `${all} bytes`);
  console.log(`# index: ${all} bytes`);
});

test("a first query loads at most 60 KB, code included, a warm one at most 15 KB", async () => {
  let code = await compressed(join(own, "search.js"));
  for (const name of [...scripts, "show", "page"])
    code += await compressed(join(own, `search/${name}.js`));
  let [most, mostWarm] = [0, 0];
  for (const [, query] of queries) {
    const { engine, loaded } = await open(own);
    await engine.search(query);
    assert.ok(
      code + bytesOf(loaded) <= 60 * KB,
      `${query}: ${code} and ${bytesOf(loaded)} bytes at first`,
    );
    const warm = await open(own);
    await warm.engine.search("清华");
    const before = bytesOf(warm.loaded);
    await warm.engine.search(query);
    assert.ok(
      bytesOf(warm.loaded) - before <= 15 * KB,
      `${query}: ${bytesOf(warm.loaded) - before} bytes more`,
    );
    most = Math.max(most, code + bytesOf(loaded));
    mostWarm = Math.max(mostWarm, bytesOf(warm.loaded) - before);
  }
  console.log(`# first query: at most ${most} bytes; warm: at most ${mostWarm} bytes`);
});
