import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "@deodar/cedar-wasm";
import { describe, expect, test } from "vitest";
import { modelVerdict, verdictTold } from "../src/guidance/ask-model.ts";
import { type Api, answerOf, sameAnswer, type Vector } from "../src/guidance/vector.ts";

const folder = join(import.meta.dirname, "..", "vectors");
const files = readdirSync(folder).filter((name) => name.endsWith(".ndjson"));

function vectorsOf(file: string): readonly Vector[] {
  const lines = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Vector);
}

/** The lines, from 1 on, of the vectors that are not answered alike. */
function failing(vectors: readonly Vector[], isRight: (vector: Vector) => boolean): readonly number[] {
  return vectors.flatMap((vector, index) => (isRight(vector) ? [] : [index + 1]));
}

/** Their questions come in forms that are the drop-in's: it is the one to read them. */
const otherForms: ReadonlySet<string> = new Set([
  "drop-in.ndjson",
  "faulty-conditions.ndjson",
  "odd-documents.ndjson",
  "odd-policies.ndjson",
]);

describe("what the reference answered once", () => {
  test.each(files)("the engine answers, too: %s", (file) => {
    const vectors = vectorsOf(file);
    expect(vectors.length).toBeGreaterThan(0);
    expect(failing(vectors, (vector) => sameAnswer(answerOf(engine as unknown as Api, vector), vector.answer))).toEqual(
      [],
    );
  });

  test("the model decides, too", () => {
    const asked = files.filter((file) => !otherForms.has(file));
    const decisions = asked.flatMap(vectorsOf).filter(({ call }) => call === "isAuthorized");
    const told = decisions.flatMap((vector) => {
      const verdict = verdictTold(vector.answer);
      return verdict === undefined ? [] : [{ vector, verdict }];
    });
    expect(told.length).toBeGreaterThan(50);
    const models = told.map(({ vector }) => modelVerdict(vector.input[0]));
    expect(models).toEqual(told.map(({ verdict }) => verdict));
  });

  test("makes up little", () => {
    const size = files.reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
    expect(size).toBeLessThan(5_000_000);
  });
});

test("another answer is noticed", () => {
  const [vector] = vectorsOf("authorization.ndjson") as readonly [Vector];
  const answer = structuredClone(vector.answer) as { response: { decision: string } };
  answer.response.decision = answer.response.decision === "allow" ? "deny" : "allow";
  expect(sameAnswer(answerOf(engine as unknown as Api, vector), answer)).toBe(false);
});
