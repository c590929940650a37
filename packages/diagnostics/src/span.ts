/**
 * A stretch of source text in UTF-16 code units, as JavaScript strings count them: `text.slice(start, end)`.
 * `end` is exclusive.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}
