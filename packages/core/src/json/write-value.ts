import { emptyJsonObject, type JsonValue, maxJsonDepth } from "@deodar/json";
import type { ExtensionCall } from "../extensions/call.ts";
import type { EntityUid } from "../values/entity-uid.ts";
import type { Value } from "../values/value.ts";
import type { Cursor } from "./cursor.ts";
import { reservedKeys } from "./escape.ts";

/**
 * The JSON of a value, which reads back as an equal one: uids and extension values as escapes, the latter by the call
 * that made them; elements of sets and keys of records in Cedar's order. Gives `undefined` after noting the error: a
 * record with a reserved key, or a value that is nested too deeply to be read again.
 */
export function writeValue(value: Value, cursor: Cursor): JsonValue | undefined {
  if (typeof value !== "object") return value;
  if (value.kind === "entity") return objectOf("__entity", writeUid(value));
  if (cursor.path.length > maxJsonDepth - roomAbove) return cursor.fail("entities/too-deep");
  switch (value.kind) {
    case "set":
      return writeAll(value.sorted(), cursor);
    case "record": {
      const object = emptyJsonObject();
      for (const key of value.sortedKeys()) {
        if (reservedKeys.has(key)) return cursor.fail("entities/reserved-key", { key });
        const member = cursor.at(key, () => writeValue(value.entries.get(key) as Value, cursor));
        if (member === undefined) return undefined;
        object[key] = member;
      }
      return object;
    }
    case "decimal":
    case "ip":
    case "datetime":
    case "duration":
      return writeCall(value.source, cursor);
  }
}

/** A call inside a value, as for a computed datetime, takes several levels; so do the entities around a value. */
const roomAbove = 16;

/** The JSON of a uid where nothing else can stand. */
export function writeUid(uid: EntityUid): JsonValue {
  const object = emptyJsonObject();
  object["type"] = uid.type;
  object["id"] = uid.id;
  return object;
}

function writeCall({ fn, args }: ExtensionCall, cursor: Cursor): JsonValue | undefined {
  const written = writeAll(args, cursor);
  if (written === undefined) return undefined;
  const call = emptyJsonObject();
  call["fn"] = fn;
  if (written.length === 1) call["arg"] = written[0] as JsonValue;
  else call["args"] = written;
  return objectOf("__extn", call);
}

function writeAll(values: readonly Value[], cursor: Cursor): readonly JsonValue[] | undefined {
  const written: JsonValue[] = [];
  for (const [index, value] of values.entries()) {
    const json = cursor.at(index, () => writeValue(value, cursor));
    if (json === undefined) return undefined;
    written.push(json);
  }
  return written;
}

function objectOf(key: string, value: JsonValue): JsonValue {
  const object = emptyJsonObject();
  object[key] = value;
  return object;
}
