// The record as it is read, switched, shared and copied.

import assert from "node:assert/strict";
import { test } from "node:test";

import { data, kinds, open } from "./support/site.js";

const { record, talks } = await data();
const { talk, panel, missing } = await kinds();
const at = (url) => talks.find((one) => one.url === url);
const said = (url, key) =>
  record
    .filter((entry) => entry.part === "talk" && entry.talk === at(url).id)
    .map((entry) => entry[key])
    .join("");
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const read = (page) => page.evaluate(() => navigator.clipboard.readText());

/** All of the record, or one passage, selected and copied as a reader would. */
async function copied(page, selector = ".text > .record") {
  await page.evaluate((what) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(what));
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
  }, selector);
  await page.keyboard.press("Control+C");
  return (await read(page)).replaceAll("\n", "");
}

for (const url of [talk, panel]) {
  for (const [reading, key] of [
    ["clean", "clean"],
    ["verbatim", "verbatim"],
    ["diff", "clean"],
  ]) {
    test(`${at(url).id}: the ${reading} reading, selected and copied, is that text and nothing else`, async () => {
      const { page, trouble, close } = await open(`${url}?reading=${reading}`, clipboard);
      assert.equal(await copied(page), said(url, key));
      assert.deepEqual(trouble, []);
      await close();
    });
  }
}

test("without JavaScript the three readings are switched by mouse and by keyboard", async () => {
  const { page, close } = await open(talk, { javaScriptEnabled: false });
  const shown = (tag) => page.locator(`.text > .record ${tag}`).first().isVisible();
  assert.deepEqual([await shown("del"), await shown("ins")], [false, true]);
  await page.click("label[for=reading-verbatim]");
  assert.deepEqual([await shown("del"), await shown("ins")], [true, false]);
  await page.keyboard.press("ArrowRight");
  assert.deepEqual([await shown("del"), await shown("ins")], [true, true]);
  await close();
});

test("a reading is remembered, and is in the address", async () => {
  const { page, base, close } = await open(talk);
  await page.click("label[for=reading-diff]");
  assert.equal(new URL(page.url()).search, "?reading=diff");
  await page.goto(base + panel);
  assert.ok(await page.isChecked("#reading-diff"));
  await page.goto(`${base}${panel}?reading=verbatim`);
  assert.ok(await page.isChecked("#reading-verbatim"));
  await close();
});

test("in the compared reading every change has a sign, a name, and can be reached by keyboard", async () => {
  const { page, close } = await open(`${panel}?reading=diff`);
  const changes = await page.evaluate(() =>
    [...document.querySelectorAll(".passage :is(del, ins)")].map((change) => ({
      named: Boolean(change.title && change.dataset.rule),
      last: !(
        change.localName === "del" &&
        change.nextElementSibling?.localName === "ins" &&
        change.nextSibling === change.nextElementSibling
      ),
      sign: change.dataset.sign,
      shown: getComputedStyle(change, "::after").content.includes(change.dataset.sign ?? "-"),
      tab: change.tabIndex,
    })),
  );
  assert.ok(changes.length > 50);
  for (const change of changes) {
    assert.ok(change.named);
    if (change.last) assert.ok(change.sign && change.shown && change.tab === 0);
  }
  await close();
});

test("switching the reading keeps the passage where it is", async () => {
  const { page, close } = await open(panel);
  const place = () =>
    page.evaluate(
      () => document.querySelectorAll(".text > .record .passage")[40].getBoundingClientRect().top,
    );
  await page.evaluate(() =>
    document.querySelectorAll(".text > .record .passage")[40].scrollIntoView(),
  );
  const before = await place();
  await page.keyboard.press("r");
  assert.ok(Math.abs((await place()) - before) < 2);
  await close();
});

test("a quotation is copied with its source in one action", async () => {
  const { page, base, close } = await open(talk, clipboard);
  const passage = ".text > .record .passage:nth-of-type(3)";
  const id = await page.getAttribute(passage, "id");
  await page.hover(passage);
  await page.click(`${passage} .permalink`);
  await page.click("#share button[value=quotation]");
  await page.waitForFunction(() => document.querySelector("#share [role=status]").textContent);
  const text = record.find((entry) => entry.id === id).clean.trim();
  const { speakers, title } = at(talk);
  const quotation = await read(page);
  for (const part of [text, speakers[0].name, title, `${base}${talk}#${id}`]) {
    assert.ok(quotation.includes(part), `${part} in ${quotation}`);
  }
  await close();
});

test("what is selected over several passages is quoted with a permalink to all of them", async () => {
  const { page, base, close } = await open(panel, clipboard);
  const [first, last] = await page.evaluate(() => {
    const [from, , to] = document.querySelectorAll(".text > .record .passage");
    document.getSelection().setBaseAndExtent(from, 0, to, 1);
    return [from.id, to.id];
  });
  await page.keyboard.press("c");
  await page.waitForFunction(() => document.querySelector("#share [role=status]").textContent);
  assert.ok((await read(page)).includes(`#${first}..${last}`));
  for (const between of ["..", "…"]) {
    await page.goto(`${base}${panel}?${between.length}#${first}${between}${last}`);
    await page.waitForSelector(".marked");
    assert.equal(await page.locator(".marked").count(), 3);
  }
  await close();
});

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("on a phone the share box opens over the page, moves nothing, and can be closed", async () => {
  const { page, close } = await open(talk, phone);
  const box = page.locator("#share");
  const places = () =>
    page.evaluate(() =>
      [...document.querySelectorAll(".text > .record .passage")].map((p) => p.offsetTop),
    );
  const before = await places();
  const ways = [
    () => page.tap("#share .close"),
    () => page.keyboard.press("Escape"),
    () => page.tap(".text > .record .passage", { position: { x: 40, y: 12 } }),
  ];
  for (const way of ways) {
    await page.tap(".text > .record .passage:nth-of-type(3) .permalink");
    await page.waitForFunction(() => document.activeElement.closest("#share"));
    assert.deepEqual(await places(), before);
    await way();
    assert.ok(!(await box.isVisible()));
    assert.deepEqual(await places(), before);
  }
  await close();
});

test("closed by keyboard, the share box gives the focus back to the permalink", async () => {
  const { page, close } = await open(talk);
  await page.keyboard.press("j");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("href"));
  const permalink = await focused();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest("#share"));
  await page.keyboard.press("Escape");
  assert.equal(await focused(), permalink);
  await close();
});

test("on a phone a touch on a change names its rule, and what the transcript has", async () => {
  const { page, close } = await open(`${panel}?reading=diff`, phone);
  const change = ".text > .record .passage ins[data-rule=correction]";
  assert.ok(await page.locator(".signs").isVisible());
  for (const part of ["ins", "del"]) {
    await page.locator(change.replace("ins", part)).first().scrollIntoViewIfNeeded();
    await page.locator(change.replace("ins", part)).first().tap();
    assert.equal(
      await page.textContent(".why"),
      await page.locator(change).first().getAttribute("title"),
    );
    assert.ok(await page.locator(".why").isVisible());
  }
  const within = await page.evaluate(() => {
    const { left, right, bottom } = document.querySelector(".why").getBoundingClientRect();
    return left >= 0 && right <= innerWidth && bottom <= innerHeight;
  });
  assert.ok(within);
  await close();
});

test("contents and the top can be reached from anywhere on a phone", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(panel, { ...phone, javaScriptEnabled });
    await page.evaluate(() => window.scrollTo({ top: 6000, behavior: "instant" }));
    await page.tap(".bar [popovertarget=contents]");
    const entry = page.locator("#contents a").nth(12);
    const id = (await entry.getAttribute("href")).slice(1);
    await entry.tap();
    const top = await page.locator(`[id="${id}"]`).evaluate((e) => e.getBoundingClientRect().top);
    assert.ok(top > 40 && top < 200, `the turn stands at ${top}`);
    if (!javaScriptEnabled) await page.tap("#contents .close");
    assert.ok(!(await page.locator("#contents").isVisible()));
    await page.tap(".bar .top");
    assert.ok((await page.evaluate(() => window.scrollY)) < 200);
    await close();
  }
});

test("only one turn is shown where only it is asked for, and the way back is there", async () => {
  const { page, base, close } = await open(panel);
  const id = await page.getAttribute(".text > .record > .turn:nth-of-type(4)", "id");
  await page.goto(`${base}${panel}?only=${id}#${id}`);
  assert.equal(await page.locator(".turn:visible").count(), 1);
  const [bar, notice] = await page.evaluate(() =>
    [".bar", "#notice-only"].map((one) => document.querySelector(one).getBoundingClientRect()),
  );
  assert.ok(notice.top >= bar.bottom && notice.bottom < 800, "the notice is in sight");
  await page.click("#notice-only a");
  await page.waitForURL(`${base}${panel}#${id}`);
  await page.waitForLoadState();
  assert.ok((await page.locator(".turn:visible").count()) > 20);
  await close();
});

test("where there is only one turn, it is not shown alone", async () => {
  const { page, base, close } = await open(talk);
  const id = await page.getAttribute(".text > .record > .turn", "id");
  assert.ok(await page.locator("#share [value=turn]").evaluate((button) => button.hidden));
  await page.goto(`${base}${talk}?only=${id}#${id}`);
  assert.ok(!(await page.isVisible("#notice-only")));
  assert.ok(await page.isVisible(".introduction"));
  await close();
});

test("the keyboard moves from passage to passage, shows help, and can be left alone", async () => {
  const { page, close } = await open(talk);
  const focused = () => page.evaluate(() => document.activeElement.closest(".passage")?.id);
  await page.keyboard.press("j");
  const first = await focused();
  await page.keyboard.press("j");
  assert.ok(first && first !== (await focused()));
  await page.keyboard.press("k");
  assert.equal(await focused(), first);
  await page.keyboard.press("?");
  assert.ok(await page.isVisible("#keys"));
  await page.keyboard.press("Escape");
  await page.click(".settings summary");
  await page.click("#shortcuts");
  await page.keyboard.press("?");
  assert.ok(!(await page.isVisible("#keys")));
  await close();
});

test("theme and size are remembered, and work without JavaScript", async () => {
  const { page, base, close } = await open(talk);
  await page.click(".settings summary");
  await page.click("label:has(#theme-dark)");
  await page.click("label:has(#size-huge)");
  await page.goto(base + panel);
  const look = (shown) =>
    shown.evaluate(() => {
      const sizes = ["h1", ".abstract", ".contents a", ".text", ".speaker"].map((one) =>
        parseFloat(getComputedStyle(document.querySelector(one)).fontSize),
      );
      return [getComputedStyle(document.body).backgroundColor, ...sizes];
    });
  const kept = await look(page);
  const plain = await open(panel, { javaScriptEnabled: false });
  const before = await look(plain.page);
  await plain.page.click(".settings summary");
  await plain.page.click("label:has(#theme-dark)");
  await plain.page.click("label:has(#size-huge)");
  assert.notEqual(before[0], kept[0]);
  for (const [i, size] of kept.slice(1).entries())
    assert.ok(size > before[i + 1] * 1.2, `${i}: ${size}`);
  assert.deepEqual(await look(plain.page), kept);
  await plain.close();
  await close();
});

test("no size of the type makes a page wider than its window", async () => {
  for (const width of [320, 390, 1220, 1280, 1440]) {
    const { page, close } = await open(panel, { viewport: { width, height: 800 } });
    for (const size of ["small", "large", "huge"]) {
      await page.evaluate((value) => (document.documentElement.dataset.size = value), size);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(over, 0, `${size} at ${width}`);
    }
    await close();
  }
});

test("the contents say where one is", async () => {
  const { page, close } = await open(panel, { viewport: { width: 1440, height: 800 } });
  await page.evaluate(() =>
    document.querySelectorAll(".text > .record > .turn")[9].scrollIntoView(),
  );
  await page.waitForSelector(".contents [aria-current]");
  const [here, there] = await page.evaluate(() => [
    document.querySelector(".contents [aria-current]").hash.slice(1),
    document.querySelectorAll(".text > .record > .turn")[9].id,
  ]);
  assert.equal(here, there);
  await close();
});

test("printed, a page is its text, with the names of its changes and without what only a screen needs", async () => {
  const { page, close } = await open(`${talk}?reading=diff`);
  await page.emulateMedia({ media: "print" });
  for (const gone of ["header.site", ".trail", ".bar", ".neighbours", ".permalink"]) {
    assert.ok(!(await page.locator(gone).first().isVisible()), gone);
  }
  assert.ok(await page.locator(".signs").isVisible());
  assert.ok(await page.locator(".introduction .passage").first().isVisible());
  await close();
});

test("the page that is nowhere offers to search for the words of its address", async () => {
  const { page, close } = await open("tao-dacheng");
  assert.equal(await page.textContent("h1"), await (await open(missing)).page.textContent("h1"));
  const link = page.locator("#not-found a");
  assert.ok(await link.isVisible());
  assert.equal(
    new URL(await link.getAttribute("href"), page.url()).searchParams.get("q"),
    "tao dacheng",
  );
  await close();
});
