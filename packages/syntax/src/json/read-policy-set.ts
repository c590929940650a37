import { isJsonArray, type JsonObject, type JsonValue } from "@deodar/json";
import type { EntityLiteral, Policy, SlotName } from "../ast.ts";
import type { Faults } from "./faults.ts";
import { inside, type Place } from "./place.ts";
import type { PolicySetParts, TemplateLinkParts } from "./policy-set-parts.ts";
import { readPolicy } from "./read-policy.ts";
import { readUid } from "./read-uid.ts";
import { hasMembers, readArray, readObject, readString, readVariant, wellFormed } from "./shape.ts";
import { slotsOf } from "./template.ts";

/** `{templates, staticPolicies, templateLinks}`, all three required. */
export function readPolicySet(json: JsonValue, place: Place, faults: Faults): PolicySetParts {
  const nothing = { staticPolicies: new Map(), templates: new Map(), templateLinks: [] };
  const object = readStructure(json, place, "PolicySet", ["templates", "staticPolicies", "templateLinks"], faults);
  if (object === undefined) return nothing;
  const staticPolicies = readPolicies(object["staticPolicies"] as JsonValue, inside(place, "staticPolicies"), faults);
  for (const [id, policy] of staticPolicies) checkStatic(policy, inside(inside(place, "staticPolicies"), id), faults);
  return {
    staticPolicies,
    templates: readPolicies(object["templates"] as JsonValue, inside(place, "templates"), faults),
    templateLinks: readLinks(object["templateLinks"] as JsonValue, inside(place, "templateLinks"), faults),
  };
}

/** Notes a fault if a policy that should be static has slots. */
export function checkStatic(policy: Policy, place: Place, faults: Faults): void {
  const slot = slotsOf(policy).at(-1);
  if (slot !== undefined) faults.meaningless("policy-json/expected-static", place, { slot });
}

/** A structure as an object or, as serde reads it too, its values in order. */
function readStructure(
  json: JsonValue,
  place: Place,
  name: string,
  keys: readonly string[],
  faults: Faults,
): JsonObject | undefined {
  if (!isJsonArray(json)) {
    const object = readObject(json, place, `struct ${name}`, faults);
    return object !== undefined && hasMembers(object, place, keys, [], faults) ? object : undefined;
  }
  if (json.length === keys.length) return Object.fromEntries(keys.map((key, index) => [key, json[index] as JsonValue]));
  const expected =
    json.length < keys.length ? `struct ${name} with ${keys.length} elements` : "fewer elements in array";
  faults.misshapen("policy-json/wrong-length", place, { length: String(json.length), expected });
  return undefined;
}

function readPolicies(json: JsonValue, place: Place, faults: Faults): Map<string, Policy> {
  const object = readObject(json, place, "a map", faults) ?? {};
  return new Map(
    Object.entries(object).map(([id, policy]) => {
      const here = inside(place, id);
      return [wellFormed(id, here, faults), readPolicy(policy, here, faults)];
    }),
  );
}

function readLinks(json: JsonValue, place: Place, faults: Faults): readonly TemplateLinkParts[] {
  return (readArray(json, place, faults) ?? []).flatMap((link, index) => readLink(link, inside(place, index), faults));
}

function readLink(json: JsonValue, place: Place, faults: Faults): readonly TemplateLinkParts[] {
  const link = readStructure(json, place, "TemplateLink", ["templateId", "newId", "values"], faults);
  if (link === undefined) return [];
  const templateId = readString(link["templateId"] as JsonValue, inside(place, "templateId"), faults);
  const newId = readString(link["newId"] as JsonValue, inside(place, "newId"), faults);
  const values = readValues(link["values"] as JsonValue, inside(place, "values"), faults);
  return [{ templateId, newId, values }];
}

function readValues(json: JsonValue, place: Place, faults: Faults): ReadonlyMap<SlotName, EntityLiteral> {
  const values = new Map<SlotName, EntityLiteral>();
  for (const [key, value] of Object.entries(readObject(json, place, "a map", faults) ?? {})) {
    const slot = readVariant(key, inside(place, key), ["?principal", "?resource"], faults);
    const uid = readUid(value, inside(place, key), "while parsing a template link", faults);
    if (slot !== undefined) values.set(slot, uid);
  }
  return values;
}
