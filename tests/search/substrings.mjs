// Random substrings of a transcript, found by the index and by brute force.
import { readFile } from "node:fs/promises";
import path from "node:path";

/** A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32). */
export function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The record of a built site's forum: its passages, and both readings of the whole text. */
export async function record(folder, forum) {
  const data = JSON.parse(await readFile(path.join(folder, "data", `${forum}.json`)));
  const passages = data.record ?? data.passages;
  return passages.map((p) => ({ id: p.id, verbatim: p.verbatim, clean: p.clean }));
}

/** `count` substrings of 2 to 12 characters; every fourth goes across the end of a passage. */
export function samples(passages, count, seed) {
  const next = random(seed);
  const characters = Array.from(passages.map((p) => p.verbatim).join(""));
  const ends = [];
  let at = 0;
  for (const p of passages) ends.push((at += Array.from(p.verbatim).length));
  const all = [];
  while (all.length < count) {
    const length = 2 + Math.floor(next() * 11);
    let start = Math.floor(next() * (characters.length - length));
    if (all.length % 4 === 3) {
      const end = ends[Math.floor(next() * (ends.length - 1))];
      start = Math.max(0, Math.min(characters.length - length, end - 1 - Math.floor(next() * (length - 1))));
    }
    const sample = characters.slice(start, start + length).join("");
    if (sample.trim() === sample) all.push(sample);
  }
  return all;
}

/** The ids of the passages in which an occurrence begins, in either reading. */
export function bruteForce(passages, normal, sample) {
  const wanted = normal(sample);
  const found = new Set();
  for (const reading of ["verbatim", "clean"]) {
    const starts = [];
    let text = "";
    for (const p of passages) {
      starts.push(text.length);
      text += p[reading];
    }
    const { strict, from } = cached(text, normal);
    for (let at = strict.indexOf(wanted); at >= 0; at = strict.indexOf(wanted, at + 1)) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (starts[mid] <= from[at]) low = mid + 1;
        else high = mid;
      }
      found.add(passages[low - 1].id);
    }
  }
  return found;
}

const lines = new Map();
function cached(text, normal) {
  if (!lines.has(text)) lines.set(text, normal.line(text));
  return lines.get(text);
}
