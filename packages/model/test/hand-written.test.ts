import { describe, expect, test } from "vitest";
import {
  isAuthorized,
  isAuthorizedByIndex,
  readEntities,
  readPolicies,
  readRequest,
  readSchema,
  validateEntities,
  validateRequest,
} from "../src/index.ts";
import { policiesFromText } from "./corpus/policy-json.ts";
import { hasCorpus } from "./corpus/read-corpus.ts";
import { readHandWritten } from "./corpus/read-hand-written.ts";
import { schemaFromText } from "./corpus/schema-json.ts";

describe.skipIf(!hasCorpus)("the model agrees with Cedar's hand-written tests (beside the repository)", () => {
  const cases = hasCorpus ? readHandWritten() : [];

  test("they are all there", () => {
    expect(cases.length).toBe(22);
    expect(cases.flatMap(({ requests }) => requests).length).toBe(74);
  });

  test.each(cases)("$name", ({ policies: text, schema: schemaText, entities: json, requests }) => {
    const schema = readSchema(schemaFromText(schemaText));
    const policies = readPolicies(policiesFromText(text));
    const entities = readEntities(json, schema);
    expect(validateEntities(entities, schema)).toBe(true);
    for (const { decision, reason, errors, ...each } of requests) {
      const request = readRequest(each, schema);
      if (each["validateRequest"] !== false) expect(validateRequest(request, schema)).toBe(true);
      const question = { policies, entities, request };
      const response = isAuthorized(question);
      expect({ ...response, errors: response.errors.map(({ policyId }) => policyId) }).toEqual({
        decision,
        reasons: [...reason].sort(),
        errors: [...errors].sort(),
      });
      expect(isAuthorizedByIndex(question)).toEqual(response);
    }
  });
});
