import type { Clock } from "../measure/clock.ts";
import { alternate, ratioOf, type Side, type Timing, timingOf } from "../measure/rounds.ts";
import type { Detail, Point, Row, Unit } from "../measure/row.ts";

/** How a suite is to be run. */
export interface SuiteOptions {
  /** Fewer rounds, smaller sizes: a look, not a measurement. */
  readonly quick: boolean;
  readonly clock: Clock;
  /** Takes a finished line. */
  readonly emit: (row: Row) => void;
  /** Only this part of the suite; all of them if `undefined`. */
  readonly part: string | undefined;
  /** Says what is going on. */
  readonly say: (text: string) => void;
}

/** A group of measurements that runs in a process of its own. */
export interface Suite {
  readonly name: string;
  /** What is measured, in a sentence. */
  readonly about: string;
  /**
   * The parts that have a process each, if not all is measured in one: a program serves one application, and code that
   * has seen three is slower for each.
   */
  readonly parts?: readonly string[];
  readonly run: (options: SuiteOptions) => void | Promise<void>;
}

/** What is promised for a line. */
export interface Promised {
  readonly floor: number;
  readonly aim: number;
}

/** How long each comparison takes: at least nine rounds, and each turn long enough for the clock. */
export function effortOf({ quick, clock }: SuiteOptions, turn = 20) {
  const warm = quick ? { warmUp: 100, warmUpLimit: 300 } : { warmUp: 300, warmUpLimit: 6000 };
  return { rounds: quick ? 5 : 9, turn: quick ? turn / 2 : turn, ...warm, clock };
}

/** A time in the unit in which it is easiest to read. */
export function timeDetail(name: string, nanoseconds: number): Detail {
  const scales: readonly (readonly [Unit, number])[] = [
    ["s", 1e9],
    ["ms", 1e6],
    ["µs", 1e3],
  ];
  const [unit, size] = scales.find(([, size]) => nanoseconds >= size) ?? (["ns", 1] as const);
  return { name, value: nanoseconds / size, unit };
}

/** The time that each of the sides took. */
export const timeDetails = (timings: readonly Timing[]): Detail[] =>
  timings.map(({ name, nanoseconds }) => timeDetail(name, nanoseconds));

/** A comparison of our side with others, in turn. */
export interface Comparison {
  readonly name: string;
  readonly ours: Side;
  readonly others: readonly (Side & {
    readonly promised?: Promised;
    readonly as?: "times as fast" | "times its time";
  })[];
  /** Milliseconds for one turn. */
  readonly turn?: number;
  /** Where in which chart the times are shown. */
  readonly shown?: Pick<Point, "chart" | "at">;
}

/** The points of a chart that the timings are. */
export const pointsOf = (timings: readonly Timing[], shown: Pick<Point, "chart" | "at">): Point[] =>
  timings.map(({ name, nanoseconds }) => ({ ...shown, series: name, nanoseconds }));

/** Measures a comparison and emits one line for each of the others. */
export async function compare(suite: string, options: SuiteOptions, comparison: Comparison): Promise<void> {
  const { name, ours, others, turn, shown } = comparison;
  const timings = await alternate([ours, ...others], effortOf(options, turn));
  const own = timingOf(timings, ours.name);
  for (const { name: other, promised, as = "times as fast" } of others) {
    const theirs = timingOf(timings, other);
    options.emit({
      suite,
      name: `${name}, against ${other}`,
      value: as === "times as fast" ? ratioOf(theirs, own) : ratioOf(own, theirs),
      unit: as,
      ...promised,
      details: timeDetails([own, theirs]),
      ...(shown === undefined ? {} : { points: pointsOf([own, theirs], shown) }),
    });
  }
}
