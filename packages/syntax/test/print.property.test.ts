import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Expression,
  maxNesting,
  nestingOf,
  parseExpression,
  parsePolicies,
  parsePolicy,
  printExpression,
  printPolicies,
  printPolicy,
} from "../src/index.ts";
import { expressions } from "./arbitrary/expression.ts";
import { policies } from "./arbitrary/policy.ts";
import { withoutSpans } from "./without-spans.ts";

const runs = { numRuns: Number(process.env["DEODAR_RUNS"] ?? 1000) };

test("the text of an expression reads back as the same tree", () => {
  fc.assert(
    fc.property(expressions({ slots: true }), (expression) => {
      const read = parseExpression(printExpression(expression));
      expect(read.ok && withoutSpans(read.value)).toStrictEqual(expression);
    }),
    runs,
  );
});

test("the text of a policy reads back as the same tree", () => {
  fc.assert(
    fc.property(policies({ templates: true }), (policy) => {
      const read = parsePolicy(printPolicy(policy));
      expect(read.ok && withoutSpans(read.value)).toStrictEqual(policy);
    }),
    runs,
  );
});

test("printing what was read back prints the same text, also where the tree has no text of its own", () => {
  fc.assert(
    fc.property(fc.array(policies({ templates: true, oddPaths: true }), { maxLength: 3 }), (some) => {
      const text = printPolicies({ kind: "policies", span: undefined, policies: some });
      const read = parsePolicies(text);
      expect(read.ok && printPolicies(read.value)).toBe(text);
    }),
    runs,
  );
});

test("where ample parentheses would nest too deeply, the fewest are written, and nesting is counted as the parser counts", () => {
  fc.assert(
    fc.property(expressions(), (expression) => {
      const levels = maxNesting - nestingOf(expression);
      const deepest = inSets(expression, levels);
      expect(nestingOf(deepest)).toBe(maxNesting);
      const read = parseExpression(printExpression(deepest));
      expect(read.ok && withoutSpans(read.value)).toStrictEqual(deepest);
      const tooDeep = parseExpression(printExpression(inSets(deepest, 1)));
      expect(tooDeep.ok ? [] : tooDeep.errors.map(({ code }) => code)).toStrictEqual(["syntax/nesting-too-deep"]);
    }),
    { numRuns: runs.numRuns / 10 },
  );
});

function inSets(expression: Expression, levels: number): Expression {
  let nested = expression;
  for (let level = 0; level < levels; level++) nested = { kind: "set", span: undefined, elements: [nested] };
  return nested;
}
