import { formatPolicies as reference } from "@cedar-policy/cedar-wasm/nodejs";
import { unwrap } from "@deodar/diagnostics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPolicies } from "../src/index.ts";
import { commentsOf } from "../src/tokens.ts";

/** The tokens of policies that use every construct of the grammar, so that comments can be planted between any two. */
const policies = [
  `@id("a") @b permit(principal == User::"alice", action in [Action::"x", Action::"y"], resource is A::B in Folder::"f")
   when { principal.a.b.contains(1) && !(resource has x.y) || (if a::b::"c" == resource then [1, 2] else { "a": 1, b: {} }) == 3 }
   unless { context.ip.isInRange(ip("10.0.0.0/8")) };`,
  `permit(principal, action, resource) when { principal["x"] like "a*b" && -principal.y * 3 + 007 - 2 <= 5 && !!true };`,
  `permit(principal in ?principal, action == Action::"z", resource)
   unless { principal is User in Group::"g" || principal.hasTag("k") && principal.getTag("k") == "日本語 text" };
   forbid(principal, action, resource) when { [] == [[1], {a: 1}] };`,
].map(tokens);

function tokens(text: string): readonly string[] {
  return text.match(/"[^"]*"|\??\w+|::|[=!<>]=|\|\||&&|[^\s]/g) ?? [];
}

const comment = fc.constantFrom(
  " // a\n",
  "\n// b\n",
  "\n\n// c\n\n// d\n",
  " // e\n// f\n",
  "\r\n// g\r\n",
  ' // "h\n',
  "//\n",
);

/** A policy text with white space or comments between any two tokens, more or less densely. */
const commented = fc
  .record({
    tokens: fc.constantFrom(...policies),
    density: fc.constantFrom(0.02, 0.1, 0.5, 1),
    comments: fc.infiniteStream(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), comment)),
    closed: fc.boolean(),
  })
  .map(({ tokens, density, comments, closed }) => {
    const between = (): string => {
      const [chance, text] = comments.next().value;
      return chance < density ? text : " ";
    };
    const text = between() + tokens.map((token) => token + between()).join("");
    return closed ? text : text.trimEnd();
  });

const options = fc.record({ lineWidth: fc.constantFrom(0, 20, 40, 80, 120), indentWidth: fc.constantFrom(0, 2, 4) });

function referenceFormat(policyText: string, settings: { lineWidth: number; indentWidth: number }): string {
  const answer = reference({ policyText, ...settings });
  if (answer.type !== "success") throw new Error(answer.errors[0]?.message);
  return answer.formatted_policy;
}

describe("text with comments anywhere", () => {
  it("keeps every comment, is settled, and has the reference's bytes unless that loses one", () => {
    let equal = 0;
    fc.assert(
      fc.property(commented, options, (text, settings) => {
        const formatted = unwrap(formatPolicies(text, settings));
        expect(commentsOf(formatted)).toEqual(commentsOf(text));
        expect(unwrap(formatPolicies(formatted, settings))).toBe(formatted);
        const bytes = referenceFormat(text, settings);
        if (commentsOf(bytes).length < commentsOf(text).length) return;
        expect(formatted).toBe(bytes);
        equal += 1;
      }),
      { numRuns: 5000, seed: 1 },
    );
    expect(equal).toBeGreaterThan(4500);
  });
});
