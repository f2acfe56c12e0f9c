// The pictures of the README, made anew: `node screenshots.js` writes docs/screenshots/. Needs
// poppler-utils (pdftoppm), imagemagick (montage) and pngquant beside what the tests need.

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { data, kinds, open } from "./support/site.js";

const out = join(dirname(fileURLToPath(import.meta.url)), "../../docs/screenshots");
await mkdir(out, { recursive: true });
const { panel, speakers, record } = await kinds();
const keynote = (await data()).talks.find((talk) => talk.kind === "keynote").url;
const wide = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const turn = (n) => `.text > .record > .turn:nth-of-type(${n})`;

const shots = {
  "forum-1280": ["", { viewport: wide }],
  "panel-1280": [
    panel,
    { viewport: wide },
    async (page) => {
      await page.locator(turn(4)).evaluate((element) => element.scrollIntoView());
      await page.hover(`${turn(4)} .passage`);
    },
  ],
  "compared-1280": [
    `${keynote}?reading=diff`,
    { viewport: wide, colorScheme: "dark" },
    async (page) => {
      await page
        .locator(".text > .record .passage")
        .nth(1)
        .evaluate((element) => element.scrollIntoView());
      await page
        .locator(".text > .record .passage [data-sign]")
        .nth(8)
        .evaluate((e) => e.focus({ focusVisible: true }));
    },
  ],
  "talk-390": [keynote, { viewport: phone, isMobile: true, hasTouch: true }],
  "speakers-1280": [speakers, { viewport: wide }],
};

const small = (path) =>
  execFileSync("pngquant", ["--force", "--strip", "--output", path, "48", path]);

for (const [name, [path, options, ready]] of Object.entries(shots)) {
  test(name, async () => {
    const { page, close } = await open(path, options);
    await ready?.(page);
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(out, `${name}.png`) });
    small(join(out, `${name}.png`));
    await close();
  });
}

test("record-print", async () => {
  const { page, close } = await open(record);
  const folder = await mkdtemp(join(tmpdir(), "record-"));
  await page.pdf({ path: join(folder, "record.pdf"), preferCSSPageSize: true });
  execFileSync("pdftoppm", [
    "-r",
    "66",
    "-l",
    "4",
    "-png",
    join(folder, "record.pdf"),
    join(folder, "p"),
  ]);
  const target = join(out, "record-print.png");
  const pages = ["1", "2", "3", "4"].map((n) => join(folder, `p-00${n}.png`));
  execFileSync("montage", [
    ...pages,
    "-tile",
    "4x1",
    "-geometry",
    "+12+12",
    "-background",
    "#d8d4cc",
    target,
  ]);
  small(target);
  await close();
});

after(() => console.error(`written to ${out}`));
