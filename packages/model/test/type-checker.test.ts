import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { type JsonValue, readPolicies, readSchema, validate } from "../src/index.ts";
import { PolicyMaker } from "./corpus/policy-maker.ts";
import { schemaText } from "./corpus/policy-parts.ts";
import { schemaFromText } from "./corpus/schema-json.ts";

const reference = createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs") as {
  validate(call: object): { type: string; validationErrors: readonly { readonly policyId: string }[] };
};

/** Policies that are handed over together. */
const batch = 100;
const rounds = process.env["CI"] === "true" ? 100 : 20;

test("strict validation says of made-up policies and templates what the reference says", () => {
  const maker = new PolicyMaker(20_240_601);
  const schema = readSchema(schemaFromText(schemaText));
  const differences: unknown[] = [];
  let [valid, templateCount] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const staticPolicies: { [id: string]: JsonValue } = {};
    const templates: { [id: string]: JsonValue } = {};
    for (let index = 0; index < batch; index += 1) {
      const { json, hasSlot } = maker.policy();
      (hasSlot ? templates : staticPolicies)[`p${index}`] = json;
    }
    const theirs = invalidByReference(staticPolicies, templates);
    const ours = validate(readPolicies({ staticPolicies, templates }), schema).invalid;
    for (const id of [
      ...theirs.filter((each) => !ours.includes(each)),
      ...ours.filter((each) => !theirs.includes(each)),
    ]) {
      differences.push(staticPolicies[id] ?? templates[id]);
    }
    valid += batch - theirs.length;
    templateCount += Object.keys(templates).length;
  }
  expect(differences).toEqual([]);
  const share = valid / (rounds * batch);
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.8);
  expect(templateCount).toBeGreaterThan(rounds * 10);
});

function invalidByReference(staticPolicies: object, templates: object): readonly string[] {
  const answer = reference.validate({
    schema: schemaText,
    policies: { staticPolicies, templates },
    validationSettings: { mode: "strict" },
  });
  expect(answer.type).toBe("success");
  return [...new Set(answer.validationErrors.map(({ policyId }) => policyId))];
}

test("what boolean literals come to is a literal, as it is for the reference", () => {
  const value = (literal: boolean): JsonValue => ({ Value: literal });
  const both = (left: JsonValue, right: JsonValue): JsonValue => ({ "&&": { left, right } });
  const scope = { principal: { op: "All" }, action: { op: "All" }, resource: { op: "All" } };
  const policy = (operand: JsonValue): JsonValue => ({
    effect: "permit",
    ...scope,
    conditions: [
      { kind: "unless", body: { "==": { left: both(value(false), value(false)), right: operand } } },
      // Looked at only if the first condition can be false.
      { kind: "when", body: { "+": { left: value(true), right: value(true) } } },
    ],
  });
  const staticPolicies = {
    folded: policy(both(both(value(true), value(true)), value(false))),
    not: policy(both({ "!": { arg: value(true) } }, value(false))),
  };
  const schema = readSchema(schemaFromText(schemaText));
  expect(validate(readPolicies({ staticPolicies }), schema).invalid).toEqual(["not"]);
  expect(invalidByReference(staticPolicies, {})).toEqual(["not"]);
});
