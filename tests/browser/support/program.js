// The program under test, run on a folder.

import { execFile } from "node:child_process";
import { access, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Calls `make` at the first call and gives its result at every call. */
export const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** Whether a file or folder exists. */
export const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The program: `GEN`, or what cargo built last. An older one may not know the templates. */
const program = once(async () => {
  if (process.env.GEN) return process.env.GEN;
  const paths = ["release", "debug"].map((profile) => join(root, "target", profile, "gen"));
  const built = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ mtimeMs }) => ({ path, mtimeMs }),
        () => null,
      ),
    ),
  );
  const [last] = built.filter(Boolean).sort((a, b) => b.mtimeMs - a.mtimeMs);
  if (!last) throw new Error("there is no gen: run `cargo build --release` first");
  return last.path;
});

/** Runs the program; fails where its exit status is not 0. */
export async function gen(...args) {
  return run(await program(), args);
}

/** Builds the content below a folder. */
export async function build(folder, out, ...more) {
  await gen("build", "--quiet", "--format", "short", "--root", folder, "--out", out, ...more);
}
