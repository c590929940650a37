import { type SchemaJson, schemaToJson } from "@cedar-policy/cedar-wasm/nodejs";
import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";

/** A fault in the shape that both readers can be brought into. */
export interface Fault {
  readonly message: string;
  readonly help: string | undefined;
  readonly labels: readonly { readonly start: number; readonly end: number; readonly text: string | undefined }[];
}

const prefix = /^failed to parse schema from (?:string: error parsing schema|JSON): /;

/** What the reference says of a schema. */
export interface Verdict {
  readonly accepted: boolean;
  /** What is wrong when it reads the schema: nothing if only resolving its names fails. */
  readonly reading: readonly Fault[];
  /** What is wrong when it resolves its names. */
  readonly resolving: readonly Fault[];
}

/** What the reference says of a schema, text or JSON. */
export function referenceVerdict(schema: string | object): Verdict {
  const answer = schemaToJson(schema as string | SchemaJson<string>);
  if (answer.type === "success") return { accepted: true, reading: [], resolving: [] };
  const offsets = new ByteOffsets(typeof schema === "string" ? schema : "");
  const all = answer.errors.flatMap((error) => [error, ...(error.related ?? [])]);
  const faults = all.map(({ message, help, sourceLocations = [] }) => ({
    message: message.replace(prefix, ""),
    help: help ?? undefined,
    labels: sourceLocations.map((label) => ({
      start: offsets.fromBytes(label.start),
      end: offsets.fromBytes(label.end),
      text: label.label ?? undefined,
    })),
  }));
  const isReading = prefix.test(all[0]?.message ?? "") && !/^unsupported feature/.test(faults[0]?.message ?? "");
  return { accepted: false, reading: isReading ? faults : [], resolving: isReading ? [] : faults };
}

/** What the reference finds wrong when it reads a schema. */
export function referenceFaults(schema: string | object): readonly Fault[] {
  return referenceVerdict(schema).reading;
}

/** Our faults in the same shape. */
export function comparable(errors: readonly Diagnostic[]): Fault[] {
  return errors.map(({ message, help, labels }) => ({
    message,
    help,
    labels: labels.map(({ start, end, text }) => ({ start, end, text })),
  }));
}
