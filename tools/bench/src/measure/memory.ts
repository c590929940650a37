import { consumed } from "./rounds.ts";
import { median } from "./statistics.ts";

/** Collects all garbage. Throws where node was started without `--expose-gc`. */
export function collectGarbage(): void {
  const collect = (globalThis as { readonly gc?: () => void }).gc;
  if (collect === undefined) throw new Error("start node with --expose-gc");
  // Twice, since what the first finds unreachable may have kept something from the second's sight.
  collect();
  collect();
}

/** The bytes that live objects take, after collecting garbage, array buffers included. */
export function heapInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * The bytes that one piece of work allocates, whether they stay in use or not: steadier than its time, on any machine.
 * The work is done so seldom between two readings that no garbage is collected in between.
 *
 * @param run does the work as often as it is told; it should be warm, since allocations go as code is optimized
 */
export function allocatedBy(run: (count: number) => number, count = 1000): number {
  const bytes = Array.from({ length: 9 }, () => {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    consumed.sum += run(count);
    return (process.memoryUsage().heapUsed - before) / count;
  });
  return median(bytes);
}
