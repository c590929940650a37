import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";
import type { DetailedError, Severity } from "./types/errors.ts";

/** An error that is not in any text. */
export function plainError(message: string, help: string | null = null): DetailedError {
  return { message, help, code: null, url: null, severity: null, sourceLocations: [], related: [] };
}

/**
 * The answer's form of one diagnostic. Places in `text` become byte offsets; without a text there are none. `prefix`
 * stands before the message.
 */
export function detailedError(diagnostic: Diagnostic, text: string | undefined, prefix = ""): DetailedError {
  return convert(diagnostic, text === undefined ? undefined : new ByteOffsets(text), prefix);
}

/** Like {@link detailedError}, for each of several diagnostics of one text. */
export function detailedErrors(diagnostics: readonly Diagnostic[], text: string | undefined): DetailedError[] {
  const offsets = text === undefined ? undefined : new ByteOffsets(text);
  return diagnostics.map((diagnostic) => convert(diagnostic, offsets, ""));
}

/** All faults of a text as one error, as the reference reports them: the first, with the others as related to it. */
export function textError(diagnostics: readonly Diagnostic[], text: string, prefix: string): DetailedError {
  const [first, ...others] = diagnostics;
  if (first === undefined) throw new Error("a failure has no diagnostics");
  const offsets = new ByteOffsets(text);
  const error = convert(first, offsets, prefix);
  return { ...error, related: [...(error.related ?? []), ...others.map((other) => convert(other, offsets, ""))] };
}

/** The first fault of a JSON document, as the reference reports no more, and without a place in it. */
export function jsonError(diagnostics: readonly Diagnostic[], prefix: string): DetailedError {
  const [first] = diagnostics;
  if (first === undefined) throw new Error("a failure has no diagnostics");
  return convert(first, undefined, prefix);
}

/** Faults for which the reference has no help, while Deodar has. */
const ownHelp: ReadonlySet<string> = new Set([
  "conformance/not-an-extension-value",
  "entities/lone-surrogate",
  "entities/not-a-long",
  "entities/null",
  "request/invalid-context",
]);

function convert(diagnostic: Diagnostic, offsets: ByteOffsets | undefined, prefix: string): DetailedError {
  const { code, message, help, severity, labels, related } = diagnostic;
  return {
    message: prefix + message,
    help: ownHelp.has(code) ? null : (help ?? null),
    code: null,
    url: null,
    severity: severityOf(severity),
    sourceLocations:
      offsets === undefined
        ? []
        : labels.map(({ start, end, text }) => ({
            label: text ?? null,
            start: offsets.toBytes(start),
            end: offsets.toBytes(end),
          })),
    related: related.map((other) => convert(other, offsets, "")),
  };
}

/** Errors have no severity of their own in the reference. */
function severityOf(severity: Diagnostic["severity"]): Severity | null {
  return severity === "error" ? null : severity;
}
