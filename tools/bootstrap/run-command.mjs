import { spawnSync } from "node:child_process";
import { root } from "./pnpm.mjs";

const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

/**
 * Runs a program from the repository's root and ends this process with its exit code when it fails.
 *
 * @param {readonly string[]} command the program and its arguments
 * @param {{ quiet?: boolean, cwd?: string }} [options] `quiet` shows its output only when it fails
 */
export function run([file = "", ...args], { quiet = false, cwd = root } = {}) {
  const result = spawnSync(file, args, {
    cwd,
    env: environment,
    encoding: "utf8",
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    maxBuffer: 1 << 28,
  });
  if (result.error !== undefined) {
    console.error(`Cannot run ${file}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status === 0) return;
  if (quiet) {
    process.stdout.write(result.stdout);
    process.stderr.write(result.stderr);
  }
  process.exit(result.status ?? 1);
}
