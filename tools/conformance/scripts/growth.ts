// Measures how the cost of every construct grows with its size: time at n, 2n and 4n, smallest of several runs.
// Prints a line each; what more than triples at a doubling, twice in a row, is marked and fails the script.
// --only TEXT measures what has the text in its name.
import { growths } from "../src/growth.ts";

const at = process.argv.indexOf("--only");
const only = at < 0 ? "" : (process.argv[at + 1] ?? "");
let worse = 0;
for (const { name, size, prepare } of growths) {
  if (!name.includes(only)) continue;
  const [one = 0, two = 0, four = 0] = [size, 2 * size, 4 * size].map((n) => fastest(prepare(n)));
  const factors = [two / one, four / two];
  const marked = Math.min(...factors) > 3 && four > 2;
  if (marked) worse++;
  console.log(
    `${marked ? "!!" : "  "} ${name.padEnd(48)} ${[one, two, four].map((time) => `${time.toFixed(2).padStart(9)} ms`).join("")}   x${factors.map((factor) => factor.toFixed(1)).join(" x")}`,
  );
}
console.log(`${worse} grow faster than linear`);
process.exitCode = worse === 0 ? 0 : 1;

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
