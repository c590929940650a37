import type { Result } from "@deodar/diagnostics";
import { fromPlain, type JsonValue } from "@deodar/json";
import type { Value } from "../values/value.ts";
import { Cursor } from "./cursor.ts";
import { writeValue } from "./write-value.ts";

/**
 * The JSON of a plain JavaScript value in which Cedar values may stand, too: a uid that `entityUid` made, sets, records
 * and extension values. Without this a uid would pass for a record that looks like one, and match nothing.
 */
export function jsonFromPlain(value: unknown): Result<JsonValue> {
  return fromPlain(value, convert);
}

const kinds: ReadonlySet<unknown> = new Set(["set", "record", "decimal", "ip", "datetime", "duration"]);

/** Plain data is not taken for a value: uids are frozen, all other values are of a class. */
function convert(object: object): JsonValue | undefined {
  const { kind } = object as { readonly kind?: unknown };
  if (kind !== "entity" && !kinds.has(kind)) return undefined;
  const isPlainData = Object.getPrototypeOf(object) === Object.prototype;
  if (isPlainData && (kind !== "entity" || Object.keys(object).length !== 3)) return undefined;
  return writeValue(object as Value, new Cursor({ prefix: "", where: () => "", evaluating: () => "" }, true));
}
