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
  const json = isCanonical(given) ? withoutEmptyAnnotations(given) : policyToJson(policy);
  return plainJson(json) as PolicyJson;
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
