import type { BigNumber } from "bignumber.js";
import type { EntityUidTerm, ErrorTerm, ValueTerm } from "./generated/model.js";

/** The ways in which evaluation can fail. */
export type ErrorKind =
  | "type-error"
  | "missing-attribute"
  | "missing-tag"
  | "missing-entity"
  | "integer-overflow"
  | "wrong-argument-count"
  | "extension-failed";

/**
 * A value that the model has computed. Longs are `bigint`; a decimal counts units of 1/10000, a datetime milliseconds
 * since 1970-01-01T00:00:00Z, a duration milliseconds.
 */
export type ModelValue =
  | boolean
  | bigint
  | string
  | { readonly kind: "entity"; readonly type: string; readonly id: string }
  | { readonly kind: "set"; readonly elements: readonly ModelValue[] }
  | { readonly kind: "record"; readonly entries: ReadonlyMap<string, ModelValue> }
  | { readonly kind: "decimal" | "datetime" | "duration"; readonly value: bigint }
  | { readonly kind: "ip"; readonly version: 4 | 6; readonly address: bigint; readonly prefix: number };

export function writeValue(value: ValueTerm): ModelValue {
  if (value.is_BoolV) return value.dtor_b;
  if (value.is_LongV) return bigintOf(value.dtor_i);
  if (value.is_StringV) return value.dtor_s;
  if (value.is_EntityV) return writeUid(value.dtor_uid);
  if (value.is_SetV) return { kind: "set", elements: Array.from(value.dtor_elements, writeValue) };
  if (value.is_RecordV) {
    return {
      kind: "record",
      entries: new Map(Array.from(value.dtor_fields, ([key, each]) => [key, writeValue(each)])),
    };
  }
  if (value.is_DecimalV) return { kind: "decimal", value: bigintOf(value.dtor_units) };
  if (value.is_IpV) {
    const { is_V4, address, prefix } = value.dtor_ip;
    return { kind: "ip", version: is_V4 ? 4 : 6, address: bigintOf(address), prefix: prefix.toNumber() };
  }
  if (value.is_DatetimeV) return { kind: "datetime", value: bigintOf(value.dtor_epoch) };
  return { kind: "duration", value: bigintOf(value.dtor_millis) };
}

export function writeUid({ ty, id }: EntityUidTerm): {
  readonly kind: "entity";
  readonly type: string;
  readonly id: string;
} {
  return { kind: "entity", type: ty, id };
}

export function writeError(error: ErrorTerm): ErrorKind {
  if (error.is_TypeError) return "type-error";
  if (error.is_MissingAttribute) return "missing-attribute";
  if (error.is_MissingTag) return "missing-tag";
  if (error.is_MissingEntity) return "missing-entity";
  if (error.is_IntegerOverflow) return "integer-overflow";
  if (error.is_ArgumentCount) return "wrong-argument-count";
  return "extension-failed";
}

function bigintOf(number: BigNumber): bigint {
  return BigInt(number.toFixed());
}
