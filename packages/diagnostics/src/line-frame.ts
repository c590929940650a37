import { displayLine, displayWidth, neutralise } from "./display-text.ts";
import type { LineTable } from "./line-table.ts";
import type { Mark } from "./mark.ts";
import { type Paint, paint } from "./style.ts";

/** How the marks of a frame are painted. */
export interface MarkPaint {
  readonly main: Paint | undefined;
  readonly secondary: Paint | undefined;
}

/** One source line as shown: what of it is printed, and the rows of underlining and texts below. */
export interface LineFrame {
  readonly source: string;
  readonly rows: readonly string[];
}

/** A mark in display columns; `to` is past its last cell, and at least one past `from`. */
interface Cells {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

const ellipsis = "…";

/** Lays out one line and its marks (at least one), cut to about `maxWidth` cells around the main mark. */
export function lineFrame(
  table: LineTable,
  line: number,
  marks: readonly Mark[],
  maxWidth: number,
  paints: MarkPaint,
): LineFrame {
  const span = table.lineSpan(line) ?? { start: 0, end: 0 };
  const focus = marks.find((mark) => mark.main) ?? marks[0];
  const overlong = span.end - span.start > maxWidth;
  const start = overlong ? Math.max(span.start, (focus?.start ?? 0) - Math.floor(maxWidth / 3)) : span.start;
  const end = overlong ? Math.min(span.end, start + maxWidth) : span.end;
  const before = start > span.start ? ellipsis : "";
  const after = end < span.end ? ellipsis : "";
  const shown = displayLine(table.text.slice(start, end));
  const columnAt = (offset: number): number => {
    const index = Math.min(Math.max(offset, start), end) - start;
    return (shown.columns[index] ?? 0) + before.length;
  };
  const cells = marks.map((mark): Cells => {
    const from = columnAt(mark.start);
    return { from, to: Math.max(columnAt(mark.end), from + 1), mark };
  });
  return { source: before + shown.text + after, rows: markRows(cells, paints) };
}

/** The underlining, the text of the last mark beside it, and the other texts hung below on `|` lines. */
function markRows(cells: readonly Cells[], paints: MarkPaint): readonly string[] {
  const texts = cells.filter(({ mark }) => mark.text !== "").sort((a, b) => b.from - a.from);
  const rightEnd = Math.max(...cells.map(({ to }) => to));
  const beside = texts[0] !== undefined && texts[0].to === rightEnd ? texts[0] : undefined;
  const hung = beside === undefined ? texts : texts.slice(1);
  const rows = [
    underline(cells, paints) + (beside === undefined ? "" : ` ${inked(beside.mark, textOf(beside.mark), paints)}`),
  ];
  if (hung.length > 0) rows.push(bars(hung, paints).row);
  for (const [index, { from, mark }] of hung.entries()) {
    const left = bars(
      hung.slice(index + 1).filter((other) => other.from < from),
      paints,
    );
    rows.push(left.row + " ".repeat(from - left.width) + inked(mark, textOf(mark), paints));
  }
  return rows;
}

/** One row with `^` under the main mark and `-` under the others; the main mark is drawn over them. */
function underline(cells: readonly Cells[], paints: MarkPaint): string {
  const ordered = [...cells].sort((a, b) => Number(a.mark.main) - Number(b.mark.main));
  const row: (Mark | undefined)[] = [];
  for (const { from, to, mark } of ordered) for (let column = from; column < to; column += 1) row[column] = mark;
  let text = "";
  for (let column = 0; column < row.length; ) {
    const mark = row[column];
    let end = column + 1;
    while (end < row.length && row[end] === mark) end += 1;
    text +=
      mark === undefined ? " ".repeat(end - column) : inked(mark, (mark.main ? "^" : "-").repeat(end - column), paints);
    column = end;
  }
  return text;
}

/** A row with a `|` at the start of every mark. */
function bars(cells: readonly Cells[], paints: MarkPaint): { readonly row: string; readonly width: number } {
  let row = "";
  let width = 0;
  for (const { from, mark } of [...cells].sort((a, b) => a.from - b.from)) {
    if (from < width) continue;
    row += " ".repeat(from - width) + inked(mark, "|", paints);
    width = from + displayWidth("|");
  }
  return { row, width };
}

function textOf(mark: Mark): string {
  return neutralise(mark.text).replaceAll("\n", " ");
}

function inked(mark: Mark, text: string, paints: MarkPaint): string {
  return paint(text, mark.main ? paints.main : paints.secondary);
}
