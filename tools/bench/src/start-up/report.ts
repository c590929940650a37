/**
 * Prints when this process came to its first line and when it had its first decision, on the wall and of the processor,
 * and the memory that it has, in bytes.
 */
export function report(entry: readonly number[], decision: string): void {
  if (decision !== "allow") throw new Error(`the decision is ${decision}`);
  console.log(JSON.stringify({ entry, decided: now(), memory: process.memoryUsage.rss() }));
}

/** Nanoseconds since the process started: on the wall, and those that it had a processor. */
export function now(): readonly number[] {
  const { user, system } = process.cpuUsage();
  return [performance.now() * 1e6, (user + system) * 1000];
}
