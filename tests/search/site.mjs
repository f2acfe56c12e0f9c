// The index of a built site, opened in node as the browser opens it.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import path from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const require = createRequire(import.meta.url);
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");
for (const name of ["text", "shards", "query", "match", "catalogue", "engine"]) {
  require(path.join(root, `static/search/${name}.js`));
}
export const hear = globalThis.hear;

/** Opens the index in `folder`/search; `loaded` lists the shards with their compressed sizes. */
export async function open(folder) {
  const loaded = [];
  const cache = new Map();
  const load = async (name) => {
    if (!cache.has(name)) {
      const script = await readFile(path.join(folder, "search", `${name}.js`));
      loaded.push([name, gzipSync(script, { level: 9 }).length]);
      const context = vm.createContext({ heard: (_, value) => cache.set(name, value) });
      vm.runInContext(script.toString(), context);
    }
    return cache.get(name);
  };
  const engine = await hear.open(load);
  return { engine, loaded };
}

/** A search read to its end. */
export async function searchAll(engine, typed) {
  const search = await engine.search(typed);
  while (search.unread) await search.more(1000);
  return search;
}
