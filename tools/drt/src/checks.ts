import type { CaseResult, Disagreement } from "./target.ts";

/** Collects comparisons of what the engine says with what was expected by other means. */
export class Checks {
  readonly #sample: () => ReadonlyMap<string, string>;
  readonly #disagreements: Disagreement[] = [];
  #tests = 0;

  /** @param sample files that say the whole question */
  constructor(sample: () => ReadonlyMap<string, string>) {
    this.#sample = sample;
  }

  /** Whether everything was as expected so far. */
  get passed(): boolean {
    return this.#disagreements.length === 0;
  }

  /** Begins another question; all comparisons up to the next one are about the same. */
  next(): void {
    this.#tests += 1;
  }

  /** One comparison; `what` names it, the same for all of its kind. */
  equal(what: string, ours: string | number | boolean | undefined, expected: typeof ours): void {
    if (Object.is(ours, expected)) return;
    const answers = { production: `${String(ours)}\nand not\n${String(expected)}` };
    this.#disagreements.push({ what, answers, sample: this.#sample });
  }

  /** What came of all comparisons. */
  result(): CaseResult {
    return { tests: this.#tests, withReference: 0, disagreements: this.#disagreements };
  }
}

/** What a call gives, or the name and message of what it throws. */
export function thrownBy(call: () => unknown): string {
  try {
    return `nothing, but gives ${typeof call()}`;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
