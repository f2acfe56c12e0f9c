// Everyone can use the search: axe on the box and the page, the keyboard of a phone, what is copied,
// and what is there without scripts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { violations } from "./support/axe.js";
import { open } from "./support/site.js";

async function openBox(page, typed, waitFor) {
  await page.click("#search-open");
  await page.waitForSelector("dialog[open]");
  if (typed) await page.keyboard.type(typed);
  await page.waitForSelector(waitFor);
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing in the box and on the page with results, ${colorScheme}, ${width} px`, async () => {
      const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
      for (const [typed, waitFor] of [
        ["信通院", "[role=option] mark"],
        ["知识涂朴", ".search-heard a"],
        ["zzzzqq", ".search-hint"],
        ["", ".search-box-status"],
      ]) {
        const { page, close } = await open("", options);
        await openBox(page, typed, waitFor);
        assert.deepEqual(await violations(page), [], `box: ${typed}`);
        await close();
      }
      for (const [query, waitFor] of [
        ["大模型", ".search-results mark"],
        ["信同院", ".search-heard a"],
      ]) {
        const { page, close } = await open(
          `search/index.html?q=${encodeURIComponent(query)}`,
          options,
        );
        await page.waitForSelector(waitFor);
        assert.deepEqual(await violations(page), [], `page: ${query}`);
        await close();
      }
    });
  }
}

test("⌘K and Ctrl+K open the box as / does, and Esc closes it", async () => {
  const { page, close } = await open("");
  for (const keys of ["Meta+k", "Control+k", "/"]) {
    await page.keyboard.press(keys);
    await page.waitForSelector("dialog[open] [role=combobox]:focus");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  }
  await close();
});

test("on a phone the box fills what the keyboard leaves of the screen, wherever that is", async () => {
  const { page, close } = await open("", { viewport: { width: 390, height: 800 } });
  await page.evaluate(() => {
    const view = Object.assign(new EventTarget(), { width: 390, height: 800, offsetTop: 0 });
    Object.defineProperty(window, "visualViewport", { value: view });
  });
  await openBox(page, "大模型", "[role=option] mark");
  const box = () =>
    page.$eval("dialog[open]", (dialog) => {
      const { top, height } = dialog.getBoundingClientRect();
      return { top, height };
    });
  assert.deepEqual(await box(), { top: 0, height: 800 });
  // a keyboard comes, and the page is pushed up
  await page.evaluate(() => {
    Object.assign(visualViewport, { height: 420, offsetTop: 60 });
    visualViewport.dispatchEvent(new Event("resize"));
    visualViewport.dispatchEvent(new Event("scroll"));
  });
  assert.deepEqual(await box(), { top: 60, height: 420 });
  const inSight = await page.$eval(
    "dialog[open] input",
    (input) => input.getBoundingClientRect().top >= 60,
  );
  assert.ok(inSight);
  await close();
});

test("nothing of the marks is in what is copied", async () => {
  const { page, close } = await open(`search/index.html?q=${encodeURIComponent("知识图谱")}`);
  await page.waitForSelector(".search-results li:not(.search-entry) a[href*=find]");
  const href = await page.$eval(
    ".search-results li:not(.search-entry) a[href*=find]",
    (link) => link.href,
  );
  const copied = async (address) => {
    await page.goto(address);
    return page.evaluate(() => {
      getSelection().selectAllChildren(document.querySelector("main"));
      return String(getSelection());
    });
  };
  const plain = await copied(href.replace(/\?[^#]*/, ""));
  const marked = await copied(href);
  await page.waitForSelector(".search-marks");
  assert.equal(marked, plain);
  await close();
});

test("without JavaScript the page leads to the indexes of speakers, talks, topics and organisations", async () => {
  const { page, base, close } = await open("search/index.html", { javaScriptEnabled: false });
  const links = await page.$$eval(".search-how-to a", (all) => all.map((link) => link.href));
  for (const path of ["speakers/index.html", "topics/index.html", "organisations/index.html"])
    assert.ok(links.includes(base + path), `${path} of ${links}`);
  assert.ok(links.includes(`${base}index.html`), "the programme");
  await close();
});
