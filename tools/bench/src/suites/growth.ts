import { type Growth, growths } from "@deodar/conformance/growth";
import { growthsOfSchemas } from "../growths-of-schemas.ts";
import type { Clock } from "../measure/clock.ts";
import type { Suite } from "./suite.ts";

/** The smallest time of several runs, in milliseconds. */
function fastest(run: () => unknown, clock: Clock): number {
  let least = Infinity;
  const end = clock() + 60e6;
  for (let round = 0; round < 3 || (clock() < end && round < 30); round += 1) {
    const start = clock();
    run();
    least = Math.min(least, clock() - start);
  }
  return least / 1e6;
}

/**
 * How many times its time at `n` a construct takes at `4n`; what looks worse than linear is measured again at larger
 * sizes, where caches no longer flatter the small ones, and twice the growth of one step is allowed.
 */
function growthOf({ name, prepare, size }: Growth, clock: Clock): Grown {
  const measure = (factor: number): number => fastest(prepare(factor * size), clock);
  const [one, , four] = [measure(1), measure(2), measure(4)];
  const factor = four / Math.max(one, 0.05);
  if (factor <= 8) return { name, factor, linear: true };
  const [small, middle, large] = [four, measure(16), measure(64)];
  return { name, factor, linear: !(middle > 9 * small && large > 9 * middle) };
}

interface Grown {
  readonly name: string;
  readonly factor: number;
  readonly linear: boolean;
}

/** Some constructs are refused from some size on: what cannot be measured is told, and does not end the run. */
function grown(construct: Growth, clock: Clock, say: (text: string) => void): readonly Grown[] {
  try {
    return [growthOf(construct, clock)];
  } catch (error) {
    say(`${construct.name} is not measured: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** That nothing costs more than linear time. */
export const growth: Suite = {
  name: "growth",
  about: "the cost of every construct, of like, of set equality and of schema resolution at n, 2n and 4n",
  run: ({ emit, clock, say }) => {
    const measured = [...growths, ...growthsOfSchemas].flatMap((construct) => grown(construct, clock, say));
    const worse = measured.filter(({ linear }) => !linear);
    for (const { name, factor } of worse) say(`${name}: ×${factor.toFixed(1)} at 4n`);
    const shown = measured.sort((a, b) => b.factor - a.factor).slice(0, 3);
    emit({
      suite: growth.name,
      name: `constructs of ${measured.length} whose cost grows faster than linear`,
      value: worse.length,
      unit: "constructs",
      floor: 0,
      aim: 0,
      details: shown.map(({ name, factor }) => ({ name: `${name}, 4n against n`, value: factor, unit: "times" })),
    });
  },
};
