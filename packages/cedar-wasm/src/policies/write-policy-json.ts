import { emptyJsonObject, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Policy } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import { plainJson } from "../plain-json.ts";
import type { PolicyJson } from "../types/policies.ts";

/**
 * The JSON of a policy that was read from `given`. Where that was JSON already it is given back, as the reference does,
 * with its own choice between `Value` and the other forms of the same expression.
 */
export function writePolicyJson(policy: Policy, given: JsonValue): PolicyJson {
  const written = policyToJson(policy);
  const json = isCanonical(given)
    ? withKnownConditions(withoutEmptyAnnotations(withKnownScope(given, written)))
    : written;
  return plainJson(json) as PolicyJson;
}

/** The policy with its scope as it is written, whatever was read for it: other fields, lists of fields, other names. */
function withKnownScope(given: JsonObject, written: JsonValue): JsonObject {
  const json = Object.assign(emptyJsonObject(), given);
  for (const variable of ["principal", "action", "resource"])
    json[variable] = knownScope(given[variable], isJsonObject(written) ? written[variable] : undefined);
  return json;
}

/** What is written, but uids in `__entity` where they were given so. */
function knownScope(given: JsonValue | undefined, written: JsonValue | undefined): JsonValue {
  if (written === undefined || !isJsonObject(written)) return written ?? null;
  const part = (name: string): JsonValue | undefined =>
    given !== undefined && isJsonObject(given) ? given[name] : undefined;
  const fields = emptyJsonObject();
  for (const [name, value] of Object.entries(written)) {
    const own = part(name);
    if (name === "in") fields[name] = knownScope(own, value);
    else if (isJsonArray(value)) {
      fields[name] = value.map((uid, index) => knownUid(own !== undefined && isJsonArray(own) ? own[index] : own, uid));
    } else fields[name] = knownUid(own, value);
  }
  return fields;
}

function knownUid(given: JsonValue | undefined, written: JsonValue): JsonValue {
  const isEscaped = given !== undefined && isJsonObject(given) && given["__entity"] !== undefined;
  if (!isEscaped || !isJsonObject(written)) return written;
  return Object.assign(emptyJsonObject(), { __entity: written });
}

/** The policy with its conditions as they were read: `has` alone of all operators may have fields that nobody reads. */
function withKnownConditions(given: JsonObject): JsonObject {
  const { conditions } = given;
  if (conditions === undefined || !isJsonArray(conditions)) return given;
  const known = conditions.map((clause) => (isJsonObject(clause) ? mapFields(clause, knownExpression) : clause));
  return Object.assign(emptyJsonObject(), given, { conditions: known });
}

function knownExpression(given: JsonValue): JsonValue {
  if (!isJsonObject(given)) return given;
  return mapFields(given, (operands, operator) => {
    if (operator === "Value") return operands;
    if (isJsonArray(operands)) return operands.map(knownExpression);
    if (!isJsonObject(operands)) return operands;
    const { left = null, attr = null } = operands;
    return mapFields(operator === "has" ? { left, attr } : operands, knownExpression);
  });
}

function mapFields(given: JsonObject, change: (value: JsonValue, name: string) => JsonValue): JsonObject {
  const fields = emptyJsonObject();
  for (const [name, value] of Object.entries(given)) fields[name] = change(value, name);
  return fields;
}

/** Whether it has no shorthand that serde reads but does not write: structures as lists, words as objects. */
function isCanonical(given: JsonValue): given is JsonObject {
  if (!isJsonObject(given)) return false;
  const { annotations: _, ...parts } = given;
  const { conditions = null } = parts;
  return isJsonArray(conditions) && conditions.every(isJsonObject) && !hasNull(parts);
}

function hasNull(json: JsonValue): boolean {
  if (typeof json !== "object") return false;
  return json === null || Object.values(json as JsonObject).some(hasNull);
}

function withoutEmptyAnnotations(given: JsonObject): JsonObject {
  const { annotations } = given;
  if (annotations === undefined || (isJsonObject(annotations) && Object.keys(annotations).length > 0)) return given;
  const json = Object.assign(emptyJsonObject(), given);
  delete json["annotations"];
  return json;
}
