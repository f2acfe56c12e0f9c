// The index of a built site, opened in node as the browser opens it.

import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

import { build as buildInto, exists } from "./program.js";
import { forumSearch, root } from "./scripts.js";

export const shared = join(root, "../shared");

/** Builds the site of a folder into `target/search/<name>`; gives where. */
export async function build(name, folder) {
  const out = join(root, "target/search", name);
  await buildInto(folder, out);
  return out;
}

/** A copy of the project's content without corrections, and without how names were heard. */
export async function uncorrected() {
  const folder = join(root, "target/search/uncorrected-content");
  await rm(folder, { recursive: true, force: true });
  await cp(join(root, "content"), join(folder, "content"), { recursive: true });
  for (const path of await readdir(join(folder, "content"), { recursive: true })) {
    const file = join(folder, "content", path);
    if (path.endsWith("corrections.yaml")) await rm(file);
    if (path.endsWith("speakers.yaml")) {
      const yaml = await readFile(file, "utf8");
      await writeFile(file, yaml.replace(/^ +heard_as:.*\n(?: {4,}.*\n)*/gm, ""));
    }
  }
  return folder;
}

/** Whether the folder of transcripts lies beside the project. */
export const hasShared = await exists(join(shared, "forum"));

/** The rows of a table, without its comments. */
export const rows = async (path) => {
  const text = await readFile(path, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() && !line.startsWith("#"))
    .map((line) => line.split("\t"));
};

/** Queries of the project's forum, and where their words stand: [kind, query, words, segments]. */
export const queries = await rows(join(root, "tests/browser/cases/queries.tsv"));
/** Words of the three transcripts, respelt so that they sound the same: [transcript, words, respelt]. */
export const homophones = await rows(join(root, "tests/browser/cases/homophones.tsv"));

/** A folder with the content of a transcript of `../shared`; JSON is YAML. */
export async function corpus(name) {
  const from = join(shared, name === "forum" ? name : `corpus/${name}`);
  const folder = join(root, "target/search", `${name}-content`);
  const forum = join(folder, "content", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(forum, { recursive: true });
  await copyFile(join(from, "transcript.md"), join(forum, "transcript.md"));
  const people = new Map();
  const talks = (await rows(join(from, "agenda.tsv"))).map(
    ([id, kind, who, title, first, last]) => {
      const names = who
        .split("; ")
        .map((one) => one.split("→").pop().split(/[|（]/)[0].trim())
        .filter(Boolean);
      for (const one of names) if (!people.has(one)) people.set(one, `speaker-${people.size + 1}`);
      return {
        id,
        kind,
        title: title || id,
        speakers: names.map((one) => people.get(one)),
        from: first,
        to: last,
      };
    },
  );
  const write = (path, value) => writeFile(join(folder, "content", path), JSON.stringify(value));
  await write(`${name}/forum.yaml`, {
    title: name,
    sessions: [{ id: "all", title: "all", talks }],
  });
  await write(
    "speakers.yaml",
    Array.from(people, ([person, id]) => ({ id, name: person })),
  );
  await write("site.yaml", { title: name, language: "zh-CN" });
  return folder;
}

/** A folder with several transcripts of `../shared`, a forum each. */
export async function together(names) {
  const folder = join(root, "target/search/together-content");
  await rm(folder, { recursive: true, force: true });
  const people = [];
  for (const name of names) {
    const one = await corpus(name);
    await cp(join(one, "content", name), join(folder, "content", name), { recursive: true });
    const file = join(folder, "content", name, "forum.yaml");
    const yaml = await readFile(file, "utf8");
    await writeFile(file, yaml.replaceAll('"speaker-', `"${name}-`));
    const own = JSON.parse(await readFile(join(one, "content/speakers.yaml"), "utf8"));
    people.push(...own.map((person) => ({ ...person, id: person.id.replace("speaker", name) })));
  }
  await writeFile(join(folder, "content/speakers.yaml"), JSON.stringify(people));
  await writeFile(
    join(folder, "content/site.yaml"),
    JSON.stringify({ title: "together", language: "zh-CN" }),
  );
  return folder;
}

/** A folder with so many forums, a year apart: those of `../shared` again and again, from the second
 * time on with their rarer characters changed for one another, so that each is a text of its own. */
export async function many(count) {
  const names = ["forum", "ai-opensource", "embodied"];
  const folder = join(root, `target/search/many-${count}-content`);
  await rm(folder, { recursive: true, force: true });
  const people = [];
  for (let n = 0; n < count; n++) {
    const name = names[n % 3];
    const from = join(await corpus(name), "content");
    const id = `f${n + 1}`;
    const forum = await respelt(join(from, name), join(folder, "content", id), Math.floor(n / 3));
    const own = forum.replaceAll('"speaker-', `"${id}-`);
    await writeFile(
      join(folder, "content", id, "forum.yaml"),
      JSON.stringify({ ...JSON.parse(own), title: id, date: yearOf(n) }),
    );
    const speakers = JSON.parse(await readFile(join(from, "speakers.yaml"), "utf8"));
    people.push(...speakers.map((person) => ({ ...person, id: person.id.replace("speaker", id) })));
  }
  await writeSite(folder, "many", JSON.stringify(people));
  return folder;
}

/** A folder with so many forums, a year apart: that of the project's content again and again, its
 * rarer characters changed as in `many`, and without corrections, which would not fit. */
export async function copies(count) {
  const folder = join(root, `target/search/copies-${count}-content`);
  await rm(folder, { recursive: true, force: true });
  const [from] = (await readdir(join(root, "content"), { withFileTypes: true })).filter((entry) =>
    /^\d/.test(entry.name),
  );
  for (let n = 0; n < count; n++) {
    const id = `f${n + 1}`;
    const forum = await respelt(join(root, "content", from.name), join(folder, "content", id), n);
    const own = forum
      .replace(/^title: .*/m, `title: ${id}`)
      .replace(/^date: .*/m, `date: ${yearOf(n)}`);
    await writeFile(join(folder, "content", id, "forum.yaml"), own);
  }
  await writeSite(folder, "copies", await readFile(join(root, "content/speakers.yaml"), "utf8"));
  return folder;
}

const yearOf = (n) => `${1990 + n}-07-01`;

const writeSite = async (folder, title, speakers) => {
  await writeFile(join(folder, "content/speakers.yaml"), speakers);
  await writeFile(join(folder, "content/site.yaml"), JSON.stringify({ title, language: "zh-CN" }));
};

/** Writes a forum's transcript with other characters; gives its agenda, changed in the same way. */
async function respelt(from, to, seed) {
  const transcript = await readFile(join(from, "transcript.md"), "utf8");
  const change = changed(transcript, seed);
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "transcript.md"), change(transcript));
  return change(await readFile(join(from, "forum.yaml"), "utf8"));
}

/** Changes the rarer characters of a text for others that are about as rare. */
function changed(text, seed) {
  const counts = new Map();
  for (const c of text) if (/\p{Script=Han}/u.test(c)) counts.set(c, (counts.get(c) || 0) + 1);
  const rare = Array.from(counts)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([c]) => c)
    .slice(200);
  // each goes on in its hundred, so far
  const to = new Map();
  for (let i = 0; i + 100 <= rare.length; i += 100) {
    const hundred = rare.slice(i, i + 100);
    for (const [n, c] of hundred.entries()) to.set(c, hundred[(n + 7 * seed) % 100]);
  }
  return (what) => Array.from(what, (c) => to.get(c) || c).join("");
}

/** How many bytes a file of a site is when a server compresses it. */
export async function compressed(path) {
  return gzipSync(await readFile(path), { level: 9 }).length;
}

/** Opens the index in a site's folder; `loaded` lists the shards with their compressed sizes. */
export async function open(folder) {
  const loaded = [];
  const cache = new Map();
  const load = async (name) => {
    if (!cache.has(name)) {
      const path = join(folder, "search", `${name}.js`);
      const script = await readFile(path, "utf8");
      loaded.push([name, await compressed(path)]);
      vm.runInNewContext(script, { heard: (_, value) => cache.set(name, value) });
    }
    return cache.get(name);
  };
  return { engine: await forumSearch.openIndex(load), loaded };
}

/** The first results of a search, and the rest of it. */
export async function searchAll(engine, typed) {
  const search = await engine.search(typed);
  while (search.unread) await search.more(1000);
  return search;
}

/** The ids of the talks found, in order; `host` after a talk that was found in its introduction. */
export function found(search) {
  const place = (passage) => passage.place === 1 || passage.place === 2;
  return search.talks.flatMap((talk) => [
    talk.url.split("/")[1],
    ...(talk.passages.some(place) ? ["host"] : []),
  ]);
}
