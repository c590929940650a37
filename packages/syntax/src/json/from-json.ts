import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { fromPlain, type JsonValue, locate, parseJson } from "@deodar/json";
import type { Policy } from "../ast.ts";
import { Cursor } from "./cursor.ts";
import { Faults } from "./faults.ts";
import type { PolicySetParts } from "./policy-set-parts.ts";
import { readPolicy } from "./read-policy.ts";
import { checkStatic, readPolicySet } from "./read-policy-set.ts";
import { slotsOf } from "./template.ts";

/** What a reader of one policy expects; without it, policies and templates are both welcome. */
export interface PolicyJsonOptions {
  readonly expect?: "static" | "template";
}

/**
 * Reads a policy or template from its JSON form (the reference calls it EST). As strict as the reference: unknown keys,
 * missing ones, unknown operators and wrong shapes are errors, each with its path in the document; slots belong to the
 * scope only. Records and annotations come out sorted by key. Nesting is at most `maxNesting`; chains have no limit.
 *
 * Takes what `parseJson` and `fromPlain` of `@deodar/json` give; for anything else use the functions below, as a value
 * that contains itself would never come to an end here.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function policyFromJsonValue(json: JsonValue, options: PolicyJsonOptions = {}): Result<Policy> {
  const faults = new Faults();
  const root = new Cursor(json, faults);
  const policy = readPolicy(root);
  if (options.expect === "static") checkStatic(policy, root);
  if (options.expect === "template" && slotsOf(policy).length === 0) root.meaningless("policy-json/expected-template");
  return faults.none ? success(policy) : failure(faults.all());
}

/** Like {@link policyFromJsonValue}, from JSON text: refuses duplicate keys at every depth; errors have places in the text. */
export function policyFromJson(text: string, options: PolicyJsonOptions = {}): Result<Policy> {
  return fromText(text, (json) => policyFromJsonValue(json, options));
}

/** Like {@link policyFromJsonValue}, from plain JavaScript: objects, arrays, strings, booleans, integers and bigints. */
export function policyFromPlain(value: unknown, options: PolicyJsonOptions = {}): Result<Policy> {
  const json = fromPlain(value);
  return json.ok ? policyFromJsonValue(json.value, options) : json;
}

/**
 * Reads a policy set from its JSON form, `{staticPolicies, templates, templateLinks}`, as plain data: each policy is
 * checked by itself, and the policies under `staticPolicies` have no slots; ids and links are not yet put together.
 * JavaScript keeps keys that look like array indexes, such as `"1"`, before all others, so ids like that lose their
 * place in the order.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html#policy-set-format
 */
export function policySetPartsFromJsonValue(json: JsonValue): Result<PolicySetParts> {
  const faults = new Faults();
  const parts = readPolicySet(new Cursor(json, faults));
  return faults.none ? success(parts) : failure(faults.all());
}

/** Like {@link policySetPartsFromJsonValue}, from JSON text. */
export function policySetPartsFromJson(text: string): Result<PolicySetParts> {
  return fromText(text, policySetPartsFromJsonValue);
}

/** Like {@link policySetPartsFromJsonValue}, from plain JavaScript. */
export function policySetPartsFromPlain(value: unknown): Result<PolicySetParts> {
  const json = fromPlain(value);
  return json.ok ? policySetPartsFromJsonValue(json.value) : json;
}

function fromText<T>(text: string, read: (json: JsonValue) => Result<T>): Result<T> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const result = read(json.value);
  return result.ok ? result : failure(result.errors.map((error, index) => placed(error, index, text)));
}

/** To find a place means to read the text once more, so only the first errors get one. */
const mostPlaced = 20;

function placed(error: Diagnostic, index: number, text: string): Diagnostic {
  const span = index < mostPlaced ? locate(text, error.path ?? []) : undefined;
  return span === undefined ? error : { ...error, labels: [span] };
}
