import { ByteOffsets, type Diagnostic, escapeText } from "@deodar/diagnostics";
import { isJsonObject, type JsonValue } from "@deodar/json";
import { parseName } from "@deodar/syntax";
import { detailedError, jsonError } from "../detailed-error.ts";
import type { DetailedError, SourceLabel } from "../types/errors.ts";

/**
 * The error of a uid, a context or entities, of which the reference reports the first. What it says of a name that is
 * none points into the text of the name.
 */
export function inputError(errors: readonly Diagnostic[], json: JsonValue, prefix: string): DetailedError {
  const error = jsonError(errors, prefix);
  const [first] = errors;
  if (first === undefined) return error;
  const { code, message } = first;
  if (code === "entities/extension-call" && /: failed to evaluate (?:attribute|tag) /.test(message)) {
    // The reference loses the help on the way.
    return { ...error, help: null };
  }
  const [unknownFunction] =
    /(?<=^(?:error during entity deserialization: )?extension function `)[^`]*(?=` does not exist$)/.exec(message) ??
    [];
  if (unknownFunction !== undefined) return { ...error, sourceLocations: [wholeOf(unknownFunction)] };
  const name = wrongName(first, json);
  return name === undefined ? error : { ...error, sourceLocations: placesIn(name) };
}

/**
 * The error of a JSON policy, of which the reference reports the first: in the parser's words where it is of a name, with
 * the place in the text of the name; and with the policy's id, if it has one.
 */
export function policyJsonError(
  errors: readonly Diagnostic[],
  json: JsonValue,
  prefix: string,
  id: string | undefined,
): DetailedError {
  const error = jsonError(errors, prefix);
  const [first] = errors;
  if (first === undefined) return error;
  if (first.code === "policy-json/null-value" && id !== undefined) {
    return { ...error, message: error.message.replace("`JSON policy`", () => `\`${escapeText(id)}\``) };
  }
  const isKey = first.code === "policy-json/invalid-annotation-key";
  const name = isKey ? String(first.path?.at(-1)) : wrongName(first, json);
  if (name === undefined) return error;
  const parsed = parseName(name);
  const own = `"${name}" is not a name`;
  // A key is no path.
  const theirs = parsed.ok ? "unexpected token `::`" : parsed.errors[0]?.message;
  const message = error.message.endsWith(own) ? error.message.slice(0, -own.length) + theirs : error.message;
  return { ...error, message, sourceLocations: isKey ? [] : placesIn(name) };
}

const ofNames: ReadonlySet<string> = new Set([
  "entities/invalid-entity-type",
  "entities/invalid-function-name",
  "policy-json/invalid-name",
]);

/** The name that a fault is about. */
function wrongName({ code, path = [] }: Diagnostic, json: JsonValue): string | undefined {
  if (!ofNames.has(code)) return undefined;
  let at: JsonValue | undefined = json;
  for (const step of path) at = (at as { readonly [step: string]: JsonValue } | undefined)?.[step];
  if (typeof at === "string") return at;
  if (at === undefined || !isJsonObject(at)) return undefined;
  const { __entity: entity = at, __extn: call = at } = at;
  const { type } = isJsonObject(entity) ? entity : at;
  const { fn } = isJsonObject(call) ? call : at;
  const name = code === "entities/invalid-function-name" ? fn : type;
  return typeof name === "string" ? name : undefined;
}

/** Where the name is wrong: what does not parse, or else the first character that its normal form has not. */
function placesIn(name: string): SourceLabel[] {
  const parsed = parseName(name);
  if (!parsed.ok) return detailedError(parsed.errors[0] as Diagnostic, name).sourceLocations ?? [];
  let same = 0;
  while (same < parsed.value.length && parsed.value[same] === name[same]) same++;
  const at = new ByteOffsets(name).toBytes(same);
  return [{ label: null, start: at, end: at }];
}

/** The place that is all of this text. */
export function wholeOf(name: string): SourceLabel {
  return { label: null, start: 0, end: new ByteOffsets(name).byteLength };
}
