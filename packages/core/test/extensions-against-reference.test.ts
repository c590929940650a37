import {
  compareDatetime,
  compareDecimal,
  compareDuration,
  type Datetime,
  type Decimal,
  type Duration,
  durationSince,
  type ExtensionFault,
  type ExtensionValue,
  equalValues,
  type IpAddress,
  isFault,
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
  printValue,
  toDate,
  toDays,
  toHours,
  toMilliseconds,
  toMinutes,
  toSeconds,
  toTime,
} from "@deodar/core";
import { quote } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { evaluateAll, type Verdict } from "./oracle.ts";
import { damage, type Random, random } from "./random.ts";

/** Makes `count` texts of which about half are valid. */
function texts(count: number, seed: number, alphabet: string, valid: (source: Random) => string): string[] {
  const source = random(seed);
  return Array.from({ length: count }, () => damage(valid(source), [...alphabet], 2, source));
}

function verdictOf(fault: ExtensionFault): Verdict {
  return {
    message: `error while evaluating \`${fault.extension}\` extension function: ${fault.message}`,
    help: fault.help ?? null,
  };
}

/** Compares texts that are read alike and texts that are refused, with message and help. */
function compareReaders(
  name: string,
  inputs: readonly string[],
  read: (text: string) => ExtensionValue | ExtensionFault,
  standard: (value: never) => string,
): void {
  const ours = inputs.map(read);
  const expressions = inputs.map((text, index) => {
    const value = ours[index] as ExtensionValue | ExtensionFault;
    return `${name}(${quote(text)}) == ${isFault(value) ? "0" : standard(value as never)}`;
  });
  const expected = ours.map((value): Verdict => (isFault(value) ? verdictOf(value) : true));
  const verdicts = evaluateAll(expressions);
  const differing = inputs.flatMap((text, index) =>
    JSON.stringify(verdicts[index]) === JSON.stringify(expected[index])
      ? []
      : [{ text, reference: verdicts[index], ours: expected[index] }],
  );
  expect(differing).toEqual([]);
  const accepted = ours.filter((value) => !isFault(value)).length;
  expect(accepted).toBeGreaterThan(inputs.length / 10);
  expect(accepted).toBeLessThan(inputs.length * 0.95);
}

const digits = (source: Random, most: number): string =>
  Array.from({ length: 1 + source.below(most) }, () => source.below(10)).join("");

const decimalText = (source: Random): string =>
  source.pick([
    () => `${source.pick(["", "-"])}${digits(source, 16)}.${digits(source, 5)}`,
    () => `${source.pick(["", "-"])}922337203685477.${source.pick(["5807", "5808", "5809", "58", "581", "5800"])}`,
    () => `${source.pick(["", "-"])}${digits(source, 2)}.${digits(source, 4)}`,
  ])();

const group = (source: Random): string =>
  source
    .below(0x10000)
    .toString(16)
    .slice(0, 1 + source.below(4));

function ipv6Text(source: Random): string {
  const count = 8 - source.below(9);
  const groups = Array.from({ length: count }, () => (source.below(3) === 0 ? "0" : group(source)));
  if (count === 8 && source.below(4) > 0) return groups.join(":");
  const at = source.below(count + 1);
  return `${groups.slice(0, at).join(":")}::${groups.slice(at).join(":")}`;
}

const ipv4Text = (source: Random): string => Array.from({ length: 4 }, () => source.below(260)).join(".");

const ipText = (source: Random): string =>
  source.pick([
    () => ipv4Text(source),
    () => `${ipv4Text(source)}/${source.below(34)}`,
    () => ipv6Text(source),
    () => `${ipv6Text(source)}/${source.below(130)}`,
    () => `${ipv6Text(source)}/${source.pick(["999", "256", "0128", "08", "", "+1", "١"])}`,
    () => `::ffff:${ipv4Text(source)}`,
  ])();

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function datetimeText(source: Random): string {
  const date = `${pad(source.below(10000), 4)}-${pad(source.below(14), 2)}-${pad(source.below(33), 2)}`;
  if (source.below(3) === 0) return date;
  const time = `T${pad(source.below(25), 2)}:${pad(source.below(61), 2)}:${pad(source.below(61), 2)}`;
  const fraction = source.pick(["", `.${pad(source.below(1000), 3)}`]);
  const zone = source.pick(["Z", `${source.pick(["+", "-"])}${pad(source.below(25), 2)}${pad(source.below(61), 2)}`]);
  return `${date}${time}${fraction}${zone}`;
}

function durationText(source: Random): string {
  const units = ["d", "h", "m", "s", "ms"].filter(() => source.below(2) === 0);
  const quantity = (): string => digits(source, source.pick([2, 2, 9, 20]));
  const parts = units.map((unit) => `${quantity()}${unit}`);
  return `${source.pick(["", "-"])}${parts.length === 0 ? `${quantity()}ms` : parts.join("")}`;
}

const decimals = texts(2000, 1, "0123456789.-+ e٣\n", decimalText);
const ips = texts(4000, 2, "0123456789abcdefABCDFg:./%[] -", ipText);
const datetimes = texts(3000, 3, "0123456789-+:.TZtz ", datetimeText);
const durations = texts(2000, 4, "0123456789dhms-+. ", durationText);

const standardDecimal = (value: Decimal): string => `decimal("${scaledText(BigInt(value.value))}")`;

/** Written apart from the code under test: sign, whole part, point, four digits. */
function scaledText(value: bigint): string {
  const padded = String(value < 0n ? -value : value).padStart(5, "0");
  return `${value < 0n ? "-" : ""}${padded.slice(0, -4)}.${padded.slice(-4)}`;
}

const standardIp = (value: IpAddress): string => {
  const [first = 0] = value.words;
  const address = isIpv4(value)
    ? [24, 16, 8, 0].map((shift) => (first >>> shift) & 255).join(".")
    : value.words.flatMap((word) => [(word >>> 16).toString(16), (word & 0xffff).toString(16)]).join(":");
  return `ip("${address}/${value.prefix}")`;
};

const standardDatetime = (value: Datetime): string =>
  `datetime("1970-01-01").offset(duration("${value.milliseconds}ms"))`;
const standardDuration = (value: Duration): string => `duration("${value.milliseconds}ms")`;

// The reference takes its time on a busy machine.
describe("extension constructors read as the reference does", () => {
  it("decimal", () => compareReaders("decimal", decimals, parseDecimal, standardDecimal));
  it("ip", () => compareReaders("ip", ips, parseIp, standardIp));
  it("datetime", () => compareReaders("datetime", datetimes, parseDatetime, standardDatetime));
  it("duration", () => compareReaders("duration", durations, parseDuration, standardDuration));
});

function valid<T extends ExtensionValue>(inputs: readonly string[], read: (text: string) => T | ExtensionFault): T[] {
  return inputs.flatMap((text) => {
    const value = read(text);
    return isFault(value) ? [] : [value];
  });
}

/** Every case is an expression with what we say about it. */
function compareCases(cases: readonly (readonly [string, Verdict])[]): void {
  const verdicts = evaluateAll(cases.map(([text]) => text));
  const differing = cases.flatMap(([text, ours], index) =>
    JSON.stringify(verdicts[index]) === JSON.stringify(ours) ? [] : [{ text, ours, reference: verdicts[index] }],
  );
  expect(differing).toEqual([]);
}

/** That a call gives what we say: a value, to be equal, or a fault. */
function result(text: string, value: ExtensionValue | ExtensionFault): readonly [string, Verdict] {
  return isFault(value) ? [`${text} == 0`, verdictOf(value)] : [`${text} == ${printValue(value)}`, true];
}

describe("extension methods compute as the reference does", () => {
  const edgeDurations = valid(
    [
      "0ms",
      "1ms",
      "-1ms",
      "999ms",
      "-999ms",
      "1000ms",
      "-1000ms",
      "86399999ms",
      "86400000ms",
      "-86400001ms",
      "9007199254740991ms",
      "9007199254740992ms",
      "-9007199254740993ms",
      "9007199254740999ms",
      "9007199254739999ms",
      "9223372036854775807ms",
      "-9223372036854775808ms",
      "-9223372036854775807ms",
      "-106751991167d",
    ],
    parseDuration,
  );

  it("addresses", () => {
    const values = [
      ...valid(ips, parseIp).slice(0, 12),
      ...valid(
        [
          "127.0.0.1",
          "127.0.0.0/8",
          "127.0.0.0/7",
          "128.0.0.1",
          "126.255.255.255",
          "::1",
          "::1/127",
          "::2",
          "1::1",
          "0:0:1::1",
          "0:1::1",
          "224.0.0.0/4",
          "224.0.0.0/3",
          "239.1.2.3",
          "240.0.0.0",
          "223.255.255.255",
          "ff00::",
          "ff00::/8",
          "ff00::/7",
          "fe00::",
          "0.0.0.0/0",
          "255.255.255.255/0",
          "::/0",
          "ffff::/0",
          "10.0.0.0/8",
          "10.1.0.0/16",
          "10.1.2.3",
          "10.1.2.3/31",
          "10.1.2.2",
          "11.0.0.0/8",
          "2001:db8::/32",
          "2001:db8::/33",
          "2001:db8:8000::/33",
          "2001:db8:ffff::1",
          "2001:db8:0:1::/64",
          "2001:db8:0:1:8000::/65",
          "2001:db8:0:1::1/96",
          "2001:db8:0:1::2/127",
          "2001:db9::",
          "::ffff:7f00:1",
          "128.0.0.0/1",
          "0.0.0.0/1",
          "8000::/1",
          "::/1",
          "1:2:3:4:5:6:7::",
          "::2:3:4:5:6:7:8",
          "1:2:3:4:5:6:7:8/128",
          "1.2.3.4/32",
          "1.2.3.4/24",
        ],
        parseIp,
      ),
    ];
    const cases = values.flatMap((value): [string, Verdict][] => {
      const text = printValue(value);
      return [
        [`${text}.isIpv4()`, isIpv4(value)],
        [`${text}.isIpv6()`, isIpv6(value)],
        [`${text}.isLoopback()`, isLoopback(value)],
        [`${text}.isMulticast()`, isMulticast(value)],
        ...values.flatMap((other): [string, Verdict][] => [
          [`${text}.isInRange(${printValue(other)})`, isInRange(value, other)],
          [`${text} == ${printValue(other)}`, equalValues(value, other)],
        ]),
      ];
    });
    compareCases(cases);
  });

  it("decimals", () => {
    const values = [
      ...valid(decimals, parseDecimal).slice(0, 25),
      ...valid(
        [
          "0.0",
          "-0.0",
          "0.0001",
          "-0.0001",
          "1.5",
          "1.50",
          "00001.5",
          "-922337203685477.5808",
          "922337203685477.5807",
          "900719925474.0992",
          "900719925474.0991",
          "900719925474.0993",
        ],
        parseDecimal,
      ),
    ];
    const cases = values.flatMap((value) =>
      values.flatMap((other): [string, Verdict][] => {
        const [left, right, order] = [printValue(value), printValue(other), compareDecimal(value, other)];
        return [
          [`${left}.lessThan(${right})`, order < 0],
          [`${left}.lessThanOrEqual(${right})`, order <= 0],
          [`${left}.greaterThan(${right})`, order > 0],
          [`${left}.greaterThanOrEqual(${right})`, order >= 0],
          [`${left} == ${right}`, equalValues(value, other)],
        ];
      }),
    );
    compareCases(cases);
  });

  it("durations", () => {
    const values = [...edgeDurations, ...valid(durations, parseDuration).slice(0, 20)];
    const cases = values.flatMap((value): [string, Verdict][] => {
      const text = printValue(value);
      return [
        [`${text}.toMilliseconds() == ${toMilliseconds(value)}`, true],
        [`${text}.toSeconds() == ${toSeconds(value)}`, true],
        [`${text}.toMinutes() == ${toMinutes(value)}`, true],
        [`${text}.toHours() == ${toHours(value)}`, true],
        [`${text}.toDays() == ${toDays(value)}`, true],
        ...values.map((other): [string, Verdict] => [
          `${text} < ${printValue(other)}`,
          compareDuration(value, other) < 0,
        ]),
        ...values.map((other): [string, Verdict] => [`${text} == ${printValue(other)}`, equalValues(value, other)]),
      ];
    });
    compareCases(cases);
  });

  it("datetimes", () => {
    const read = [
      ...valid(datetimes, parseDatetime).slice(0, 20),
      ...valid(
        [
          "1970-01-01",
          "1969-12-31T23:59:59.999Z",
          "0000-01-01",
          "9999-12-31T23:59:59.999-2359",
          "0000-01-01T00:00:00+2359",
          "2000-02-29",
          "1970-01-01T00:00:00+0100",
        ],
        parseDatetime,
      ),
    ];
    const computed = edgeDurations
      .map((duration) => offset(read.at(-7) as Datetime, duration))
      .filter((value) => !isFault(value));
    const values = [...read, ...computed];
    const cases = values.flatMap((value) => {
      const text = printValue(value);
      return [
        result(`${text}.toDate()`, toDate(value)),
        result(`${text}.toTime()`, toTime(value)),
        ...edgeDurations.map((duration) => result(`${text}.offset(${printValue(duration)})`, offset(value, duration))),
        ...values.flatMap((other): (readonly [string, Verdict])[] => [
          result(`${text}.durationSince(${printValue(other)})`, durationSince(value, other)),
          [`${text} <= ${printValue(other)}`, compareDatetime(value, other) <= 0],
          [`${text} == ${printValue(other)}`, equalValues(value, other)],
        ]),
      ];
    });
    compareCases(cases);
  });
});
