import {
  applyExtension,
  type CallFault,
  entityUid,
  extensionTable,
  isCallFault,
  printValue,
  recordOf,
  setOf,
  type Value,
} from "@deodar/core";
import { describe, expect, it } from "vitest";

const call = (name: string, ...args: Value[]): Value => {
  const result = applyExtension(name, args);
  if (isCallFault(result)) throw new Error(result.message);
  return result;
};
const faultOf = (name: string, ...args: Value[]): CallFault => {
  const result = applyExtension(name, args);
  if (!isCallFault(result)) throw new Error(printValue(result));
  return result;
};

const ip = call("ip", "10.1.2.3");
const net = call("ip", "10.0.0.0/8");
const one = call("decimal", "1.0");
const two = call("decimal", "2.0");
const moment = call("datetime", "2024-01-02T03:04:05Z");
const before = call("datetime", "2024-01-01");
const time = call("duration", "1d1h1m1s1ms");

describe("extension functions", () => {
  it.each<[string, Value[], string]>([
    ["decimal", ["1.50"], 'decimal("1.50")'],
    ["lessThan", [one, two], "true"],
    ["lessThan", [one, one], "false"],
    ["lessThanOrEqual", [one, one], "true"],
    ["lessThanOrEqual", [two, one], "false"],
    ["greaterThan", [two, one], "true"],
    ["greaterThan", [one, one], "false"],
    ["greaterThanOrEqual", [one, one], "true"],
    ["greaterThanOrEqual", [one, two], "false"],
    ["ip", ["::1"], 'ip("::1")'],
    ["isIpv4", [ip], "true"],
    ["isIpv6", [ip], "false"],
    ["isLoopback", [call("ip", "127.0.0.1")], "true"],
    ["isMulticast", [call("ip", "ff00::1")], "true"],
    ["isInRange", [ip, net], "true"],
    ["isInRange", [net, ip], "false"],
    ["datetime", ["2024-01-01"], 'datetime("2024-01-01")'],
    ["offset", [before, time], 'datetime("1970-01-01").offset(duration("1704157261001ms"))'],
    ["durationSince", [moment, before], 'duration("97445000ms")'],
    ["toDate", [moment], 'datetime("1970-01-01").offset(duration("1704153600000ms"))'],
    ["toTime", [moment], 'duration("11045000ms")'],
    ["duration", ["1d"], 'duration("1d")'],
    ["toMilliseconds", [time], "90061001"],
    ["toSeconds", [time], "90061"],
    ["toMinutes", [time], "1501"],
    ["toHours", [time], "25"],
    ["toDays", [time], "1"],
  ])("%s of case %#", (name, args, expected) => {
    expect(printValue(call(name, ...args))).toBe(expected);
    expect(extensionTable.get(name)?.arity).toBe(args.length);
  });

  it("gives faults in the reference's words", () => {
    expect(faultOf("toString")).toEqual({
      kind: "call-fault",
      problem: "unknown-function",
      message: "extension function `toString` does not exist",
    });
    expect(faultOf("unknown", "x")).toMatchObject({ problem: "unknown-function" });
    expect(faultOf("unknown", 1)).toEqual({
      kind: "call-fault",
      problem: "wrong-type",
      argument: 0,
      message: "type error: expected string, got long",
    });
    expect(faultOf("unknown")).toMatchObject({
      problem: "wrong-arity",
      message: "wrong number of arguments provided to extension function `unknown`: expected 1, got 0",
    });
    expect(faultOf("ip")).toMatchObject({
      problem: "wrong-arity",
      message: "wrong number of arguments provided to extension function `ip`: expected 1, got 0",
    });
    expect(faultOf("isInRange", ip, "10.0.0.0/8")).toEqual({
      kind: "call-fault",
      problem: "wrong-type",
      argument: 1,
      message: "type error: expected ipaddr, got string",
      help: "maybe you forgot to apply the `ip` constructor?",
    });
    expect(faultOf("offset", moment, before)).toEqual({
      kind: "call-fault",
      problem: "wrong-type",
      argument: 1,
      message: "type error: expected duration, got datetime",
    });
    expect(faultOf("ip", "x")).toMatchObject({
      problem: "failed",
      message: "error while evaluating `ipaddr` extension function: invalid IP address: x",
    });
    expect(faultOf("offset", call("datetime", "9999-01-01"), call("duration", "9223372036854775807ms"))).toMatchObject({
      problem: "failed",
      message: expect.stringContaining("error while evaluating `offset` extension function: overflows") as string,
    });
  });

  it.each<[Value, string]>([
    [true, "bool"],
    [1, "long"],
    [entityUid("A", "b"), "(entity of type `A`)"],
    [setOf([]), "set"],
    [recordOf([]), "record"],
    [one, "decimal"],
  ])("names the type of %o", (value, type) => {
    expect(faultOf("datetime", value).message).toBe(`type error: expected string, got ${type}`);
  });
});
