import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A version of Node that can be started here. */
export interface NodeProgram {
  readonly name: string;
  readonly program: string;
}

const require = createRequire(import.meta.url);

/** The Node that runs this, and Node 22 from npm where it has one for this platform. */
export function nodePrograms(): readonly NodeProgram[] {
  const running = { name: `Node ${process.versions.node}`, program: process.execPath };
  const newer = node22();
  return newer === undefined ? [running] : [running, { name: "Node 22", program: newer }];
}

/** npm has each platform's program in a package of its own, which needs no install script. */
function node22(): string | undefined {
  const platform = process.platform === "win32" ? "win" : process.platform;
  try {
    const folder = dirname(require.resolve(`node-${platform}-${process.arch}/package.json`));
    return [join(folder, "bin", "node"), join(folder, "bin", "node.exe")].find((file) => existsSync(file));
  } catch {
    return undefined;
  }
}
