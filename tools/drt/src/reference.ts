import "../../steady-webassembly.ts";
import { createRequire } from "node:module";

/** The functions of the reference. */
export type Api = typeof import("@cedar-policy/cedar-wasm/nodejs");

/** The reference died of a question. */
export interface Crash {
  readonly crashed: string;
}

const require = createRequire(import.meta.url);
const entry = "@cedar-policy/cedar-wasm/nodejs";

/** So many calls one instance answers at most, for its memory only grows. */
const mostCalls = 100_000;

/**
 * Cedar's reference implementation. Where an instance of it dies, as it does of deep nesting, a new one takes its place.
 */
export class Reference {
  #api: Api | undefined;
  #calls = 0;
  /** The number of the instance that answers; what was preparsed in another one is not known to it. */
  instance = 0;
  /** How often it has died. */
  crashes = 0;

  /** What it answers, or that it died. */
  ask<T>(question: (api: Api) => T): T | Crash {
    if (this.#api === undefined || this.#calls >= mostCalls) this.#start();
    this.#calls += 1;
    try {
      return question(this.#api as Api);
    } catch (error) {
      // What is merely malformed is refused by an ordinary error.
      const isDead = error instanceof Error && (error.name === "RuntimeError" || error.name === "RangeError");
      if (!isDead) return { crashed: `throws: ${String(error)}` };
      this.crashes += 1;
      this.#api = undefined;
      return { crashed: error.message };
    }
  }

  #start(): void {
    const file = require.resolve(entry);
    delete require.cache[file];
    this.#api = require(entry) as Api;
    this.#calls = 0;
    this.instance += 1;
  }
}

/** Whether there is no answer. */
export function isCrash(answer: object): answer is Crash {
  return "crashed" in answer;
}
