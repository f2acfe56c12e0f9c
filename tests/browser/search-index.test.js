// The index finds all that is there and nothing else, exactly and by sound, and is small.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { build, compressed, corpus, found, hasShared, many, open, root, rows, scripts, searchAll, shared, together, uncorrected } from "./support/index.js";
import { BruteForce, record, samples } from "./support/substrings.js";

const skip = hasShared ? false : "there is no folder ../shared beside the project";
const KB = 1000;
const own = await build("own", root);
const forum = (await readdir(join(own, "data"))).find((name) => name !== "schema.json").replace(".json", "");
const bare = await build("uncorrected", await uncorrected());
const transcripts = ["forum", "ai-opensource", "embodied"];
const folders = new Map();
if (hasShared) for (const name of transcripts) folders.set(name, await build(name, await corpus(name)));

/** What stands in the marks of the first passage that was found. */
function firstMarks(search) {
  const [talk] = search.talks;
  return talk ? talk.passages[0].parts.filter(([, isMark]) => isMark).map(([text]) => text) : [];
}

for (const [seed, name] of transcripts.entries()) {
  test(`${name}: 667 substrings are found wherever they stand, and nowhere else`, { skip }, async () => {
    const folder = folders.get(name);
    const { engine } = await open(folder);
    const passages = await record(folder, name);
    const judge = new BruteForce(passages, engine.table);
    for (const sample of samples(passages, 667, seed + 1)) {
      const search = await engine.search(sample);
      const marks = firstMarks(search);
      assert.ok(marks.some((mark) => judge.normal(mark) === judge.normal(sample)), `first for ${sample}: ${marks}`);
      while (search.unread) await search.more(1000);
      const exact = search.talks.flatMap((talk) => talk.passages.filter((p) => p.kind === "exact").map((p) => p.id));
      assert.deepEqual(exact.sort(), Array.from(judge.passagesWith(sample)).sort(), sample);
    }
  });
}

test("substrings of the corrected text are found as well", async () => {
  const { engine } = await open(own);
  const passages = await record(own, forum);
  const judge = new BruteForce(passages, engine.table);
  const clean = passages.map((p) => ({ ...p, verbatim: p.clean }));
  for (const sample of samples(clean, 300, 9)) {
    const search = await searchAll(engine, sample);
    const exact = search.talks.flatMap((talk) => talk.passages.filter((p) => p.kind === "exact").map((p) => p.id));
    assert.deepEqual(exact.sort(), Array.from(judge.passagesWith(sample)).sort(), sample);
  }
});

test("of a common word's passages those come first that have it more often for their length", async () => {
  const { engine } = await open(own);
  for (const word of ["我们", "大模型", "这个"]) {
    const search = await searchAll(engine, word);
    const [talk] = search.talks;
    const often = talk.passages.map((p) => p.hits.length);
    assert.ok(talk.passages.every((p) => p.score > 0), word);
    assert.ok(often[0] > often.at(-1), `${word}: ${often}`);
  }
});

test("of 200 homophone respellings at least 98 % are found by sound", { skip }, async () => {
  const missed = [];
  const cases = await rows(join(root, "tests/browser/cases/homophones.tsv"));
  for (const name of transcripts) {
    const { engine } = await open(folders.get(name));
    const judge = new BruteForce(await record(folders.get(name), name), engine.table);
    for (const [from, words, respelt] of cases) {
      if (from.split("/").pop() !== name) continue;
      const there = judge.passagesWith(words);
      const search = await searchAll(engine, respelt);
      const isFound = search.talks.some((talk) => talk.passages.some((p) => there.has(p.id) && p.kind !== "near"));
      if (!isFound) missed.push(`${words} as ${respelt}`);
    }
  }
  assert.equal(cases.length, 200);
  assert.ok(missed.length <= 4, missed.join(", "));
});

test("a site of several volumes is searched as one, and a query loads no more of it", { skip }, async () => {
  const folder = await build("together", await together(transcripts));
  const { engine, loaded } = await open(folder);
  assert.ok(engine.volumes.length > 1);
  const sum = () => loaded.reduce((all, [, bytes]) => all + bytes, 0);
  for (const [seed, name] of transcripts.entries()) {
    const passages = await record(folder, name);
    const judge = new BruteForce(passages, engine.table);
    for (const sample of samples(passages, 40, seed + 20)) {
      const search = await searchAll(engine, sample);
      const exact = search.talks.filter((talk) => talk.url.startsWith(`${name}/`)).flatMap((talk) => talk.passages.filter((p) => p.kind === "exact").map((p) => p.id));
      assert.deepEqual(exact.sort(), Array.from(judge.passagesWith(sample)).sort(), sample);
    }
  }
  const filtered = await searchAll(engine, `forum:${transcripts[0]}`);
  assert.ok(filtered.talks.length > 3, "a filter alone finds all that it lets through");
  assert.ok((await searchAll(engine, "，的")).count > 0, "what only the texts can tell");
  const fresh = await open(folder);
  const before = fresh.loaded.length;
  await fresh.engine.search("胶质细胞");
  const bytes = fresh.loaded.slice(before).reduce((all, [, n]) => all + n, 0);
  assert.ok(bytes <= 20 * KB, `${bytes} bytes; all that was read: ${sum()}`);
});

for (const [what, folder] of [["as it is", own], ["without corrections and heard_as", bare]]) {
  test(`every row of the query file finds its segments, ${what}`, { skip }, async () => {
    for (const [kind, query, , segments] of await rows(join(shared, "search/queries.tsv"))) {
      const { engine } = await open(folder);
      const first = found(await engine.search(query));
      const wanted = segments.split(",").filter((segment) => segment !== "host" || segments === "host");
      for (const segment of wanted) assert.ok(first.includes(segment), `${kind} ${query}: ${segment} not in ${first}`);
      assert.ok(segments.split(",").includes(first[0]) || first[1] === "host", `${kind} ${query}: first is ${first[0]}`);
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
  for (const query of ["陶大程", "大程", "taodacheng", "tao da cheng", "tdc", "陶大成", "Dacheng Tao", "taodach"]) {
    assert.equal((await names(query))[0], "speakers/tao-dacheng/", query);
  }
  assert.ok((await names("zy")).includes("speakers/zeng-yi/"), "曾 is read zeng in a name");
  assert.ok((await names("蚂蚁集团")).length > 1, "an organisation finds its people");
});

test("organisations and topics are found by name, pinyin, initials and short forms", async () => {
  const { engine } = await open(own);
  const first = async (query) => (await engine.search(query)).entries[0];
  const institute = "organisations/zhong-guo-xin-xi-tong-xin-yan-jiu-yuan/";
  for (const query of ["中国信息通信研究院", "中國信息通信研究院", "信息通信研究院", "zhongguoxinxitongxin", "zgxxtxyjy", "zgxx", "信通院", "新通院", "xintongyuan"]) {
    assert.equal((await first(query)).url, institute, query);
  }
  for (const [query, url] of [["中科大", "organisations/zhong-guo-ke-xue-ji-shu-da-xue/"], ["华为", "organisations/hua-wei/"], ["松鼠ai", "organisations/song-shu-ai/"]]) {
    assert.equal((await first(query)).url, url, query);
  }
  for (const query of ["大模型", "可解释性", "kejieshixing", "可接事性", "知識圖譜"]) {
    assert.equal((await first(query)).kind, "topic", query);
  }
  assert.ok(!(await engine.search("中学")).entries.some((entry) => entry.isShort), "not every character in order is a short form");
  assert.deepEqual((await engine.search("狗")).entries, [], "a single character is not found in titles by its sound");
});

test("in a talk whose turns do not say who speaks, each of its speakers may have said it", { skip }, async () => {
  const { engine } = await open(folders.get("embodied"));
  const { talks } = await engine.search("speaker:王鹤 机器人");
  assert.deepEqual(talks.map((talk) => talk.url), ["embodied/panel/"]);
});

test("letters and characters that stand together are found apart where they are not found together", async () => {
  const { engine } = await open(own);
  const [talk] = (await engine.search("大模型agent")).talks;
  assert.equal(talk.passages[0].kind, "words");
  assert.equal((await engine.search("ai手机")).talks[0].passages[0].kind, "exact");
});

test("terms may be excluded, and filters narrow down by name, alias and pinyin", async () => {
  const { engine } = await open(own);
  const talks = async (query) => (await searchAll(engine, query)).talks.map((talk) => talk.url.split("/")[1]);
  const all = await talks("幻觉");
  assert.ok(all.length > 2);
  for (const filter of ["speaker:陶大程", "speaker:taodacheng", "讲者：陶大成", "talk:tao-dacheng", "talk:道与术"]) {
    assert.deepEqual(await talks(`大模型 ${filter}`), ["tao-dacheng"], filter);
  }
  assert.ok((await talks("大模型 kind:panel")).every((id) => id === "roundtable"));
  assert.deepEqual(await talks("大模型 date:2023"), []);
  assert.deepEqual((await talks("大模型 date:2024-07")).length, (await talks("大模型")).length);
  const without = await searchAll(engine, "幻觉 -医生");
  const texts = without.talks.flatMap((talk) => talk.passages.map((p) => p.parts.map(([text]) => text).join("")));
  assert.ok(texts.length && texts.every((text) => !text.includes("医生")));
});

test("on a site of many forums a query loads hardly more, and one more forum changes no older shard", { skip }, async () => {
  const few = await build("many-6", await many(6));
  const more = await build("many-9", await many(9));
  const sum = (loaded) => loaded.reduce((all, [, bytes]) => all + bytes, 0);
  const median = async (folder) => {
    const all = [];
    for (const [, query] of await rows(join(shared, "search/queries.tsv"))) {
      const { engine, loaded } = await open(folder);
      await engine.search(query);
      all.push(sum(loaded));
      assert.ok(sum(loaded) <= 60 * KB, `${query}: ${sum(loaded)} bytes`);
    }
    return all.sort((a, b) => a - b)[all.length >> 1];
  };
  const [one, two] = [await median(few), await median(more)];
  console.log(`# shards of a query, median: ${one} bytes of 6 forums, ${two} of 9`);
  assert.ok(two <= one * 1.15, `${one} and ${two} bytes`);
  const { engine } = await open(few);
  const older = engine.volumes.slice(1).map(({ name }) => name);
  assert.ok(older.length > 1);
  for (const name of older) {
    for (const file of await readdir(join(few, "search", name))) {
      assert.deepEqual(await readFile(join(few, "search", name, file)), await readFile(join(more, "search", name, file)), `${name}/${file}`);
    }
  }
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

test("a first query loads at most 60 KB, code included, a warm one at most 15 KB", { skip }, async () => {
  let code = await compressed(join(own, "search.js"));
  for (const name of [...scripts, "show", "page"]) code += await compressed(join(own, `search/${name}.js`));
  const sum = (loaded) => loaded.reduce((all, [, bytes]) => all + bytes, 0);
  let [most, mostWarm] = [0, 0];
  for (const [, query] of await rows(join(shared, "search/queries.tsv"))) {
    const { engine, loaded } = await open(own);
    await engine.search(query);
    assert.ok(code + sum(loaded) <= 60 * KB, `${query}: ${code} and ${sum(loaded)} bytes at first`);
    const warm = await open(own);
    await warm.engine.search("清华");
    const before = sum(warm.loaded);
    await warm.engine.search(query);
    assert.ok(sum(warm.loaded) - before <= 15 * KB, `${query}: ${sum(warm.loaded) - before} bytes more`);
    most = Math.max(most, code + sum(loaded));
    mostWarm = Math.max(mostWarm, sum(warm.loaded) - before);
  }
  console.log(`# first query: at most ${most} bytes; warm: at most ${mostWarm} bytes`);
});
