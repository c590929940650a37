import { unwrap } from "@deodar/diagnostics";
import { parseSchemaFragment, schemaFragmentToJson } from "@deodar/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatSchema } from "../src/schema/index.ts";
import { commentsOf, tokenize } from "../src/schema/tokens.ts";

/** The tokens of schemas that use every construct of the grammar, so that comments can be planted between any two. */
const schemas = [
  `@doc("a") @b namespace A::B { entity User, Admin in [Group, A::Other] = { name: String, "the age"?: Long,
   @doc("x") @y nested: { a: Long, b: Set<{ c: Bool, }> }, e: {} } tags Set<String>; entity X; entity Y in X { a: Long };
   entity Z, W enum ["a", "b\\"c"]; entity E = {}; }`,
  `type T = { x: Long }; type S = Set<Set<__cedar::Long>>; @c action view, "edit it" in [readOnly, A::Action::"x"]
   appliesTo { principal: [User, Admin], resource: X, context: {} } attributes {}; action readOnly;
   action "o" in g appliesTo { context: T, principal: [Y], resource: [A::X], }; namespace C {} entity List in [];`,
  `action a appliesTo { principal: P, resource: R, context: { a?: String, "b": { } } }; entity appliesTo in tags tags enum; entity Set { Set: Set };`,
].map(tokensOf);

function tokensOf(text: string): readonly string[] {
  return text.match(/"(?:\\.|[^"\\])*"|\w+|::|[^\s]/g) ?? [];
}

const comment = fc.constantFrom(
  " // a\n",
  "\n// b\n",
  "\n\n// c\n\n// d\n",
  " // e\n// f\n",
  "\r\n// g\r\n",
  ' // "h # {\n',
  "//\n",
  "\n\n\n",
  "\n",
  " // i\r",
);

/** A schema text with white space or comments between any two tokens, more or less densely. */
const commented = fc
  .record({
    tokens: fc.constantFrom(...schemas),
    density: fc.constantFrom(0.02, 0.1, 0.5, 1),
    comments: fc.infiniteStream(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), comment)),
  })
  .map(({ tokens, density, comments }) => {
    const between = (): string => {
      const [chance, text] = comments.next().value;
      return chance < density ? text : " ";
    };
    return between() + tokens.map((token) => token + between()).join("");
  });

const options = fc.record({ lineWidth: fc.constantFrom(0, 20, 40, 80, 120), indentWidth: fc.constantFrom(0, 2, 4) });

describe("schema text with comments anywhere", () => {
  it("keeps its meaning and every comment, and is settled", () => {
    const meaning = (text: string): unknown => schemaFragmentToJson(unwrap(parseSchemaFragment(text)));
    fc.assert(
      fc.property(commented, options, (text, settings) => {
        const formatted = unwrap(formatSchema(text, settings));
        expect(commentsOf(tokenize(formatted))).toEqual(commentsOf(tokenize(text)));
        expect(meaning(formatted)).toEqual(meaning(text));
        expect(formatted).not.toMatch(/[ \t]+\n(?!.*")|\n\n\n/);
        expect(unwrap(formatSchema(formatted, settings))).toBe(formatted);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
});
