import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkspacePackage } from "@deodar/package-graph";

/** The tarball that publishing this package would upload; made in `folder`, which must be empty. */
export function packTarball({ path }: WorkspacePackage, folder: string): Uint8Array<ArrayBuffer> {
  execFileSync("pnpm", ["pack", "--pack-destination", folder], {
    cwd: path,
    stdio: ["ignore", "ignore", "pipe"],
    shell: process.platform === "win32",
  });
  const [tarball] = readdirSync(folder);
  if (tarball === undefined) throw new Error(`pnpm pack wrote no tarball for ${path}`);
  return new Uint8Array(readFileSync(join(folder, tarball)));
}
