import type { Span } from "./span.ts";

/** How bad it is: an `error` means that there is no result, a `warning` or an `advice` comes beside one. */
export type Severity = "error" | "warning" | "advice";

/** A place in the source that a diagnostic speaks of, with an optional word on what is there. */
export interface Label extends Span {
  readonly text?: string;
}

/**
 * One fault (or remark), for people and for programs.
 *
 * `code` is stable across versions and has its page in the documentation; `message` and `help` are worded as Cedar's
 * reference implementation words them wherever it has the same fault, and may change with it.
 */
export interface Diagnostic {
  /** Stable, of the form `area/what-is-wrong`, for example `syntax/unexpected-token`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** How to mend it. */
  readonly help?: string;
  /** Where it is; the first label is the main one. Empty where the input has no text (a tree, plain values). */
  readonly labels: readonly Label[];
  /** Where it is inside a JSON document or a JavaScript value: keys and array indexes from the root. */
  readonly path?: readonly (string | number)[];
  /** Further faults that belong to this one. */
  readonly related: readonly Diagnostic[];
}
