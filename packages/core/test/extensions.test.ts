import {
  datetimeOf,
  durationOf,
  type ExtensionFault,
  type ExtensionValue,
  isFault,
  isInRange,
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
  toMinutes,
  toSeconds,
  toTime,
} from "@deodar/core";
import { describe, expect, it } from "vitest";
import { valid } from "./arbitrary-value.ts";

const ipHelp =
  "valid IP strings are IPv4/IPv6 addresses or CIDR ranges like `127.0.0.1`, `127.0.0.1/24`, or `ffee::/64`";
const decimalHelp =
  "valid decimal strings look like `12.34`: digits are required on both sides of `.`, up to 4 fractional digits are allowed, and the value must be in range -922337203685477.5808 to 922337203685477.5807";
const rangeHelp = "the value must be in range -922337203685477.5808 to 922337203685477.5807";
const datetimeHelp =
  "valid datetime strings start with `YYYY-MM-DD` and may optionally include `THH:MM:SS` plus `Z`, `.SSSZ`, or an offset like `+0700`";
const durationHelp =
  "valid duration strings are concatenated quantity-unit pairs with an optional leading `-`, for example `1d2h3m4s50ms`";

function refusal(result: ExtensionValue | ExtensionFault): readonly (string | undefined)[] {
  return isFault(result) ? [result.extension, result.message, result.help] : [];
}

describe("decimal", () => {
  it.each([
    ["0.0", 0],
    ["-0.0", 0],
    ["-0.5", -5000],
    ["12.34", 123400],
    ["00001.5", 15000],
    ["1.0001", 10001],
    ["900719925474.0991", 9007199254740991],
    ["900719925474.0992", 9007199254740992n],
    ["922337203685477.5807", 2n ** 63n - 1n],
    ["-922337203685477.5808", -(2n ** 63n)],
  ])("reads %s", (text, value) => {
    const decimal = valid(parseDecimal(text));
    expect(decimal).toMatchObject({ kind: "decimal", value, text });
    expect(decimal.source).toEqual({ fn: "decimal", args: [text] });
  });

  it.each([
    ["1", "`1` is not a well-formed decimal value", decimalHelp],
    ["1.", "`1.` is not a well-formed decimal value", decimalHelp],
    [".1", "`.1` is not a well-formed decimal value", decimalHelp],
    ["+1.0", "`+1.0` is not a well-formed decimal value", decimalHelp],
    ["--1.0", "`--1.0` is not a well-formed decimal value", decimalHelp],
    ["1.0e1", "`1.0e1` is not a well-formed decimal value", decimalHelp],
    ["1.23456", "too many digits after the decimal in `1.23456`", "at most 4 digits are supported"],
    [
      "1.\u0663\u0663\u0663",
      "too many digits after the decimal in `1.\u0663\u0663\u0663`",
      "at most 4 digits are supported",
    ],
    ["1.\u0663\u0663", "overflow when converting to decimal", rangeHelp],
    ["\u0663.5", "overflow when converting to decimal", rangeHelp],
    ["922337203685477.5808", "overflow when converting to decimal", rangeHelp],
    ["-922337203685477.5809", "overflow when converting to decimal", rangeHelp],
    ["922337203685478.0", "overflow when converting to decimal", rangeHelp],
    ["99999999999999999999999.00000", "overflow when converting to decimal", rangeHelp],
  ])("refuses %s", (text, message, help) => {
    expect(refusal(parseDecimal(text))).toEqual(["decimal", message, help]);
  });
});

describe("ip", () => {
  it.each([
    ["0.0.0.0", [0], 32],
    ["255.255.255.255/0", [0xffffffff], 0],
    ["10.1.2.3/8", [0x0a010203], 8],
    ["::", [0, 0, 0, 0], 128],
    ["1:2:3:4:5:6:7::", [0x10002, 0x30004, 0x50006, 0x70000], 128],
    ["::2:3:4:5:6:7:8", [2, 0x30004, 0x50006, 0x70008], 128],
    ["ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/128", [0xabcdef01, 0x23456789, 0xabcdef01, 0x23456789], 128],
    ["::ffff:102:304/96", [0, 0, 0xffff, 0x1020304], 96],
  ])("reads %s", (text, words, prefix) => {
    const ip = valid(parseIp(text));
    expect(ip).toMatchObject({ kind: "ip", words, prefix, text });
    expect(ip.source).toEqual({ fn: "ip", args: [text] });
  });

  const embedded =
    "error parsing IP address from string: We do not accept IPv4 embedded in IPv6 (e.g., ::ffff:127.0.0.1). Found: ";
  it.each([
    ["", "invalid IP address: "],
    ["1.2.3", "invalid IP address: 1.2.3"],
    ["1.2.3.4.5", "invalid IP address: 1.2.3.4.5"],
    ["1.2.3.256", "invalid IP address: 1.2.3.256"],
    ["01.2.3.4", "invalid IP address: 01.2.3.4"],
    ["1.2.3.4 ", "invalid IP address: 1.2.3.4 "],
    [":", "invalid IP address: :"],
    [":::", "invalid IP address: :::"],
    ["1::2::3", "invalid IP address: 1::2::3"],
    ["1:2:3:4:5:6:7", "invalid IP address: 1:2:3:4:5:6:7"],
    ["1:2:3:4:5:6:7:8:9", "invalid IP address: 1:2:3:4:5:6:7:8:9"],
    ["1:2:3:4::5:6:7:8", "invalid IP address: 1:2:3:4::5:6:7:8"],
    ["00001::", "invalid IP address: 00001::"],
    ["fe80::1%eth0", "invalid IP address: fe80::1%eth0"],
    ["[::1]", "invalid IP address: [::1]"],
    ["::ffff:1.2.3.4", `${embedded}\`::ffff:1.2.3.4\``],
    ["1.2.3/8", "error parsing IP address from the string `1.2.3`: invalid IP address syntax"],
    ["1.2.3.4/", "error parsing prefix from the string ``: cannot parse integer from empty string"],
    ["1.2.3.4/33", "error parsing prefix: 33 is larger than the limit 32"],
    ["1.2.3.4/032", "error parsing prefix: string length 3 is too large"],
    ["1.2.3.4/08", "error parsing prefix `08`: leading zero(s)"],
    ["1.2.3.4/+8", "error parsing prefix `+8`: encountered non-digit"],
    ["1.2.3.4//8", "error parsing prefix `/8`: encountered non-digit"],
    ["::/129", "error parsing prefix: 129 is larger than the limit 128"],
    ["::/256", "error parsing prefix from the string `256`: number too large to fit in target type"],
    ["::/0128", "error parsing prefix: string length 4 is too large"],
    [
      "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/0128",
      "error parsing IP address from string `ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/0128`: string length is too large",
    ],
    [
      "\u{1f600}".repeat(11),
      `error parsing IP address from string \`${"\u{1f600}".repeat(11)}\`: string length is too large`,
    ],
  ])("refuses %j", (text, message) => {
    expect(refusal(parseIp(text))).toEqual(["ipaddr", message, ipHelp]);
  });

  it("tells loopback, multicast and ranges", () => {
    const ip = (text: string) => valid(parseIp(text));
    const loopback = [
      "127.0.0.1",
      "127.255.255.255",
      "127.0.0.0/8",
      "127.0.0.0/7",
      "128.0.0.1",
      "::1",
      "::1/127",
      "::2",
      "::ffff:7f00:1",
    ];
    expect(loopback.map((text) => isLoopback(ip(text)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      false,
      false,
      false,
    ]);
    const multicast = [
      "224.0.0.0/4",
      "224.0.0.0/3",
      "239.255.255.255",
      "240.0.0.0",
      "ff02::1",
      "ff00::/8",
      "ff00::/7",
      "fe00::",
    ];
    expect(multicast.map((text) => isMulticast(ip(text)))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      false,
      false,
    ]);
    const ranges: [string, string, boolean][] = [
      ["10.1.2.3", "10.0.0.0/8", true],
      ["10.1.2.3", "11.0.0.0/8", false],
      ["10.0.0.0/8", "10.0.0.0/8", true],
      ["10.0.0.0/8", "10.0.0.0/9", false],
      ["255.0.0.0", "1.2.3.4/0", true],
      ["1.2.3.4", "::/0", false],
      ["::1", "1.2.3.4/0", false],
      ["2001:db8:ffff::", "2001:db8::/32", true],
      ["2001:db8:8000::", "2001:db8::/33", false],
      ["2001:db9::", "2001:db8::/32", false],
      ["2001:db8:0:1::1", "2001:db8:0:1::/64", true],
      ["2001:db8:0:1::2", "2001:db8:0:1::1", false],
    ];
    for (const [text, range, expected] of ranges)
      expect([text, range, isInRange(ip(text), ip(range))]).toEqual([text, range, expected]);
  });
});

describe("datetime", () => {
  it.each([
    ["1970-01-01", 0],
    ["2024-10-15T11:35:00Z", 1728992100000],
    ["2024-10-15T11:35:00.123+0100", 1728988500123],
    ["1969-12-31T23:59:59.999Z", -1],
    ["0000-01-01", -62167219200000],
    ["0000-01-01T00:00:00+2359", -62167305540000],
    ["9999-12-31T23:59:59.999-2359", 253402387139999],
    ["2000-02-29", 951782400000],
    ["2400-02-29", 13574563200000],
    ["1970-01-01T00:00:00-0000", 0],
  ])("reads %s", (text, milliseconds) => {
    const datetime = valid(parseDatetime(text));
    expect(datetime).toMatchObject({ kind: "datetime", milliseconds, text });
    expect(datetime.source).toEqual({ fn: "datetime", args: [text] });
  });

  it.each([
    ["", "invalid date pattern"],
    ["2024-1-01", "invalid date pattern"],
    ["+2024-01-01", "invalid date pattern"],
    ["2024-00-01", "invalid date: 2024-00-01"],
    ["2024-13-01", "invalid date: 2024-13-01"],
    ["2024-01-00", "invalid date: 2024-01-00"],
    ["2024-04-31", "invalid date: 2024-04-31"],
    ["1900-02-29", "invalid date: 1900-02-29"],
    ["2023-02-29T00:00:00Z", "invalid date: 2023-02-29"],
    ["2024-01-01Z", "invalid hour/minute/second pattern"],
    ["2024-13-01T", "invalid hour/minute/second pattern"],
    ["2024-01-01t00:00:00Z", "invalid hour/minute/second pattern"],
    ["2024-13-01T00:00:00", "invalid millisecond and/or offset pattern"],
    ["2024-01-01T00:00:00.1Z", "invalid millisecond and/or offset pattern"],
    ["2024-01-01T00:00:00Z.000", "invalid millisecond and/or offset pattern"],
    ["2024-01-01T00:00:00+01:00", "invalid millisecond and/or offset pattern"],
    ["2024-01-01T24:00:00Z", "invalid hour/minute/second: 24:00:00"],
    ["2024-01-01T00:60:00Z", "invalid hour/minute/second: 00:60:00"],
    ["2024-01-01T23:59:60Z", "invalid hour/minute/second: 23:59:60"],
    ["2024-01-01T00:00:00+2400", "invalid offset range: 240"],
    ["2024-01-01T00:00:00-0160", "invalid offset range: 160"],
  ])("refuses %j", (text, message) => {
    expect(refusal(parseDatetime(text))).toEqual(["datetime", message, datetimeHelp]);
  });

  it("keeps the day apart from the time, also before 1970", () => {
    const datetime = valid(parseDatetime("1969-12-31T23:00:00Z"));
    expect(valid(toDate(datetime)).milliseconds).toBe(-86_400_000);
    expect(toTime(datetime).milliseconds).toBe(82_800_000);
    expect(Object.is(toTime(valid(parseDatetime("1969-12-31"))).milliseconds, 0)).toBe(true);
  });

  it("has a source that gives it again, also when computed", () => {
    const computed = valid(offset(valid(parseDatetime("1970-01-02")), valid(parseDuration("1s"))));
    expect(computed.text).toBeUndefined();
    const { fn, args } = computed.source;
    expect([fn, args.length]).toEqual(["offset", 2]);
    expect(args[0]).toMatchObject({ kind: "datetime", milliseconds: 0, text: "1970-01-01" });
    expect(args[1]).toMatchObject({ kind: "duration", milliseconds: 86_401_000 });
  });
});

describe("duration", () => {
  it.each([
    ["0ms", 0],
    ["-0ms", 0],
    ["1d2h3m4s50ms", 93784050],
    ["-1d1h", -90000000],
    ["5m", 300000],
    ["5ms", 5],
    ["9007199254740992ms", 9007199254740992n],
    ["9223372036854775807ms", 2n ** 63n - 1n],
    ["-9223372036854775808ms", -(2n ** 63n)],
    ["106751991167d25975807ms", 9223372036854775807n],
  ])("reads %s", (text, milliseconds) => {
    const duration = valid(parseDuration(text));
    expect(duration).toMatchObject({ kind: "duration", milliseconds, text });
    expect(Object.is(duration.milliseconds, -0)).toBe(false);
    expect(duration.source).toEqual({ fn: "duration", args: [text] });
  });

  it.each([
    ["", "invalid duration pattern"],
    ["-", "invalid duration pattern"],
    ["1", "invalid duration pattern"],
    ["d", "invalid duration pattern"],
    ["+1d", "invalid duration pattern"],
    ["1h1d", "invalid duration pattern"],
    ["1d1d", "invalid duration pattern"],
    ["1.5h", "invalid duration pattern"],
    ["1d -1h", "invalid duration pattern"],
    ["9223372036854775808ms", "Duration overflows internal representation"],
    ["-9223372036854775809ms", "Duration overflows internal representation"],
    ["18446744073709551616d", "Duration overflows internal representation"],
    ["99999999999999999999999d", "Duration overflows internal representation"],
    ["106751991168d", "Duration overflows internal representation"],
  ])("refuses %j", (text, message) => {
    expect(refusal(parseDuration(text))).toEqual(["duration", message, durationHelp]);
  });

  it("is made of a Long only", () => {
    for (const other of [0.5, -0, Number.NaN, 1n, 2n ** 63n, "1" as never]) {
      expect(() => durationOf(other)).toThrow(RangeError);
      expect(() => datetimeOf(other)).toThrow(RangeError);
    }
    expect(durationOf(-5).source).toEqual({ fn: "duration", args: ["-5ms"] });
  });

  it("converts to whole units towards zero", () => {
    const [long, negative, least] = ["1d23h59m59s999ms", "-1d23h59m59s999ms", "-9223372036854775808ms"].map((text) =>
      valid(parseDuration(text)),
    ) as [never, never, never];
    expect([toSeconds, toMinutes, toHours, toDays].map((convert) => convert(long))).toEqual([172799, 2879, 47, 1]);
    expect([toSeconds, toMinutes, toHours, toDays].map((convert) => convert(negative))).toEqual([
      -172799, -2879, -47, -1,
    ]);
    expect([toSeconds, toMinutes, toHours, toDays].map((convert) => convert(least))).toEqual([
      -9223372036854775n,
      -153722867280912,
      -2562047788015,
      -106751991167,
    ]);
    expect(toSeconds(valid(parseDuration("9007199254740999ms")))).toBe(9007199254740);
    expect(toSeconds(valid(parseDuration("9007199254739999ms")))).toBe(9007199254739);
    expect(Object.is(toDays(valid(parseDuration("-1ms"))), 0)).toBe(true);
  });
});
