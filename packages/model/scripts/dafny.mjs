// How Dafny is called, and where its sources are.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the definitions and theorems. */
export const sources = fileURLToPath(new URL("../dafny/", import.meta.url));

/** Every Dafny file, definitions and theorems, as paths below {@link sources}. */
export const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".dfy"))
  .sort();

/** Whether Dafny is installed. */
export function hasDafny() {
  return spawnSync("dafny", ["/version"]).error === undefined;
}

/**
 * Has Dafny verify. What counts is the outcome of every single proof obligation in its trace: of one that is refuted
 * without an example it tells nothing else, neither in its summary nor by its exit status.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ resolved: boolean; verified: number; failed: readonly Failed[]; output: string }>} `resolved` if all
 *   obligations were tried; how many were `verified`, and which were not
 * @typedef {{ name: string; refuted: boolean }} Failed refuted, or merely left undecided
 */
export async function verify(args) {
  const { output } = await dafny(["/compile:0", "/trace", ...args]);
  const outcomes = [...output.matchAll(/^Verifying (\S+) \.\.\.\n\s+\[[^\]]*\] +(\w.*)$/gm)];
  const tried = output.match(/^Verifying /gm)?.length ?? 0;
  const failed = outcomes.filter(([, , outcome]) => outcome !== "verified");
  return {
    resolved: /finished with \d+ verified/.test(output) && outcomes.length === tried,
    verified: outcomes.length - failed.length,
    failed: failed.map(([, name = "", outcome]) => ({ name, refuted: /^errors?$/.test(outcome ?? "") })),
    output: output.replace(/^(?:\[TRACE\]|Parsing|Verifying|Coalescing|Inlining|Running|\s+\[).*\n?/gm, ""),
  };
}

/**
 * Runs Dafny. Gives its exit status (0: all verified) and what it prints, without the noise of a newer prover.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number | null; output: string }>}
 */
export function dafny(args) {
  return new Promise((resolve, reject) => {
    // Dafny tries what it has compiled, wherever it has put it.
    const env = { ...process.env, NODE_PATH: fileURLToPath(new URL("../node_modules", import.meta.url)) };
    const child = spawn("dafny", args, { stdio: ["ignore", "pipe", "pipe"], env });
    let output = "";
    child.stdout.on("data", (data) => {
      output += data;
    });
    child.stderr.on("data", (data) => {
      output += data;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: withoutNoise(output) }));
  });
}

function withoutNoise(output) {
  return output
    .split("\n")
    .filter((line) => !/^(Prover error|Legal parameters|\s{2}[a-z_0-9]+ \()/.test(line) && line.trim() !== "")
    .join("\n");
}
