import type { Span } from "./span.ts";

/** A place as editors show it. Both counts start at 1; columns are UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Turns offsets of one source text into lines and columns, and lines into spans. A line ends at LF, CRLF or a lone CR.
 *
 * Nothing is computed before the first question; that one reads the text once, every later one is a binary search.
 * Offsets outside the text count as its nearer end, so that no input makes a report fail.
 */
export class LineTable {
  readonly text: string;
  #starts: readonly number[] | undefined;

  /** @param text the source, as JavaScript holds it */
  constructor(text: string) {
    this.text = text;
  }

  /** How many lines there are: at least 1, and one more than there are line ends. */
  get lineCount(): number {
    return this.#lineStarts().length;
  }

  /** The line and column of a UTF-16 offset. An offset inside a line end belongs to the line that it ends. */
  position(offset: number): Position {
    const starts = this.#lineStarts();
    const clamped = Math.min(Math.max(offset, 0), this.text.length);
    const index = lastAtMost(starts, clamped);
    return { line: index + 1, column: clamped - (starts[index] ?? 0) + 1 };
  }

  /** Where a line (counted from 1) stands, without its line end; `undefined` when there is no such line. */
  lineSpan(line: number): Span | undefined {
    const starts = this.#lineStarts();
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    let end = starts[line] ?? this.text.length;
    if (line < starts.length) {
      end -= 1;
      if (end > start && this.text.charCodeAt(end) === lineFeed && this.text.charCodeAt(end - 1) === carriageReturn)
        end -= 1;
    }
    return { start, end };
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= findLineStarts(this.text);
    return this.#starts;
  }
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(index + 1) !== lineFeed))
      starts.push(index + 1);
  }
  return starts;
}

/** The index of the last element that is at most `limit`; the first element must be. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
