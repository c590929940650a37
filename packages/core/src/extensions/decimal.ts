import { lazyPattern } from "@deodar/diagnostics";
import { utf8Length } from "../text/utf8-length.ts";
import { addLong, compareLong, type Long, longFromBigInt, subtractLong } from "../values/long.ts";
import type { ExtensionCall } from "./call.ts";
import { helps, texts } from "./catalogue.ts";
import { type ExtensionFault, fault } from "./fault.ts";
import { readDigits } from "./read-digits.ts";

/**
 * A decimal number with up to four digits after the point, from -922337203685477.5808 to 922337203685477.5807.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-datatypes.html#datatype-decimal
 */
export interface Decimal {
  readonly kind: "decimal";
  /** The number times 10,000. */
  readonly value: Long;
  /** The text that it was read from. */
  readonly text: string;
  /** The call that makes it. */
  readonly source: ExtensionCall;
}

class DecimalValue implements Decimal {
  readonly kind = "decimal";
  readonly value: Long;
  readonly text: string;

  constructor(value: Long, text: string) {
    this.value = value;
    this.text = text;
  }

  get source(): ExtensionCall {
    return { fn: "decimal", args: [this.text] };
  }
}

// Any decimal digit of Unicode passes here, as in the reference, and ends as an overflow.
const pattern = lazyPattern(String.raw`^(-?\p{Nd}+)\.(\p{Nd}+)$`, "u");
const fractionDigits = 4;
const scale = 10n ** BigInt(fractionDigits);

/** Cedar's `decimal(text)`: `12.34`, with digits on both sides of the point and at most four after it. */
export function parseDecimal(text: string): Decimal | ExtensionFault {
  const match = pattern().exec(text);
  if (match === null) return fault("decimal", texts.decimal.malformed(text), helps.decimalMalformed);
  const [, whole = "", fraction = ""] = match;
  const units = scaled(whole, scale);
  if (units === undefined) return overflow();
  if (utf8Length(fraction) > fractionDigits) {
    return fault("decimal", texts.decimal.tooManyDigits(text), helps.decimalDigits);
  }
  const parts = scaled(fraction, 10n ** BigInt(fractionDigits - fraction.length));
  if (parts === undefined) return overflow();
  const value = whole.startsWith("-") ? subtractLong(units, parts) : addLong(units, parts);
  return value === undefined ? overflow() : new DecimalValue(value, text);
}

function scaled(digits: string, factor: bigint): Long | undefined {
  const magnitude = readDigits(digits.startsWith("-") ? digits.slice(1) : digits);
  if (magnitude === undefined) return undefined;
  return longFromBigInt((digits.startsWith("-") ? -magnitude : magnitude) * factor);
}

function overflow(): ExtensionFault {
  return fault("decimal", texts.decimal.overflow, helps.decimalRange);
}

/** Orders decimals by size: negative, zero or positive. It serves `lessThan` and its three siblings. */
export function compareDecimal(a: Decimal, b: Decimal): number {
  return compareLong(a.value, b.value);
}

/** The decimal with exactly four digits after the point, for example `-0.5000`. */
export function canonicalDecimal(decimal: Decimal): string {
  const value = BigInt(decimal.value);
  const magnitude = value < 0n ? -value : value;
  const fraction = String(magnitude % scale).padStart(fractionDigits, "0");
  return `${value < 0n ? "-" : ""}${magnitude / scale}.${fraction}`;
}
