// What must hold for the index of any site: of the project's own content (search-index.test.js) and
// of other transcripts (search-corpora.test.js).

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { open, queries, searchAll } from "./index.js";
import { BruteForce, record, samples } from "./substrings.js";

/** A thousand bytes. */
export const KB = 1000;

/** How many bytes all shards are that were loaded. */
export const bytesOf = (loaded) => loaded.reduce((all, [, bytes]) => all + bytes, 0);

/** The ids of the passages of some talks that have the query as it was typed. */
export const exactIn = (talks) =>
  talks.flatMap((talk) => talk.passages.filter((p) => p.kind === "exact").map((p) => p.id)).sort();

/** What stands in the marks of the first passage that was found. */
function firstMarks(search) {
  const [talk] = search.talks;
  return talk ? talk.passages[0].parts.filter(([, isMark]) => isMark).map(([text]) => text) : [];
}

/** Substrings of a forum are found wherever they stand, and nowhere else. */
export async function findsSubstrings(folder, forum, count, seed) {
  const { engine } = await open(folder);
  const passages = await record(folder, forum);
  const judge = new BruteForce(passages, engine.table);
  for (const sample of samples(passages, count, seed)) {
    const search = await engine.search(sample);
    const marks = firstMarks(search);
    assert.ok(
      marks.some((mark) => judge.normal(mark) === judge.normal(sample)),
      `first for ${sample}: ${marks}`,
    );
    while (search.unread) await search.more(1000);
    assert.deepEqual(exactIn(search.talks), Array.from(judge.passagesWith(sample)).sort(), sample);
  }
}

/** Which of the words that were respelt are not found by their sound. */
export async function missedHomophones(folder, forum, cases) {
  const { engine } = await open(folder);
  const judge = new BruteForce(await record(folder, forum), engine.table);
  const missed = [];
  for (const [, words, respelt] of cases) {
    const there = judge.passagesWith(words);
    const search = await searchAll(engine, respelt);
    const isFound = search.talks.some((talk) =>
      talk.passages.some((p) => there.has(p.id) && p.kind !== "near"),
    );
    if (!isFound) missed.push(`${words} as ${respelt}`);
  }
  return missed;
}

/** A site of several volumes is searched as one, and a query does not load more of it. */
export async function searchesVolumesAsOne(folder, forums) {
  const { engine, loaded } = await open(folder);
  assert.ok(engine.volumes.length > 1);
  for (const [seed, name] of forums.entries()) {
    const passages = await record(folder, name);
    const judge = new BruteForce(passages, engine.table);
    for (const sample of samples(passages, 40, seed + 20)) {
      const { talks } = await searchAll(engine, sample);
      const found = exactIn(talks.filter((talk) => talk.url.startsWith(`${name}/`)));
      assert.deepEqual(found, Array.from(judge.passagesWith(sample)).sort(), sample);
    }
  }
  for (const character of ["图", "谱", "鳞"]) {
    const { talks } = await searchAll(engine, character);
    for (const name of forums) {
      const judge = new BruteForce(await record(folder, name), engine.table);
      const found = exactIn(talks.filter((talk) => talk.url.startsWith(`${name}/`)));
      assert.deepEqual(found, Array.from(judge.passagesWith(character)).sort(), character);
    }
  }
  const filtered = await searchAll(engine, `forum:${forums[0]}`);
  assert.ok(filtered.talks.length > 3, "a filter alone finds all that it lets through");
  assert.ok((await searchAll(engine, "，的")).count > 0, "what only the texts can tell");
  const fresh = await open(folder);
  const before = fresh.loaded.length;
  await fresh.engine.search("胶质细胞");
  const bytes = bytesOf(fresh.loaded.slice(before));
  assert.ok(bytes <= 20 * KB, `${bytes} bytes; all that was read: ${bytesOf(loaded)}`);
}

/** Of two sites, the second with more forums: a query loads hardly more, and no older shard changes. */
export async function growsByNewShardsOnly(few, more) {
  const [one, two] = [await medianOfQueries(few), await medianOfQueries(more)];
  console.log(`# shards of a query, median: ${one} bytes of the fewer forums, ${two} of the more`);
  assert.ok(two <= one * 1.15, `${one} and ${two} bytes`);
  const { engine } = await open(few);
  const older = engine.volumes.slice(1).map(({ name }) => name);
  assert.ok(older.length > 1);
  for (const name of older) {
    for (const file of await readdir(join(few, "search", name))) {
      const [was, is] = [few, more].map((folder) => readFile(join(folder, "search", name, file)));
      assert.deepEqual(await was, await is, `${name}/${file}`);
    }
  }
}

/** How many bytes of shards a first query loads, in the median; none loads more than 60 KB. */
async function medianOfQueries(folder) {
  const all = [];
  for (const [, query] of queries) {
    const { engine, loaded } = await open(folder);
    await engine.search(query);
    const bytes = bytesOf(loaded);
    assert.ok(bytes <= 60 * KB, `${query}: ${bytes} bytes`);
    all.push(bytes);
  }
  return all.sort((a, b) => a - b)[all.length >> 1];
}
