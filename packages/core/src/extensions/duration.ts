import { compareLong, isLong, type Long, longFromBigInt } from "../values/long.ts";
import type { ExtensionCall } from "./call.ts";
import { helps, texts } from "./catalogue.ts";
import { type ExtensionFault, fault } from "./fault.ts";
import { readDigits } from "./read-digits.ts";

/**
 * A span of time in milliseconds, possibly negative.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-duration
 */
export interface Duration {
  readonly kind: "duration";
  readonly milliseconds: Long;
  /** The text that it was read from; `undefined` if it was computed. */
  readonly text: string | undefined;
  /** The call that makes it. */
  readonly source: ExtensionCall;
}

class DurationValue implements Duration {
  readonly kind = "duration";
  readonly milliseconds: Long;
  readonly text: string | undefined;

  constructor(milliseconds: Long, text: string | undefined) {
    this.milliseconds = milliseconds;
    this.text = text;
  }

  get source(): ExtensionCall {
    return { fn: "duration", args: [this.text ?? `${this.milliseconds}ms`] };
  }
}

/** The duration of this many milliseconds. Throws a `RangeError` if that is no Long in canonical form. */
export function durationOf(milliseconds: Long): Duration {
  if (!isLong(milliseconds)) throw new RangeError(`not a Long: ${String(milliseconds)}`);
  return new DurationValue(milliseconds, undefined);
}

const pattern = /^-?(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?$/;
const unitMilliseconds = [86_400_000n, 3_600_000n, 60_000n, 1_000n, 1n] as const;

/** Cedar's `duration(text)`: quantities in days, hours, minutes, seconds and milliseconds, as in `-1d2h3m4s50ms`. */
export function parseDuration(text: string): Duration | ExtensionFault {
  const match = text === "" || text === "-" ? null : pattern.exec(text);
  if (match === null) return fault("duration", texts.duration.malformed, helps.duration);
  let total = 0n;
  for (const [index, factor] of unitMilliseconds.entries()) {
    const quantity = readDigits(match[index + 1] ?? "0");
    if (quantity === undefined) return overflow();
    total += quantity * factor;
  }
  // All quantities have one sign, so that the sum fits if and only if every partial sum does.
  const milliseconds = longFromBigInt(text.startsWith("-") ? -total : total);
  return milliseconds === undefined ? overflow() : new DurationValue(milliseconds, text);
}

function overflow(): ExtensionFault {
  return fault("duration", texts.duration.overflow, helps.duration);
}

/** Orders durations by length, negative ones first: negative, zero or positive. */
export function compareDuration(a: Duration, b: Duration): number {
  return compareLong(a.milliseconds, b.milliseconds);
}

/** Cedar's `duration.toMilliseconds()`. */
export function toMilliseconds(duration: Duration): Long {
  return duration.milliseconds;
}

/** Cedar's `duration.toSeconds()`: whole seconds, towards zero. */
export function toSeconds(duration: Duration): Long {
  return divide(duration.milliseconds, 1_000);
}

/** Cedar's `duration.toMinutes()`: whole minutes, towards zero. */
export function toMinutes(duration: Duration): Long {
  return divide(duration.milliseconds, 60_000);
}

/** Cedar's `duration.toHours()`: whole hours, towards zero. */
export function toHours(duration: Duration): Long {
  return divide(duration.milliseconds, 3_600_000);
}

/** Cedar's `duration.toDays()`: whole days of 24 hours, towards zero. */
export function toDays(duration: Duration): Long {
  return divide(duration.milliseconds, 86_400_000);
}

function divide(milliseconds: Long, unit: number): Long {
  // Subtracting the remainder first makes the quotient exact; adding zero turns a `-0` into `0`.
  if (typeof milliseconds === "number") return (milliseconds - (milliseconds % unit)) / unit + 0;
  const quotient = milliseconds / BigInt(unit);
  return longFromBigInt(quotient) as Long;
}
