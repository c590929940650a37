import type { Diagnostic } from "./diagnostic.ts";

const brand: unique symbol = Symbol.for("@deodar/diagnostics/DiagnosticsError");

/**
 * The one error class of Deodar: thrown by `unwrap` for a failed {@link Result}, never by a reader itself.
 * Its message is the first diagnostic's, and says how many more there are.
 */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  /** All faults, in source order; never empty. */
  readonly diagnostics: readonly Diagnostic[];
  /** Marks instances across copies of this package, where `instanceof` would fail. */
  readonly [brand] = true;

  constructor(diagnostics: readonly Diagnostic[]) {
    super(summary(diagnostics));
    this.diagnostics = diagnostics;
  }
}

/** Whether a caught value is a {@link DiagnosticsError}, also one that another copy of this package made. */
export function isDiagnosticsError(value: unknown): value is DiagnosticsError {
  return typeof value === "object" && value !== null && (value as { [brand]?: unknown })[brand] === true;
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const [first, ...rest] = diagnostics;
  if (first === undefined) return "unknown fault";
  return rest.length === 0 ? first.message : `${first.message} (and ${rest.length} more)`;
}
