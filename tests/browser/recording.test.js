// Recordings: links to the second, and a player that asks nothing of anybody before a click.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";

import { browser, build, content, data, types } from "./support/site.js";

const panel = (await data()).talks.find((talk) => talk.kind === "panel");
const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The site with another recording; the panel begins at 1:00:00 and its third turn at 1:01:40. */
async function made(video) {
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  folders.push(folder);
  await cp(content, join(folder, "content"), { recursive: true });
  const path = join(folder, "content", panel.url.split("/")[0], "forum.yaml");
  const yaml = await readFile(path, "utf8");
  const kind = yaml
    .replace(/^video: .*$/m, `video: ${video}`)
    .replace(/^( +)kind: panel\n/m, "$&$1start: 1:00:00\n");
  const [before, turns] = kind.split(/(?<=^ +turns:\n)/m);
  let n = 0;
  const started = turns.replace(/^( +- [a-z-]+: )(.+)$/gm, (line, who, words) => {
    n += 1;
    return n === 3 ? `${who}{quote: ${words}, start: 1:01:40}` : line;
  });
  await writeFile(path, before + started);
  await build(folder, join(folder, "public"));
  return join(folder, "public");
}

/** The site with a time on each line of the transcript, twenty seconds after the one before. */
async function timed(video) {
  const folder = await mkdtemp(join(tmpdir(), "recording-"));
  folders.push(folder);
  await cp(content, join(folder, "content"), { recursive: true });
  const forum = join(folder, "content", panel.url.split("/")[0]);
  const yaml = await readFile(join(forum, "forum.yaml"), "utf8");
  await writeFile(join(forum, "forum.yaml"), yaml.replace(/^video: .*$/m, `video: ${video}`));
  const twoDigits = (part) => String(Math.floor(part)).padStart(2, "0");
  const clock = (s) => [s / 3600, (s / 60) % 60, s % 60].map(twoDigits).join(":");
  let n = 0;
  const lines = (await readFile(join(forum, "transcript.md"), "utf8")).split("\n");
  const stamped = lines.map((line) =>
    /^(#|!\[|\s*$)/.test(line) ? line : `[${clock(20 * n++)}]${line}`,
  );
  await writeFile(join(forum, "transcript.md"), stamped.join("\n"));
  await build(folder, join(folder, "public"));
  return join(folder, "public");
}

/** Opens the panel under a policy; `asked` fills with every address that is not the site's own. */
async function shown(folder, policy) {
  const context = await (await browser()).newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const asked = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.host !== "proceedings.test") {
      asked.push(url.href);
      return route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><title>elsewhere</title>",
      });
    }
    const path = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    const body = await readFile(join(folder, path)).catch(() => null);
    if (!body) return route.fulfill({ status: 404, body: "" });
    const headers = {
      "Content-Security-Policy": policy,
      "Content-Type": types[extname(path)] ?? "text/plain",
    };
    return route.fulfill({ body, headers });
  });
  await page.goto(`https://proceedings.test/${panel.url}index.html`);
  return { page, asked, close: () => context.close() };
}

const strict = "default-src 'self'";
const kinds = {
  bilibili: {
    video: "{bilibili: BV1iT421k7Bv, part: 31, player: true}",
    policy: `${strict}; frame-src https://player.bilibili.com`,
    second: "https://www.bilibili.com/video/BV1iT421k7Bv/?p=31&t=3700",
    player: "https://player.bilibili.com/player.html?bvid=BV1iT421k7Bv&p=31&t=3700",
  },
  youtube: {
    video: "{youtube: dQw4w9WgXcQ, player: true}",
    policy: `${strict}; frame-src https://www.youtube-nocookie.com`,
    second: "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3700s",
    player: "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=3700",
  },
  peertube: {
    video: "{peertube: 'https://tube.example.org/w/abc', player: true}",
    policy: `${strict}; frame-src https://tube.example.org`,
    second: "https://tube.example.org/w/abc?start=3700s",
    player: "https://tube.example.org/videos/embed/abc?start=3700s",
  },
  file: {
    video: "{file: 'https://files.example.org/a.mp4', player: true}",
    policy: `${strict}; media-src https://files.example.org`,
    second: "https://files.example.org/a.mp4#t=3700",
    player: "https://files.example.org/a.mp4#t=3700",
  },
};

for (const [kind, { video, policy, second, player }] of Object.entries(kinds)) {
  test(`${kind}: a turn's heading leads to its second, and plays it only after a click`, async () => {
    const { page, asked, close } = await shown(await made(video), policy);
    const link = page.locator(".turn:nth-of-type(3) > .speaker .second");
    assert.equal(await link.getAttribute("href"), second);
    assert.match(await link.textContent(), /1:01:40$/);
    assert.equal(
      await page.locator(".turn .second").count(),
      2,
      "the first turn has the talk's, no other has one",
    );
    await page.mouse.wheel(0, 20000);
    await page.waitForTimeout(200);
    assert.deepEqual(asked, [], "nothing is asked before the click");
    await link.click();
    const shownAs = page.locator(".turn:nth-of-type(3) .player");
    assert.equal(await shownAs.getAttribute("src"), player);
    assert.equal(await shownAs.evaluate((e) => e.localName), kind === "file" ? "video" : "iframe");
    await page.waitForTimeout(200);
    assert.deepEqual(
      asked.map((url) => url.split("#")[0]),
      [player.split("#")[0]],
    );
    await page.locator("header.title [data-player]").click();
    assert.equal(await page.locator(".player").count(), 1, "one player at a time");
    await close();
  });
}

test("where the policy allows no player, the recording's own page is opened at the second", async () => {
  const { page, asked, close } = await shown(await made(kinds.bilibili.video), strict);
  await page.locator(".turn:nth-of-type(3) > .speaker .second").click();
  await page.waitForURL(kinds.bilibili.second);
  assert.ok(!asked.some((url) => url.startsWith("https://player.")), asked.join(" "));
  await close();
});

test("without leave for a player, and without JavaScript, there is a plain link", async () => {
  const folder = await made("{bilibili: BV1iT421k7Bv, part: 31}");
  const html = await readFile(join(folder, panel.url, "index.html"), "utf8");
  assert.ok(!html.includes("data-player"));
  assert.ok(html.includes('href="https://www.bilibili.com/video/BV1iT421k7Bv/?p=31&amp;t=3700"'));
});

test("where the transcript has times, each passage leads to its second and plays there, and no time is copied", async () => {
  const folder = await timed("{bilibili: BV1iT421k7Bv, part: 31, player: true}");
  const { page, close } = await shown(folder, kinds.bilibili.policy);
  const forum = panel.url.split("/")[0];
  const { record } = JSON.parse(await readFile(join(folder, "data", `${forum}.json`), "utf8"));
  const starts = new Map(record.map(({ id, start }) => [id, start]));
  const links = await page
    .locator("main .passage .moment")
    .evaluateAll((all) =>
      all.map((link) => [
        link.closest(".passage").id,
        new URL(link.href).searchParams.get("t"),
        link.ariaLabel,
      ]),
    );
  assert.ok(links.length > 10, `${links.length} links`);
  for (const [passage, second, label] of links) {
    assert.equal(Number(second), starts.get(passage));
    const [seconds, minutes, hours = 0] = label
      .match(/[\d:]+$/)[0]
      .split(":")
      .map(Number)
      .reverse();
    assert.equal(seconds + 60 * minutes + 3600 * hours, Number(second));
  }
  const turns = await page.locator("main .record .turn").count();
  assert.equal(
    await page.locator("main .record .turn > .speaker .second").count(),
    turns,
    "a turn's heading has the first",
  );
  const first = page.locator(".passage:has(.moment):visible").first();
  const words = record.find(({ id }) => id === links[0][0]).clean;
  const passage = page.locator(`[id="${links[0][0]}"]`);
  const read = await passage.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const gone of copy.querySelectorAll("del")) gone.remove();
    return copy.textContent;
  });
  assert.equal(read.trim(), words.trim(), "the time is no text of the passage");
  await first.locator(".moment").click();
  const id1 = await first.getAttribute("id");
  assert.equal(
    await page.locator(".player + .passage").getAttribute("id"),
    id1,
    "the player opens above the passage",
  );
  assert.match(
    await page.locator(".player").getAttribute("src"),
    new RegExp(`t=${starts.get(id1)}$`),
  );
  await close();
});
