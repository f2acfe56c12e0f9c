// Where readers correct and report: links that carry the place they stand at.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";

import { browser, build, content, data, types } from "./support/site.js";

/** The site, with this said of it in `site.yaml`. */
async function made(said) {
  const folder = await mkdtemp(join(tmpdir(), "editing-"));
  after(() => rm(folder, { recursive: true, force: true }));
  await cp(content, join(folder, "content"), { recursive: true });
  const yaml = await readFile(join(folder, "content", "site.yaml"), "utf8");
  const own = yaml.replace(/^(base_url|report_url):.*\n/gm, "");
  await writeFile(join(folder, "content", "site.yaml"), `${own.trimEnd()}\n${said}`);
  await build(folder, join(folder, "public"));
  return join(folder, "public");
}

const report = "report_url: 'https://issues.test/new?title={title}&body={words}%0A{url}'\n";

for (const [name, said, base] of [
  [
    "knows its address",
    `base_url: https://known.test/forum/\n${report}`,
    "https://known.test/forum/",
  ],
  ["does not know its address", report, "https://served.test/deep/"],
]) {
  test(`a report of a mistake names the passage by an address that leads there, where the site ${name}`, async () => {
    const folder = await made(said);
    const context = await (await browser()).newContext();
    const page = await context.newPage();
    await context.route("**/*", async (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^\/deep\//, "");
      const body = await readFile(join(folder, path)).catch(() => null);
      await route.fulfill(
        body
          ? { body, headers: { "Content-Type": types[extname(path)] ?? "text/plain" } }
          : { status: 404, body: "" },
      );
    });
    const { forum, record } = await data();
    for (const path of [
      `${forum.url}record/`,
      record.find((entry) => entry.part === "talk").url.split("#")[0],
    ]) {
      await page.goto(`https://served.test/deep/${path}index.html`);
      const reported = await page.locator(".passage").evaluateAll((passages) =>
        passages.map((passage) => [
          passage.id,
          [...passage.querySelectorAll(".beside")]
            .map((link) => new URL(link.href))
            .find((url) => url.host === "issues.test")
            ?.searchParams.get("body"),
        ]),
      );
      assert.ok(reported.length > 3);
      const places = new Map(record.map((entry) => [entry.id, entry.url]));
      for (const [id, body] of reported) {
        assert.equal(body.split("\n").at(-1), base + places.get(id));
      }
    }
    await context.close();
  });
}
