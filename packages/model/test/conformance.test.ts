import { describe, expect, test } from "vitest";
import {
  isAuthorized,
  isAuthorizedByIndex,
  readEntities,
  readPolicies,
  readRequest,
  readSchema,
  sliceAtLevel,
  validate,
  validateAtLevel,
  validateEntities,
  validateRequest,
} from "../src/index.ts";
import { hasLargeInteger, referenceErrors } from "./corpus/error-kinds.ts";
import { policiesFromText } from "./corpus/policy-json.ts";
import { type CorpusCase, hasCorpus, readCorpus } from "./corpus/read-corpus.ts";
import { isValidForReference, schemaFromText } from "./corpus/schema-json.ts";

/** All of the 3,957 tests take half a minute; away from continuous integration every eighth will do. */
const step = process.env["CI"] === "true" ? 1 : 8;

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
    expect(requests).toBeGreaterThan(31_000 / step);
  });

  test("the kind of every error is the one that the reference's message tells", () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const { name, policies: text, entities: json, requests } of readCorpus()) {
      const failing = requests.filter(({ errors }) => errors.length > 0);
      if (failing.length === 0 || hasLargeInteger([json, ...requests])) continue;
      const [policies, entities] = [readPolicies(policiesFromText(text)), readEntities(json)];
      for (const each of step === 1 ? failing : failing.slice(0, 1)) {
        const { errors } = isAuthorized({ policies, entities, request: readRequest(each) });
        const expected = referenceErrors(text, json, each);
        if (JSON.stringify(errors) !== JSON.stringify(expected)) wrong.push(`${name}: ${JSON.stringify(expected)}`);
        compared += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });

  test("policies, requests and entities are valid where they are for the reference", { timeout: 600_000 }, () => {
    const wrong: string[] = [];
    let index = 0;
    for (const { name, policies: text, schema: schemaText, entities: json, requests } of readCorpus()) {
      index += 1;
      if (index % step !== 0) continue;
      const schema = readSchema(schemaFromText(schemaText));
      const { valid } = validate(readPolicies(policiesFromText(text)), schema);
      if (valid !== isValidForReference(text, schemaText)) wrong.push(`${name}: policies valid: ${valid}`);
      if (!validateEntities(readEntities(json, schema), schema)) wrong.push(`${name}: entities`);
      const refused = requests.filter((each) => !validateRequest(readRequest(each, schema), schema));
      if (refused.length > 0) wrong.push(`${name}: ${refused.length} requests`);
    }
    expect(wrong).toEqual([]);
  });

  test("policies of a level need no more than its slice", { timeout: 600_000 }, () => {
    const wrong: string[] = [];
    const sliced = [0, 0, 0, 0];
    let index = 0;
    for (const { name, policies: text, schema: schemaText, entities: json, requests } of readCorpus()) {
      index += 1;
      if (index % step !== 0) continue;
      const schema = readSchema(schemaFromText(schemaText));
      const policies = readPolicies(policiesFromText(text));
      const level = sliced.findIndex((_, each) => validateAtLevel(policies, each, schema).valid);
      if (level < 0) continue;
      sliced[level] = (sliced[level] ?? 0) + 1;
      const entities = readEntities(json, schema);
      for (const each of requests) {
        const request = readRequest(each, schema);
        const whole = isAuthorized({ policies, entities, request });
        const part = isAuthorized({ policies, entities: sliceAtLevel(level, request, entities), request });
        if (JSON.stringify(part) !== JSON.stringify(whole)) wrong.push(`${name} at level ${level}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(sliced.slice(0, 2).every((count) => count > 0)).toBe(true);
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
