// Measures how the cost of every construct grows with its size: the smallest time of several runs at n, 2n and 4n.
// What looks worse than linear is measured again at 4n, 16n and 64n, where caches no longer flatter the small sizes: if
// each step costs more than nine times the one before, where a linear cost would be four times, it is marked and fails
// the script. --only TEXT measures what has the text in its name.
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
    const again = [measure(4), measure(16), measure(64)];
    const [small = 1, middle = 1, large = 1] = again;
    const marked = middle > 9 * small && large > 9 * middle;
    if (marked) worse++;
    line += `   again: ${show(again)}${marked ? "  !!" : ""}`;
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
  for (let round = 0; round < 2 || (performance.now() < end && round < 30); round++) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
    if (least > 2000) break;
  }
  return least;
}
