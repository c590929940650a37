import { fork } from "node:child_process";
import type { Fate } from "./mutant.ts";

/** What a hunter sends at last: what differed, if anything did, and after how many tests. */
interface Catch {
  readonly by?: string;
  readonly tests: number;
}

/** A hunter that gives no sign of life for so many milliseconds hangs. */
const silence = 40_000;

/**
 * Starts a built hunter in a process of its own and waits for what it ends with.
 *
 * @param file the built program
 * @param seed a 32-bit integer
 * @param area the package that the fault is in, if there is one
 * @param milliseconds how long to hunt, in time of the processor
 */
export function runHunter(file: string, seed: number, area: string, milliseconds: number): Promise<Fate> {
  return new Promise((resolve) => {
    const started = performance.now();
    const hunter = fork(file, [String(seed), String(milliseconds), area], {
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: ["--max-old-space-size=2048"],
    });
    const settle = (fate: Fate): void => {
      clearTimeout(watch);
      hunter.removeAllListeners();
      hunter.kill("SIGKILL");
      resolve(fate);
    };
    const elapsed = (): number => Math.round(performance.now() - started);
    const hung = (): void => settle({ kind: "crashed", how: "hangs", milliseconds: elapsed() });
    let watch = setTimeout(hung, silence);
    hunter.on("message", (message: "alive" | Catch) => {
      if (message === "alive") {
        clearTimeout(watch);
        watch = setTimeout(hung, silence);
      } else if (message.by === undefined) settle({ kind: "survived", tests: message.tests });
      else settle({ kind: "killed", by: message.by, milliseconds: elapsed() });
    });
    hunter.on("exit", (code, signal) =>
      settle({ kind: "crashed", how: `ends with ${signal ?? code}`, milliseconds: elapsed() }),
    );
  });
}
