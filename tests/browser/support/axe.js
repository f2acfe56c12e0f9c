// axe, which finds what keeps people from using a page, as far as a program can tell.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on a page, or in what a selector names of it: a line each. */
export async function violations(page, within) {
  // run by the test, not by the page, so that the page's policy has nothing to say to it
  await page.evaluate(source);
  const found = await page.evaluate(
    ([selector, values]) => window.axe.run(selector ?? document, { runOnly: values }),
    [within, rules],
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`),
  );
}
