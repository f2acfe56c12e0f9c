// Every kind of page, as a reader meets it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { data, kinds, open, to } from "./support/site.js";

const pages = Object.entries(await kinds());
const widths = [320, 1280];

for (const [kind, path] of pages) {
  test(`${kind}: nothing fails, nothing is blocked, nothing comes from elsewhere`, async () => {
    const { page, trouble, close } = await open(path);
    await page.waitForLoadState("networkidle");
    assert.ok((await page.textContent("h1")).trim());
    assert.deepEqual(trouble, []);
    await close();
  });

  test(`${kind}: the same from a folder that was opened with a double click`, async () => {
    const { page, trouble, close } = await open(path, { from: "folder" });
    const sheets = await page.evaluate(() => document.styleSheets.length);
    assert.ok((await page.textContent("h1")).trim());
    assert.ok(sheets > 0, "the style sheet is there");
    assert.deepEqual(trouble, []);
    await close();
  });

  // the search needs the script, and without it says so
  const scripted = kind === "search";
  test(`${kind}: without JavaScript nothing of the text is missing`, {
    skip: scripted,
  }, async () => {
    const text = async (javaScriptEnabled) => {
      const { page, close } = await open(path, { javaScriptEnabled });
      const found = await page.textContent("main");
      await close();
      return found;
    };
    const without = await text(false);
    for (const line of (await text(true)).split("\n").filter((one) => one.trim().length > 20)) {
      assert.ok(without.includes(line), line);
    }
  });

  for (const width of widths) {
    test(`${kind}: nothing reaches over the edge at ${width} px`, async () => {
      const { page, close } = await open(path, { viewport: { width, height: 800 } });
      const wide = await page.evaluate(() => {
        const edge = document.documentElement.clientWidth;
        const over = [...document.body.querySelectorAll("*")].filter((element) => {
          const box = element.getBoundingClientRect();
          return (
            box.width > 0 &&
            box.right > edge + 1 &&
            getComputedStyle(element).position !== "absolute"
          );
        });
        const scrolls = document.documentElement.scrollWidth > edge;
        return scrolls ? over.map((element) => element.outerHTML.slice(0, 120)) : [];
      });
      assert.deepEqual(wide, []);
      await close();
    });
  }
}

test("a talk's page has every character of the talk, with JavaScript and without", async () => {
  const { talks, record } = await data();
  const talk = talks.find(({ kind }) => kind === "panel");
  const said = record.filter((entry) => entry.part === "talk" && entry.talk === talk.id);
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(talk.url, { javaScriptEnabled });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll(".passage")].map((passage) => {
        const copy = passage.cloneNode(true);
        for (const put of copy.querySelectorAll("ins, .permalink")) put.remove();
        return [passage.id, copy.textContent];
      }),
    );
    const texts = new Map(shown);
    for (const { id, verbatim } of said) assert.equal(texts.get(id), verbatim);
    await close();
  }
});

test("an address that is nowhere shows the page that says so", async () => {
  const { page, base, close } = await open("");
  const response = await page.goto(`${base}nowhere/at/all/`);
  assert.equal(response.status(), 404);
  assert.ok((await page.textContent("h1")).trim());
  await close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`it leads home from any depth, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    for (const nowhere of ["nowhere/", "nowhere/at/all/x", "a/b/c/d/"]) {
      const { page, base, close } = await open("", { javaScriptEnabled });
      await page.goto(base + nowhere, { waitUntil: "networkidle" });
      if (javaScriptEnabled) {
        await page.waitForFunction(
          () => getComputedStyle(document.querySelector(".here")).display === "none",
        );
        const search = await page.waitForSelector("#not-found a");
        assert.match(await search.evaluate((link) => link.href), /\/site\/search\/index.html\?q=/);
        await page.click("header.site .name");
      } else {
        const frames = page.frames().filter((frame) => frame.url().endsWith("/site/here.html"));
        await frames[0].locator("a").click();
      }
      await page.waitForURL(`${base}index.html`);
      await close();
    }
  });
}

for (const from of ["server", "folder"]) {
  test(`links lead from page to page (${from})`, async () => {
    const { page, trouble, close } = await open("", { from });
    const { talk, speakers, speaker } = await kinds();
    await page.locator("main").locator(to(talk)).first().click();
    await page.waitForURL(`**/${talk}index.html`);
    assert.ok(await page.locator(".passage").count());
    await page.locator(to(speakers)).first().click();
    await page.waitForURL(`**/${speakers}index.html`);
    await page.locator("main").locator(to(speaker)).first().click();
    await page.waitForURL(`**/${speaker}index.html`);
    await page.click("header a");
    // a count would not wait for the page that the click leads to
    await page.locator("main").locator(to(talk)).first().waitFor({ state: "attached" });
    assert.deepEqual(trouble, []);
    await close();
  });
}

test("the hosts' page names and links the talk that each of their words lead to", async () => {
  const { page, close } = await open((await kinds()).host);
  const { talks } = await data();
  const parts = await page.evaluate(() =>
    [...document.querySelectorAll(".part:has(.part-title)")].map((part) => ({
      kicker: part.querySelector(".kicker").textContent,
      link: new URL(part.querySelector("h2 a").href).pathname,
      people: [...part.querySelectorAll(".part-title .person")].map((person) => person.textContent),
    })),
  );
  assert.ok(parts.length > 10);
  for (const { kicker, link, people } of parts) {
    const number = talks.findIndex(({ url }) => link.endsWith(`/${url}index.html`));
    assert.ok(kicker.includes(String(number + 1)), kicker);
    assert.deepEqual(
      people,
      talks[number].speakers.map(({ name }) => name),
    );
  }
  await close();
});

test("on a phone no title leaves a character alone on its last line", async () => {
  const { forum, session, talk, host, record, speakers } = await kinds();
  for (const path of [forum, session, talk, host, record, speakers]) {
    for (const width of [320, 360, 390, 430]) {
      const { page, close } = await open(path, { viewport: { width, height: 800 } });
      const alone = await page.evaluate(() => {
        const lines = (phrase) => {
          const range = document.createRange();
          range.selectNodeContents(phrase);
          const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
          const ofLines = new Map();
          for (const rect of rects) {
            const line = Math.round(rect.bottom / 4);
            ofLines.set(line, (ofLines.get(line) ?? 0) + rect.width);
          }
          return [...ofLines.values()];
        };
        const shown = [...document.querySelectorAll(".phrase")].filter((phrase) =>
          phrase.checkVisibility(),
        );
        return shown
          .filter((phrase) => phrase.textContent.length > 2 && lines(phrase).length > 1)
          .filter(
            (phrase) => lines(phrase).at(-1) < 1.6 * parseFloat(getComputedStyle(phrase).fontSize),
          )
          .map((phrase) => phrase.textContent);
      });
      assert.deepEqual(alone, [], `${path} ${width}`);
      await close();
    }
  }
});

test("a permalink leads to its passage", async () => {
  const { record } = await data();
  const entry = record.filter(({ part }) => part === "talk").at(40);
  const { page, close } = await open(entry.url, { viewport: { width: 390, height: 700 } });
  assert.ok(await page.locator(`[id="${entry.id}"]`).isVisible());
  const top = await page
    .locator(`[id="${entry.id}"]`)
    .evaluate((e) => e.getBoundingClientRect().top);
  assert.ok(top > -10 && top < 700, `the passage stands at ${top}`);
  await close();
});
