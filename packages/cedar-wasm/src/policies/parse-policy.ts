import { escapeText } from "@deodar/diagnostics";
import type { JsonValue } from "@deodar/json";
import { type Policy, parsePolicy, type Slot } from "@deodar/syntax";
import { policyFromJsonValue } from "@deodar/syntax/json";
import { detailedError, textError } from "../detailed-error.ts";
import { policyJsonError } from "../requests/input-error.ts";
import type { DetailedError } from "../types/errors.ts";

/** A policy or template, and its text if it was given as one. */
export interface ParsedPolicy {
  readonly policy: Policy;
  readonly text: string | undefined;
}

/** What came of parsing something. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: DetailedError };

/** What is expected of a single policy. */
export type PolicyKind = "policy" | "template";

/**
 * Parses one policy or template, given as text or JSON. With an id, messages name it.
 */
export function parseOne(given: JsonValue, kind: PolicyKind, id?: string): Parsed<ParsedPolicy> {
  const name = id === undefined ? kind : `${kind} with id \`${escapeText(id)}\``;
  return typeof given === "string" ? fromText(given, kind, name) : fromJson(given, kind, name, id);
}

function fromText(text: string, kind: PolicyKind, name: string): Parsed<ParsedPolicy> {
  const prefix = `failed to parse ${name} from string: `;
  const parsed = parsePolicy(text);
  if (!parsed.ok) return { ok: false, error: textError(parsed.errors, text, prefix) };
  const policy = parsed.value;
  const [slot] = slotsOf(policy);
  if ((slot !== undefined) === (kind === "template")) return { ok: true, value: { policy, text } };
  const wrong = slot === undefined ? expectedTemplate(policy) : expectedStatic(slot);
  return { ok: false, error: detailedError(wrong, text, prefix) };
}

function fromJson(json: JsonValue, kind: PolicyKind, name: string, id: string | undefined): Parsed<ParsedPolicy> {
  const parsed = policyFromJsonValue(json, { expect: kind === "policy" ? "static" : "template" });
  if (parsed.ok) return { ok: true, value: { policy: parsed.value, text: undefined } };
  const prefix = `failed to parse ${name} from JSON: error deserializing a policy/template from JSON: `;
  return { ok: false, error: policyJsonError(parsed.errors, json, prefix, id) };
}

/** The slots of a policy's scope, `?resource` first, as the reference tells of them. */
export function slotsOf({ principal, resource }: Policy): readonly Slot[] {
  return [resource, principal].flatMap((constraint) =>
    "entity" in constraint && constraint.entity.kind === "slot" ? [constraint.entity] : [],
  );
}

function expectedStatic(slot: Slot) {
  return {
    code: "policy-json/expected-static",
    severity: "error",
    message: `expected a static policy, got a template containing the slot ${slot.name}`,
    help: "try removing the template slot(s) from this policy",
    labels: slot.span === undefined ? [] : [slot.span],
    related: [],
  } as const;
}

function expectedTemplate({ span }: Policy) {
  return {
    code: "policy-json/expected-template",
    severity: "error",
    message: "expected a template, got a static policy",
    help: "a template should include slot(s) `?principal` or `?resource`",
    labels: span === undefined ? [] : [span],
    related: [],
  } as const;
}
