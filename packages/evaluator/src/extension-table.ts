import {
  compareDecimal,
  type Datetime,
  type Decimal,
  type Duration,
  durationSince,
  type ExtensionFault,
  type IpAddress,
  isInRange,
  isIpv4,
  isIpv6,
  isLoopback,
  isMulticast,
  offset,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  toDate,
  toDays,
  toHours,
  toMilliseconds,
  toMinutes,
  toSeconds,
  toTime,
  type Value,
} from "@deodar/core";

/** What an extension function may take, by the name under which type errors speak of it. */
interface ParameterTypes {
  readonly string: string;
  readonly ipaddr: IpAddress;
  readonly decimal: Decimal;
  readonly datetime: Datetime;
  readonly duration: Duration;
}

export type ParameterType = keyof ParameterTypes;

/** An extension function; `apply` is only given arguments of the types that `parameters` lists. */
export interface ExtensionFunction {
  readonly parameters: readonly ParameterType[];
  readonly apply: (first: Value, second: Value) => Value | ExtensionFault;
}

/**
 * The extension functions by name; for methods the receiver is the first parameter.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html#extension-functions
 */
export const extensionTable: ReadonlyMap<string, ExtensionFunction> = new Map([
  ["ip", unary("string", parseIp)],
  ["isIpv4", unary("ipaddr", isIpv4)],
  ["isIpv6", unary("ipaddr", isIpv6)],
  ["isLoopback", unary("ipaddr", isLoopback)],
  ["isMulticast", unary("ipaddr", isMulticast)],
  ["isInRange", binary("ipaddr", "ipaddr", isInRange)],
  ["decimal", unary("string", parseDecimal)],
  ["lessThan", binary("decimal", "decimal", (a, b) => compareDecimal(a, b) < 0)],
  ["lessThanOrEqual", binary("decimal", "decimal", (a, b) => compareDecimal(a, b) <= 0)],
  ["greaterThan", binary("decimal", "decimal", (a, b) => compareDecimal(a, b) > 0)],
  ["greaterThanOrEqual", binary("decimal", "decimal", (a, b) => compareDecimal(a, b) >= 0)],
  ["datetime", unary("string", parseDatetime)],
  ["offset", binary("datetime", "duration", offset)],
  ["durationSince", binary("datetime", "datetime", durationSince)],
  ["toDate", unary("datetime", toDate)],
  ["toTime", unary("datetime", toTime)],
  ["duration", unary("string", parseDuration)],
  ["toMilliseconds", unary("duration", toMilliseconds)],
  ["toSeconds", unary("duration", toSeconds)],
  ["toMinutes", unary("duration", toMinutes)],
  ["toHours", unary("duration", toHours)],
  ["toDays", unary("duration", toDays)],
]);

function unary<T extends ParameterType>(
  type: T,
  apply: (argument: ParameterTypes[T]) => Value | ExtensionFault,
): ExtensionFunction {
  return { parameters: [type], apply: (argument) => apply(argument as ParameterTypes[T]) };
}

function binary<T extends ParameterType, U extends ParameterType>(
  first: T,
  second: U,
  apply: (first: ParameterTypes[T], second: ParameterTypes[U]) => Value | ExtensionFault,
): ExtensionFunction {
  return {
    parameters: [first, second],
    apply: (left, right) => apply(left as ParameterTypes[T], right as ParameterTypes[U]),
  };
}

/** Whether a value is of the type of a parameter. */
export function isOfType(value: Value, type: ParameterType): boolean {
  if (typeof value === "string") return type === "string";
  return typeof value === "object" && value.kind === (type === "ipaddr" ? "ip" : type);
}
