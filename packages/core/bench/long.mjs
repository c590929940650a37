// Compares two forms of Long: `number` when safe and `bigint` beyond (what @deodar/core does), and `bigint` throughout.
// Run: pnpm --filter @deodar/core... build && node packages/core/bench/long.mjs
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { addLong, compareLong, equalValues, multiplyLong } from "../dist/index.js";

const count = 1000;
const rounds = 5000;
const small = Array.from({ length: count }, (_, index) => (index * 7919) % 1000003);
const large = small.map((value) => 2n ** 60n + BigInt(value));
const smallAsBigInt = small.map(BigInt);

const inRange = (integer) => (BigInt.asIntN(64, integer) === integer ? integer : undefined);

const cases = [
  ["add, small", small, addLong, smallAsBigInt, (a, b) => inRange(a + b)],
  ["add, beyond 2^53", large, addLong, large, (a, b) => inRange(a + b)],
  ["multiply, small", small, multiplyLong, smallAsBigInt, (a, b) => inRange(a * b)],
  ["compare, small", small, (a, b) => compareLong(a, b) < 0, smallAsBigInt, (a, b) => a < b],
  ["equality, small", small, equalValues, smallAsBigInt, (a, b) => equalValues(a, b)],
];

function nanoseconds(values, operation) {
  let kept = 0;
  const run = () => {
    for (let index = 1; index < values.length; index += 1) {
      if (operation(values[index - 1], values[index]) !== undefined) kept += 1;
    }
  };
  for (let round = 0; round < 500; round += 1) run();
  const start = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) run();
  const elapsed = Number(process.hrtime.bigint() - start);
  if (kept === 0) throw new Error("nothing was computed");
  return (elapsed / (rounds * (values.length - 1))).toFixed(1);
}

// Each measurement has a process of its own, so that none runs code that was optimised for another.
const [, , name, side] = process.argv;
if (name === undefined) {
  for (const [each] of cases) {
    const [canonical, bigint] = ["canonical", "bigint"].map((form) =>
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), each, form], { encoding: "utf8" }).trim(),
    );
    console.log(`${each}: canonical ${canonical} ns, bigint ${bigint} ns`);
  }
} else {
  const [, canonical, ours, bigints, theirs] = cases.find(([each]) => each === name);
  console.log(side === "canonical" ? nanoseconds(canonical, ours) : nanoseconds(bigints, theirs));
}
