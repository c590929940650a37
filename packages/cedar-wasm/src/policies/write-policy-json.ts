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
  const json = isCanonical(given) ? withoutEmptyAnnotations(withKnownScope(given, written)) : written;
  return plainJson(json) as PolicyJson;
}

/** The policy without the fields of its scope that are read by nobody, and so written by nobody. */
function withKnownScope(given: JsonObject, written: JsonValue): JsonObject {
  const json = Object.assign(emptyJsonObject(), given);
  for (const variable of ["principal", "action", "resource"])
    json[variable] = known(given[variable], isJsonObject(written) ? written[variable] : undefined);
  return json;
}

/** What was given, with only the fields that are written. */
function known(given: JsonValue | undefined, written: JsonValue | undefined): JsonValue {
  if (given === undefined || !isJsonObject(given) || written === undefined || !isJsonObject(written))
    return given ?? null;
  const fields = emptyJsonObject();
  for (const [name, value] of Object.entries(given)) {
    if (name === "in") fields[name] = known(value, written[name]);
    else if (Object.hasOwn(written, name)) fields[name] = isJsonArray(value) ? value.map(knownUid) : knownUid(value);
  }
  return fields;
}

/** A uid with nothing but its type and id; anything else as it is. */
function knownUid(given: JsonValue): JsonValue {
  if (!isJsonObject(given)) return given;
  const { __entity: escaped, type = null, id = null } = given;
  return escaped === undefined ? { type, id } : { __entity: knownUid(escaped) };
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
