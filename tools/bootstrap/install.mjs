import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, withPnpm } from "./pnpm.mjs";
import { run } from "./run-command.mjs";

const stampFile = join(root, "node_modules", ".deodar-install");

/** Installs exactly what the lockfile lists, unless that was the last thing installed here. */
export function installIfStale() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  console.log("Installing dependencies …");
  run(withPnpm("pnpm", "install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"), { quiet: true });
  writeFileSync(stampFile, wanted);
}

/** Changes with everything that decides what an install gives. */
function fingerprint() {
  const hash = createHash("sha256").update(process.platform + process.arch);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
