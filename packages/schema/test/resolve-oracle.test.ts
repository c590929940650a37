import { schemaToText } from "@cedar-policy/cedar-wasm/nodejs";
import type { Diagnostic } from "@deodar/diagnostics";
import { parseSchema, schemaFromPlain } from "@deodar/schema";
import { describe, expect, it } from "vitest";
import { randomFrom } from "./mutation.ts";
import { referenceVerdict } from "./oracle.ts";
import { randomSchema } from "./random-schema.ts";

/** The reference lists names in no fixed order, and names any of several that are wrong. */
function normalized(message: string): string {
  const list = /^(failed to resolve types?|undeclared actions?): (.*)$/s.exec(message);
  if (list !== null) return [list[1], ...(list[2] as string).split(/, and |, | and /).sort()].join(" ");
  return message
    .replace(/^(cycle in \S+ \S+(?: references)? containing ).*$/s, "$1")
    .replace(/^definition of `.*` illegally shadows.*$/s, "shadowing")
    .replace(/^unknown extension type .*$/s, "unknown extension type")
    .replace(/^(?:Shape|Context) for .* is declared/s, "is declared");
}

function disagreement(schema: string | object, errors: readonly Diagnostic[] | undefined): string | undefined {
  const reference = referenceVerdict(schema);
  if (reference.accepted !== (errors === undefined)) {
    return `reference: ${JSON.stringify(reference)}, ours: ${errors?.[0]?.message}`;
  }
  const [theirs] = [...reference.reading, ...reference.resolving];
  if (theirs === undefined || errors === undefined) return undefined;
  const wanted = normalized(theirs.message);
  const ours = errors.map(({ message }) => normalized(message));
  // Which of several faults of the types themselves comes first depends on the reference's hash maps.
  return ours.includes(wanted) ? undefined : `reference: ${theirs.message}, ours: ${errors[0]?.message}`;
}

describe("schemas whose declarations refer to each other", () => {
  for (const careful of [false, true]) {
    it(`are accepted and refused as by the reference, ${careful ? "mostly right" : "mostly wrong"}`, () => {
      const random = randomFrom(careful ? 11 : 7);
      const found: string[] = [];
      let accepted = 0;
      for (let round = 0; round < (careful ? 3000 : 1500); round++) {
        const schema = randomSchema(random, careful);
        const ours = schemaFromPlain(schema);
        if (ours.ok) accepted += 1;
        const why = disagreement(schema, ours.ok ? undefined : ours.errors);
        if (why !== undefined) found.push(`${JSON.stringify(schema)}: ${why}`);
        const text = schemaToText(schema as never);
        if (text.type === "failure") continue;
        const again = parseSchema(text.text);
        const whyText = disagreement(text.text, again.ok ? undefined : again.errors);
        if (whyText !== undefined) found.push(`${text.text}: ${whyText}`);
      }
      expect(found.slice(0, 5)).toEqual([]);
      expect(accepted).toBeGreaterThan(careful ? 200 : 2);
    });
  }
});
