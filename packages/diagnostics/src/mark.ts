import type { Diagnostic } from "./diagnostic.ts";
import type { LineTable } from "./line-table.ts";

/** A stretch of one line to underline, as UTF-16 offsets into the whole text. */
export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether it belongs to the diagnostic's first label. */
  readonly main: boolean;
}

/** A frame shows at most so many labels of one diagnostic. */
export const mostLabelsShown: number = 12;

/** Of a label over many lines the first two and the last two are shown. */
const linesKeptAtEachEnd = 2;

/** The marks of a diagnostic's labels, in source order. A label over several lines gives one mark for each line shown. */
export function marksOf(diagnostic: Diagnostic, table: LineTable): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [index, label] of diagnostic.labels.slice(0, mostLabelsShown).entries()) {
    const start = clamp(label.start, table.text.length);
    const end = Math.max(start, clamp(label.end, table.text.length));
    const firstLine = table.position(start).line;
    const lastLine = end === start ? firstLine : table.position(end - 1).line;
    for (const line of shownLines(firstLine, lastLine)) {
      const span = table.lineSpan(line);
      if (span === undefined) continue;
      const from = line === firstLine ? Math.min(start, span.end) : firstInk(table.text, span.start, span.end);
      const to = line === lastLine ? Math.min(end, span.end) : span.end;
      const text = line === lastLine ? (label.text ?? "") : "";
      marks.push({ line, start: from, end: Math.max(from, to), text, main: index === 0 });
    }
  }
  return marks.sort((a, b) => a.line - b.line || a.start - b.start);
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}

function shownLines(first: number, last: number): readonly number[] {
  const lines: number[] = [];
  for (let line = first; line <= last; line += 1) {
    if (line === first + linesKeptAtEachEnd) line = Math.max(line, last - linesKeptAtEachEnd + 1);
    lines.push(line);
  }
  return lines;
}

/** Where a line's indentation ends, so that the lines inside a label are underlined from their first word on. */
function firstInk(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && (text[index] === " " || text[index] === "\t")) index += 1;
  return index;
}
