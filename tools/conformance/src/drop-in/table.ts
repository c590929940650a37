import type { FunctionName } from "./calls.ts";
import type { Row } from "./run.ts";

/** A table of a comparison, as text. */
export function table(rows: ReadonlyMap<FunctionName, Row>): string {
  const total: Row = { inputs: 0, sameVerdict: 0, same: 0, crashed: 0 };
  for (const row of rows.values()) {
    total.inputs += row.inputs;
    total.sameVerdict += row.sameVerdict;
    total.same += row.same;
    total.crashed += row.crashed;
  }
  const lines = [...rows, ["all", total] as const].map(([name, { inputs, sameVerdict, same, crashed }]) =>
    [
      name.padEnd(30),
      String(inputs).padStart(8),
      percent(sameVerdict, inputs),
      percent(same, inputs),
      String(crashed).padStart(8),
    ].join("  "),
  );
  const head = ["function".padEnd(30), "  inputs", "same verdict", "same answer ", " crashed"].join("  ");
  return [head, ...lines].join("\n");
}

function percent(part: number, whole: number): string {
  if (whole === 0) return "-".padStart(12);
  // Rounded down: what is not all must not look like all.
  return `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`.padStart(12);
}
