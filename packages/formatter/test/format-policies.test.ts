import { formatPolicies as reference } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import { describe, expect, it } from "vitest";
import { formatPolicies } from "../src/index.ts";

const scope = "permit(principal,action,resource)";

function format(text: string, lineWidth = 80, indentWidth = 2): string {
  return unwrap(formatPolicies(text, { lineWidth, indentWidth }));
}

function referenceFormat(policyText: string, lineWidth = 80, indentWidth = 2): string {
  const answer = reference({ policyText, lineWidth, indentWidth });
  if (answer.type !== "success") throw new Error(answer.errors[0]?.message);
  return answer.formatted_policy;
}

describe("layout", () => {
  it("keeps a scope without constraints on one line", () => {
    expect(format(`${scope};`)).toBe("permit (principal, action, resource);\n");
  });

  it("gives each scope variable and each condition its line", () => {
    const text = `@id("a")forbid(principal==User::"a",action,resource is File)when{1<2}unless{principal has a.b};`;
    expect(format(text)).toBe(
      [
        '@id("a")',
        "forbid (",
        '  principal == User::"a",',
        "  action,",
        "  resource is File",
        ")",
        "when { 1 < 2 }",
        "unless { principal has a.b };",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["nothing", ""],
    ["only blank lines", "\n\n \n"],
    ["only comments", "// a\n\n  // b"],
    ["a comment at the end without a line break", `${scope}; // a`],
    ["CRLF", `// a\r\n${scope}\r\nwhen { true // b\r\n};\r\n// c\r\n`],
    ["a bare carriage return behind a comment", `${scope} // a\r when { true };`],
    ["a comment that holds a quote", `${scope} // "\nwhen { "x" == "//" };`],
    ["a string over several lines", `${scope} when { "a\n\n  b" == "" };`],
    ["words right behind numbers", `${scope} when { if 1is in2 then 0==1else 2in principal };`],
    ["leading zeros", `${scope} when { 007 + 000 == 0 };`],
    ["several policies", `${scope};${scope};\n// between\n${scope};`],
    ["a template", "permit(principal in ?principal,action,resource is A::B in ?resource);"],
    ["calls", `${scope} when { ip("1.2.3.4").isInRange(ip("1.2.3.0/24")) && context.a.contains([1,{b:{}}]) };`],
    ["a conditional", `${scope} when { if context.a then [1, 2] == [] else !!!!context["b c"] };`],
    ["an empty list of actions", "permit(principal,action in [],resource);"],
    ["white space other than ASCII", `\u2003${scope}\u0085;`],
  ])("lays out %s as the reference does", (_, text) => {
    for (const width of [0, 20, 40, 80, 120]) {
      for (const indent of [0, 2, 4]) expect(format(text, width, indent)).toBe(referenceFormat(text, width, indent));
    }
  });

  it("counts wide, combining and emoji characters as the reference does", () => {
    for (const sample of [
      "日本語",
      "e\u0301e\u0301",
      "👍🏽",
      "👨‍👩‍👧",
      "☺️☺️",
      "⌛︎",
      "🇩🇪",
      "한",
      "\u200b\u200b",
      "ab\u{1f600}",
    ]) {
      for (let width = 8; width < 40; width += 1) {
        const text = `${scope} when { ["${sample}", 1] };`;
        expect(format(text, width)).toBe(referenceFormat(text, width));
      }
    }
  });
});

describe("comments", () => {
  it("are kept where the reference loses them: before and behind a redundant comma", () => {
    const text = `${scope} when { [1 // one\n, // two\n] == [] };`;
    expect(referenceFormat(text)).not.toContain("two");
    expect(format(text)).toBe(
      ["permit (principal, action, resource)", "when", "{", "  [1 // one", "  ] // two", "   == []", "};", ""].join(
        "\n",
      ),
    );
  });

  it("are kept when both a redundant comma and the bracket behind it have one", () => {
    const text = "permit(principal, action, resource // a\n, // b\n// c\n) // d\n;";
    const comments = format(text).match(/\/\/ \w/g);
    expect(comments).toEqual(["// a", "// b", "// c", "// d"]);
  });

  it("stay where they are once formatted, where the reference moves them again", () => {
    const once = referenceFormat(`${scope} when { context.a == "b"\n// why\n&& true };`);
    expect(referenceFormat(once)).not.toBe(once);
    expect(format(once)).toBe(once);
  });

  it("are brought to one space behind a string in text that is not formatted yet", () => {
    const text = `${scope} when { context.a == "b"  // why\n&& true };`;
    expect(format(text)).toBe(referenceFormat(text));
  });
});

describe("what is refused", () => {
  it("text that does not parse, with the parser's errors", () => {
    const result = formatPolicies("permit(principal, action, resource)");
    expect(result.ok ? [] : result.errors.map(({ message }) => message)).toEqual(["unexpected end of input"]);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("a width or indent of %s", (value) => {
    expect(() => formatPolicies("", { lineWidth: value })).toThrow(RangeError);
    expect(() => formatPolicies("", { indentWidth: value })).toThrow(RangeError);
  });
});

describe("large input", () => {
  it("a chain of 100,000 operands", () => {
    const operands = Array.from({ length: 100_000 }, () => "true");
    const formatted = format(`${scope} when { ${operands.join("&&")} };`);
    expect(formatted.split("\n").length).toBe(100_005);
  });

  it("a string of a million characters within brackets", () => {
    const text = `${scope} when { ${"(".repeat(100)}"${"x".repeat(1_000_000)}"${")".repeat(100)} == "" };`;
    expect(format(text).length).toBeGreaterThan(1_000_000);
  });
});

it("a text with one comment that came up from the line below and one that did not is left as it is, too", () => {
  const text = [
    'permit(principal, action, resource) when { User::"a"',
    "",
    "// c",
    'is User in {a: false, part: principal[""]}.part.toMilliseconds() };',
    'permit(principal, action, resource) when { (false is User in false) == (if "a" then "a" // c',
    "else false) };",
  ].join("\n");
  const options = { lineWidth: 40, indentWidth: 0 };
  const once = unwrap(formatPolicies(text, options));
  expect(unwrap(formatPolicies(once, options))).toBe(once);
});
