import { quote } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject } from "@deodar/json";
import type { ActionConstraint, EntityLiteral, PrincipalConstraint, Slot } from "../ast.ts";
import { Cursor } from "./cursor.ts";
import { Faults } from "./faults.ts";
import { entityTypeAt } from "./names.ts";
import { readUid } from "./read-uid.ts";

const anyone: { readonly kind: "scopeAny"; readonly span: undefined } = { kind: "scopeAny", span: undefined };
const uidContext = "in uid field of <unknown entity>";

/**
 * The constraint on the principal or on the resource.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html#principal
 */
export function readPartyConstraint(at: Cursor, party: "principal" | "resource"): PrincipalConstraint {
  const name = party === "principal" ? "PrincipalConstraint" : "ResourceConstraint";
  switch (readOperator(at, name, ["All", "all", "==", "in", "is"])) {
    case undefined:
    case "All":
    case "all":
      return anyone;
    case "==": {
      const entity = readReference(at, party, "EqConstraint");
      return entity === undefined ? anyone : { kind: "scopeEqual", span: undefined, entity };
    }
    case "in": {
      const entity = readReference(at, party, "PrincipalOrResourceInConstraint");
      return entity === undefined ? anyone : { kind: "scopeIn", span: undefined, entity };
    }
    case "is":
      return readIs(at, party);
  }
}

/**
 * The constraint on the action; its entities are of the type `Action`, in any namespace.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html#action
 */
export function readActionConstraint(at: Cursor): ActionConstraint {
  switch (readOperator(at, "ActionConstraint", ["All", "all", "==", "in"])) {
    case undefined:
    case "All":
    case "all":
      return anyone;
    case "==": {
      const entity = readReference(at, "action", "EqConstraint");
      if (entity === undefined || entity.kind === "slot") return anyone;
      checkActions([entity], at);
      return { kind: "scopeActionEqual", span: undefined, entity };
    }
    case "in":
      return readActionIn(at);
  }
}

/** The operator of an object, or of the list that has it before its operands, as serde reads objects too. */
function readOperator<Word extends string>(at: Cursor, name: string, words: readonly Word[]): Word | undefined {
  const { json } = at;
  const isList = isJsonArray(json);
  if (!isList && !isJsonObject(json)) return at.unexpected(`internally tagged enum ${name}`);
  const given = isList && json.length > 0 ? at.at(0) : at.member("op");
  if (given === undefined) return at.misshapen("policy-json/missing-field", { field: "op" });
  const operator = given.variant(words, false);
  if (isList && json.length > 1 && (operator === "All" || operator === "all")) {
    at.wrongLength(json.length - 1, "0 elements in sequence");
  }
  return operator;
}

/** `{entity}` or `{slot}`; the entity goes first if both are there. */
function readReference(
  at: Cursor,
  party: "principal" | "action" | "resource",
  name: string,
): EntityLiteral | Slot | undefined {
  const entity = at.member("entity");
  if (entity !== undefined) return readUid(entity, uidContext);
  const slot = at.member("slot");
  // Without a word about what it is if it is none: the message is about all that was tried.
  const slotName = slot && new Cursor(slot.json, new Faults()).variant(["?principal", "?resource"]);
  if (slot === undefined || slotName === undefined) return at.misshapen("policy-json/no-match", { name });
  if (party === "action") slot.meaningless("policy-json/action-slot");
  else if (slotName !== `?${party}`) slot.meaningless("policy-json/wrong-slot");
  return { kind: "slot", span: undefined, name: slotName };
}

function readIs(at: Cursor, party: "principal" | "resource"): PrincipalConstraint {
  const isList = isJsonArray(at.json);
  if (isList ? !hasTwoOperands(at) : !at.hasMembers(["entity_type"], ["in"], "op")) return anyone;
  const entityType = entityTypeAt(at.at(isList ? 1 : "entity_type"));
  const container = isList ? at.at(2) : at.member("in");
  if (container === undefined || container.json === null) return { kind: "scopeIs", span: undefined, entityType };
  const entity = readReference(container, party, "PrincipalOrResourceInConstraint");
  return entity === undefined ? anyone : { kind: "scopeIsIn", span: undefined, entityType, entity };
}

function hasTwoOperands(at: Cursor): boolean {
  const length = at.elements().length - 1;
  if (length === 2) return true;
  const few = "struct PrincipalOrResourceIsConstraint with 2 elements";
  at.wrongLength(length, length < 2 ? few : "2 elements in sequence");
  return false;
}

function readActionIn(at: Cursor): ActionConstraint {
  const single = at.member("entity");
  if (single !== undefined) {
    const entity = readUid(single, uidContext);
    checkActions([entity], at);
    return { kind: "scopeActionIn", span: undefined, entity };
  }
  const several = at.member("entities");
  if (several === undefined || !isJsonArray(several.json)) {
    at.misshapen("policy-json/no-match", { name: "ActionInConstraint" });
    return anyone;
  }
  const entities = several.elements().map((element) => readUid(element, uidContext));
  checkActions(entities, several);
  return { kind: "scopeActionInSet", span: undefined, entities };
}

function checkActions(entities: readonly EntityLiteral[], at: Cursor): void {
  const others = entities.filter(({ type }) => type !== "Action" && !type.endsWith("::Action"));
  if (others.length === 0) return;
  at.meaningless("policy-json/not-an-action", {
    subject: others.length > 1 ? "entity uids" : "an entity uid",
    found: listed(others.slice(0, 100).map(({ type, id }) => `\`${type}::${quote(id)}\``)),
  });
}

function listed(items: readonly string[]): string {
  if (items.length <= 2) return items.join(" and ");
  return `${items.slice(0, -1).join(", ")}, and ${items[items.length - 1]}`;
}
