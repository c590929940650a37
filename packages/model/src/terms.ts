import type { BigNumber as ModelNumber } from "bignumber.js";
import {
  BigNumber,
  type Collection,
  type EntityUidTerm,
  type Mapping,
  runtime,
  type Sequence,
  Values,
} from "./generated/model.js";
import { fail, fieldOf, type JsonValue, objectOf, textOf } from "./json.ts";

/** The model's integers. */
export function integerOf(value: number | bigint): ModelNumber {
  return new BigNumber(String(value));
}

export function sequenceOf<T>(elements: readonly T[]): Sequence<T> {
  return runtime.Seq.of(...elements);
}

export function collectionOf<T>(elements: readonly T[]): Collection<T> {
  return runtime.Set.fromElements(...elements);
}

/** A map; keys must differ. */
export function mappingOf<K, V>(entries: readonly (readonly [K, V])[]): Mapping<K, V> {
  return runtime.Map.of(...entries);
}

/** `{"type": …, "id": …}`, bare or inside `{"__entity": …}`. */
export function uidOf(json: JsonValue | undefined): EntityUidTerm {
  const object = objectOf(json, "an entity uid");
  const inner = objectOf(fieldOf(object, "__entity") ?? object, "an entity uid");
  return uidTerm({ type: textOf(fieldOf(inner, "type"), "type"), id: textOf(fieldOf(inner, "id"), "id") });
}

export function uidTerm({ type, id }: { readonly type: string; readonly id: string }): EntityUidTerm {
  return Values.EntityUid.create_EntityUid(type, id);
}

/** A whole number of JSON within 64 bits. */
export function longOf(value: number | bigint): ModelNumber {
  if (typeof value === "number" && !Number.isSafeInteger(value)) fail(`${value} is not an exact integer`);
  if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) fail(`${value} does not fit 64 bits`);
  return integerOf(value);
}
