import { type Datetime, durationSince, offset, parseDatetime, toDate, toTime } from "./extensions/datetime.ts";
import { compareDecimal, type Decimal, parseDecimal } from "./extensions/decimal.ts";
import {
  type Duration,
  parseDuration,
  toDays,
  toHours,
  toMilliseconds,
  toMinutes,
  toSeconds,
} from "./extensions/duration.ts";
import { type ExtensionFault, isFault } from "./extensions/fault.ts";
import { type IpAddress, isInRange, isIpv4, isIpv6, isLoopback, isMulticast } from "./extensions/ip.ts";
import { parseIp } from "./extensions/parse-ip.ts";
import { typeOf } from "./values/type-of.ts";
import type { Value } from "./values/value.ts";

/** Why a call of an extension function has no result, worded as Cedar's reference words it. */
export interface CallFault {
  readonly kind: "call-fault";
  readonly problem: "unknown-function" | "wrong-arity" | "wrong-type" | "failed";
  readonly message: string;
  readonly help?: string;
  /** The index of the argument that has the wrong type. */
  readonly argument?: number;
}

/** An extension function: a constructor or a method, whose receiver is its first argument. */
export interface ExtensionFunction {
  readonly name: string;
  /** The number of arguments, with the receiver. */
  readonly arity: number;
  /** The types of the arguments, with the receiver. */
  readonly parameters: readonly ExtensionParameter[];
  /** The type of the result. */
  readonly result: ExtensionResult;
  /** The result for these arguments, whose number and types are checked. */
  apply(args: readonly Value[]): Value | CallFault;
}

/** Whether a call gave a fault instead of a value. */
export function isCallFault(result: Value | CallFault): result is CallFault {
  return typeof result === "object" && result.kind === "call-fault";
}

/**
 * Calls the extension function of this name, a constructor such as `ip` or a method such as `offset` (with its receiver
 * as the first argument). Never throws: an unknown name, a wrong number or type of arguments and a failure of the
 * function itself are faults.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html
 */
export function applyExtension(name: string, args: readonly Value[]): Value | CallFault {
  const definition = extensionTable.get(name);
  if (definition !== undefined) return definition.apply(args);
  if (name === "unknown") {
    // Stands for what is not known yet, so it never has a value; what it is called with is looked at all the same.
    const [argument] = args;
    if (argument === undefined) return wrongArity(name, 1, 0);
    if (typeof argument !== "string") return wrongType("string", argument, 0);
  }
  return {
    kind: "call-fault",
    problem: "unknown-function",
    message: `extension function \`${name}\` does not exist`,
  };
}

/** What extension functions take, by `kind` for extension values. */
export type ExtensionParameter = keyof Parameters;
/** What extension functions give, by `kind` for extension values. */
export type ExtensionResult = Exclude<ExtensionParameter, "string"> | "boolean" | "long";

interface Parameters {
  readonly string: string;
  readonly decimal: Decimal;
  readonly ip: IpAddress;
  readonly datetime: Datetime;
  readonly duration: Duration;
}
type Arguments<P extends readonly ExtensionParameter[]> = { readonly [index in keyof P]: Parameters[P[index]] };

function define<const P extends readonly ExtensionParameter[]>(
  name: string,
  parameters: P,
  result: ExtensionResult,
  body: (...args: Arguments<P>) => Value | ExtensionFault,
): [string, ExtensionFunction] {
  const apply = (args: readonly Value[]): Value | CallFault => {
    if (args.length !== parameters.length) return wrongArity(name, parameters.length, args.length);
    for (let index = 0; index < parameters.length; index += 1) {
      const parameter = parameters[index] as ExtensionParameter;
      const argument = args[index] as Value;
      if (!hasType(argument, parameter)) return wrongType(parameter, argument, index);
    }
    // The loop above has checked the type of each argument.
    const value = body(...(args as unknown as Arguments<P>));
    return isFault(value) ? failed(value) : value;
  };
  return [name, { name, arity: parameters.length, parameters, result, apply }];
}

function hasType(value: Value, parameter: ExtensionParameter): boolean {
  return parameter === "string" ? typeof value === "string" : typeof value === "object" && value.kind === parameter;
}

function wrongArity(name: string, expected: number, actual: number): CallFault {
  const message = `wrong number of arguments provided to extension function \`${name}\`: expected ${expected}, got ${actual}`;
  return { kind: "call-fault", problem: "wrong-arity", message };
}

function wrongType(parameter: ExtensionParameter, actual: Value, argument: number): CallFault {
  const expected = parameter === "ip" ? "ipaddr" : parameter;
  const message = `type error: expected ${expected}, got ${typeOf(actual)}`;
  const help = `maybe you forgot to apply the \`${parameter}\` constructor?`;
  const fault: CallFault = { kind: "call-fault", problem: "wrong-type", message, argument };
  return typeof actual === "string" ? { ...fault, help } : fault;
}

function failed(fault: ExtensionFault): CallFault {
  const message = `error while evaluating \`${fault.extension}\` extension function: ${fault.message}`;
  const result: CallFault = { kind: "call-fault", problem: "failed", message };
  return fault.help === undefined ? result : { ...result, help: fault.help };
}

/** All extension functions by name. */
export const extensionTable: ReadonlyMap<string, ExtensionFunction> = new Map([
  define("decimal", ["string"], "decimal", parseDecimal),
  define("lessThan", ["decimal", "decimal"], "boolean", (a, b) => compareDecimal(a, b) < 0),
  define("lessThanOrEqual", ["decimal", "decimal"], "boolean", (a, b) => compareDecimal(a, b) <= 0),
  define("greaterThan", ["decimal", "decimal"], "boolean", (a, b) => compareDecimal(a, b) > 0),
  define("greaterThanOrEqual", ["decimal", "decimal"], "boolean", (a, b) => compareDecimal(a, b) >= 0),
  define("ip", ["string"], "ip", parseIp),
  define("isIpv4", ["ip"], "boolean", isIpv4),
  define("isIpv6", ["ip"], "boolean", isIpv6),
  define("isLoopback", ["ip"], "boolean", isLoopback),
  define("isMulticast", ["ip"], "boolean", isMulticast),
  define("isInRange", ["ip", "ip"], "boolean", isInRange),
  define("datetime", ["string"], "datetime", parseDatetime),
  define("offset", ["datetime", "duration"], "datetime", offset),
  define("durationSince", ["datetime", "datetime"], "duration", durationSince),
  define("toDate", ["datetime"], "datetime", toDate),
  define("toTime", ["datetime"], "duration", toTime),
  define("duration", ["string"], "duration", parseDuration),
  define("toMilliseconds", ["duration"], "long", toMilliseconds),
  define("toSeconds", ["duration"], "long", toSeconds),
  define("toMinutes", ["duration"], "long", toMinutes),
  define("toHours", ["duration"], "long", toHours),
  define("toDays", ["duration"], "long", toDays),
]);
