/**
 * Cedar's Long: a signed 64-bit integer.
 *
 * It has one canonical form: `number` where the integer is safe (−2^53+1 … 2^53−1), `bigint` beyond, so that equal
 * Longs are always `===`, and both serve as keys of a `Set` or `Map`. Every Long in Deodar is in this form.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#long
 */
export type Long = number | bigint;

/** The least Long, −2^63. */
export const minLong: Long = -(2n ** 63n);

/** The greatest Long, 2^63 − 1. */
export const maxLong: Long = 2n ** 63n - 1n;

const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;
const leastSafe = BigInt(Number.MIN_SAFE_INTEGER);
const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER);

/** The Long of this integer in canonical form, or `undefined` if it does not fit into 64 bits. */
export function longFromBigInt(integer: bigint): Long | undefined {
  if (integer >= leastSafe && integer <= greatestSafe) return Number(integer);
  return integer >= least && integer <= greatest ? integer : undefined;
}

/** Whether this is a Long in canonical form. A `bigint` that a `number` could hold is not; nor is `-0`. */
export function isLong(value: unknown): value is Long {
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0);
  return typeof value === "bigint" && typeof longFromBigInt(value) === "bigint";
}

// In the three operations below a result that is a safe integer is exact: rounding is monotonic, and both bounds of
// the safe range have exact neighbours, so no sum or product outside of the range can be rounded into it.

/** `a + b`, or `undefined` if it overflows. */
export function addLong(a: Long, b: Long): Long | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return longFromBigInt(BigInt(a) + BigInt(b));
}

/** `a - b`, or `undefined` if it overflows. */
export function subtractLong(a: Long, b: Long): Long | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return longFromBigInt(BigInt(a) - BigInt(b));
}

/** `a * b`, or `undefined` if it overflows. */
export function multiplyLong(a: Long, b: Long): Long | undefined {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // Adding zero turns the `-0` of `0 * -1` into `0`.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return longFromBigInt(BigInt(a) * BigInt(b));
}

/** `-a`, or `undefined` for the least Long, whose negation overflows. */
export function negateLong(a: Long): Long | undefined {
  return typeof a === "number" ? 0 - a : longFromBigInt(-a);
}

/** A negative number if `a < b`, a positive one if `a > b`, zero if they are equal. */
export function compareLong(a: Long, b: Long): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
