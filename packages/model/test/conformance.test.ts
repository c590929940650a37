import { describe, expect, test } from "vitest";
import { isAuthorized, isAuthorizedByIndex, readEntities, readPolicies, readRequest } from "../src/index.ts";
import { policiesFromText } from "./corpus/policy-json.ts";
import { type CorpusCase, hasCorpus, readCorpus } from "./corpus/read-corpus.ts";

/** Every how many of the 7,809 tests: the model is a judge, and no racer. */
const step = Number(process.env["DEODAR_MODEL_STEP"] ?? "8");

describe.skipIf(!hasCorpus)("the model agrees with Cedar's generated tests (beside the repository)", () => {
  test("every decision, reason and error, by all policies and by the index", () => {
    const wrong: string[] = [];
    let requests = 0;
    let index = 0;
    for (const each of readCorpus()) {
      index += 1;
      if (index % step !== 0) continue;
      requests += each.requests.length;
      wrong.push(...faultsOf(each));
    }
    expect(wrong).toEqual([]);
    expect(requests).toBeGreaterThan(60_000 / step);
  });
});

function faultsOf({ name, policies: text, entities: json, requests }: CorpusCase): readonly string[] {
  const policies = readPolicies(policiesFromText(text));
  const entities = readEntities(json);
  return requests.flatMap((each, index) => {
    const question = { policies, entities, request: readRequest(each) };
    const { decision, reasons, errors } = isAuthorized(question);
    const expected = [each.decision, [...each.reason].sort(), [...each.errors].sort()];
    const got = [decision, reasons, errors.map(({ policyId }) => policyId)];
    const indexed = isAuthorizedByIndex(question);
    return JSON.stringify(got) === JSON.stringify(expected) &&
      JSON.stringify(indexed) === JSON.stringify({ decision, reasons, errors })
      ? []
      : [`${name} request ${index}: ${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`];
  });
}
