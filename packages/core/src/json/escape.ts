import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";

/** What an object with one of the reserved keys stands for. */
export type Escape =
  | { readonly kind: "entity"; readonly type: string; readonly id: string; readonly ignored: readonly JsonValue[] }
  | {
      readonly kind: "extension";
      readonly fn: string;
      readonly args: readonly JsonValue[];
      readonly many: boolean;
      readonly ignored: readonly JsonValue[];
    }
  | { readonly kind: "expression" };

/** The keys that escapes use. A record that has one cannot be written as JSON, since it might be read as an escape. */
export const reservedKeys: ReadonlySet<string> = new Set(["__entity", "__extn", "__expr"]);

/**
 * The escape that this object is, recognised exactly as the reference does: one key, and inside it what belongs there
 * (with any further keys, which are ignored). Anything else, such as an `__entity` without `id`, is a plain record.
 *
 * Source: https://docs.cedarpolicy.com/auth/entities-syntax.html#entity-attrs
 */
export function escapeOf(json: JsonObject): Escape | undefined {
  const keys = Object.keys(json);
  const [key] = keys;
  if (key === undefined || keys.length > 1 || !reservedKeys.has(key)) return undefined;
  const inner = json[key] as JsonValue;
  if (key === "__expr") return typeof inner === "string" ? { kind: "expression" } : undefined;
  if (!isJsonObject(inner)) return undefined;
  return key === "__entity" ? entityEscape(inner) : extensionEscape(inner);
}

function entityEscape(inner: JsonObject): Escape | undefined {
  const { type, id } = inner;
  if (typeof type !== "string" || typeof id !== "string") return undefined;
  return { kind: "entity", type, id, ignored: othersThan(inner, "type", "id") };
}

function extensionEscape(inner: JsonObject): Escape | undefined {
  const { fn, arg, args } = inner;
  if (typeof fn !== "string") return undefined;
  if (arg !== undefined) {
    return { kind: "extension", fn, args: [arg], many: false, ignored: othersThan(inner, "fn", "arg") };
  }
  if (args === undefined || !isJsonArray(args)) return undefined;
  return { kind: "extension", fn, args, many: true, ignored: othersThan(inner, "fn", "args") };
}

function othersThan(inner: JsonObject, first: string, second: string): readonly JsonValue[] {
  const keys = Object.keys(inner);
  if (keys.length === 2) return none;
  return keys.filter((key) => key !== first && key !== second).map((key) => inner[key] as JsonValue);
}

const none: readonly JsonValue[] = [];
