import {
  datetimeOf,
  durationOf,
  type ExtensionValue,
  entityUid,
  isFault,
  type Long,
  longFromBigInt,
  parseDecimal,
  parseIp,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import fc from "fast-check";

/** The value of a text known to be good. */
export function valid<T>(value: T): Exclude<T, { kind: "fault" }> {
  if (isFault(value)) throw new Error(value.message);
  return value as Exclude<T, { kind: "fault" }>;
}

const long: fc.Arbitrary<Long> = fc
  .oneof(fc.bigInt({ min: -2n, max: 2n }), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))
  .map((integer) => longFromBigInt(integer) as Long);

const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("", "a", "b", "__proto__", "constructor", "\u{10000}", "\uffff", "e\u0301", "\u0301", "'\"\\\n\0"),
  fc.string({ unit: "binary", maxLength: 3 }),
);

const extension: fc.Arbitrary<ExtensionValue> = fc.oneof(
  fc.constantFrom("1.0", "1.00", "-0.5", "0.5", "1.2345").map((source) => valid(parseDecimal(source))),
  fc
    .constantFrom("1.2.3.4", "1.2.3.4/32", "1.2.3.4/8", "::1", "0:0::1/128", "::ffff:102:304", "::1:0:0:1")
    .map((source) => valid(parseIp(source))),
  fc.constantFrom(0, 1, -1, 2n ** 60n).map((milliseconds) => datetimeOf(milliseconds)),
  fc.constantFrom(0, 1, -1, 2n ** 60n).map((milliseconds) => durationOf(milliseconds)),
);

const flat: fc.Arbitrary<Value> = fc.oneof(
  fc.boolean(),
  long,
  text,
  fc.tuple(fc.constantFrom("A", "B", "A::B", "B::A", "A2::B"), text).map(([type, id]) => entityUid(type, id)),
  extension,
);

/** Values of all types with few different parts, so that equal ones are frequent. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    flat,
    fc.array(tie("value"), { maxLength: 4 }).map((elements) => setOf(elements)),
    fc.array(fc.tuple(text, tie("value")), { maxLength: 3 }).map((entries) => recordOf(entries)),
  ),
})).value;
