// Bundles the runner and its worker straight from the sources, and starts the runner from the repository's root.
// Usage: node run.mjs [options], see --help
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const home = dirname(fileURLToPath(import.meta.url));
const cache = join(home, "node_modules", ".cache", "drt");
mkdirSync(cache, { recursive: true });
await build({
  entryPoints: [join(home, "src", "main.ts"), join(home, "src", "worker.ts"), join(home, "src", "guidance", "main.ts")],
  outdir: cache,
  outbase: join(home, "src"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@deodar/source"],
  external: ["@cedar-policy/cedar-wasm", "@cedar-policy/cedar-wasm/*", "esbuild", "typescript"],
  logLevel: "warning",
});
const args = process.argv.slice(2);
const program = args.includes("--guided") ? join("guidance", "main.mjs") : "main.mjs";
const { status } = spawnSync(process.execPath, [join(cache, program), ...args], {
  cwd: resolve(home, "..", ".."),
  stdio: "inherit",
});
process.exit(status ?? 1);
