import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Settings {
  readonly seed: number;
  /** In milliseconds; `undefined` if the count decides. */
  readonly time: number | undefined;
  /** How many tests at least; `undefined` if the time decides. */
  readonly count: number | undefined;
  /** How many cases of each target, exactly; `undefined` if the time or the count decides. */
  readonly cases: ReadonlyMap<string, number> | undefined;
  /** Which targets; all if it is empty. */
  readonly targets: readonly string[];
  readonly workers: number;
  /** Whether to go on where the last run with this seed ended. */
  readonly resume: boolean;
  /** Whether to ask the reference at all. */
  readonly withReference: boolean;
  /** Whether to print how often everything happened. */
  readonly report: boolean;
  /** The folder for samples of disagreements. */
  readonly out: string;
}

export const usage = `Usage: npm run drt -- [options]
  --minutes N       how long to run (5 unless --count is given)
  --count N         how many tests to run at least
  --seed N          the same seed asks the same questions (by chance)
  --target NAME     only this target; may be given several times
  --workers N       threads (one for each core)
  --resume          go on where the last run with this seed ended
  --no-reference    compare the engine and the model only
  --report          print how often each operator was evaluated to each outcome, and the like
  --out FOLDER      where samples of disagreements are written (drt-findings)
  --ci              first half of the time with a fresh seed, which is printed; there, what differs only in the words or
                    places of a refusal is told, but is no failure. Then the cases of fixed-cases.json with a fixed seed
  --guided          look for cases that take new branches of the engine instead; see --guided --help`;

/** Reads the arguments of the command line; the seed is left to chance if none is given. */
export function settingsOf(args: readonly string[], cores: number): Settings & { readonly ci: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string" },
      count: { type: "string" },
      seed: { type: "string" },
      target: { type: "string", multiple: true },
      workers: { type: "string" },
      resume: { type: "boolean", default: false },
      "no-reference": { type: "boolean", default: false },
      report: { type: "boolean", default: false },
      out: { type: "string", default: "drt-findings" },
      ci: { type: "boolean", default: false },
    },
  });
  const count = numberOf("count", values.count);
  const minutes = numberOf("minutes", values.minutes) ?? (count === undefined ? 5 : undefined);
  return {
    seed: numberOf("seed", values.seed) ?? Math.floor(Math.random() * 0x7fff_ffff),
    time: minutes === undefined ? undefined : minutes * 60_000,
    count,
    cases: undefined,
    targets: values.target ?? [],
    workers: numberOf("workers", values.workers) ?? cores,
    resume: values.resume,
    withReference: !values["no-reference"],
    report: values.report,
    out: values.out,
    ci: values.ci,
  };
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number >= 0)) throw new RangeError(`--${name} is a number from 0 on, not ${text}`);
  return number;
}
