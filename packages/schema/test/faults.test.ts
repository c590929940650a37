import { readFileSync } from "node:fs";
import { schemaToJson } from "@cedar-policy/cedar-wasm/nodejs";
import { describe, expect, it } from "vitest";
import { parseSchema, parseSchemaFragment, resolveSchema, schemaFragmentFromPlain } from "../src/index.ts";
import { mutateJson, mutateText, randomFrom } from "./mutation.ts";
import { comparable, type Fault, referenceVerdict } from "./oracle.ts";

const text = readFileSync(new URL("samples/photos.cedarschema", import.meta.url), "utf8");

/** The reference has no words for two tokens. */
function worded({ message, help, labels }: Fault): Fault {
  const word = (label: string | undefined): string | undefined =>
    label?.replace("APPLIESTO", "`appliesTo`").replace("ATTRIBUTES", "`attributes`");
  return { message, help, labels: labels.map((label) => ({ ...label, text: word(label.text) })) };
}

describe("mutated schema texts", () => {
  it("are read or refused as the reference does, with its first fault", () => {
    const random = randomFrom(1);
    let refused = 0;
    const different: unknown[] = [];
    for (let round = 0; round < 3000; round++) {
      const mutated = mutateText(text, random);
      const ours = parseSchemaFragment(mutated);
      const { accepted, reading: theirs } = referenceVerdict(mutated);
      if (theirs.length > 0) refused++;
      if (accepted !== parseSchema(mutated).ok) different.push({ mutated, accepted });
      const first = ours.ok ? undefined : comparable(ours.errors)[0];
      const expected = theirs[0] && worded(theirs[0]);
      if (JSON.stringify(first) !== JSON.stringify(expected))
        different.push({
          mutated: mutated.slice(
            Math.max(0, (expected?.labels[0]?.start ?? 60) - 60),
            (expected?.labels[0]?.end ?? 0) + 20,
          ),
          first: JSON.stringify(first),
          expected: JSON.stringify(expected),
        });
    }
    expect(different).toEqual([]);
    expect(refused).toBeGreaterThan(2000);
  });
});

describe("mutated schema documents", () => {
  it("are read or refused as the reference does, with its fault among ours", () => {
    const answer = schemaToJson(text);
    if (answer.type !== "success") throw new Error(answer.errors[0]?.message);
    const random = randomFrom(2);
    let refused = 0;
    const different: unknown[] = [];
    for (let round = 0; round < 3000; round++) {
      const mutated = mutateJson(answer.json, random);
      const ours = schemaFragmentFromPlain(mutated);
      const { accepted, reading } = referenceVerdict(mutated);
      const expected = reading[0]?.message;
      if (accepted !== (ours.ok && resolveSchema([ours.value]).ok))
        different.push({ mutated: JSON.stringify(mutated), accepted });
      if (expected !== undefined) refused++;
      const messages = ours.ok ? [] : ours.errors.map(({ message }) => message);
      const same = expected === undefined ? ours.ok : messages.includes(expected);
      if (!same) different.push({ mutated: JSON.stringify(mutated), messages, expected });
    }
    expect(different).toEqual([]);
    expect(refused).toBeGreaterThan(1500);
  });
});
