import { ByteOffsets, type Diagnostic } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import {
  parseSchemaFragment,
  resolveSchema,
  type Schema,
  type SchemaFragment,
  schemaFragmentFromJsonValue,
} from "@deodar/schema";
import { detailedError, detailedErrors, jsonError, textError } from "../detailed-error.ts";
import type { Parsed } from "../policies/parse-policy.ts";
import { RecentTexts } from "../recent-texts.ts";
import type { Errors } from "../requests/errors.ts";
import type { DetailedError } from "../types/errors.ts";

/** A schema whose names are not resolved yet, and its text if it was given as one. */
export interface ParsedFragment {
  readonly fragment: SchemaFragment;
  readonly text: string | undefined;
}

/** A schema, and what to beware of in it. */
export interface LoadedSchema {
  readonly schema: Schema;
  /** New objects each time, since they are given to callers. */
  warnings(): DetailedError[];
}

/** Parses a schema, given as text or JSON. */
export function parseFragment(given: JsonValue): Parsed<ParsedFragment> {
  if (typeof given !== "string") {
    const fragment = schemaFragmentFromJsonValue(given);
    if (!fragment.ok) return { ok: false, error: shapeError(fragment.errors) };
    return { ok: true, value: { fragment: fragment.value, text: undefined } };
  }
  const fragment = parseSchemaFragment(given);
  if (fragment.ok) return { ok: true, value: { fragment: fragment.value, text: given } };
  return {
    ok: false,
    error: textError(fragment.errors, given, "failed to parse schema from string: error parsing schema: "),
  };
}

/** The reference advises about namespaces only where it is given a text of JSON, which the calls here never are. */
function shapeError(errors: readonly Diagnostic[]): DetailedError {
  const error = jsonError(errors, "failed to parse schema from JSON: ");
  return error.help?.startsWith("JSON formatted schema must specify a namespace.") === true
    ? { ...error, help: null }
    : error;
}

/** Parses and resolves a schema, given as text or JSON. */
export function loadSchema(given: JsonValue): Parsed<LoadedSchema> {
  return typeof given === "string" ? recent.get(given, load) : load(given);
}

const recent = new RecentTexts<Parsed<LoadedSchema>>();

function load(given: JsonValue): Parsed<LoadedSchema> {
  const parsed = parseFragment(given);
  if (!parsed.ok) return parsed;
  const { fragment, text } = parsed.value;
  const schema = resolveSchema([fragment]);
  if (!schema.ok) return { ok: false, error: resolutionError(schema.errors, text, formatOf(text)) };
  return { ok: true, value: { schema: schema.value, warnings: () => warningsOf(schema.warnings, text) } };
}

/** The schema of a call; `undefined` if there is none, or if it has errors, which are noted. */
export function readOptionalSchema(
  given: JsonValue | undefined,
  errors: Errors,
  warnings: DetailedError[],
): Schema | undefined {
  if (given === undefined || given === null) return undefined;
  const loaded = loadSchema(given);
  if (!loaded.ok) {
    errors.push(loaded.error);
    return undefined;
  }
  warnings.push(...loaded.value.warnings());
  return loaded.value.schema;
}

/** What a schema was read from that has this text, or none. */
export function formatOf(text: string | undefined): "string" | "JSON" {
  return text === undefined ? "JSON" : "string";
}

/** Whether the reference finds this while it reads a schema, before it looks at what the names mean. */
export function isFoundInReading({ code }: Diagnostic): boolean {
  return code === "schema/action-type-declared" || code === "schema/action-attributes";
}

/**
 * The first fault of a schema whose syntax is right: the reference reports no more. Of several unknown names it points at
 * the first only; if the schema is JSON, in the text of the name.
 *
 * @param format what the schema was read from, if the reference reads it for itself first
 */
export function resolutionError(
  errors: readonly Diagnostic[],
  text: string | undefined,
  format: "string" | "JSON" | undefined,
): DetailedError {
  const [first] = errors;
  if (first === undefined) throw new Error("a failure has no diagnostics");
  const isPrefixed = format !== undefined && isFoundInReading(first);
  const error = detailedError(first, text, isPrefixed ? `failed to parse schema from ${format}: ` : "");
  const [name] = /(?<=^failed to resolve types?: )[^,]+/.exec(first.message) ?? [];
  if (name === undefined) return error;
  const own = { label: null, start: 0, end: new ByteOffsets(name).byteLength };
  return { ...error, sourceLocations: text === undefined ? [own] : (error.sourceLocations ?? []).slice(0, 1) };
}

/** The warnings of a schema; the reference gives none for schemas in JSON. */
export function warningsOf(warnings: readonly Diagnostic[], text: string | undefined): DetailedError[] {
  return text === undefined ? [] : detailedErrors(warnings, text);
}
