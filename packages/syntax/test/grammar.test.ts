import { readFileSync } from "node:fs";
import fc from "fast-check";
import peggy from "peggy";
import { describe, expect, test } from "vitest";
import { compilePolicyGrammar, compilePolicyTable } from "../scripts/policy-grammar.mjs";
import { findSyntaxFaults } from "../src/faults/syntax-faults.ts";
import { parse, type Results } from "../src/generated/policy-parser.js";
import { fitsUnsigned } from "../src/lower/number.ts";
import { scan } from "../src/scan.ts";

type Rule = keyof Results<unknown>;

const grammar = ["policy.peggy", "lexical.peggy"].map((source) => {
  const url = new URL(`../grammar/${source}`, import.meta.url);
  return { source, text: readFileSync(url, "utf8") };
});
const allowedStartRules: Rule[] = ["Policies", "OnePolicy", "OneExpression", "EntityUid", "Name"];

const options = {
  maxDepth: 200,
  policy: (policy: unknown) => policy,
  isLong: fitsUnsigned,
  scan,
};

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("what is committed is what the grammar compiles to", () => {
  expect(read("src/generated/policy-parser.js") === compilePolicyGrammar(read)).toBe(true);
  expect(read("src/generated/policy-table.ts") === compilePolicyTable(read)).toBe(true);
});

test("the committed parser does without eval, Node and the DOM", () => {
  expect(read("src/generated/policy-parser.js")).not.toMatch(
    /\beval\b|new Function|\brequire\b|\bprocess\.|\bglobalThis\b|\bwindow\b|\bimport\b/,
  );
});

const words = (
  "@ . , ; : :: ( ) { } [ ] == != < <= >= > || && + - * / % ! = true false if permit when in has like is then else " +
  'principal action ?principal ?x foo 1 "s" 99999999999999999999 //\n # &'
).split(" ");

/** Token soup, thick enough with what begins expressions that a good share of it is right. */
const soup = fc
  .array(
    fc.constantFrom(...words, "foo", "1", "foo", "foo :: bar", "( foo )", "[ 1 , ]", "foo (", "{ foo : 1", "has if"),
    {
      maxLength: 9,
    },
  )
  .map((tokens) => tokens.join(" "));

const starts: readonly [Rule, (text: string) => string][] = [
  ["OneExpression", (text) => text],
  ["Policies", (text) => `permit(principal, action, resource) when { ${text} };`],
  ["Policies", (text) => `permit(principal == ${text}, action, resource);`],
  ["Policies", (text) => `permit(${text});`],
  ["Policies", (text) => text],
  ["OnePolicy", (text) => `@a permit(${text}) foo { };`],
  ["EntityUid", (text) => text],
  ["EntityUid", (text) => `foo :: ${text}`],
  ["Name", (text) => text],
];

describe("the grammar and the table of productions accept the same texts", () => {
  test.each(starts)(
    "%s",
    (rule, wrap) => {
      fc.assert(
        fc.property(soup, (tokens) => {
          const text = wrap(tokens);
          expect({ text, good: accepts(rule, text) }).toStrictEqual({
            text,
            good: findSyntaxFaults(text, rule).length === 0,
          });
        }),
        { numRuns: 500 },
      );
    },
    60_000,
  );
});

function accepts(rule: Rule, text: string): boolean {
  return parse(text, { ...options, startRule: rule }) !== undefined;
}

describe("the committed parser reads what Peggy's own reads, as the same", () => {
  const plain = peggy.generate(grammar, { output: "parser", allowedStartRules });

  function readPlainly(text: string, startRule: Rule): unknown {
    try {
      return plain.parse(text, { ...options, startRule });
    } catch (error) {
      if ((error as Error).name !== "SyntaxError") throw error;
      return undefined;
    }
  }

  test.each(starts)(
    "%s",
    (startRule, wrap) => {
      fc.assert(
        fc.property(soup, (tokens) => {
          const text = wrap(tokens);
          expect(parse(text, { ...options, startRule })).toStrictEqual(readPlainly(text, startRule));
        }),
        { numRuns: 500 },
      );
    },
    60_000,
  );

  test("samples", () => {
    const samples = JSON.parse(readFileSync(new URL("samples/texts.json", import.meta.url), "utf8")) as unknown;
    const texts = [...JSON.stringify(samples).matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
      ([literal]) => JSON.parse(literal) as string,
    );
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) {
      for (const startRule of allowedStartRules) {
        expect(parse(text, { ...options, startRule })).toStrictEqual(readPlainly(text, startRule));
      }
    }
  });
});

describe("no rule looks at a part of the text again and again", () => {
  const traced = peggy.generate(grammar, { output: "parser", allowedStartRules, trace: true });

  function entries(text: string): number {
    let count = 0;
    const tracer = {
      trace: ({ type }: { type: string }) => {
        if (type === "rule.enter") count++;
      },
    };
    try {
      traced.parse(text, { ...options, startRule: "OneExpression", tracer });
    } catch (error) {
      if ((error as Error).name !== "SyntaxError") throw error;
    }
    return count;
  }

  test.each([
    ["(", "1", ")"],
    ["[", "1", "]"],
    ["{a: ", "1", "}"],
    ["{(1): ", "1", "}"],
    ["if ", "1", " then 1 else 1"],
    ["if 1 then 1 else ", "1", ""],
    ["!(-(", "1", "))"],
    ["a(1, ", "1", ")"],
    ["a[", "1", "]"],
    ["1 == (1 + 2 && ", "1", ")"],
    ["a::b::{a: 1}.c(", "1", ",)"],
    ["(", "1", ""],
    ["{a: ", "1", "]"],
    ["{if ", "1", " then 1"],
    ["a has b.c(", "}", ")"],
  ])("%s … %s … %s", (open, inside, close) => {
    const at = (depth: number) => entries(open.repeat(depth) + inside + close.repeat(depth));
    const step = at(20) - at(10);
    expect(at(40) - at(30)).toBe(step);
    expect(step / 10 / open.length).toBeLessThan(200);
  });
});
