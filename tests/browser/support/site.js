// The site that the tests look at: built once from the project's `content/`, served as a careful
// host would serve it, and opened in one browser per test file.
//
//     import { open, kinds, serve } from "./support/site.js";
//
//     test("…", async () => {
//       const { page, trouble } = await open((await kinds()).talk);
//       …
//       assert.deepEqual(trouble, []);
//     });

import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { chromium } from "playwright-core";

import { exists, gen, once } from "./program.js";

export { build } from "./program.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The content of the type that a file is sent as. */
export const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** What ends with the test file. The hook stands here, since in a test it would be that test's. */
const closing = [];
after(() => Promise.all(closing.map((close) => close())));

/** The project's own content. */
export const content = join(root, "content");

/** The folder of the built site. Several test files may build it at once, to the same bytes. */
export const site = once(async () => {
  const out = join(root, "target", "browser-site");
  const args = ["build", "--quiet", "--format", "short", "--root", root, "--out", out];
  for (let tries = 0; ; tries++) {
    try {
      await gen(...args);
      return out;
    } catch (error) {
      const busy = /output-busy/.test(error.stderr ?? "");
      if (!busy || tries > 50) throw new Error(error.stderr || error);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

/** The data of the site's forum. */
export const data = once(async () => {
  const folder = join(await site(), "data");
  for (const name of (await readdir(folder)).sort()) {
    const found = JSON.parse(await readFile(join(folder, name), "utf8"));
    if (found.record) return found;
  }
  throw new Error("there is no data of a forum");
});

/** One page of each kind, by its path in the site. */
export const kinds = once(async () => {
  const { forum, sessions, talks, speakers } = await data();
  const free = await readdir(join(root, "content", "pages")).catch(() => []);
  const page = free.find((name) => name.endsWith(".md"));
  const first = async (kind) => {
    const entries = await readdir(join(await site(), kind), { withFileTypes: true });
    return `${kind}/${
      entries
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()[0]
    }/`;
  };
  return {
    home: "",
    forum: forum.url,
    talk: talks.find((talk) => talk.kind !== "panel").url,
    panel: talks.find((talk) => talk.kind === "panel").url,
    session: sessions[0].url,
    host: `${forum.url}host/`,
    record: `${forum.url}record/`,
    speakers: "speakers/",
    speaker: speakers[0].url,
    ...(page && { free: `${page.slice(0, -3)}/` }),
    topics: "topics/",
    topic: await first("topics"),
    organisations: "organisations/",
    organisation: await first("organisations"),
    openData: "data/",
    search: "search/",
    missing: "404.html",
  };
});

/** Serves a folder below `/site/`, under the strictest policy; gives its address. */
export const serve = once(async () => {
  const folder = await site();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const found = path.startsWith("/site/") && (await file(folder, path.slice("/site/".length)));
    response.statusCode = found ? 200 : 404;
    const sent = found || join(folder, "404.html");
    response.setHeader("Content-Security-Policy", "default-src 'self'");
    response.setHeader("Content-Type", types[extname(sent)] ?? "application/octet-stream");
    createReadStream(sent).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}/site/`;
});

/** The file that is meant by a path; of a folder, its index. */
async function file(folder, path) {
  const meant = join(folder, normalize(`/${path}`));
  const there = await stat(meant).catch(() => null);
  if (there?.isFile()) return meant;
  const index = join(meant, "index.html");
  return path === "" || path.endsWith("/") ? (await exists(index)) && index : null;
}

/** Chromium, one for all tests of a file. */
export const browser = once(async () => {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const started = await chromium.launch({ executablePath, args: flags });
  closing.push(() => started.close());
  return started;
});

/**
 * Opens a page of the site, by its path. `options` are those of a Playwright context (`viewport`,
 * `javaScriptEnabled`, `colorScheme`, …) and `from`, which is "server" or "folder".
 *
 * `trouble` fills with all that is wrong on the page: errors and warnings of the console, scripts
 * that throw, what the policy blocks, requests that fail or go to another host.
 */
export async function open(path, { from = "server", ...options } = {}) {
  const base = from === "folder" ? `${pathToFileURL(await site())}/` : await serve();
  const context = await (await browser()).newContext(options);
  const page = await context.newPage();
  const trouble = watch(page, base);
  const at = from === "folder" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
  await page.goto(base + at, { waitUntil: "load" });
  return { page, trouble, base, close: () => context.close() };
}

/** A selector of the links that lead to a page, by its path in the site. */
export const to = (path) => `a[href$="/${path}index.html"], a[href="${path}index.html"]`;

function watch(page, base) {
  const trouble = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("requestfailed", (request) => {
    // a page that is left stops what it was still loading
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    trouble.push(`${request.url()} failed: ${request.failure()?.errorText}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(base)) trouble.push(`${request.url()} is elsewhere`);
  });
  return trouble;
}
