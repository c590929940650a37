import { describe, expect, test } from "vitest";
import {
  isAuthorized,
  isAuthorizedByIndex,
  type JsonValue,
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

/** A test with its policies and its schema as the reference converts them. */
interface PreparedCase extends CorpusCase {
  readonly policiesJson: JsonValue;
  readonly schemaJson: JsonValue;
}

let prepared: readonly PreparedCase[] | undefined;

function preparedCases(): readonly PreparedCase[] {
  prepared ??= [...readCorpus()]
    .filter((_, index) => index % step === step - 1)
    .map((each) => {
      return { ...each, policiesJson: policiesFromText(each.policies), schemaJson: schemaFromText(each.schema) };
    });
  return prepared;
}

describe.skipIf(!hasCorpus)("the model agrees with Cedar's generated tests (beside the repository)", () => {
  test("every decision, reason and error, by all policies and by the index", () => {
    const wrong: string[] = [];
    let requests = 0;
    for (const each of preparedCases()) {
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

  test("policies, requests and entities are valid where they are for the reference", () => {
    const wrong: string[] = [];
    for (const { name, policies, schema: text, entities, requests, policiesJson, schemaJson } of preparedCases()) {
      const schema = readSchema(schemaJson);
      const { valid } = validate(readPolicies(policiesJson), schema);
      if (valid !== isValidForReference(policies, text)) wrong.push(`${name}: policies valid: ${valid}`);
      if (!validateEntities(readEntities(entities, schema), schema)) wrong.push(`${name}: entities`);
      const refused = requests.filter((each) => !validateRequest(readRequest(each, schema), schema));
      if (refused.length > 0) wrong.push(`${name}: ${refused.length} requests`);
    }
    expect(wrong).toEqual([]);
  });

  test("policies of a level need no more than its slice", () => {
    const wrong: string[] = [];
    const sliced = [0, 0, 0, 0];
    for (const { name, entities: json, requests, policiesJson, schemaJson } of preparedCases()) {
      const schema = readSchema(schemaJson);
      const policies = readPolicies(policiesJson);
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

function faultsOf({ name, policiesJson, entities: json, requests }: PreparedCase): readonly string[] {
  const policies = readPolicies(policiesJson);
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
