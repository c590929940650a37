import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundles, sizeOf } from "../bundle-sizes.ts";
import type { Suite } from "./suite.ts";

/** What a page or a function has to load. */
export const sizes: Suite = {
  name: "sizes",
  about: "bundles, minified and gzipped",
  run: async ({ emit }) => {
    for (const { name, source, budget: _, ...promised } of bundles) {
      const value = (await sizeOf(source)) / 1000;
      emit({ suite: sizes.name, name: `size of ${name}`, value, unit: "kB", ...promised, details: [] });
    }
    const reference = createRequire(import.meta.url).resolve("@cedar-policy/cedar-wasm/nodejs");
    const wasm = readFileSync(join(dirname(reference), "cedar_wasm_bg.wasm"));
    const glue = readFileSync(reference);
    const value = (gzipSync(wasm, { level: 9 }).length + gzipSync(glue, { level: 9 }).length) / 1000;
    emit({
      suite: sizes.name,
      name: "size of cedar-wasm, WebAssembly and its JavaScript",
      value,
      unit: "kB",
      details: [],
    });
  },
};
