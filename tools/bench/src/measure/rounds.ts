import { type Clock, wallClock } from "./clock.ts";
import { median, pairedRatio, spread } from "./statistics.ts";

/** One of the things compared. */
export interface Side {
  readonly name: string;
  /**
   * Does the work `count` times and gives a number that depends on every result, so that no compiler may leave any of
   * it out.
   */
  readonly run: (count: number) => number;
  /** For work that is done elsewhere and timed there: does it `count` times and gives the nanoseconds that it took. */
  readonly timed?: (count: number) => number | Promise<number>;
}

/** How long to measure. */
export interface Effort {
  /** How often each side has its turn; odd, so that the median is one of the rounds. */
  readonly rounds: number;
  /** What one turn should take, in milliseconds. */
  readonly turn: number;
  /** How long each side is warmed up at the least, in milliseconds; three turns in any case. */
  readonly warmUp?: number;
  /** … and at the most: it goes on for as long as the side still gets faster. */
  readonly warmUpLimit?: number;
  readonly clock?: Clock;
}

/** What the rounds gave for one side. */
export interface Timing {
  readonly name: string;
  /** The median, in nanoseconds for one piece of work. */
  readonly nanoseconds: number;
  /** How far the rounds typically are from the median, as a part of it. */
  readonly spread: number;
  readonly perRound: readonly number[];
}

/** What was computed; read by nobody, but no compiler knows that. */
export const consumed = { sum: 0 };

/**
 * Times the sides in turn: each is warmed up and its count of repetitions found, then they alternate, in rotating order,
 * for a number of rounds. So whatever else the machine does meets them all alike.
 */
export async function alternate(sides: readonly Side[], effort: Effort): Promise<readonly Timing[]> {
  const clock = effort.clock ?? wallClock;
  const counts: number[] = [];
  for (const side of sides) counts.push(await warmUp(side, effort, clock));
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < effort.rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const index = (round + turn) % sides.length;
      const count = counts[index] as number;
      times[index]?.push((await time(sides[index] as Side, count, clock)) / count);
    }
  }
  return sides.map(({ name }, index) => {
    const perRound = times[index] as number[];
    return { name, nanoseconds: median(perRound), spread: spread(perRound), perRound };
  });
}

/** How many times as long the one takes as the other: the median over the rounds. */
export function ratioOf(slow: Timing, fast: Timing): number {
  return pairedRatio(slow.perRound, fast.perRound);
}

/** The timing of the side with this name. */
export function timingOf(timings: readonly Timing[], name: string): Timing {
  const found = timings.find((timing) => timing.name === name);
  if (found === undefined) throw new Error(`nothing called ${name} was timed`);
  return found;
}

async function time(side: Side, count: number, clock: Clock): Promise<number> {
  if (side.timed !== undefined) return side.timed(count);
  const start = clock();
  consumed.sum += side.run(count);
  return clock() - start;
}

/** So many turns without getting faster make a side warm. */
const patience = 12;

/** What counts as faster: to take less than this part of the shortest time so far. */
const faster = 0.98;

/**
 * Runs the side until it is warm, then says how often it runs in one turn. Large programs, of which each part runs
 * seldom, keep getting faster for thousands of runs.
 */
async function warmUp(side: Side, effort: Effort, clock: Clock): Promise<number> {
  const wanted = effort.turn * 1e6;
  const enough = Math.max(3 * wanted, (effort.warmUp ?? 0) * 1e6);
  const limit = Math.max(enough, (effort.warmUpLimit ?? 0) * 1e6);
  let count = 1;
  let spent = 0;
  let shortest = Infinity;
  let patient = patience;
  for (;;) {
    const taken = Math.max(1, await time(side, count, clock));
    spent += taken;
    const perPiece = taken / count;
    patient = perPiece < faster * shortest ? patience : patient - 1;
    shortest = Math.min(shortest, perPiece);
    if (spent > limit || (spent > enough && patient <= 0)) return Math.max(1, Math.round(wanted / perPiece));
    count = Math.max(count, Math.min(4 * count, Math.ceil(wanted / perPiece)));
  }
}
