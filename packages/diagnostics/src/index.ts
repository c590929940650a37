export type { Diagnostic, Label, Severity } from "./diagnostic.ts";
export { DiagnosticsError, isDiagnosticsError } from "./diagnostics-error.ts";
export type { Failure, Result, Success } from "./result.ts";
export { failure, success, unwrap } from "./result.ts";
export type { Span } from "./span.ts";
