// Measures how the cost of every construct grows with its size: the smallest time of several runs at n, 2n and 4n.
// What looks worse than linear is measured again at n, 4n and 16n; if that grows more than 64 times, four times what a
// linear cost would, it is marked and fails the script. --only TEXT measures what has the text in its name.
import { growths } from "../src/growth.ts";

const at = process.argv.indexOf("--only");
const only = at < 0 ? "" : (process.argv[at + 1] ?? "");
let worse = 0;
for (const { name, size, prepare } of growths) {
  if (!name.includes(only)) continue;
  const measure = (factor: number): number => fastest(prepare(factor * size));
  const doublings = [measure(1), measure(2), measure(4)];
  let line = `${name.padEnd(48)} ${show(doublings)}`;
  if (growthOf(doublings) > 8) {
    const fourfold = [measure(1), measure(4), measure(16)];
    const marked = growthOf(fourfold) > 64;
    if (marked) worse++;
    line += `   again, fourfold: ${show(fourfold)}${marked ? "  !!" : ""}`;
  }
  console.log(line);
}
console.log(`${worse} grow faster than linear`);
process.exitCode = worse === 0 ? 0 : 1;

function growthOf(times: readonly number[]): number {
  return (times.at(-1) ?? 0) / Math.max(times[0] ?? 0, 0.05);
}

function show(times: readonly number[]): string {
  return `${times.map((time) => `${time.toFixed(2).padStart(9)} ms`).join("")}   x${growthOf(times).toFixed(1)}`;
}

function fastest(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  const end = performance.now() + 400;
  for (let round = 0; round < 3 || (performance.now() < end && round < 30); round++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
    if (least > 5000) break;
  }
  return least;
}
