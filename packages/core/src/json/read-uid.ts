import { isJsonObject, type JsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import { isTypeName } from "../text/identifier.ts";
import { type EntityUid, keptUid } from "../values/entity-uid.ts";
import type { Cursor } from "./cursor.ts";
import { displayJson } from "./display.ts";
import { nameFault } from "./name-fault.ts";

/**
 * Reads an entity uid where nothing else can stand: `{"type": …, "id": …}`, or the same as `{"__entity": {…}}`; further
 * keys are ignored. Gives `undefined` after noting the error.
 */
export function readUid(json: JsonValue, cursor: Cursor): EntityUid | undefined {
  if (isJsonObject(json)) {
    if (typeof json["__expr"] === "string") return cursor.fail("entities/expr-escape");
    const parts = typeAndId(json["__entity"]) ?? typeAndId(json);
    if (parts !== undefined) return uidOf(parts.type, parts.id, cursor);
  }
  return cursor.fail("entities/expected-uid", { actual: displayJson(json) });
}

/** The uid with this type and id, unless one of them is wrong. */
export function uidOf(type: string, id: string, cursor: Cursor): EntityUid | undefined {
  if (!cursor.isText(type) || !cursor.isText(id)) return undefined;
  if (isTypeName(type)) return keptUid(type, id);
  return cursor.fail("entities/invalid-entity-type", {
    value: stringifyJson({ type, id }, 2),
    reason: nameFault(type),
  });
}

function typeAndId(json: JsonValue | undefined): { readonly type: string; readonly id: string } | undefined {
  if (json === undefined || !isJsonObject(json)) return undefined;
  const { type, id }: JsonObject = json;
  return typeof type === "string" && typeof id === "string" ? { type, id } : undefined;
}
