// The scripts of pages, run in node: all of them that need no page. They are classic scripts, which
// put what they give into `forumSearch` and `forumPage` (ARCHITECTURE.md, Pages).

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The scripts that a query loads, in order. */
export const scripts = [
  "text",
  "shards",
  "query",
  "match",
  "volume",
  "catalogue",
  "rank",
  "engine",
];

for (const name of scripts) require(join(root, `static/search/${name}.js`));
require(join(root, "templates/script/1-text.js"));

/** What the scripts of the search give, and those of all pages. */
export const { forumSearch, forumPage } = globalThis;
