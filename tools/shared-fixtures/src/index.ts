import { existsSync } from "node:fs";
import { join } from "node:path";

const shared = join(import.meta.dirname, "..", "..", "..", "..", "shared");

/**
 * A file or folder of the test material that stands beside the repository, in `../shared`, for example
 * `sharedPath("conformance", "corpus-tests.tar.gz")`.
 *
 * Its answer is `undefined` where the material is not at hand: tests that need it then skip, and say so. In continuous
 * integration (`CI=true`) it throws instead, so that a green run has seen everything.
 */
export function sharedPath(...parts: readonly string[]): string | undefined {
  const path = join(shared, ...parts);
  if (existsSync(path)) return path;
  if (process.env["CI"] === "true") throw new Error(`${path} is missing: continuous integration must have it`);
  console.warn(`${path} is not there: the tests that need it are skipped.`);
  return undefined;
}
