// How words are written does not hide them: with and without accents, with blanks between Chinese
// characters, and where a single character is typed.

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { build, open as openIndex, searchAll } from "./support/index.js";
import { root } from "./support/scripts.js";
import { open } from "./support/site.js";

const TALKS = {
  accents:
    "第一讲从 Zürich 来，带来 José 和 Zoë 画的图，他们在 Café 里，笔触 naïve，街名是 Straße。",
  plain: "第二讲这里的 Jose 住在 Zurich，常去 Cafe，说话 naive，家在 Strasse 上。",
  combining: "第三讲有另一个 Jose\u0301，也来自 Zu\u0308rich，还有 x\u0302 一个。",
  spaced: "第四讲 大 家 早 上 好 欢 迎 来 到 会 场 我 们 谈 人工智 能 大会 two words here 二 维",
  vowels: "第五讲 مَرْحَبًا بكم ו שָׁלוֹם أهلا وسهلا 完",
  single: "第六讲的地图学，一张图，再看 C 语言和 CPU，5G 与 25 号，末字鳜",
};

/** A site with a talk for each text. */
async function site() {
  const folder = join(root, "target/search/writing-content");
  const forum = join(folder, "content/f");
  await rm(folder, { recursive: true, force: true });
  await mkdir(forum, { recursive: true });
  const talks = Object.entries(TALKS).map(([id, text]) => ({
    id,
    kind: "talk",
    title: id === "accents" ? "Über die Straße" : id,
    speakers: ["jose"],
    from: text.slice(0, 3),
  }));
  const write = (path, value) => writeFile(join(folder, "content", path), JSON.stringify(value));
  await writeFile(join(forum, "transcript.md"), Object.values(TALKS).join("\n\n"));
  await write("f/forum.yaml", { title: "f", sessions: [{ id: "all", title: "all", talks }] });
  await write("speakers.yaml", [{ id: "jose", name: "José García Ødegård" }]);
  await write("site.yaml", { title: "写法", language: "zh-CN" });
  return build("writing", folder);
}

const out = await site();
const { engine } = await openIndex(out);

/** The talks that a query finds: [talk, kind of the match, marked words], by kind as they come, those of
 * one kind by name. */
async function found(query) {
  const { talks } = await searchAll(engine, query);
  const kinds = Array.from(new Set(talks.map((talk) => talk.passages[0].kind)));
  const order = (talk) => kinds.indexOf(talk.passages[0].kind);
  const byKind = (a, b) => order(a) - order(b) || (a.url < b.url ? -1 : 1);
  return talks.sort(byKind).map(({ url, passages: [first] }) => [
    url.split("/")[1],
    first.kind,
    first.parts
      .filter(([, isMark]) => isMark)
      .map(([text]) => text)
      .join("|"),
  ]);
}

test("words are found without their accents, below what stands there letter by letter", async () => {
  assert.deepEqual(await found("jose"), [
    ["plain", "exact", "Jose"],
    ["accents", "accents", "José"],
    ["combining", "accents", "Jose\u0301"],
  ]);
  assert.deepEqual(await found("strasse"), [
    ["plain", "exact", "Strasse"],
    ["accents", "accents", "Straße"],
  ]);
  for (const [query, words] of [
    ["zurich", ["Zurich", "Zürich", "Zu\u0308rich"]],
    ["CAFE", ["Cafe", "Café"]],
    ["naive", ["naive", "naïve"]],
    ["zoe", ["Zoë"]],
  ])
    assert.deepEqual(
      (await found(query)).map(([, , marks]) => marks),
      words,
      query,
    );
});

test("and the other way round, composed or not", async () => {
  for (const [query, words] of [
    ["José", ["José", "Jose\u0301", "Jose"]],
    ["Jose\u0301", ["José", "Jose\u0301", "Jose"]],
    ["Zürich", ["Zürich", "Zu\u0308rich", "Zurich"]],
    ["straße", ["Straße", "Strasse"]],
    ["jòse", ["José", "Jose\u0301", "Jose"]],
    ["“Café”", ["Café", "Cafe"]],
  ])
    assert.deepEqual(
      (await found(query)).map(([, , marks]) => marks),
      words,
      query,
    );
});

test("an accent that has no composed letter is marked with its letter", async () => {
  assert.deepEqual(await found("x"), [["combining", "accents", "x\u0302"]]);
});

test("vowel signs and hamza count no more than accents", async () => {
  for (const [query, marks] of [
    ["مرحبا", "مَرْحَبًا"],
    ["שלום", "שָׁלוֹם"],
    ["اهلا", "أهلا"],
  ])
    assert.deepEqual(await found(query), [["vowels", "accents", marks]], query);
});

test("names and titles are found without their accents", async () => {
  const names = async (query) => (await engine.search(query)).entries.map((e) => [e.kind, e.match]);
  for (const query of ["jose", "García", "garcia", "odegard", "Odegård"])
    assert.deepEqual((await names(query))[0], ["speaker", "exact"], query);
  for (const query of ["uber", "strasse", "Straße"])
    assert.deepEqual((await names(query))[0], ["talk", "exact"], query);
});

test("blanks between Chinese characters hide no word, blanks between others count", async () => {
  // the clean text has no such blanks, the verbatim text has them
  for (const query of ["欢迎来到", "欢 迎 来 到", "人工智能", "人工智能大会", "two words"]) {
    const [[talk, kind, marks], ...others] = await found(`“${query}”`);
    assert.deepEqual([talk, kind, others], ["spaced", "exact", []], query);
    const tight = (text) => text.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, "");
    assert.equal(tight(marks), tight(query));
  }
  const [[, kind]] = await found("twowords");
  assert.notEqual(kind, "exact");
});

test("a single character is found within words, below where it is a word", async () => {
  assert.deepEqual(await found("鳜"), [["single", "exact", "鳜"]], "the last of the text");
  assert.deepEqual(
    (await found("图")).map(([talk, kind]) => [talk, kind]),
    [
      ["accents", "exact"],
      ["single", "exact"],
    ],
  );
  const [first, second] = (await searchAll(engine, "图")).talks;
  assert.ok(first.url.includes("single") && second.url.includes("accents"), "a word comes first");
  assert.deepEqual(await found("5"), [["single", "exact", "5|5"]]);
  const [letter] = (await searchAll(engine, "C")).talks;
  assert.ok(letter.url.includes("single"), "the letter by itself comes first");
  assert.equal((await searchAll(engine, "图")).count, 3);
  assert.deepEqual(await found("龘"), []);
});

test("a result that is written from right to left is shown so", async () => {
  const { page, close } = await open("", { from: "folder" });
  const directions = async (query) => {
    await page.goto(`file://${out}/search/index.html?q=${encodeURIComponent(query)}`);
    await page.waitForSelector(".search-results mark");
    return page.$$eval(".search-results > li:not(.search-entry) > a", (links) =>
      links.map((link) => [link.dir, link.lang]),
    );
  };
  assert.deepEqual(await directions("مرحبا"), [["rtl", "und"]]);
  assert.deepEqual(await directions("谈"), [["", ""]]);
  await close();
});

test("on the page the words are marked as a whole, accents and blanks included", async () => {
  const { page, trouble, close } = await open("", { from: "folder" });
  for (const [query, marked] of [
    ["欢迎来到", "欢迎来到"],
    ["人工智能", "人工智能"],
    ["strasse", "Straße"],
    ["x", "x\u0302"],
  ]) {
    await page.goto(`file://${out}/search/index.html?q=${encodeURIComponent(query)}`);
    const text = await page.waitForFunction(
      (words) =>
        Array.from(document.querySelectorAll(".search-results > li:not(.search-entry) > a")).find(
          (link) =>
            Array.from(link.querySelectorAll("mark")).some((mark) => mark.textContent === words),
        ),
      marked,
    );
    await Promise.all([page.waitForURL(/find=/), text.asElement().click()]);
    await page.waitForSelector(".search-marks");
    const marks = await page.evaluate(() => Array.from(CSS.highlights.get("search-hit"), String));
    assert.ok(
      marks.some((words) => words === marked || words.replaceAll(" ", "") === marked),
      `${query}: ${marks}`,
    );
  }
  const ours = trouble.filter((what) => !what.includes("is elsewhere"));
  assert.deepEqual(ours, []);
  await close();
});
