/** How calls of an extension function are written: `ip("10.0.0.1")` or `address.isIpv4()`. */
export type CallStyle = "function" | "method";

/**
 * The extension functions that Cedar's grammar knows and how each is called. `unknown` is part of the reference's
 * partial evaluation; its WebAssembly build accepts it everywhere.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html#extension-functions
 */
export const extensionFunctions: ReadonlyMap<string, CallStyle> = new Map<string, CallStyle>([
  ["ip", "function"],
  ["isIpv4", "method"],
  ["isIpv6", "method"],
  ["isLoopback", "method"],
  ["isMulticast", "method"],
  ["isInRange", "method"],
  ["decimal", "function"],
  ["lessThan", "method"],
  ["lessThanOrEqual", "method"],
  ["greaterThan", "method"],
  ["greaterThanOrEqual", "method"],
  ["datetime", "function"],
  ["duration", "function"],
  ["offset", "method"],
  ["durationSince", "method"],
  ["toDate", "method"],
  ["toTime", "method"],
  ["toMilliseconds", "method"],
  ["toSeconds", "method"],
  ["toMinutes", "method"],
  ["toHours", "method"],
  ["toDays", "method"],
  ["unknown", "function"],
]);
