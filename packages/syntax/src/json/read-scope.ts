import { quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { ActionConstraint, EntityLiteral, PrincipalConstraint, Slot, SlotName } from "../ast.ts";
import { Faults } from "./faults.ts";
import { checkEntityType } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { readUid } from "./read-uid.ts";
import { describe, hasMembers, member, readString, readVariant } from "./shape.ts";

const anyone: { readonly kind: "scopeAny"; readonly span: undefined } = { kind: "scopeAny", span: undefined };
const uidContext = "in uid field of <unknown entity>";

/**
 * The constraint on the principal or on the resource.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html#principal
 */
export function readPartyConstraint(
  json: JsonValue,
  place: Place,
  party: "principal" | "resource",
  faults: Faults,
): PrincipalConstraint {
  const name = party === "principal" ? "PrincipalConstraint" : "ResourceConstraint";
  const scope = readOperator(json, place, name, ["All", "all", "==", "in", "is"], faults);
  switch (scope?.operator) {
    case undefined:
    case "All":
    case "all":
      return anyone;
    case "==": {
      const entity = readReference(scope.body, place, party, "EqConstraint", faults);
      return entity === undefined ? anyone : { kind: "scopeEqual", span: undefined, entity };
    }
    case "in": {
      const entity = readReference(scope.body, place, party, "PrincipalOrResourceInConstraint", faults);
      return entity === undefined ? anyone : { kind: "scopeIn", span: undefined, entity };
    }
    case "is":
      return readIs(scope.body, place, party, faults);
  }
}

/**
 * The constraint on the action; its entities are of the type `Action`, in any namespace.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html#action
 */
export function readActionConstraint(json: JsonValue, place: Place, faults: Faults): ActionConstraint {
  const scope = readOperator(json, place, "ActionConstraint", ["All", "all", "==", "in"], faults);
  switch (scope?.operator) {
    case undefined:
    case "All":
    case "all":
      return anyone;
    case "==": {
      const entity = readReference(scope.body, place, "action", "EqConstraint", faults);
      if (entity === undefined || entity.kind === "slot") return anyone;
      checkActions([entity], place, faults);
      return { kind: "scopeActionEqual", span: undefined, entity };
    }
    case "in":
      return readActionIn(scope.body, place, faults);
  }
}

interface Operator<Word> {
  readonly operator: Word;
  /** The object that the operator is in, or the elements behind the operator in serde's array form. */
  readonly body: JsonObject | readonly JsonValue[];
}

function readOperator<Word extends string>(
  json: JsonValue,
  place: Place,
  name: string,
  words: readonly Word[],
  faults: Faults,
): Operator<Word> | undefined {
  if (!isJsonArray(json) && !isJsonObject(json)) {
    const expected = `internally tagged enum ${name}`;
    faults.misshapen("policy-json/unexpected-type", place, { found: describe(json), expected });
    return undefined;
  }
  const given = isJsonArray(json) ? json[0] : member(json, "op");
  const operatorPlace = inside(place, isJsonArray(json) ? 0 : "op");
  if (given === undefined) {
    faults.misshapen("policy-json/missing-field", place, { field: "op" });
    return undefined;
  }
  if (typeof given !== "string") {
    const expected = "variant identifier";
    faults.misshapen("policy-json/unexpected-type", operatorPlace, { found: describe(given), expected });
    return undefined;
  }
  const operator = readVariant(given, operatorPlace, words, faults);
  if (operator === undefined) return undefined;
  const body = isJsonArray(json) ? json.slice(1) : json;
  if (isJsonArray(body) && body.length > 0 && (operator === "All" || operator === "all")) {
    const length = String(body.length);
    faults.misshapen("policy-json/wrong-length", place, { length, expected: "0 elements in sequence" });
  }
  return { operator, body };
}

/** `{entity}` or `{slot}`; the entity goes first if both are there. */
function readReference(
  body: JsonValue,
  place: Place,
  party: "principal" | "action" | "resource",
  name: string,
  faults: Faults,
): EntityLiteral | Slot | undefined {
  const object = isJsonObject(body) ? body : undefined;
  const entity = object && member(object, "entity");
  if (entity !== undefined) return readUid(entity, inside(place, "entity"), uidContext, faults);
  const slot = object && member(object, "slot");
  const slotName = slot === undefined ? undefined : readSlotName(slot);
  if (slotName === undefined) {
    faults.misshapen("policy-json/no-match", place, { name });
    return undefined;
  }
  if (party === "action") faults.meaningless("policy-json/action-slot", inside(place, "slot"));
  else if (slotName !== `?${party}`) faults.meaningless("policy-json/wrong-slot", inside(place, "slot"));
  return { kind: "slot", span: undefined, name: slotName };
}

/** A slot's name, without a word about what it is if it is none: the message is about all that was tried. */
function readSlotName(json: JsonValue): SlotName | undefined {
  return readVariant(json, undefined, ["?principal", "?resource"], new Faults());
}

function readIs(
  body: JsonObject | readonly JsonValue[],
  place: Place,
  party: "principal" | "resource",
  faults: Faults,
): PrincipalConstraint {
  const members = isMembers(body, place, faults);
  if (members === undefined) return anyone;
  const typePlace = inside(place, isJsonArray(body) ? 1 : "entity_type");
  const entityType = readString(members.type, typePlace, faults);
  if (typeof members.type === "string") checkEntityType(entityType, typePlace, faults);
  if (members.in === null) return { kind: "scopeIs", span: undefined, entityType };
  const containerPlace = inside(place, isJsonArray(body) ? 2 : "in");
  const entity = readReference(members.in, containerPlace, party, "PrincipalOrResourceInConstraint", faults);
  return entity === undefined ? anyone : { kind: "scopeIsIn", span: undefined, entityType, entity };
}

function isMembers(
  body: JsonObject | readonly JsonValue[],
  place: Place,
  faults: Faults,
): { readonly type: JsonValue; readonly in: JsonValue } | undefined {
  if (isList(body)) {
    const [type, container] = body;
    if (type !== undefined && container !== undefined && body.length === 2) return { type, in: container };
    const expected =
      body.length < 2 ? "struct PrincipalOrResourceIsConstraint with 2 elements" : "2 elements in sequence";
    faults.misshapen("policy-json/wrong-length", place, { length: String(body.length), expected });
    return undefined;
  }
  const rest = Object.fromEntries(Object.entries(body).filter(([key]) => key !== "op"));
  if (!hasMembers(rest, place, ["entity_type"], ["in"], faults)) return undefined;
  return { type: body["entity_type"] as JsonValue, in: member(body, "in") ?? null };
}

function isList(body: JsonObject | readonly JsonValue[]): body is readonly JsonValue[] {
  return Array.isArray(body);
}

function readActionIn(body: JsonValue, place: Place, faults: Faults): ActionConstraint {
  const object = isJsonObject(body) ? body : undefined;
  const single = object && member(object, "entity");
  if (single !== undefined) {
    const entity = readUid(single, inside(place, "entity"), uidContext, faults);
    checkActions([entity], place, faults);
    return { kind: "scopeActionIn", span: undefined, entity };
  }
  const several = object && member(object, "entities");
  if (several === undefined || !isJsonArray(several)) {
    faults.misshapen("policy-json/no-match", place, { name: "ActionInConstraint" });
    return anyone;
  }
  const around = inside(place, "entities");
  const entities = several.map((json, index) => readUid(json, inside(around, index), uidContext, faults));
  checkActions(entities, around, faults);
  return { kind: "scopeActionInSet", span: undefined, entities };
}

function checkActions(entities: readonly EntityLiteral[], place: Place, faults: Faults): void {
  const others = entities.filter(({ type }) => type !== "Action" && !type.endsWith("::Action"));
  if (others.length === 0) return;
  faults.meaningless("policy-json/not-an-action", place, {
    subject: others.length > 1 ? "entity uids" : "an entity uid",
    found: listed(others.slice(0, 100).map(({ type, id }) => `\`${type}::${quote(id)}\``)),
  });
}

function listed(items: readonly string[]): string {
  if (items.length <= 2) return items.join(" and ");
  return `${items.slice(0, -1).join(", ")}, and ${items[items.length - 1]}`;
}
