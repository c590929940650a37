import { type Detail, moreIsBetter, type Row, standingOf, type Unit } from "../measure/row.ts";

/** A number as people read it: three digits that count, thousands apart. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return Math.round(value).toLocaleString("en-US");
  return size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A number with its unit. */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit) {
    case "times as fast":
    case "times its time":
    case "times its size":
    case "times":
      return `${formatNumber(value)}×`;
    case "constructs":
      return formatNumber(value);
    case "ns":
    case "µs":
    case "ms":
    case "s":
    case "bytes":
    case "kB":
    case "MB":
    case "GB":
      return `${formatNumber(value)} ${unit}`;
  }
}

/** A promise as it stands in the table: `≥ 1,000×`, `≤ 3×`. */
export function formatPromise(limit: number | undefined, unit: Unit): string {
  if (limit === undefined) return "";
  return `${moreIsBetter(unit) ? "≥" : "≤"} ${formatFigure(limit, unit)}`;
}

/** The figures beside the judged one. */
export function formatDetails(details: readonly Detail[]): string {
  return details.map(({ name, value, unit }) => `${name} ${formatFigure(value, unit)}`).join("; ");
}

const standings = { aim: "aim", floor: "holds", unmet: "FAILS", none: "" } as const;

/** The cells of a row: what is measured, its value, floor, aim, whether it holds, and the figures behind it. */
export function cellsOf(row: Row): readonly string[] {
  return [
    row.name,
    formatFigure(row.value, row.unit) + (row.unit === "times as fast" ? " as fast" : ""),
    formatPromise(row.floor, row.unit),
    formatPromise(row.aim, row.unit),
    standings[standingOf(row)],
    formatDetails(row.details),
  ];
}

const headings = ["quantity", "measured", "floor", "aim", "", "figures"] as const;

/** The table for a terminal: one block for each suite. */
export function terminalTable(rows: readonly Row[]): string {
  const table = [headings, ...rows.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...table.map((cells) => [...(cells[column] ?? "")].length)));
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The table for the documentation. */
export function markdownTable(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const escaped = rows.map((row) => cellsOf(row).map((cell) => cell.replaceAll("|", "\\|")));
  return [line(headings), line(["---", "---:", "---:", "---:", "---", "---"]), ...escaped.map(line)].join("\n");
}
