import { Census } from "./census.ts";
import type { Finding } from "./run-cases.ts";
import type { Delivery } from "./worker.ts";

/** The figures of one target. */
export interface Row {
  cases: number;
  tests: number;
  withReference: number;
  /** Of all threads, in milliseconds. */
  time: number;
}

/** The sums of a run. */
export class Tally {
  readonly rows: Map<string, Row>;
  readonly census: Census = new Census();
  /** How often each kind of disagreement came up. */
  readonly kinds: Census = new Census();
  /** One of each kind that nobody has explained, the smallest. */
  readonly findings: Map<string, Finding> = new Map();

  constructor(targets: readonly string[]) {
    this.rows = new Map(targets.map((name) => [name, { cases: 0, tests: 0, withReference: 0, time: 0 }]));
  }

  add({ order, outcome, time }: Delivery): void {
    const row = this.rows.get(order.target) as Row;
    row.cases += outcome.cases;
    row.tests += outcome.tests;
    row.withReference += outcome.withReference;
    row.time += time;
    this.census.add(outcome.census);
    this.kinds.add(outcome.kinds);
    for (const finding of outcome.findings) {
      if (finding.classification.reason !== undefined) continue;
      const kind = `${finding.target}: ${finding.what}`;
      const known = this.findings.get(kind);
      if (known === undefined || finding.choices.length < known.choices.length) this.findings.set(kind, finding);
    }
  }

  /** All targets together. */
  get total(): Row {
    const total: Row = { cases: 0, tests: 0, withReference: 0, time: 0 };
    for (const row of this.rows.values()) {
      total.cases += row.cases;
      total.tests += row.tests;
      total.withReference += row.withReference;
      total.time += row.time;
    }
    return total;
  }
}
