// The pictures of a forum: of the real one, and of one at which 250 people speak.

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

import { violations } from "./support/axe.js";
import { browser, build, data, site } from "./support/site.js";

/** Figures on a page may be this many bytes when a server compresses it. */
const MOST = 25_000;

const surnames = [
  ..."赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎",
];
const given = ["明", "建国", "晓东", "思远", "雨桐"];

/** A forum of 250 talks, in each of which whoever spoke before is named, and sometimes others. */
async function crowd() {
  const folder = await mkdtemp(join(tmpdir(), "crowd-"));
  after(() => rm(folder, { recursive: true, force: true }));
  const names = surnames.flatMap((surname) => given.map((name) => surname + name));
  names.splice(0, 3, "Alexandria Featherstonehaugh", "欧阳文思", "Ng");
  const people = names.map((name, n) => ({
    id: `p${n}`,
    name,
    title: "研究员",
    affiliation: `第${n % 40}研究所`,
  }));
  const words = [
    "感知机",
    "神经网络",
    "具身智能",
    "向量数据库",
    "联邦学习",
    "知识图谱",
    "芯片",
    "机器人",
    "量子计算",
  ];
  const topicsOf = (n) => words.filter((_, w) => (n + w) % 4 === 0);
  const said = people.map((_, n) => {
    const named = [n - 1, (n * 7) % 40, (n * n) % 250, n % 12, 5].filter((m) => m >= 0 && m !== n);
    const subjects = topicsOf(n).join("、");
    const of = named.map((m) => `刚才${names[m]}老师讲到了${subjects}，${subjects}很要紧。`);
    return [`第${n}个报告由此开始。`, of.join(""), `第${n}个报告到此为止。`];
  });
  const talks = people.map(({ id }, n) => ({
    id: `talk-${n}`,
    kind: "talk",
    title: `报告之${n}`,
    speakers: [id],
    from: said[n][0],
    to: said[n][2],
    topics: topicsOf(n),
  }));
  const write = (path, value) => writeFile(join(folder, "content", path), JSON.stringify(value));
  await mkdir(join(folder, "content/crowd"), { recursive: true });
  await write("site.yaml", { title: "实录", language: "zh-CN" });
  await write("speakers.yaml", people);
  await write("crowd/forum.yaml", {
    title: "论坛",
    date: "2024-07-05",
    sessions: [{ id: "all", title: "议程", talks }],
  });
  await writeFile(
    join(folder, "content/crowd/transcript.md"),
    said.map((parts) => parts.join("")).join("\n\n"),
  );
  await build(folder, join(folder, "public"));
  if (process.env.KEEP) await cp(join(folder, "public"), process.env.KEEP, { recursive: true });
  return pathToFileURL(join(folder, "public/crowd/index.html")).href;
}

const real = pathToFileURL(join(await site(), (await data()).forum.url, "index.html")).href;
const panel = (await data()).talks.find((talk) => talk.kind === "panel").url;
const pages = {
  "the real forum": [real, 3],
  "250 people": [await crowd(), 3],
  "the real panel": [pathToFileURL(join(await site(), panel, "index.html")).href, 1],
};

for (const [name, [url, figures]] of Object.entries(pages)) {
  test(`${name}: what is pointed at in a picture leads to the place in the record`, async () => {
    const html = await readFile(new URL(url), "utf8");
    const links = [...html.matchAll(/<a href="([^"]+)" tabindex="-1"><rect/g)].map(
      ([, link]) => link,
    );
    assert.ok(links.length > 10, `${links.length} links`);
    for (const link of links) {
      const to = new URL(link, url);
      const page = await readFile(to, "utf8");
      if (to.hash) assert.ok(page.includes(`id="${to.hash.slice(1)}"`), link);
    }
  });

  test(`${name}: the figures are few bytes`, async () => {
    const html = await readFile(new URL(url), "utf8");
    const drawn = html.match(/<figure class="figure[\s\S]*?<\/figure>/g);
    assert.equal(drawn.length, figures);
    const bytes = gzipSync(drawn.join("\n"), { level: 9 }).length;
    assert.ok(bytes <= MOST, `${bytes} bytes`);
  });

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 390, 1280]) {
      test(`${name}: every figure can be read, ${colorScheme}, ${width} px`, async () => {
        const context = await (await browser()).newContext({
          viewport: { width, height: 900 },
          colorScheme,
        });
        const page = await context.newPage();
        await page.goto(url);
        const found = await page.evaluate(() => {
          const wrong = [];
          const box = (element) => element.getBoundingClientRect();
          const wide = document.documentElement;
          if (wide.scrollWidth > wide.clientWidth)
            wrong.push(`the page is ${wide.scrollWidth} px wide`);
          for (const figure of document.querySelectorAll(".figure")) {
            const title = figure.querySelector("h2").textContent;
            if (!figure.querySelector("figcaption p")?.textContent.trim())
              wrong.push(`${title}: nothing says what it shows`);
            if (!figure.querySelector("details table tbody tr"))
              wrong.push(`${title}: there is no table`);
            if (!figure.querySelector("figcaption .says"))
              wrong.push(`${title}: nothing says what is to be seen`);
            for (const list of figure.querySelectorAll(".slots, .rows, .peaks, .sums")) {
              const across = list.matches(".slots");
              const items = [...list.children]
                .filter((item) => item.textContent)
                .map((item) => {
                  const range = document.createRange();
                  range.selectNodeContents(item);
                  const { left, right, top, bottom } = box(range);
                  // a glyph is as wide as its size; the box of its line is wider
                  const half = parseFloat(getComputedStyle(item).fontSize) / 2;
                  const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
                  return across
                    ? {
                        text: item.textContent,
                        from: middle - half,
                        to: middle + half,
                        left: middle - half,
                        right: middle + half,
                      }
                    : {
                        text: item.textContent,
                        from: centre - half,
                        to: centre + half,
                        left,
                        right,
                      };
                });
              for (const [n, item] of list.checkVisibility() ? items.entries() : []) {
                if (n && item.from < items[n - 1].to - 1)
                  wrong.push(`${title}: ${items[n - 1].text} and ${item.text} overlap`);
                if (item.left < -1 || item.right > wide.clientWidth + 1)
                  wrong.push(`${title}: ${item.text} is cut off`);
              }
            }
            for (const list of figure.querySelectorAll(
              ".slots, .rows, .peaks, .sums, .legend, .axes, .peak, .sum",
            )) {
              const size = parseFloat(getComputedStyle(list).fontSize);
              if (list.checkVisibility() && size < 12)
                wrong.push(`${title}: letters of ${size} px`);
            }
            for (const list of figure.querySelectorAll(".slots, .matrix .rows")) {
              const labels = [...list.children].map((item) => item.textContent);
              const twice = labels.filter((label, n) => labels.indexOf(label) !== n);
              if (twice.length) wrong.push(`${title}: two are called ${twice}`);
            }
            const drawn = [...figure.querySelectorAll(".cells a")].map((link) =>
              link.getAttribute("href"),
            );
            const listed = [...figure.querySelectorAll("td a")].map((link) =>
              link.getAttribute("href"),
            );
            if (`${drawn}` !== `${listed}`)
              wrong.push(`${title}: the picture and the table lead to other places`);
            // the palest cell or its edge against the paper
            const rgb = (colour) =>
              colour
                .match(/[\d.]+/g)
                .slice(0, 3)
                .map(Number);
            const lightness = (colour) =>
              colour
                .map((part) => part / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
            const paper = rgb(getComputedStyle(document.body).backgroundColor);
            const contrast = (colour, opacity) => {
              const mixed = paper.map((part, n) => part + (rgb(colour)[n] - part) * opacity);
              const [less, more] = [lightness(mixed), lightness(paper)].sort((a, b) => a - b);
              return (more + 0.05) / (less + 0.05);
            };
            for (const cell of figure.querySelectorAll(".cells rect, .legend [class^=c]")) {
              const { fill, fillOpacity, stroke, strokeOpacity } = getComputedStyle(cell);
              const edge = stroke === "none" ? 1 : contrast(stroke, Number(strokeOpacity));
              const most = Math.max(contrast(fill, Number(fillOpacity)), edge);
              if (most < 3) {
                wrong.push(
                  `${title}: ${cell.getAttribute("class")} stands out by ${most.toFixed(2)}`,
                );
                break;
              }
            }
            const shapes = [...figure.querySelectorAll(".plot > svg, .bars")].map(box);
            if (shapes.some(({ width: w, height: h }) => w < 100 || h < 20))
              wrong.push(`${title}: too small`);
          }
          return wrong;
        });
        assert.deepEqual(found, []);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll(".figure details")) details.open = true;
        });
        assert.deepEqual(await violations(page, ".figure"), []);
        await context.close();
      });
    }
  }
}

for (const [name, [url]] of Object.entries(pages)) {
  test(`${name}: every colour of a picture stands in its legend, and has the same colour there`, async () => {
    const context = await (await browser()).newContext();
    const page = await context.newPage();
    await page.goto(url);
    const figures = await page.$$eval(".figure", (all) =>
      all.map((figure) => {
        const coloured = (selector) =>
          [...figure.querySelectorAll(selector)].map((shape) => {
            const { fill, fillOpacity } = getComputedStyle(shape);
            return [shape.getAttribute("class"), `${fill} ${fillOpacity}`];
          });
        return {
          title: figure.querySelector("h2").textContent,
          isMatrix: figure.matches(".matrix"),
          drawn: coloured(":is(.bars, .cells) rect"),
          legend: coloured(".legend rect"),
          words: [...figure.querySelectorAll(".legend li:has(rect)")].map((entry) =>
            entry.textContent.trim(),
          ),
        };
      }),
    );
    for (const { title, isMatrix, drawn, legend, words } of figures) {
      const colours = new Map(legend);
      assert.ok(drawn.length, title);
      for (const [kind, colour] of drawn)
        assert.equal(colours.get(kind), colour, `${title}: ${kind}`);
      // the shades of a matrix are a scale, of which a step may not occur
      if (!isMatrix)
        assert.deepEqual(new Set(drawn.map(([kind]) => kind)), new Set(colours.keys()), title);
      assert.equal(words.length, legend.length, title);
      assert.equal(new Set(words).size, words.length, `${title}: ${words}`);
      assert.ok(words.every(Boolean), `${title}: ${words}`);
    }
    await context.close();
  });
}

test("the legend of a panel tells the turns of its chair from those of the guests", async () => {
  const { chair } = (await data()).talks.find((talk) => talk.url === panel);
  const [led] = (await data()).speakers.filter(({ id }) => id === chair);
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  await page.goto(pages["the real panel"][0]);
  const words = await page.$$eval(".panel-turns .legend li", (entries) =>
    entries.map((entry) => [entry.querySelector("rect").getAttribute("class"), entry.textContent]),
  );
  const turns = await page.$$eval(".panel-turns .bars a", (links) =>
    links.map((link) => [
      link.querySelector("rect").getAttribute("class"),
      document.querySelector(link.getAttribute("href")).dataset.speaker,
    ]),
  );
  const meaning = Object.fromEntries(words);
  assert.deepEqual(Object.values(meaning), ["主持", "嘉宾"]);
  assert.ok(turns.length > 4);
  for (const [kind, speaker] of turns)
    assert.equal(meaning[kind] === "主持", speaker === led.name, speaker);
  await context.close();
});

test("the legend of a matrix says how often what has its shade was said", async () => {
  const html = await readFile(new URL(real), "utf8");
  const matrices = html.match(/<figure class="figure matrix[\s\S]*?<\/figure>/g);
  assert.equal(matrices.length, 2);
  for (const figure of matrices) {
    const legend = [
      ...figure.matchAll(/<rect class="(c\d)" width="10" height="10"\/><\/svg>([^<]+)/g),
    ];
    const ranges = new Map(
      legend.map(([, shade, range]) => {
        const [from, to = range.startsWith("≥") ? Infinity : from] = range
          .match(/\d+/g)
          .map(Number);
        return [shade, [from, to]];
      }),
    );
    const shades = [...figure.matchAll(/<a href="([^"]+)" tabindex="-1"><rect class="(c\d)"/g)].map(
      ([, url, shade]) => [url, shade],
    );
    const numbers = [...figure.matchAll(/<td><a href="([^"]+)">(\d+)/g)].map(([, url, n]) => [
      url,
      Number(n),
    ]);
    assert.ok(shades.length > 10);
    assert.deepEqual(
      shades.map(([url]) => url),
      numbers.map(([url]) => url),
    );
    for (const [n, [, shade]] of shades.entries()) {
      const [from, to] = ranges.get(shade);
      const [, times] = numbers[n];
      assert.ok(from <= times && times <= to, `${times} times has the shade of ${from} to ${to}`);
    }
  }
});

test("on a phone each word says who uses it most, and where there is room every talk has its head", async () => {
  for (const [width, heads] of [
    [390, false],
    [1280, true],
  ]) {
    const context = await (await browser()).newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(real);
    const figure = page.locator(".figure:has(#words)");
    assert.equal(await figure.locator(".slots").isVisible(), heads);
    const rows = await figure.locator(".rows li").allTextContents();
    const peaks = await figure.locator(".peaks li").allTextContents();
    assert.ok(await figure.locator(".peaks").isVisible());
    // the table has the same numbers: the most of a row, and in whose column it stands
    const table = await figure.evaluate((element) =>
      [...element.querySelectorAll("tr")].map((row) =>
        [...row.cells].map((cell) => cell.textContent),
      ),
    );
    const [[, ...talks], ...numbers] = table.map((row) => row.slice(0, -1)); // without the sum
    assert.deepEqual(rows.length, numbers.length);
    for (const [n, [word, ...uses]] of numbers.entries()) {
      const most = Math.max(...uses.map(Number));
      assert.equal(rows[n], word);
      assert.equal(peaks[n], `${talks[uses.findIndex((use) => Number(use) === most)]} ${most}`);
    }
    await context.close();
  }
});

test("who only calls people up is not counted among those who mention them", async () => {
  const { sessions, speakers, talks } = await data();
  const heard = talks.flatMap((talk) => [talk.chair, ...talk.speakers.map(({ id }) => id)]);
  const leads = ({ id }) => sessions.some(({ chair }) => chair === id) && !heard.includes(id);
  const only = speakers.filter(leads).map(({ name }) => name);
  const html = await readFile(new URL(real), "utf8");
  const figure = html.match(/<figure[^>]*aria-labelledby="mentions"[\s\S]*?<\/figure>/)[0];
  const columns = [...figure.matchAll(/<th scope="col">(?:<a[^>]*>)?([^<]*)/g)]
    .map(([, name]) => name)
    .slice(1);
  assert.ok(columns.length > 5);
  assert.ok(only.length && columns.every((column) => !only.includes(column)), columns.join(" "));
  assert.match(figure, /[1-9]\d* 处，不计在内/);
});
