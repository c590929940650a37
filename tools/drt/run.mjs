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
  entryPoints: [join(home, "src", "main.ts"), join(home, "src", "worker.ts")],
  outdir: cache,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  conditions: ["@deodar/source"],
  external: ["@cedar-policy/cedar-wasm", "@cedar-policy/cedar-wasm/*"],
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, [join(cache, "main.mjs"), ...process.argv.slice(2)], {
  cwd: resolve(home, "..", ".."),
  stdio: "inherit",
});
process.exit(status ?? 1);
