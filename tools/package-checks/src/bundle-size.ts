import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The size of a bundled program, minified and gzipped, in bytes. */
export async function bundleSize(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["@deodar/source"],
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}
