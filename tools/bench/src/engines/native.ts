import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toolHome } from "../home.ts";
import type { Side } from "../measure/rounds.ts";
import type { Workload } from "../workloads/workload.ts";
import type { Answer } from "./engine.ts";

// The published `cedar-policy` crate and `cedar-go`, each in a small program of its own, which decides the requests of
// a workload in its own process and times itself. The programs are built outside the packages and kept there.

/** A peer in another language. */
export interface NativeProgram {
  readonly name: string;
  /** The program, built. */
  readonly file: string;
  /** Whether it knows templates. */
  readonly templates: boolean;
}

/** A running peer that has read one workload. */
export interface NativePeer extends Side {
  readonly answers: () => Promise<readonly Answer[]>;
  readonly stop: () => void;
}

/** Where the sources of the programs are. */
const sources = join(toolHome, "native");
const cache = process.env["DEODAR_BENCH_CACHE"] ?? join(tmpdir(), "deodar-bench");

interface Recipe {
  readonly name: string;
  readonly folder: string;
  readonly tool: string;
  readonly templates: boolean;
  readonly build: (folder: string) => { readonly args: readonly string[]; readonly file: string };
}

const recipes: readonly Recipe[] = [
  {
    name: "cedar-policy crate, native",
    folder: "rust",
    tool: "cargo",
    templates: true,
    build: (folder) => ({
      args: ["build", "--release", "--locked", "--quiet"],
      file: join(folder, "target", "release", "deodar-bench-peer"),
    }),
  },
  {
    name: "cedar-go, native",
    folder: "go",
    tool: "go",
    templates: false,
    build: (folder) => ({ args: ["build", "-o", "peer", "."], file: join(folder, "peer") }),
  },
];

/**
 * Builds the programs whose tools are on the machine, unless that has been done; those that cannot be built are left out,
 * with a word about it.
 */
export function nativePrograms(say: (text: string) => void): readonly NativeProgram[] {
  if (process.env["DEODAR_BENCH_NATIVE"] === "0") return [];
  return recipes.flatMap(({ name, folder, tool, templates, build }) => {
    const home = join(cache, folder);
    const { args, file } = build(home);
    if (!copyChanged(join(sources, folder), home) && existsSync(file)) return [{ name, file, templates }];
    say(`building ${name}; the first time takes minutes`);
    const { status, stderr, error } = spawnSync(tool, args, { cwd: home, encoding: "utf8", timeout: 15 * 60_000 });
    if (status === 0) return [{ name, file, templates }];
    say(`without ${name}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`);
    return [];
  });
}

/** Copies what is not the same here as there; gives whether anything was copied. */
function copyChanged(from: string, to: string): boolean {
  mkdirSync(to, { recursive: true });
  let copied = false;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copied = copyChanged(source, target) || copied;
    else if (!existsSync(target) || !readFileSync(source).equals(readFileSync(target))) {
      copyFileSync(source, target);
      copied = true;
    }
  }
  return copied;
}

/**
 * Starts the program with a workload.
 *
 * @param processorTime whether to count the time of the processor rather than that on the wall
 */
export function startNative(program: NativeProgram, workload: Workload, processorTime: boolean): NativePeer {
  const file = join(
    cache,
    `${program.name}-${workload.name}-${workload.entities.length}.json`.replaceAll(/[ ,]+/g, "-"),
  );
  const { policies, templates, links, schema, entities, actions, requests } = workload;
  writeFileSync(
    file,
    JSON.stringify({ policies, templates, links, schema, entities: [...entities, ...actions], requests }),
  );
  const child = spawn(program.file, [file], { stdio: ["pipe", "pipe", "inherit"] });
  const ask = lineByLine(child);
  return {
    name: program.name,
    run: () => {
      throw new Error("a native peer times itself");
    },
    timed: async (count) => {
      const [wall = "", processor = ""] = (await ask(`run ${count}`)).split(" ");
      return Number(processorTime ? processor : wall);
    },
    answers: async () => JSON.parse(await ask("answers")) as Answer[],
    stop: () => void child.kill(),
  };
}

/** Asks one line at a time. */
function lineByLine(child: ChildProcess): (line: string) => Promise<string> {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("the native peer has no pipes");
  const waiting: { readonly resolve: (line: string) => void; readonly reject: (error: Error) => void }[] = [];
  createInterface({ input: stdout }).on("line", (line) => waiting.shift()?.resolve(line));
  child.on("exit", (code, signal) => {
    for (const { reject } of waiting) reject(new Error(`the native peer ended: ${signal ?? code}`));
  });
  child.on("error", (error) => {
    for (const { reject } of waiting) reject(error);
  });
  return (line) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      stdin.write(`${line}\n`);
    });
}
