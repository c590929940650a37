import type { Diagnostic } from "./diagnostic.ts";

/**
 * The one error class of Deodar: thrown by `unwrap` for a failed {@link Result}, never by a reader itself.
 * Its message is the first diagnostic's, and says how many more there are.
 */
export class DiagnosticsError extends Error {
  override readonly name = "DiagnosticsError";
  /** All faults, in source order; never empty. */
  readonly diagnostics: readonly Diagnostic[];
  /** Tells instances of any copy of this package, where `instanceof` would fail. */
  readonly kind = "diagnostics-error";

  constructor(diagnostics: readonly Diagnostic[]) {
    super(summary(diagnostics));
    this.diagnostics = diagnostics;
  }
}

/** Whether a caught value is a {@link DiagnosticsError}, also one that another copy of this package made. */
export function isDiagnosticsError(value: unknown): value is DiagnosticsError {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "diagnostics-error";
}

function summary(diagnostics: readonly Diagnostic[]): string {
  const [first, ...rest] = diagnostics;
  if (first === undefined) return "unknown fault";
  return rest.length === 0 ? first.message : `${first.message} (and ${rest.length} more)`;
}
