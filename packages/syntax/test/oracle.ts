import { policySetTextToParts } from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";

/** A fault in the shape that both parsers can be brought into. */
export interface Fault {
  readonly message: string;
  readonly help: string | undefined;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly text: string | undefined }[];
}

/** What the reference finds wrong with a text of policies and templates; nothing if it reads it. */
export function referenceFaults(text: string): Fault[] {
  const answer = policySetTextToParts(text);
  if (answer.type === "success") return [];
  const offsets = new ByteOffsets(text);
  return answer.errors
    .flatMap((error) => [error, ...(error.related ?? [])])
    .map(({ message, help, sourceLocations = [] }) => ({
      message: message.replace(/^failed to parse policies from string: /, ""),
      help: help ?? undefined,
      labels: sourceLocations.map((label) => ({
        start: offsets.fromBytes(label.start),
        end: offsets.fromBytes(label.end),
        text: label.label ?? undefined,
      })),
    }));
}

/** Our faults in the same shape. */
export function comparable(errors: readonly Diagnostic[]): Fault[] {
  return errors.map(({ message, help, labels }) => ({
    message,
    help,
    labels: labels.map(({ start, end, text }) => ({ start, end, text })),
  }));
}
