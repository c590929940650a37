#!/usr/bin/env node
// The last step of a package's build. Node loads one file several times faster than two hundred small ones, while
// bundlers drop what a program does not use more easily from small ones. So each entry is published as both: under the
// condition `module`, which bundlers know, what the compiler wrote; for everything else one file made of it.
//
// Usage, in a package's folder: bundle-dist [--whole]
//   --whole  takes the package's dependencies in, too
import { readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { buildSync } from "esbuild";

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).filter((target) => typeof target === "object" && target.module !== undefined);
const folder = dirname(entries[0].default);
// The names of shared parts change with what is in them.
rmSync(folder, { recursive: true, force: true });
buildSync({
  entryPoints: entries.map((target) => ({ in: target.module, out: basename(target.default, ".js") })),
  outdir: folder,
  bundle: true,
  splitting: true,
  chunkNames: "shared-[hash]",
  format: "esm",
  platform: "neutral",
  target: "es2023",
  // The less text and the fewer bytes for each of its characters, the sooner it is read. Source maps keep the names for
  // stack traces (`node --enable-source-maps`) and lead debuggers to what the compiler wrote.
  charset: "ascii",
  minify: true,
  sourcemap: "linked",
  sourcesContent: false,
  conditions: ["module"],
  packages: process.argv.includes("--whole") ? "bundle" : "external",
  logLevel: "warning",
});
