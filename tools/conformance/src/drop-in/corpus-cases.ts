import "../../../steady-webassembly.ts";
import { policyToJson, schemaToJson } from "@cedar-policy/cedar-wasm/nodejs";
import { parsePolicies } from "@deodar/syntax";
import type { CorpusCase } from "../corpus.ts";
import type { Call, Case } from "./calls.ts";

/** Every file of a test through every function that can take it, and its requests in every way to ask. */
export function* corpusCases(test: CorpusCase): Generator<Case> {
  const { policies, schema } = test;
  // Through JSON: the reference's own API cannot take integers that JavaScript rounds.
  const entities: unknown = JSON.parse(test.entities);
  const policySet = { staticPolicies: policies };
  yield* policyTextCases(policies);
  yield* schemaCases(schema);
  yield [["checkParseEntities", [{ entities }]]];
  yield [["checkParseEntities", [{ entities, schema }]]];
  yield [["validate", [{ schema, policies: policySet }]]];
  for (const policy of parts(policies)) yield [["getValidRequestEnvsPolicy", [policy, schema]]];
  const preparse: Call[] = [
    ["preparsePolicySet", ["p", policySet]],
    ["preparseSchema", ["s", schema]],
  ];
  for (const call of preparse) yield [call];
  for (const { principal, action, resource, context: exact, validateRequest } of test.requests) {
    const context: unknown = JSON.parse(
      JSON.stringify(exact, (_, value: unknown) => (typeof value === "bigint" ? Number(value) : value)),
    );
    const request = { principal, action, resource, context, entities };
    yield [["checkParseContext", [{ context }]]];
    yield [["checkParseContext", [{ context, schema, action }]]];
    yield [["isAuthorized", [{ ...request, policies: policySet }]]];
    yield [["isAuthorized", [{ ...request, policies: policySet, schema, validateRequest: validateRequest ?? true }]]];
    yield [["isAuthorized", [{ ...request, policies: policySet, schema, validateRequest: false }]]];
    yield [
      ...preparse,
      ["statefulIsAuthorized", [{ ...request, preparsedPolicySetId: "p", preparsedSchemaName: "s" }]],
    ];
    yield [...preparse, ["statefulIsAuthorized", [{ ...request, preparsedPolicySetId: "p" }]]];
    for (const unknown of ["principal", "action", "resource"]) {
      yield [["isAuthorizedPartial", [{ ...request, policies: policySet, [unknown]: null }]]];
    }
    yield [["isAuthorizedPartial", [{ ...request, policies: policySet, schema, principal: null, resource: null }]]];
  }
}

/** A policy text through every function that takes one, and its policies one by one. */
export function* policyTextCases(text: string): Generator<Case> {
  yield [["policySetTextToParts", [text]]];
  yield [["checkParsePolicySet", [{ staticPolicies: text }]]];
  yield [["formatPolicies", [{ policyText: text }]]];
  for (const policy of parts(text)) yield* onePolicyCases(policy);
}

/** One policy text through every function for one policy, as text and as JSON. */
export function* onePolicyCases(text: string): Generator<Case> {
  yield [["policyToJson", [text]]];
  yield [["templateToJson", [text]]];
  yield [["policyToText", [text]]];
  yield [["templateToText", [text]]];
  const json = policyToJson(text);
  if (json.type !== "success") return;
  yield [["policyToText", [json.json]]];
  yield [["policyToJson", [json.json]]];
  yield [["checkParsePolicySet", [{ staticPolicies: { a: json.json, b: text } }]]];
}

/** A schema text through every function that takes one, as text and as JSON. */
export function* schemaCases(schema: string): Generator<Case> {
  yield [["schemaToJsonWithResolvedTypes", [schema]]];
  yield* bothForms(schema);
  const json = schemaToJson(schema);
  if (json.type === "success") yield* bothForms(json.json);
}

function* bothForms(schema: unknown): Generator<Case> {
  yield [["checkParseSchema", [schema]]];
  yield [["schemaToText", [schema]]];
  yield [["schemaToJson", [schema]]];
  yield [["preparseSchema", ["s", schema]]];
}

/** The texts of the policies of a text; empty if it does not parse. */
function parts(text: string): string[] {
  const parsed = parsePolicies(text);
  if (!parsed.ok) return [];
  return parsed.value.policies.map(({ span }) => text.slice(span?.start, span?.end));
}
