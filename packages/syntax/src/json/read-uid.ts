import { isJsonArray, isJsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import type { EntityLiteral } from "../ast.ts";
import { compareKeys } from "../key-order.ts";
import type { Faults } from "./faults.ts";
import { checkReference } from "./names.ts";
import { inside, type Place } from "./place.ts";
import { member, wellFormed } from "./shape.ts";

/** How a message begins that is about an entity reference. */
export type UidContext = "in uid field of <unknown entity>" | "while parsing a template link";

/**
 * An entity reference: `{type, id}`, the same inside `{__entity}`, or, as serde reads structures, `[type, id]`. Other
 * members are let pass, as the reference does here.
 */
export function readUid(json: JsonValue, place: Place, context: UidContext, faults: Faults): EntityLiteral {
  if (isJsonObject(json)) {
    if (typeof member(json, "__expr") === "string") {
      faults.meaningless("policy-json/expression-escape", place, { context });
      return noUid;
    }
    const escaped = member(json, "__entity");
    const uid = escaped === undefined ? undefined : typeAndId(escaped, inside(place, "__entity"), faults);
    if (uid !== undefined) return uid;
  }
  const uid = typeAndId(json, place, faults);
  if (uid !== undefined) return uid;
  faults.meaningless("policy-json/not-an-entity", place, { context, found: shown(json) });
  return noUid;
}

const noUid: EntityLiteral = { kind: "entity", span: undefined, type: "Unknown", id: "" };

function typeAndId(json: JsonValue, place: Place, faults: Faults): EntityLiteral | undefined {
  const found = isJsonArray(json) ? pair(json) : isJsonObject(json) ? [member(json, "type"), member(json, "id")] : [];
  const [type, id] = found;
  if (typeof type !== "string" || typeof id !== "string") return undefined;
  checkReference(type, id, place, faults);
  return { kind: "entity", span: undefined, type, id: wellFormed(id, place, faults) };
}

function pair(elements: readonly JsonValue[]): readonly JsonValue[] {
  return elements.length === 2 ? elements : [];
}

const longestShown = 1000;
const deepestShown = 8;

/** A value for a message, in the reference's spelling of it: a blank after the commas of arrays, keys of objects sorted. */
function shown(json: JsonValue): string {
  const text = display(json, 0);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

function display(json: JsonValue, depth: number): string {
  if (depth < deepestShown && isJsonArray(json)) {
    return `[${json.map((element) => display(element, depth + 1)).join(", ")}]`;
  }
  if (depth < deepestShown && isJsonObject(json)) {
    const keys = Object.keys(json).sort(compareKeys);
    return `{${keys.map((key) => `"${key}":${stringifyJson(json[key] as JsonValue)}`).join(",")}}`;
  }
  return stringifyJson(json);
}
