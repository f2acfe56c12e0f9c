// Everyone can read every kind of page: WCAG 2.2 AA as far as a program can tell, the keyboard, zoom.

import assert from "node:assert/strict";
import { test } from "node:test";

import { violations } from "./support/axe.js";
import { kinds, open } from "./support/site.js";

const readings = { talk: ["clean", "verbatim", "diff"], panel: ["diff"] };

for (const [kind, path] of Object.entries(await kinds())) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1440]) {
      test(`${kind}: axe finds nothing, ${colorScheme}, ${width} px`, async () => {
        const viewport = { width, height: 800 };
        for (const reading of readings[kind] ?? ["clean"]) {
          const { page, close } = await open(`${path}?reading=${reading}`, {
            viewport,
            colorScheme,
            bypassCSP: true,
          });
          await page.evaluate(() => {
            for (const details of document.querySelectorAll("details")) details.open = true;
          });
          assert.deepEqual(await violations(page), []);
          await close();
        }
      });
    }
  }

  test(`${kind}: what a finger is to meet is 44 px high`, async () => {
    const { page, close } = await open(path, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const small = await page.evaluate(() => {
      const met = "a, button, summary, label, select, input[type=search]";
      // WCAG: not links in the midst of words, whose height is that of the line
      const inText = (e) => {
        const around = e.closest("p, li, td, th, dd, figcaption");
        return (
          e.matches("a, button") && around && around.textContent.trim() !== e.textContent.trim()
        );
      };
      return [...document.querySelectorAll(met)]
        .filter(
          (e) =>
            e.checkVisibility() &&
            getComputedStyle(e).pointerEvents !== "none" &&
            !e.closest("svg, .skip, .rows, [data-search-page]") &&
            !inText(e),
        )
        .filter((e) => {
          const boxes = [...e.getClientRects()];
          return boxes.length && Math.max(...boxes.map((box) => box.height)) < 43.5;
        })
        .map((e) => e.outerHTML.slice(0, 90));
    });
    assert.deepEqual([...new Set(small)].slice(0, 12), []);
    await close();
  });

  test(`${kind}: twice the size loses nothing`, async () => {
    const { page, close } = await open(path, { viewport: { width: 640, height: 400 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const lost = await page.evaluate(() => {
      const shown = (e) => e.checkVisibility() && e.childElementCount === 0 && e.textContent.trim();
      const clipped = (e) =>
        e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow === "hidden";
      const out = (e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
      const all = [...document.querySelectorAll("body *")].filter((e) => !e.closest("caption"));
      return all
        .filter((e) => shown(e) && (clipped(e) || out(e)))
        .map((e) => e.outerHTML.slice(0, 100));
    });
    assert.deepEqual(lost, []);
    await close();
  });

  test(`${kind}: the keyboard reaches everything, and nothing that is focused is hidden`, async () => {
    const { page, close } = await open(path, { viewport: { width: 1280, height: 800 } });
    // the search page begins in its field, all others at the top
    const begins = await page.evaluate(() => document.activeElement.className || "top");
    assert.equal(begins, kind === "search" ? "search-input" : "top");
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => document.activeElement.className);
    if (kind !== "search") assert.equal(first, "skip");
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const { activeElement: element, body } = document;
        if (element === body) return "";
        const box = (element.labels?.[0] ?? element).getBoundingClientRect();
        const seen = box.width && box.height && box.bottom > 0 && box.top < window.innerHeight;
        return seen ? "" : element.outerHTML.slice(0, 100);
      });
      assert.equal(hidden, "");
    }
    await close();
  });
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1440]) {
    test(`what opens over a page: axe finds nothing, ${colorScheme}, ${width} px`, async () => {
      const viewport = { width, height: 800 };
      const { page, close } = await open(`${(await kinds()).panel}?reading=diff`, {
        viewport,
        colorScheme,
        bypassCSP: true,
      });
      const passage = ".text > .record .passage";
      const opens = [
        async () =>
          page.evaluate((what) => document.querySelector(`${what} .permalink`).click(), passage),
        async () => page.locator(`${passage} [data-sign]`).first().focus(),
        async () => page.evaluate(() => document.getElementById("cite").showPopover()),
        async () => page.evaluate(() => document.getElementById("keys").showPopover()),
        async () => width < 400 && page.click(".bar [popovertarget=contents]"),
      ];
      for (const openPart of opens) {
        await openPart();
        await page.waitForTimeout(50);
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press("Escape");
      }
      await close();
    });
  }
}

test("without the style sheet, the order of reading is that of the talk", async () => {
  const { page, close } = await open((await kinds()).talk);
  const order = await page.evaluate(() => {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.remove();
    const marks = [
      "h1",
      ".people",
      ".facts",
      "[name=reading]",
      ".text > .record",
      ".end",
      "footer.site",
    ];
    const tops = marks.map((mark) => document.querySelector(mark).getBoundingClientRect().top);
    return tops.every((top, i) => i === 0 || tops[i - 1] <= top);
  });
  assert.ok(order);
  await close();
});
