#!/usr/bin/env node
// The last step of a package's build: Node loads a few files several times faster than two hundred small ones, while
// bundlers drop what a program does not use more easily from small ones. So each entry is published as both: under the
// condition `module`, which bundlers know, what the compiler wrote; for everything else one file made of it, and one of
// all that several entries share.
//
// Usage, in a package's folder: bundle-dist [--whole]
//   --whole  takes the package's dependencies in, too
import { readFileSync, rmSync } from "node:fs";
import { basename, dirname } from "node:path";
import { build } from "rolldown";

const { name, exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).filter((target) => typeof target === "object" && target.module !== undefined);
const folder = dirname(entries[0].default);
rmSync(folder, { recursive: true, force: true });
await build({
  input: Object.fromEntries(entries.map((target) => [basename(target.default, ".js"), target.module])),
  platform: "neutral",
  // Names of packages, and no paths: those of Windows start with a letter, too.
  external: process.argv.includes("--whole") ? [] : /^@?[a-z][\w-]*(?:\/|$)/,
  resolve: { conditionNames: ["module"] },
  transform: { target: "es2023" },
  logLevel: "warn",
  output: {
    dir: folder,
    format: "esm",
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
    chunkFileNames: "[name].js",
    // The less text and the fewer bytes for each of its characters, the sooner it is read. Source maps keep the names for
    // stack traces (`node --enable-source-maps`) and lead debuggers to what the compiler wrote.
    charset: "ascii",
    minify: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
    // Where packages are installed, those with a scope stand one folder deeper than those without.
    sourcemapPathTransform: (source) =>
      name.startsWith("@") ? source : source.replace(/^(?:\.\.\/){3}/, "$&@deodar/"),
  },
});
