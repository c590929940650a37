/**
 * What can go wrong in extension functions, worded as in Cedar's reference. Each text is the part that follows
 * ``error while evaluating `ip` extension function: `` in the message of the evaluation error.
 */
export const texts = {
  ip: {
    tooLong: (text: string): string => `error parsing IP address from string \`${text}\`: string length is too large`,
    embedded: (text: string): string =>
      `error parsing IP address from string: We do not accept IPv4 embedded in IPv6 (e.g., ::ffff:127.0.0.1). Found: \`${text}\``,
    invalid: (text: string): string => `invalid IP address: ${text}`,
    invalidBeforePrefix: (text: string): string =>
      `error parsing IP address from the string \`${text}\`: invalid IP address syntax`,
    prefixTooLong: (length: number): string => `error parsing prefix: string length ${length} is too large`,
    prefixNonDigit: (text: string): string => `error parsing prefix \`${text}\`: encountered non-digit`,
    prefixLeadingZero: (text: string): string => `error parsing prefix \`${text}\`: leading zero(s)`,
    prefixEmpty: "error parsing prefix from the string ``: cannot parse integer from empty string",
    prefixBeyondByte: (text: string): string =>
      `error parsing prefix from the string \`${text}\`: number too large to fit in target type`,
    prefixTooLarge: (prefix: number, limit: number): string =>
      `error parsing prefix: ${prefix} is larger than the limit ${limit}`,
  },
  decimal: {
    malformed: (text: string): string => `\`${text}\` is not a well-formed decimal value`,
    tooManyDigits: (text: string): string => `too many digits after the decimal in \`${text}\``,
    overflow: "overflow when converting to decimal",
  },
  datetime: {
    datePattern: "invalid date pattern",
    date: (text: string): string => `invalid date: ${text}`,
    timePattern: "invalid hour/minute/second pattern",
    time: (text: string): string => `invalid hour/minute/second: ${text}`,
    endPattern: "invalid millisecond and/or offset pattern",
    offsetRange: (hours: number, minutes: number): string => `invalid offset range: ${hours}${minutes}`,
    offsetOverflow: (datetime: string, milliseconds: string): string =>
      `overflows when adding an offset: ${datetime}+(${milliseconds}ms)`,
    durationOverflow: (datetime: string, other: string): string =>
      `overflows when computing the duration between ${datetime} and ${other}`,
    dateOverflow: (datetime: string): string => `overflows when computing the date of ${datetime}`,
  },
  duration: {
    malformed: "invalid duration pattern",
    overflow: "Duration overflows internal representation",
  },
} as const;

/** The advice that goes with them. */
export const helps = {
  ip: "valid IP strings are IPv4/IPv6 addresses or CIDR ranges like `127.0.0.1`, `127.0.0.1/24`, or `ffee::/64`",
  decimalMalformed:
    "valid decimal strings look like `12.34`: digits are required on both sides of `.`, up to 4 fractional digits are allowed, and the value must be in range -922337203685477.5808 to 922337203685477.5807",
  decimalDigits: "at most 4 digits are supported",
  decimalRange: "the value must be in range -922337203685477.5808 to 922337203685477.5807",
  datetime:
    "valid datetime strings start with `YYYY-MM-DD` and may optionally include `THH:MM:SS` plus `Z`, `.SSSZ`, or an offset like `+0700`",
  duration:
    "valid duration strings are concatenated quantity-unit pairs with an optional leading `-`, for example `1d2h3m4s50ms`",
} as const;
