import type { Diagnostic } from "./diagnostic.ts";
import { DiagnosticsError } from "./diagnostics-error.ts";

/** What a reader gives when the input is good; `warnings` may still have something to say. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
  readonly warnings: readonly Diagnostic[];
}

/** What a reader gives when the input is bad: every independent error, in source order, at least one. */
export interface Failure {
  readonly ok: false;
  readonly errors: readonly Diagnostic[];
}

/**
 * The answer of everything in Deodar that reads what users supply. Faults in the input are values; only misuse of the
 * API and bugs throw. {@link unwrap} turns a failure into an exception where that is handier.
 */
export type Result<T> = Success<T> | Failure;

const noWarnings: readonly Diagnostic[] = Object.freeze([]);

/** A {@link Success} with this value. */
export function success<T>(value: T, warnings: readonly Diagnostic[] = noWarnings): Success<T> {
  return { ok: true, value, warnings };
}

/** A {@link Failure} with these errors; an empty list is a bug of the caller and throws a `RangeError`. */
export function failure(errors: readonly Diagnostic[]): Failure {
  if (errors.length === 0) throw new RangeError("a failure needs at least one diagnostic");
  return { ok: false, errors };
}

/** The value of a success; throws a {@link DiagnosticsError} that carries the diagnostics of a failure. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new DiagnosticsError(result.errors);
}
