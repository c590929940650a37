import { compareStrings } from "@deodar/diagnostics";
import { isJsonArray, isJsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import type { EntityLiteral } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { checkReference } from "./names.ts";

/** How a message begins that is about an entity reference. */
export type UidContext = "in uid field of <unknown entity>" | "while parsing a template link";

/**
 * An entity reference: `{type, id}`, the same inside `{__entity}`, or, as serde reads structures, `[type, id]`. Other
 * members are let pass, as the reference does here.
 */
export function readUid(at: Cursor, context: UidContext): EntityLiteral {
  if (typeof at.member("__expr")?.json === "string") at.meaningless("policy-json/expression-escape", { context });
  else {
    const escaped = at.member("__entity");
    const uid = (escaped && typeAndId(escaped)) ?? typeAndId(at);
    if (uid !== undefined) return uid;
    at.meaningless("policy-json/not-an-entity", { context, found: shown(at.json) });
  }
  return { kind: "entity", span: undefined, type: "Unknown", id: "" };
}

function typeAndId(at: Cursor): EntityLiteral | undefined {
  const { json } = at;
  const isPair = isJsonArray(json) && json.length === 2;
  const [type, id] = isPair ? json : [at.member("type")?.json, at.member("id")?.json];
  if (typeof type !== "string" || typeof id !== "string") return undefined;
  checkReference(type, id, at);
  return { kind: "entity", span: undefined, type, id: at.wellFormed(id) };
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
    const keys = Object.keys(json).sort(compareStrings);
    return `{${keys.map((key) => `"${key}":${stringifyJson(json[key] as JsonValue)}`).join(",")}}`;
  }
  return stringifyJson(json);
}
