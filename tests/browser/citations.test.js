// The citations of every talk, and of a passage, read by a parser that is not their writer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

import { data, kinds, open, site } from "./support/site.js";

const { forum, talks, speakers } = await data();
const named = (author) => `${author.family}${author.given ?? ""}`;
const day = (item) => item.issued["date-parts"][0].slice(0, 3).map(Number).join("-");

for (const [name, format] of [["cite.bib", "@bibtex/text"], ["cite.ris", "@ris/file"], ["cite.json", "@csl/list+object"]]) {
  test(`${name} of every talk has its names, title, forum and day`, async () => {
    for (const talk of talks) {
      const text = await readFile(join(await site(), talk.url, name), "utf8");
      const input = name === "cite.json" ? JSON.parse(text) : text;
      const [item, ...more] = new Cite(input, { forceType: format }).data;
      assert.equal(more.length, 0);
      assert.equal(item.title, talk.title);
      assert.equal(item["container-title"] ?? item["event-title"] ?? item.event, forum.title);
      assert.deepEqual((item.author ?? []).map(named), talk.speakers.map((s) => s.name));
      assert.equal(day(item), forum.date.split("-").map(Number).join("-"));
    }
  });
}

test("the citations of a forum are those of its talks", async () => {
  const text = await readFile(join(await site(), forum.url, "cite.bib"), "utf8");
  const items = new Cite(text, { forceType: "@bibtex/text" }).data;
  assert.deepEqual(items.map((item) => item.title), talks.map((talk) => talk.title));
  assert.equal(new Set(items.map((item) => item.id)).size, talks.length);
});

test("a passage is cited as the words of whoever speaks there, at its permalink", async () => {
  const { page, close, trouble } = await open((await kinds()).panel);
  const passage = page.locator(".turn[data-speaker]").nth(3).locator(".passage:not(.silent)").first();
  const id = await passage.getAttribute("id");
  const speaker = await passage.locator("xpath=ancestor::section[1]").getAttribute("data-speaker");
  await passage.evaluate((p) => p.closest("details")?.setAttribute("open", ""));
  await passage.locator(".permalink").focus();
  await page.keyboard.press("Enter");
  await page.click("#share [value=cite]");
  assert.ok(await page.isVisible("#cite"));
  const [item] = new Cite(await page.textContent("#cite-bibtex"), { forceType: "@bibtex/text" }).data;
  assert.deepEqual(item.author.map(named), [speaker]);
  assert.ok(item.URL.startsWith("http") && item.URL.endsWith(`#${id}`), item.URL);
  assert.ok(speakers.some((one) => one.name === speaker));
  assert.match(await page.textContent("#cite-gbt"), new RegExp(`^${speaker}\\. .*\\[C/OL\\]//.*#${id}\\.$`));
  assert.deepEqual(trouble, []);
  await close();
});

test("without JavaScript the citations open too", async () => {
  const { page, close } = await open((await kinds()).talk, { javaScriptEnabled: false });
  await page.click('[popovertarget="cite"]');
  assert.ok(await page.isVisible("#cite-gbt"));
  assert.ok((await page.textContent("#cite-gbt")).includes("[C/OL]//"));
  await close();
});

test("mentions are links, and copying them copies words only", async () => {
  const { page, close } = await open((await kinds()).panel);
  const mention = page.locator(".passage .mention").first();
  assert.match(await mention.getAttribute("href"), /speakers\/[a-z-]+\/index\.html$/);
  assert.ok((await mention.textContent()).length > 0);
  await close();
});
