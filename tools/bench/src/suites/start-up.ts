import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { toolHome } from "../home.ts";
import { processorClock } from "../measure/clock.ts";
import type { Detail } from "../measure/row.ts";
import { median, pairedRatio } from "../measure/statistics.ts";
import { type Promised, type Suite, timeDetail } from "./suite.ts";

/** How a program finds the packages. */
interface Program {
  readonly name: string;
  readonly file: string;
}

const cache = join(toolHome, "node_modules", ".cache", "start-up");

/**
 * Builds one of the programs: its first lines take the time and load the rest. `everything` takes what the program uses of
 * the packages into the bundle, from source, else they are imported.
 */
async function program(name: string, source: string, everything: boolean): Promise<Program> {
  const folder = join(cache, `${source}${everything ? "-bundled" : ""}`);
  rmSync(folder, { recursive: true, force: true });
  const contents = `
    import { now, report } from "./report.ts";
    const entry = now();
    const { decide } = await import("./${source}.ts");
    report(entry, decide());
  `;
  await build({
    stdin: { contents, resolveDir: join(toolHome, "src", "start-up"), loader: "ts" },
    outdir: folder,
    entryNames: "start",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: everything,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@deodar/source"],
    ...(everything ? {} : { packages: "external" as const }),
    logLevel: "warning",
  });
  return { name, file: join(folder, "start.mjs") };
}

/** What one start gave: nanoseconds from the first line of the program to its first decision, and bytes of memory. */
interface Start {
  readonly time: number;
  readonly memory: number;
}

function start({ name, file }: Program, processorTime: boolean): Start {
  const { stdout, status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} does not start: ${stderr}`);
  const { entry, decided, memory } = JSON.parse(stdout) as {
    readonly entry: readonly [number, number];
    readonly decided: readonly [number, number];
    readonly memory: number;
  };
  const which = processorTime ? 1 : 0;
  return { time: decided[which] - entry[which], memory };
}

/** Whether a program that imports the package by its name gets it. */
function isBuilt(name: string): boolean {
  return existsSync(new URL(import.meta.resolve(name)));
}

/** From the start of a process to its first decision, beyond what an empty program takes. */
export const startUp: Suite = {
  name: "start-up",
  about: "from a process's first line to its first TinyTodo decision, policies parsed, each time in a fresh process",
  run: async ({ quick, clock, emit, say }) => {
    const reference = await program("cedar-wasm", "cedar-wasm", false);
    const promised = { floor: 10, aim: 25 };
    const programs: [Program, Promised | undefined][] = [
      [await program("deodar, in a bundle", "deodar", true), promised],
      [await program("@deodar/cedar-wasm, in a bundle", "drop-in", true), undefined],
    ];
    if (["deodar", "@deodar/authorizer", "@deodar/cedar-wasm"].every(isBuilt)) {
      programs.push([await program("deodar, as installed", "deodar", false), promised]);
      programs.push([await program("@deodar/authorizer, as installed", "authorizer", false), undefined]);
      programs.push([await program("@deodar/cedar-wasm, as installed", "drop-in", false), undefined]);
    } else say("the packages are not built: no start as installed");
    const all = [reference, ...programs.map(([program]) => program)];
    const times = new Map(all.map((program) => [program, [] as Start[]]));
    for (let round = -1; round < (quick ? 5 : 15); round += 1) {
      for (let turn = 0; turn < all.length; turn += 1) {
        const program = all[(Math.max(0, round) + turn) % all.length] as Program;
        const started = start(program, clock === processorClock);
        // The first round only brings the files into memory.
        if (round >= 0) times.get(program)?.push(started);
      }
    }
    const timesOf = (program: Program): number[] => (times.get(program) ?? []).map(({ time }) => time);
    const memoryOf = ({ name }: Program, starts: readonly Start[]): Detail => {
      return {
        name: `memory of the process, ${name}`,
        value: median(starts.map(({ memory }) => memory)) / 1e6,
        unit: "MB",
      };
    };
    const theirs = timesOf(reference);
    for (const [program, promised] of programs) {
      const own = timesOf(program);
      emit({
        suite: startUp.name,
        name: `first decision of ${program.name}, against cedar-wasm`,
        value: pairedRatio(theirs, own),
        unit: "times as fast",
        ...promised,
        details: [
          timeDetail(program.name, median(own)),
          timeDetail("cedar-wasm", median(theirs)),
          ...[program, reference].map((each) => memoryOf(each, times.get(each) ?? [])),
        ],
      });
    }
  },
};
