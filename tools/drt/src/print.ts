import { coverageReport } from "./coverage.ts";
import type { Progress } from "./run.ts";
import type { Finding } from "./run-cases.ts";

/** One line of how it goes. */
export function progressLine({ tally, elapsed }: Progress): string {
  const { tests } = tally.total;
  const time = (elapsed / 1000).toFixed(0).padStart(5);
  const rate = Math.round((1000 * tests) / elapsed);
  const { seen, expected } = coverageReport(tally.census);
  const found = tally.findings.size;
  return `${time} s  ${short(tests)} tests, ${rate}/s, outcomes ${seen}/${expected}, ${found} disagreements`;
}

/** The figures of a run as a table. */
export function resultTable({ tally, elapsed, processor }: Progress): string {
  const { total } = tally;
  const lines = [...tally.rows, ["all", total] as const].map(([name, row]) =>
    [
      name.padEnd(18),
      String(row.cases).padStart(9),
      String(row.tests).padStart(10),
      percent(row.tests, total.tests),
      String(row.withReference).padStart(10),
      percent(row.time, total.time),
      String(row.time === 0 ? 0 : Math.round((1000 * row.tests) / row.time)).padStart(9),
    ].join("  "),
  );
  const head = "target                  cases       tests   share  reference    time  tests/s of a thread";
  const rate = `${Math.round((1000 * total.tests) / elapsed)} tests a second in ${(elapsed / 1000).toFixed(1)} s`;
  return [head, ...lines, `${rate}, ${Math.round((1000 * total.tests) / processor)} in a second of a processor`].join(
    "\n",
  );
}

/** What a disagreement is, for people. */
export function describeFinding({ target, what, classification, answers }: Finding, folder: string): string {
  const told = Object.entries(answers).map(([witness, answer]) => `    ${witness.padEnd(10)} ${answer}`);
  return [`  ${target}: ${what} (${classification.whose})`, ...told, `    ${folder}`].join("\n");
}

function short(count: number): string {
  if (count >= 1e6) return `${(count / 1e6).toFixed(2)}M`;
  return count >= 1e4 ? `${Math.round(count / 1000)}k` : String(count);
}

function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1)} %`.padStart(6);
}
