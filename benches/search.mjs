// Compares the search with those of Pagefind and Zola, over the same pages: node benches/search.mjs
//
// Builds the site, has each of the others index it, runs the queries of ../shared/search/queries.tsv on
// each, and prints the table of docs/benchmarks.md. Needs `npm install --no-save pagefind@1.6.0
// elasticlunr` in tests/browser. Zola itself is in no package registry; the library that makes its index
// is, and benches/elasticlunr/ calls it as Zola does. Sizes are those of each file after gzip -9. A query
// is answered right if the first result is a page that its row names (the host's words count for the page
// of the talk that they introduce).

import { execFile } from "node:child_process";
import { createReadStream } from "node:fs";
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(join(root, "tests/browser/package.json"));
const { chromium } = require("playwright-core");
const work = join(root, "target/bench-search");
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8" };

const gzipped = async (path) => gzipSync(await readFile(path), { level: 9 }).length;

async function size(folder, counts = () => true) {
  let sum = 0;
  for (const path of await readdir(folder, { recursive: true })) {
    const file = join(folder, path);
    if (counts(path) && (await stat(file)).isFile()) sum += await gzipped(file);
  }
  return sum;
}

const queries = (await readFile(join(root, "../shared/search/queries.tsv"), "utf8")).split("\n")
  .filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));

/** Whether a URL is that of a page that the row of a query names. */
function isRight(href, [, , , segments], introduced) {
  const talk = href?.split("?")[0].split("#")[0].split("/").filter((part) => part && part !== "index.html").pop();
  return segments.split(",").some((segment) => segment === talk || (segment === "host" && (talk === "host" || introduced.has(talk))));
}

/** Serves a folder; `sent` has the gzipped size of each file that was requested. */
async function serve(folder) {
  const sent = new Map();
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path.endsWith("/")) path += "index.html";
    const file = join(folder, path);
    if (!(await stat(file).catch(() => null))?.isFile()) { response.statusCode = 404; response.end(); return; }
    sent.set(path, await gzipped(file));
    response.setHeader("Content-Type", types[path.split(".").pop()] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { sent, address: `http://127.0.0.1:${server.address().port}`, close: () => { server.close(); server.closeAllConnections(); } };
}

async function timed(work) {
  const times = [];
  for (let i = 0; i < 5; i++) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[2];
}

const site = join(work, "site");
const gen = process.env.GEN ?? join(root, "target/release/gen");
await mkdir(work, { recursive: true });
await run(gen, ["build", "--quiet", "--format", "short", "--root", root, "--out", site]);
const data = JSON.parse(await readFile(join(site, "data", (await readdir(join(site, "data"))).find((name) => name !== "schema.json"))));
const introduced = new Set(data.record.filter((p) => p.part === "host" && p.talk).map((p) => p.talk));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
const table = [];

async function ours() {
  const { sent, address, close } = await serve(site);
  let right = 0;
  const bytes = [];
  for (const row of queries) {
    const page = await (await browser.newContext()).newPage();
    sent.clear();
    await page.goto(`${address}/search/index.html?q=${encodeURIComponent(row[1])}`);
    await page.waitForSelector(".search-results > li");
    const href = await page.getAttribute(".search-results > li:not(.search-entry) > a", "href");
    right += isRight(href, row, introduced);
    bytes.push(Array.from(sent).filter(([path]) => path.startsWith("/search")).reduce((all, [, n]) => all + n, 0));
    await page.context().close();
  }
  close();
  bytes.sort((a, b) => a - b);
  const shards = (path) => path.includes("/") || path === "index.js";
  table.push(["gen", right, bytes[bytes.length >> 1], await size(join(site, "search"), shards), "see `cargo bench --bench search`"]);
}

async function pagefind() {
  const copy = join(work, "pagefind");
  const program = join(root, "tests/browser/node_modules/pagefind/lib/runner/bin.cjs");
  await rm(copy, { recursive: true, force: true });
  await cp(site, copy, { recursive: true });
  // leaves the pages of talks and of the host, which are those that gen searches
  for (const path of ["search", "speakers", `${data.forum.id}/record`, `${data.forum.id}/sessions`]) await rm(join(copy, path), { recursive: true, force: true });
  const time = await timed(() => run(process.execPath, [program, "--site", copy]));
  const { sent, address, close } = await serve(copy);
  let right = 0;
  const bytes = [];
  for (const row of queries) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/404.html`);
    sent.clear();
    const href = await page.evaluate(async (query) => {
      const search = await import("/pagefind/pagefind.js");
      const { results } = await search.search(query);
      const [first] = await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return first?.url;
    }, row[1]);
    right += isRight(href, row, introduced);
    bytes.push(Array.from(sent.values()).reduce((all, n) => all + n, 0));
    await page.context().close();
  }
  close();
  bytes.sort((a, b) => a - b);
  table.push(["Pagefind", right, bytes[bytes.length >> 1], await size(join(copy, "pagefind"), (path) => /fragment|index|meta|filter/.test(path)), `${time.toFixed(0)} ms`]);
}

/** Zola's index of the same pages, made with the library that Zola uses. */
async function zola() {
  const folder = join(work, "zola");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const hosts = data.record.filter((p) => p.part === "host" && !p.talk).map((p) => p.clean).join("");
  if (hosts) await writeFile(join(folder, "host.txt"), `\n${hosts}`);
  for (const { id, title, url } of data.talks) {
    const text = (await readFile(join(site, url, "clean.md"), "utf8")).replace(/^---\n.*?\n---\n/s, "");
    await writeFile(join(folder, `${id}.txt`), `${title}\n${text}`);
  }
  const target = join(work, "cargo");
  await run("cargo", ["build", "--quiet", "--release", "--manifest-path", join(root, "benches/elasticlunr/Cargo.toml"), "--target-dir", target]);
  const index = async () => (await run(join(target, "release/elasticlunr-index"), [folder, "zh"], { maxBuffer: 1 << 28 })).stdout;
  const time = await timed(index);
  const script = join(work, "search_index.zh.js");
  await writeFile(script, await index());
  const library = require.resolve("elasticlunr/elasticlunr.min.js");
  const page = await browser.newPage();
  for (const path of [library, script]) await page.addScriptTag({ path });
  // elasticlunr.js lacks the Chinese pipeline that the index was made with: queries go without it
  await page.evaluate(() => {
    for (const name of globalThis.searchIndex.pipeline) globalThis.elasticlunr.Pipeline.registerFunction((token) => token, name);
    globalThis.loaded = globalThis.elasticlunr.Index.load(globalThis.searchIndex);
  });
  let right = 0;
  for (const row of queries) {
    // the options of Zola's documentation
    const options = { bool: "AND", fields: { title: { boost: 2 }, body: { boost: 1 } } };
    const href = await page.evaluate(([query, how]) => globalThis.loaded.search(query, how)[0]?.ref, [row[1], options]);
    right += isRight(href, row, introduced);
  }
  const size = await gzipped(script);
  table.push(["Zola's index (elasticlunr)", right, size + (await gzipped(library)), size, `${time.toFixed(0)} ms, jieba's start included`]);
}

await ours();
for (const [name, measure] of [["Pagefind", pagefind], ["Zola", zola]]) {
  await measure().catch((error) => console.error(`${name} was not measured: ${error.message.split("\n")[0]}`));
}
await browser.close();
console.log(`| | first result right, of ${queries.length} | first query, bytes (median) | index, bytes | index, time |\n| --- | --- | --- | --- | --- |`);
for (const [name, ...rest] of table) console.log(`| ${name} | ${rest.map((n) => (typeof n === "number" ? n.toLocaleString("en") : n)).join(" | ")} |`);
