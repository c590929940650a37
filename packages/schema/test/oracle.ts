import { type SchemaJson, schemaToJson } from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";

/** A fault in the shape that both readers can be brought into. */
export interface Fault {
  readonly message: string;
  readonly help: string | undefined;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly text: string | undefined }[];
}

const prefix = /^failed to parse schema from (?:string: error parsing schema|JSON): /;

/**
 * What the reference finds wrong with a schema, text or JSON, when it reads it: nothing if only resolving its names
 * fails.
 */
export function referenceFaults(schema: string | object): Fault[] {
  const answer = schemaToJson(schema as string | SchemaJson<string>);
  if (answer.type === "success") return [];
  const offsets = new ByteOffsets(typeof schema === "string" ? schema : "");
  const [first, ...rest] = answer.errors.flatMap((error) => [error, ...(error.related ?? [])]);
  if (first === undefined || !prefix.test(first.message)) return [];
  return [first, ...rest].map(({ message, help, sourceLocations = [] }) => ({
    message: message.replace(prefix, ""),
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
