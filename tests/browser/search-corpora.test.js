// The index of other transcripts, which lie in `../shared` beside the project: what
// search-index.test.js shows of the project's own content holds for them as well.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";

import {
  build,
  corpus,
  hasShared,
  homophones,
  many,
  open,
  queries,
  rows,
  shared,
  together,
} from "./support/index.js";
import {
  findsSubstrings,
  growsByNewShardsOnly,
  missedHomophones,
  searchesVolumesAsOne,
} from "./support/index_checks.js";

const skip = hasShared ? false : "there is no folder ../shared beside the project";
const transcripts = ["forum", "ai-opensource", "embodied"];
const folders = new Map();
if (hasShared)
  for (const name of transcripts) folders.set(name, await build(name, await corpus(name)));

for (const [seed, name] of transcripts.entries()) {
  test(`${name}: 667 substrings are found wherever they stand, and nowhere else`, {
    skip,
  }, async () => {
    await findsSubstrings(folders.get(name), name, 667, seed + 1);
  });
}

test("of 200 homophone respellings at least 98 % are found by sound", { skip }, async () => {
  const missed = [];
  for (const name of transcripts) {
    const cases = homophones.filter(([from]) => from.split("/").pop() === name);
    missed.push(...(await missedHomophones(folders.get(name), name, cases)));
  }
  assert.equal(homophones.length, 200);
  assert.ok(missed.length <= 4, missed.join(", "));
});

test("a site of several volumes is searched as one, and a query loads no more of it", {
  skip,
}, async () => {
  await searchesVolumesAsOne(await build("together", await together(transcripts)), transcripts);
});

test("in a talk whose turns do not say who speaks, each of its speakers may have said it", {
  skip,
}, async () => {
  const { engine } = await open(folders.get("embodied"));
  const { talks } = await engine.search("speaker:王鹤 机器人");
  assert.deepEqual(
    talks.map((talk) => talk.url),
    ["embodied/panel/"],
  );
});

test("on a site of many forums a query loads hardly more, and one more forum changes no older shard", {
  skip,
}, async () => {
  await growsByNewShardsOnly(
    await build("many-6", await many(6)),
    await build("many-9", await many(9)),
  );
});

test("the queries are those of ../shared", { skip }, async () => {
  assert.deepEqual(queries, await rows(join(shared, "search/queries.tsv")));
});
