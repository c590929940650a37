import type { Datetime } from "../extensions/datetime.ts";
import type { Decimal } from "../extensions/decimal.ts";
import type { Duration } from "../extensions/duration.ts";
import type { IpAddress } from "../extensions/ip.ts";
import type { EntityUid } from "./entity-uid.ts";
import type { Long } from "./long.ts";
import type { RecordValue } from "./record.ts";
import type { SetValue } from "./set.ts";

/**
 * Everything that a Cedar expression can evaluate to. Booleans, Longs and strings are JavaScript's own; all others are
 * immutable objects told apart by `kind`.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html
 */
export type Value = FlatValue | NestedValue;

/** A value of one of Cedar's four extension types. */
export type ExtensionValue = Decimal | IpAddress | Datetime | Duration;

/** A value that holds no further values. */
export type FlatValue = boolean | Long | string | EntityUid | ExtensionValue;

/** A value that holds further values. */
export type NestedValue = SetValue | RecordValue;

/** Whether this value is a set or a record, and so may hold further values. */
export function isNested(value: Value): value is NestedValue {
  return typeof value === "object" && (value.kind === "set" || value.kind === "record");
}
