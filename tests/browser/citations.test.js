// The citations of every talk, and of a passage, read by a parser that is not their writer.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

import { forumPage } from "./support/scripts.js";
import { build, content, data, kinds, open, site } from "./support/site.js";

const { forum, talks, speakers, record } = await data();
const base = "https://example.org/forum/";
const named = (author) => `${author.family ?? author.literal}${author.given ?? ""}`;
const day = (item) => item.issued["date-parts"][0].slice(0, 3).map(Number).join("-");
const parsers = { bibtex: "@bibtex/text", ris: "@ris/file", csl: "@csl/list+object" };

/** The one item of a citation, as another program reads it. */
function read(text, format) {
  const input = format === "csl" ? JSON.parse(text) : text;
  const [item, ...more] = new Cite(input, { forceType: parsers[format] }).data;
  assert.equal(more.length, 0);
  return item;
}

/** Everything that a citation must carry, to the letter. */
function check(item, { title, names, url, organizer = forum.organizer }) {
  assert.equal(item.title, title);
  assert.equal(item["container-title"] ?? item["event-title"] ?? item.event, forum.title);
  assert.deepEqual((item.author ?? []).map(named), names);
  assert.ok(
    (item.author ?? []).every((author) => author.literal || (author.family && author.given)),
    title,
  );
  assert.equal(day(item), forum.date.split("-").map(Number).join("-"));
  assert.equal(item.URL, url);
  assert.equal(item.organizer?.[0].literal ?? item.publisher, organizer);
  // BibTeX's own field for the place of a conference has the city alone
  const place = item["event-place"] ?? item["publisher-place"];
  assert.ok([forum.venue, forum.venue.split("·")[0]].includes(place), place);
  const unchecked = names
    .filter((name) => !speakers.find((one) => one.name === name)?.verified)
    .join("、");
  const note = `姓名待核实：${unchecked}`;
  assert.equal(
    (item.note ?? "").includes(unchecked ? note : "待核实"),
    unchecked !== "",
    item.note,
  );
}

const published = join(dirname(await site()), "browser-site-cited");
await build(dirname(content), published, "--base-url", base);

for (const [name, format] of [
  ["cite.bib", "bibtex"],
  ["cite.ris", "ris"],
  ["cite.json", "csl"],
]) {
  test(`${name} of every talk has its names, title, forum, day and address`, async () => {
    assert.equal(talks.length, 25);
    for (const talk of talks) {
      const names = talk.speakers.map((s) => s.name);
      const item = read(await readFile(join(published, talk.url, name), "utf8"), format);
      check(item, { title: talk.title, names, url: base + talk.url });
      // where the site's own address is not known, none is made up
      const here = read(await readFile(join(await site(), talk.url, name), "utf8"), format);
      check(here, { title: talk.title, names, url: undefined });
    }
  });
}

test("the citations of a forum are those of its talks", async () => {
  const text = await readFile(join(published, forum.url, "cite.bib"), "utf8");
  const items = new Cite(text, { forceType: parsers.bibtex }).data;
  assert.equal(new Set(items.map((item) => item.id)).size, talks.length);
  for (const [place, talk] of talks.entries()) {
    check(items[place], {
      title: talk.title,
      names: talk.speakers.map((s) => s.name),
      url: base + talk.url,
    });
  }
});

/** What the dialog of a page holds: its formats, and what the script needs. */
async function dialog(folder, talk) {
  const html = await readFile(join(folder, talk.url, "index.html"), "utf8");
  const entities = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
    "&#39;": "'",
    "&#x27;": "'",
    "&#x2F;": "/",
  };
  const plain = (escaped) =>
    escaped.replace(/&(?:amp|lt|gt|quot|#39|#x27|#x2F);/g, (one) => entities[one]);
  const text = (id) => plain(html.match(new RegExp(`id="cite-${id}"[^>]*>([^]*?)</`))[1]);
  const known = JSON.parse(html.match(/id="cite-data">([\s\S]*?)<\/script>/)[1]);
  known.own = Object.fromEntries(
    ["gbt", "plain", "bibtex", "ris", "csl"].map((name) => [name, text(name)]),
  );
  return known;
}

test("a passage of every talk, and one of its host's, is cited with the name of whoever speaks", async () => {
  let hosts = 0;
  for (const talk of talks) {
    for (const folder of [published, await site()]) {
      const known = await dialog(folder, talk);
      const page = `${base}${talk.url}`;
      for (const part of ["talk", "host"]) {
        const passages = record.filter(
          (entry) => entry.talk === talk.id && entry.part === part && entry.clean,
        );
        const passage = passages[Math.floor(passages.length / 2)];
        if (!passage) continue;
        hosts += part === "host" ? 1 : 0;
        const speaker = speakers.find((one) => one.id === passage.speaker)?.name;
        const names = speaker ? [speaker] : talk.speakers.map((s) => s.name);
        const texts = forumPage.citationsOf(known, speaker ?? "", passage.id, page);
        const url = base + passage.url;
        for (const format of Object.keys(parsers)) {
          const item = read(texts[format], format);
          check(item, { title: talk.title, names, url });
          if (format !== "ris") assert.ok(item.id.endsWith(passage.id), item.id);
        }
        const [year, month, date] = forum.date.split("-").map(Number);
        const own = names.length > 3 ? [...names.slice(0, 3), "等"] : names;
        const before = own.length ? `${own.join("，")}. ` : "";
        const host = `${forum.organizer}. ${forum.title}，${year}年${month}月${date}日，${forum.venue}`;
        const gbt = `${before}${talk.title}[C/OL]//${host}. ${year}[引用日期]. ${url}.`;
        assert.equal(texts.gbt, gbt);
        assert.ok(
          texts.plain.endsWith(`，${forum.date}，${url}`) && texts.plain.includes(names.join("、")),
          texts.plain,
        );
      }
    }
  }
  assert.ok(hosts > 40, `${hosts} passages of hosts`);
});

test("a passage is cited as the words of whoever speaks there, at its permalink", async () => {
  const permissions = ["clipboard-read", "clipboard-write"];
  const { page, close, trouble } = await open((await kinds()).panel, { permissions });
  const passage = page
    .locator(".turn[data-speaker]")
    .nth(3)
    .locator(".passage:not(.silent)")
    .first();
  const id = await passage.getAttribute("id");
  const speaker = await passage.locator("xpath=ancestor::section[1]").getAttribute("data-speaker");
  await passage.evaluate((p) => p.closest("details")?.setAttribute("open", ""));
  await passage.locator(".permalink").focus();
  await page.keyboard.press("Enter");
  await page.click("#share [value=cite]");
  assert.ok(await page.isVisible("#cite"));
  const [item] = new Cite(await page.textContent("#cite-bibtex"), { forceType: "@bibtex/text" })
    .data;
  assert.deepEqual(item.author.map(named), [speaker]);
  assert.ok(item.URL.startsWith("http") && item.URL.endsWith(`#${id}`), item.URL);
  assert.ok(speakers.some((one) => one.name === speaker));
  assert.match(
    await page.textContent("#cite-gbt"),
    new RegExp(`^${speaker}\\. .*\\[C/OL\\]//.*#${id}\\.$`),
  );
  for (const [format, name] of [
    ["bibtex", "cite.bib"],
    ["ris", "cite.ris"],
    ["csl", "cite.json"],
  ]) {
    const text = await page.textContent(`#cite-${format}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click(`#cite a[download]:has-text("${name}")`),
    ]);
    assert.equal(await readFile(await download.path(), "utf8"), text, "the file is the passage's");
    await page.click(`[data-copy="cite-${format}"]`);
    await page.locator("#cite [role=status]").filter({ hasText: /./ }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  }
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
