// Random substrings of a transcript, and brute force as the judge of where they stand.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { forumSearch } from "./scripts.js";

/** Numbers from 0 to 1, the same ones every time (mulberry32). */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The passages of a site's forum, with both readings. */
export async function record(folder, forum) {
  const data = JSON.parse(await readFile(join(folder, "data", `${forum}.json`), "utf8"));
  return data.record;
}

/** Substrings of 2 to 12 characters of what was heard; every fourth goes across a break. */
export function samples(passages, count, seed) {
  const next = random(seed);
  const characters = Array.from(passages.map((p) => p.verbatim).join(""));
  const ends = [];
  let at = 0;
  for (const p of passages) {
    at += Array.from(p.verbatim).length;
    ends.push(at);
  }
  const all = [];
  while (all.length < count) {
    const length = 2 + Math.floor(next() * 11);
    let start = Math.floor(next() * (characters.length - length));
    if (all.length % 4 === 3) {
      const end = ends[Math.floor(next() * (ends.length - 1))];
      start = Math.max(
        0,
        Math.min(characters.length - length, end - 1 - Math.floor(next() * (length - 1))),
      );
    }
    const sample = characters.slice(start, start + length).join("");
    if (sample.trim() === sample) all.push(sample);
  }
  return all;
}

/** Finds substrings by looking at the whole text. */
export class BruteForce {
  constructor(passages, table) {
    this.table = table;
    this.passages = passages;
    this.readings = ["verbatim", "clean"].map((reading) => {
      const starts = [];
      const characters = [];
      for (const p of passages) {
        starts.push(characters.length);
        characters.push(...Array.from(p[reading]));
      }
      return { starts, ...forumSearch.normalizeText(characters, table).strict };
    });
  }

  /** A text in the form in which two that differ in case, width, script or point are the same. */
  normal(text) {
    return forumSearch.normalizeText(Array.from(text), this.table).strict.text;
  }

  /** The ids of the passages in which an occurrence begins, in either reading. */
  passagesWith(sample) {
    const wanted = this.normal(sample);
    const ids = new Set();
    for (const { text, from, starts } of this.readings) {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        let number = starts.length - 1;
        while (starts[number] > from[at]) number--;
        ids.add(this.passages[number].id);
      }
    }
    return ids;
  }
}
