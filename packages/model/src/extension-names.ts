import { Expressions, type Term } from "./generated/model.js";

const fn = Expressions.ExtensionFunction;

/** The extension functions and methods by their names in policies. */
export const extensionFunctions: ReadonlyMap<string, Term> = new Map([
  ["decimal", fn.create_DecimalFn()],
  ["lessThan", fn.create_LessThan()],
  ["lessThanOrEqual", fn.create_LessThanOrEqual()],
  ["greaterThan", fn.create_GreaterThan()],
  ["greaterThanOrEqual", fn.create_GreaterThanOrEqual()],
  ["ip", fn.create_IpFn()],
  ["isIpv4", fn.create_IsIpv4()],
  ["isIpv6", fn.create_IsIpv6()],
  ["isLoopback", fn.create_IsLoopbackFn()],
  ["isMulticast", fn.create_IsMulticastFn()],
  ["isInRange", fn.create_IsInRangeFn()],
  ["datetime", fn.create_DatetimeFn()],
  ["offset", fn.create_Offset()],
  ["durationSince", fn.create_DurationSince()],
  ["toDate", fn.create_ToDateFn()],
  ["toTime", fn.create_ToTimeFn()],
  ["duration", fn.create_DurationFn()],
  ["toMilliseconds", fn.create_ToMillisecondsFn()],
  ["toSeconds", fn.create_ToSecondsFn()],
  ["toMinutes", fn.create_ToMinutesFn()],
  ["toHours", fn.create_ToHoursFn()],
  ["toDays", fn.create_ToDaysFn()],
]);
