import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** The size of a bundle, minified and gzipped, in bytes. */
async function sizeOf(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["@deodar/source"],
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

// The reference is a file of 1.42 MB, gzipped, whatever is used of it.
test.each([
  ["checking policies", 'export { checkParsePolicySet } from "../src/index.ts";', 56_000],
  ["isAuthorized alone", 'export { isAuthorized } from "../src/index.ts";', 90_000],
  ["the whole module", 'export * from "../src/index.ts";', 130_000],
])("%s stays small", async (_, contents, most) => {
  expect(await sizeOf(contents)).toBeLessThan(most);
});
