import { expect, test } from "vitest";
import { alternate, consumed, ratioOf, timingOf } from "../src/measure/rounds.ts";

/** A clock that goes only when a side works: no test here depends on real time. */
function workshop() {
  let now = 0;
  const calls: string[] = [];
  const side = (name: string, nanoseconds: number) => ({
    name,
    run: (count: number) => {
      calls.push(name);
      now += count * nanoseconds;
      return count;
    },
  });
  return { clock: () => now, calls, side };
}

test("each side takes its own time, and the ratio is theirs", async () => {
  const { clock, side } = workshop();
  const timings = await alternate([side("fast", 100), side("slow", 1500)], { rounds: 9, turn: 1, clock });
  expect(timings.map(({ name, nanoseconds, spread }) => ({ name, nanoseconds, spread }))).toEqual([
    { name: "fast", nanoseconds: 100, spread: 0 },
    { name: "slow", nanoseconds: 1500, spread: 0 },
  ]);
  expect(ratioOf(timingOf(timings, "slow"), timingOf(timings, "fast"))).toBe(15);
  expect(timings[0]?.perRound).toHaveLength(9);
  expect(() => timingOf(timings, "other")).toThrow("nothing called other");
});

test("after warming up, the sides alternate, and who begins changes", async () => {
  const { clock, side, calls } = workshop();
  await alternate([side("a", 1e6), side("b", 1e6), side("c", 1e6)], { rounds: 3, turn: 1, clock });
  expect(calls.slice(-9).join("")).toBe("abcbcacab");
});

test("a turn lasts as long as was asked for, and results are consumed", async () => {
  const { clock, side } = workshop();
  const before = consumed.sum;
  const counts: number[] = [];
  const counted = side("a", 1000);
  const run = (count: number): number => {
    counts.push(count);
    return counted.run(count);
  };
  await alternate([{ name: "a", run }], { rounds: 3, turn: 2, clock });
  expect(counts.slice(-3)).toEqual([2000, 2000, 2000]);
  expect(consumed.sum - before).toBe(counts.reduce((sum, count) => sum + count, 0));
});

test("a side that times itself is believed", async () => {
  const timings = await alternate(
    [
      {
        name: "elsewhere",
        run: () => {
          throw new Error("not here");
        },
        timed: (count) => Promise.resolve(count * 7),
      },
    ],
    { rounds: 3, turn: 1 },
  );
  expect(timings[0]?.nanoseconds).toBe(7);
});
