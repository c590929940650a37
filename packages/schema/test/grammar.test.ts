import { scan } from "@deodar/syntax/lexical";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSyntaxFaults } from "../src/faults/syntax-faults.ts";
import { parse } from "../src/generated/schema-parser.js";

/** Few tokens, so that many of the texts are right as far as they go. */
const token = fc.constantFrom(
  ..."entity action type namespace in enum tags appliesTo attributes principal resource context Set A b if".split(" "),
  ..."@ , ; : :: { } [ ] < > = ? ( )".split(" "),
  '"x"',
);

const declaration = fc.constantFrom(
  "entity A in [B, C::D] = { a: Set<Long>, } tags T;",
  'action a, "b" in [c, D::"e"] appliesTo { principal: A, resource: [], context: {}, } attributes {};',
  "@a type T = { @b(\"c\") 'x'?: { } };".replaceAll("'", '"'),
  'namespace A::B { entity E enum ["a", "b"]; }',
);

function grammarReads(text: string): boolean {
  return parse(text, { startRule: "Schema", maxDepth: 200, scan }) !== undefined;
}

const beyondSyntax: ReadonlySet<string> = new Set([
  "schema/reserved-identifier",
  "schema/invalid-escape",
  "schema/duplicate-annotation",
]);

describe("the table of the grammar", () => {
  it("finds a syntax error exactly where the grammar refuses a text", () => {
    const texts = fc.tuple(fc.array(declaration, { maxLength: 2 }), fc.array(token, { maxLength: 6 }), fc.nat());
    fc.assert(
      fc.property(texts, ([declarations, tokens, at]) => {
        const parts = declarations.join(" ").split(" ");
        parts.splice(at % parts.length, 0, ...tokens);
        const text = parts.join(" ");
        const faults = findSyntaxFaults(text).filter(({ code }) => !beyondSyntax.has(code));
        expect([text, faults.length === 0]).toEqual([text, grammarReads(text)]);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});
