import {
  canonicalCall,
  datetimeOf,
  debugString,
  displayValue,
  durationOf,
  emptyRecord,
  emptySet,
  entityUid,
  offset,
  parseDatetime,
  parseDecimal,
  parseDuration,
  parseIp,
  printUid,
  printValue,
  recordOf,
  setOf,
} from "@deodar/core";
import { describe, expect, it } from "vitest";
import { valid } from "./arbitrary-value.ts";
import { evaluateAll } from "./oracle.ts";

describe("printing", () => {
  it("writes Cedar source text", () => {
    expect(printValue(true)).toBe("true");
    expect(printValue(-(2n ** 63n))).toBe("-9223372036854775808");
    expect(printValue("it's \"\\\n\t\r\0\u0301e\u0301\u200b é")).toBe(
      '"it\\\'s \\"\\\\\\n\\t\\r\\0\u0301e\u0301\\u{200b} é"',
    );
    expect(printValue("\u0301")).toBe('"\\u{301}"');
    expect(printUid(entityUid("Photos::Album", 'a"b'))).toBe('Photos::Album::"a\\"b"');
    expect(printValue(entityUid("A", "'"))).toBe('A::"\\\'"');
    expect(printValue(emptySet)).toBe("[]");
    expect(printValue(emptyRecord)).toBe("{}");
    expect(printValue(setOf([3, "b", setOf([2, 1]), 1, true]))).toBe('[true, 1, 3, "b", [1, 2]]');
    expect(
      printValue(
        recordOf([
          ["b", emptyRecord],
          ["a b", 1],
          ["if", 2],
          ["A::B", 3],
          ["", 4],
          ["it's", 5],
        ]),
      ),
    ).toBe('{"": 4, "A::B": 3, "a b": 1, b: {}, "if": 2, "it\\\'s": 5}');
  });

  it("writes extension values as they were made", () => {
    expect(printValue(valid(parseDecimal("01.50")))).toBe('decimal("01.50")');
    expect(printValue(valid(parseIp("1:0::/64")))).toBe('ip("1:0::/64")');
    expect(printValue(valid(parseDuration("1d2h")))).toBe('duration("1d2h")');
    expect(printValue(durationOf(-5))).toBe('duration("-5ms")');
    expect(printValue(valid(parseDatetime("2024-01-01")))).toBe('datetime("2024-01-01")');
    expect(printValue(valid(offset(valid(parseDatetime("1970-01-02")), durationOf(1))))).toBe(
      'datetime("1970-01-01").offset(duration("86400001ms"))',
    );
  });

  it("shows values in messages as the reference does", () => {
    expect(displayValue("it's")).toBe('"it\\\'s"');
    expect(displayValue(recordOf([["q\"'", 1]]))).toBe('{"q"\'": 1}');
    expect(displayValue(setOf([3, 2, 1]), 2)).toBe("[1, 2, .. ]");
    expect(displayValue(setOf([3, 2, 1]), 3)).toBe("[1, 2, 3]");
    expect(
      displayValue(
        recordOf([
          ["a", setOf([1, 2])],
          ["b", 1],
        ]),
        1,
      ),
    ).toBe("{a: [1, .. ], .. }");
    expect(displayValue(setOf([1]), 0)).toBe("[.. ]");
  });

  it("quotes as Rust's Debug does where the reference does so", () => {
    expect(debugString("it's")).toBe('"it\'s"');
    expect(debugString("\\'\"")).toBe('"\\\\\'\\""');
    expect(debugString("b\u0301\n")).toBe('"b\\u{301}\\n"');
  });
});

describe("characters that do not print", () => {
  // Blocks in which no version of Unicode of these years adds anything, and planes that have no characters.
  const points = Array.from({ length: 0x500 }, (_, index) => index).concat(
    Array.from({ length: 0x1000 }, (_, index) => 0x5000 + index),
    Array.from({ length: 100 }, (_, index) => 0x40000 + index * 0x1234),
    Array.from({ length: 0x80 }, (_, index) => 0x2000 + index),
    [0x115f, 0x1160, 0x17b4, 0x180b, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfffd, 0xfffe, 0xe0001, 0xe0100, 0x10ffff],
  );
  const characters = points.map((point) => String.fromCodePoint(point));
  const literal = (text: string): string =>
    `"${Array.from(text, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join("")}"`;

  it("are escaped as the reference does, in literals and in Debug", () => {
    const halves = [characters.slice(0, 3000), characters.slice(3000)];
    const texts = halves.map((half) => half.map((character) => `a${character}`).join(""));
    const verdicts = evaluateAll(texts.flatMap((text) => [`A::${literal(text)}.x`, `{${literal(text)}: 1}.x`]));
    const expected = texts.flatMap((text) => [
      { message: `entity \`${printUid(entityUid("A", text))}\` does not exist`, help: null },
      {
        message: "record does not have the attribute `x`",
        help: `available attributes: [${debugString(text)}]`,
      },
    ]);
    expect(verdicts).toEqual(expected);
  });

  it("are escaped at the beginning if they combine", () => {
    const marks = characters.filter((character) => /\p{M}/u.test(character));
    expect(marks.length).toBeGreaterThan(100);
    const verdicts = evaluateAll(marks.map((mark) => `A::${literal(mark)}.x`));
    expect(verdicts).toEqual(
      marks.map((mark) => ({ message: `entity \`${printUid(entityUid("A", mark))}\` does not exist`, help: null })),
    );
  });
});

describe("standard calls", () => {
  const call = (text: string): string => String(canonicalCall(valid(parseIp(text))).args[0]);

  it("write addresses as Rust's standard library does", () => {
    expect(call("1.2.3.4")).toBe("1.2.3.4/32");
    expect(call("255.0.0.255/8")).toBe("255.0.0.255/8");
    expect(call("0:0:0:0:0:0:0:0")).toBe("::/128");
    expect(call("::1/64")).toBe("::1/64");
    expect(call("1::")).toBe("1::/128");
    expect(call("1:0:0:2:0:0:0:3")).toBe("1:0:0:2::3/128");
    expect(call("1:0:0:2:3:0:0:4")).toBe("1::2:3:0:0:4/128");
    expect(call("1:0:2:3:4:5:6:7")).toBe("1:0:2:3:4:5:6:7/128");
    expect(call("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789/128")).toBe("abcd:ef01:2345:6789:abcd:ef01:2345:6789/128");
    expect(call("::ffff:102:304")).toBe("::ffff:1.2.3.4/128");
    expect(call("::fffe:102:304")).toBe("::fffe:102:304/128");
    expect(call("0:0:1:0:0:ffff:0:0")).toBe("::1:0:0:ffff:0:0/128");
  });

  it("read back as the same address, unless they mix the notations", () => {
    for (let pattern = 0; pattern < 256; pattern += 1) {
      const groups = Array.from({ length: 8 }, (_, index) => ((pattern >> index) & 1 ? "a0b" : "0"));
      const ip = valid(parseIp(groups.join(":")));
      expect(valid(parseIp(String(canonicalCall(ip).args[0])))).toMatchObject({ words: ip.words, prefix: 128 });
    }
  });

  it("are alike for equal values", () => {
    expect(canonicalCall(valid(parseDecimal("-00.5")))).toEqual({ fn: "decimal", args: ["-0.5000"] });
    expect(canonicalCall(valid(parseDecimal("12.3456")))).toEqual({ fn: "decimal", args: ["12.3456"] });
    expect(canonicalCall(valid(parseDecimal("-922337203685477.5808"))).args).toEqual(["-922337203685477.5808"]);
    expect(canonicalCall(valid(parseDuration("1s")))).toEqual({ fn: "duration", args: ["1000ms"] });
    expect(canonicalCall(valid(parseDatetime("1970-01-02")))).toEqual(canonicalCall(datetimeOf(86_400_000)));
    expect(
      canonicalCall(datetimeOf(5)).args.map((argument) =>
        typeof argument === "string" ? argument : printValue(argument),
      ),
    ).toEqual(['datetime("1970-01-01")', 'duration("5ms")']);
  });
});
