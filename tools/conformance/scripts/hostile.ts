// Runs the hostile inputs and prints what did not come out as expected, then one line for each group.
// --only TEXT runs cases whose name has the text; --slow MS also prints what took longer; --json prints one line of JSON.
import { hostileCases } from "../src/hostile/all.ts";
import { runHostile } from "../src/hostile/hostile-case.ts";

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = option("only") ?? "";
const slow = Number(option("slow") ?? Number.POSITIVE_INFINITY);
const json = process.argv.includes("--json");
const misses: { name: string; expected: string; got: string }[] = [];
const counts: Record<string, number> = {};
for (const [group, cases] of Object.entries(hostileCases)) {
  const started = process.cpuUsage();
  counts[group] = 0;
  const before = misses.length;
  for (const hostile of cases) {
    if (!`${group}: ${hostile.name}`.includes(only)) continue;
    counts[group]++;
    const begun = performance.now();
    const got = await runHostile(hostile);
    const took = performance.now() - begun;
    if (got !== hostile.expected) misses.push({ name: hostile.name, expected: hostile.expected, got });
    if (took > slow) console.error(`${Math.round(took)} ms: ${hostile.name}`);
  }
  if (!json) {
    for (const { name, expected, got } of misses.slice(before))
      console.log(`  ${name}\n    expected ${expected}\n    got      ${got}`);
    console.log(
      `${group}: ${counts[group]} cases, ${misses.length - before} wrong, ${Math.round(process.cpuUsage(started).user / 1000)} ms of work`,
    );
  }
}
if (json) console.log(JSON.stringify({ counts, misses }));
else process.exitCode = misses.length === 0 ? 0 : 1;
