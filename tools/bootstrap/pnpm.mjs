import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The repository's root. */
export const root = join(import.meta.dirname, "..", "..");

/** `pnpm@<version>`, as the root package.json pins it. */
const pinned = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;

/**
 * How to run a command with the pinned pnpm on PATH: as it is where pnpm itself started us, through `npm exec`, which
 * fetches pnpm once and then keeps it in its cache, anywhere else.
 *
 * @param {string} file the program
 * @param {readonly string[]} args its arguments
 * @returns {readonly string[]} what to spawn
 */
export function withPnpm(file, ...args) {
  if (startedByPnpm()) return file === "pnpm" ? [...manager(), ...args] : [file, ...args];
  return [...manager(), "exec", "--yes", `--package=${pinned}`, "--", file, ...args];
}

/**
 * How to run a script of a package.json in the working folder, with whichever of npm and pnpm started us.
 *
 * @param {string} script its name
 * @returns {readonly string[]} what to spawn
 */
export function packageScript(script) {
  return [...manager(), "run", "--silent", script];
}

function startedByPnpm() {
  return (process.env.npm_config_user_agent ?? "").startsWith(`${pinned.replace("@", "/")} `);
}

/**
 * The package manager that started us, as a program that needs no shell; npm where none did.
 *
 * @returns {readonly string[]} the start of a command line
 */
function manager() {
  const path = process.env.npm_execpath;
  if (path === undefined) return [process.execPath, npmBesideNode()];
  return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path];
}

/** Where installers put npm: below the folder of the node program on Windows, beside that folder elsewhere. */
function npmBesideNode() {
  const base = process.platform === "win32" ? dirname(process.execPath) : join(dirname(process.execPath), "..", "lib");
  return join(base, "node_modules", "npm", "bin", "npm-cli.js");
}
