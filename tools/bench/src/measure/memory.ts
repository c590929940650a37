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
