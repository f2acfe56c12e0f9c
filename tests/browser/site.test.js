// The site as files: valid, light, steady, and whole from a folder.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { HtmlValidate } from "html-validate";

import { forumPage } from "./support/scripts.js";
import { data, kinds, open, site } from "./support/site.js";

const folder = await site();
const paths = (await readdir(folder, { recursive: true })).sort();
const text = (path) => readFile(join(folder, path), "utf8");
const pages = paths.filter((path) => path.endsWith(".html"));

test("the HTML of every page validates", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: {
      // how it is written, not whether it is right
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "doctype-style": "off",
      "prefer-native-element": "off",
      // a title names the rule of a change; signs and focus name it to those who do not hover
      "no-redundant-role": "error",
    },
  });
  const wrong = [];
  for (const path of pages) {
    const report = await validator.validateString(await text(path), path);
    for (const { messages } of report.results) {
      wrong.push(...messages.map((m) => `${path}:${m.line}:${m.column} ${m.ruleId} ${m.message}`));
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

test("the longest talk's page is at most 60 KB with all that it loads, three readings included", async () => {
  const { talks } = await data();
  const sizes = await Promise.all(
    talks.map(async (talk) => ({
      url: talk.url,
      size: (await text(`${talk.url}index.html`)).length,
    })),
  );
  const [{ url }] = sizes.sort((a, b) => b.size - a.size);
  const html = await text(`${url}index.html`);
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1]);
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(
    (match) => match[1],
  );
  assert.equal(sheets.length, 1);
  assert.ok(scripts.length <= 2, scripts.join());
  const all = [`${url}index.html`, ...[...scripts, ...sheets].map((path) => join(url, path))];
  const bytes = await Promise.all(
    all.map(async (path) => gzipSync(await readFile(join(folder, path))).length),
  );
  const sum = bytes.reduce((a, b) => a + b);
  assert.ok(sum <= 60_000, `${sum} bytes: ${all.map((path, i) => `${path} ${bytes[i]}`)}`);
});

test("every link names a file, so that it works from a folder", async () => {
  const wrong = [];
  for (const path of pages) {
    const html = await text(path);
    for (const [, link] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      const elsewhere = /^(https?:|mailto:)/.test(link);
      if (!elsewhere && /(^|\/)(\?|#|$)/.test(link) && !link.startsWith("#"))
        wrong.push(`${path}: ${link}`);
    }
  }
  assert.deepEqual(wrong, []);
});

for (const [kind, path] of Object.entries(await kinds())) {
  for (const width of [390, 1280]) {
    test(`${kind}: nothing moves while the page comes, ${width} px`, async () => {
      const { page, base, close } = await open("", { viewport: { width, height: 800 } });
      await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        // the settings of somebody who has been here before
        localStorage.setItem("proceedings.size", "large");
        localStorage.setItem("proceedings.reading", "diff");
        localStorage.setItem("proceedings.theme", "dark");
      });
      await page.goto(base + path, { waitUntil: "networkidle" });
      await page.waitForTimeout(150);
      assert.equal(await page.evaluate(() => window.shift), 0);
      await close();
    });
  }
}

test("feeds and the manifest are read by strict parsers", async () => {
  const { page, close } = await open("");
  const feeds = paths.filter((path) => path.endsWith(".xml"));
  assert.ok(feeds.includes("feed.xml"));
  for (const path of feeds) {
    const found = await page.evaluate(
      (xml) => {
        const read = new DOMParser().parseFromString(xml, "application/xml");
        const ids = [...read.querySelectorAll("entry > id")].map((id) => id.textContent);
        const whole = (entry) =>
          ["title", "id", "updated", "link"].every((tag) => entry.querySelector(tag));
        return {
          error: read.querySelector("parsererror")?.textContent,
          root: read.documentElement.localName,
          twice: ids.length - new Set(ids).size,
          partial: [...read.querySelectorAll("feed, entry")].filter((entry) => !whole(entry))
            .length,
        };
      },
      await text(path),
    );
    assert.equal(found.error, undefined, path);
    if (found.root === "feed") assert.deepEqual([found.twice, found.partial], [0, 0], path);
  }
  const manifest = JSON.parse(await text("manifest.webmanifest"));
  for (const { src } of manifest.icons) assert.ok(paths.includes(src), src);
  assert.ok(pages.includes(manifest.start_url));
  await close();
});

test("addresses, quotations and permalinks of ranges", () => {
  const { addressWords, fillPlaceholders, rangeEnds, withParameter } = forumPage;
  assert.deepEqual(rangeEnds("#a2bcde"), ["a2bcde", "a2bcde"]);
  assert.deepEqual(rangeEnds("#a2bcde%E2%80%A6b3cdef"), ["a2bcde", "b3cdef"]);
  assert.deepEqual(rangeEnds("#a2bcde..b3cdef"), ["a2bcde", "b3cdef"]);
  assert.deepEqual(rangeEnds("#%E2"), ["%E2", "%E2"]);
  assert.equal(addressWords("/forum/2024-07-05-agi/tao-dacheng/"), "tao dacheng");
  assert.equal(addressWords("/x/%E9%99%B6%E5%A4%A7%E7%A8%8B.html"), "陶大程");
  assert.equal(addressWords("/index.html"), "");
  assert.equal(
    fillPlaceholders("“{text}” {url} {other}", { text: "{url}", url: "u" }),
    "“{url}” u {other}",
  );
  assert.equal(withParameter("https://a.b/c/?x=1&only=t#d", "only", ""), "https://a.b/c/?x=1#d");
});
