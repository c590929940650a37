// The process that hunts one mutant: `node hunter.mjs SEED MILLISECONDS PACKAGE`. It sends a message now and then to show that
// it is alive, and at last what it caught.
import { hunt } from "./hunt.ts";

const [seed = "1", milliseconds = "60000", area = ""] = process.argv.slice(2);
let lastSign = 0;
const alive = (): void => {
  const now = performance.now();
  if (now - lastSign < 500) return;
  lastSign = now;
  process.send?.("alive");
};
const result = hunt(Number(seed), area, Number(milliseconds), alive);
process.send?.(result, undefined, {}, () => process.exit(0));
