import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Annotation, Condition, Effect, Expression, Policy } from "../ast.ts";
import { nestingOf } from "../depth.ts";
import { compareKeys } from "../key-order.ts";
import { maxNesting } from "../limits.ts";
import type { Faults } from "./faults.ts";
import { checkAnnotationKey } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { readExpression } from "./read-expression.ts";
import { readActionConstraint, readPartyConstraint } from "./read-scope.ts";
import { describe, hasMembers, member, readArray, readObject, readString, readVariant } from "./shape.ts";

const required = ["effect", "principal", "action", "resource", "conditions"] as const;
const keys = [...required, "annotations"] as const;

/** The members of a policy with their places. */
type Members = ReadonlyMap<string, { readonly json: JsonValue; readonly place: Place }>;

/** A policy or template; what cannot be read is noted, and something harmless stands in for it. */
export function readPolicy(json: JsonValue, place: Place, faults: Faults): Policy {
  const members = membersOf(json, place, faults);
  const at = (key: (typeof keys)[number]) => members.get(key);
  const effect = at("effect");
  const principal = at("principal");
  const action = at("action");
  const resource = at("resource");
  const conditions = at("conditions");
  const annotations = at("annotations");
  return {
    kind: "policy",
    span: undefined,
    annotations: annotations === undefined ? [] : readAnnotations(annotations.json, annotations.place, faults),
    effect: effect === undefined ? "forbid" : readEffect(effect.json, effect.place, faults),
    principal:
      principal === undefined ? anyone : readPartyConstraint(principal.json, principal.place, "principal", faults),
    action: action === undefined ? anyone : readActionConstraint(action.json, action.place, faults),
    resource: resource === undefined ? anyone : readPartyConstraint(resource.json, resource.place, "resource", faults),
    conditions: conditions === undefined ? [] : readConditions(conditions.json, conditions.place, faults),
  };
}

const anyone: { readonly kind: "scopeAny"; readonly span: undefined } = { kind: "scopeAny", span: undefined };

function membersOf(json: JsonValue, place: Place, faults: Faults): Members {
  if (isJsonArray(json)) return elementsOf(json, place, faults);
  const object = readObject(json, place, "struct Policy", faults);
  if (object === undefined) return new Map();
  hasMembers(object, place, required, ["annotations"], faults);
  return new Map(
    keys.flatMap((key) => {
      const value = member(object, key);
      return value === undefined ? [] : [[key, { json: value, place: inside(place, key) }]];
    }),
  );
}

/** Serde reads a structure from its values in order, too. */
function elementsOf(elements: readonly JsonValue[], place: Place, faults: Faults): Members {
  const length = String(elements.length);
  if (elements.length < required.length) {
    faults.misshapen("policy-json/wrong-length", place, { length, expected: "struct Policy with 6 elements" });
  } else if (elements.length > keys.length) {
    faults.misshapen("policy-json/wrong-length", place, { length, expected: "fewer elements in array" });
  }
  return new Map(
    elements
      .slice(0, keys.length)
      .map((value, index) => [keys[index] as string, { json: value, place: inside(place, index) }]),
  );
}

function readEffect(json: JsonValue, place: Place, faults: Faults): Effect {
  return readVariant(json, place, ["permit", "forbid"], faults) ?? "forbid";
}

function readAnnotations(json: JsonValue, place: Place, faults: Faults): readonly Annotation[] {
  const object = readObject(json, place, "a map", faults);
  if (object === undefined) return [];
  return Object.keys(object)
    .sort(compareKeys)
    .map((key) => {
      const here = inside(place, key);
      checkAnnotationKey(key, here, faults);
      const value = object[key] as JsonValue;
      return {
        kind: "annotation",
        span: undefined,
        key,
        value: value === null ? null : readString(value, here, faults),
      };
    });
}

function readConditions(json: JsonValue, place: Place, faults: Faults): readonly Condition[] {
  return (readArray(json, place, faults) ?? []).flatMap((condition, index) =>
    readCondition(condition, inside(place, index), faults),
  );
}

function readCondition(json: JsonValue, place: Place, faults: Faults): readonly Condition[] {
  const parts = conditionParts(json, place, faults);
  if (parts === undefined) return [];
  const [kindKey, bodyKey] = isJsonArray(json) ? [0, 1] : ["kind", "body"];
  const clause = readVariant(parts.kind, inside(place, kindKey), ["when", "unless"], faults) ?? "when";
  faults.clause = clause;
  const here = inside(place, bodyKey);
  const { expression: body, size } = readExpression(parts.body, here, faults);
  // A node adds at most two levels, so most expressions are too small to be too deep.
  if (size > maxNesting / 2 && faults.none) checkDepth(body, here, faults);
  return [{ kind: "condition", span: undefined, clause, body }];
}

function checkDepth(body: Expression, place: Place, faults: Faults): void {
  const depth = nestingOf(body);
  if (depth <= maxNesting) return;
  faults.meaningless("policy-json/too-deep", place, { depth: String(depth), limit: String(maxNesting) });
}

function conditionParts(
  json: JsonValue,
  place: Place,
  faults: Faults,
): { readonly kind: JsonValue; readonly body: JsonValue } | undefined {
  const name = "adjacently tagged enum Clause";
  if (isJsonArray(json)) {
    const [kind, body] = json;
    if (kind !== undefined && body !== undefined && json.length === 2) return { kind, body };
    const expected = json.length < 2 ? name : "fewer elements in array";
    faults.misshapen("policy-json/wrong-length", place, { length: String(json.length), expected });
    return undefined;
  }
  if (!isJsonObject(json)) {
    faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected: name });
    return undefined;
  }
  return hasMembers(json, place, ["kind", "body"], [], faults) ? kindAndBody(json) : undefined;
}

function kindAndBody(object: JsonObject): { readonly kind: JsonValue; readonly body: JsonValue } {
  return { kind: object["kind"] as JsonValue, body: object["body"] as JsonValue };
}
