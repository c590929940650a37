import { isAuthorized, PolicySet, requestFromPlain } from "@deodar/authorizer";
import { policySetFromJson, policySetFromPlain } from "@deodar/authorizer/json";
import { Entities } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { emptyJsonObject, fromPlain, type JsonValue, stringifyJson } from "@deodar/json";
import { maxNesting, parsePolicy, printPolicy } from "@deodar/syntax";
import { policyFromJson, policyFromJsonValue, policyFromPlain, policyToJson } from "@deodar/syntax/json";
import { type HostileCase, verdict } from "./hostile-case.ts";

type Body = { readonly [operator: string]: unknown };

const truth: Body = { Value: true };
const policyOf = (body: unknown, more: object = {}): object => ({
  effect: "permit",
  principal: { op: "All" },
  action: { op: "All" },
  resource: { op: "All" },
  conditions: [{ kind: "when", body }],
  ...more,
});

/** Nests without `fromPlain`, whose limit would be met first. */
function nested(levels: number, wrap: (inner: JsonValue) => JsonValue): JsonValue {
  let body = unwrap(fromPlain(truth));
  while (levels-- > 0) body = wrap(body);
  const policy = emptyJsonObject();
  Object.assign(policy, unwrap(fromPlain(policyOf(true))));
  policy["conditions"] = [{ kind: "when", body }];
  return policy;
}

/** Every way in which policy JSON nests, and whether it is a chain, which has no limit. */
const wraps: readonly (readonly [name: string, wrap: (inner: JsonValue) => JsonValue, chain: boolean])[] = [
  ["!", (inner) => ({ "!": { arg: inner } }), false],
  ["neg", (inner) => ({ neg: { arg: inner } }), false],
  ["Set", (inner) => ({ Set: [inner] }), false],
  ["Record", (inner) => ({ Record: { a: inner } }), false],
  // biome-ignore lint/suspicious/noThenProperty: policy JSON names it so
  ["if", (inner) => ({ "if-then-else": { if: inner, then: truth as JsonValue, else: truth as JsonValue } }), false],
  ["== to the left", (inner) => ({ "==": { left: inner, right: truth as JsonValue } }), false],
  ["&& to the right", (inner) => ({ "&&": { left: truth as JsonValue, right: inner } }), false],
  ["&& to the left", (inner) => ({ "&&": { left: inner, right: truth as JsonValue } }), true],
  ["|| to the left", (inner) => ({ "||": { left: inner, right: truth as JsonValue } }), true],
  ["+ to the left", (inner) => ({ "+": { left: inner, right: truth as JsonValue } }), true],
  ["* to the left", (inner) => ({ "*": { left: inner, right: truth as JsonValue } }), true],
  ["attributes", (inner) => ({ ".": { left: inner, attr: "a" } }), true],
  ["contains", (inner) => ({ contains: { left: inner, right: truth as JsonValue } }), true],
  ["isEmpty", (inner) => ({ isEmpty: { arg: inner } }), true],
  ["extension methods", (inner) => ({ toDate: [inner] }), true],
  ["arguments of contains", (inner) => ({ contains: { left: truth as JsonValue, right: inner } }), false],
];

const uid = { type: "User", id: "me" };

/** Decides under a policy set in JSON form. */
function decideJson(set: object): string {
  return verdict(policySetFromPlain(set), (policies) => {
    const request = unwrap(requestFromPlain({ principal: uid, action: uid, resource: uid }));
    return isAuthorized({ request, policies, entities: unwrap(Entities.fromPlain([])) }).decision;
  });
}

const named = (key: string, value: unknown): object => Object.fromEntries([[key, value]]);
const keys: readonly string[] = ["__proto__", "constructor", "toString", "hasOwnProperty", "", "\0"];

/** Policies and policy sets in JSON form: depth, odd keys, things that are no policies. */
// biome-ignore format: a table reads better packed
export const policyJsonCases: readonly HostileCase[] = [
  ...wraps.flatMap(([name, wrap, chain]): HostileCase[] => [
    {
      name: `100,000 levels of ${name} in policy JSON`,
      expected: chain ? "ok" : "policy-json/too-deep",
      run: () => verdict(policyFromJsonValue(nested(100_000, wrap))),
    },
    {
      name: `${maxNesting + 1} levels of ${name} in the text of policy JSON`,
      // Four signs in a row need no bracket.
      expected: chain || name === "!" || name === "neg" ? "ok" : "policy-json/too-deep",
      run: () => verdict(policyFromJson(stringifyJson(nested(maxNesting + 1, wrap)))),
    },
  ]),
  {
    name: "100,000 && through JSON and back",
    expected: "the same text",
    run: () => {
      const policy = unwrap(parsePolicy(`permit(principal, action, resource) when { true${" && true".repeat(100_000)} };`));
      return verdict(policyFromJsonValue(policyToJson(policy)), (back) => (printPolicy(back) === printPolicy(policy) ? "the same text" : "another text"));
    },
  },
  ...keys.flatMap((key): HostileCase[] => [
    { name: `the policy id ${JSON.stringify(key)}`, expected: "allow", run: () => decideJson({ staticPolicies: named(key, policyOf(truth)), templates: {}, templateLinks: [] }) },
    { name: `the record key ${JSON.stringify(key)} in JSON`, expected: "allow", run: () => decideJson({ staticPolicies: { p: policyOf({ ".": { left: { Record: named(key, truth) }, attr: key } }) }, templates: {}, templateLinks: [] }) },
    { name: `the operator ${JSON.stringify(key)}`, expected: "policy-json/unknown-variant", run: () => verdict(policyFromPlain(policyOf(named(key, [truth])))) },
    { name: `the field ${JSON.stringify(key)} of a policy`, expected: "policy-json/unknown-field", run: () => verdict(policyFromPlain(policyOf(truth, named(key, 1)))) },
    { name: `the field ${JSON.stringify(key)} of a policy set`, expected: "policy-json/unknown-field", run: () => decideJson({ staticPolicies: {}, templates: {}, templateLinks: [], ...named(key, 1) }) },
  ]),
  { name: "a link of a template called __proto__", expected: "allow", run: () => decideJson({ staticPolicies: {}, templates: named("__proto__", { ...policyOf(truth), principal: { op: "==", slot: "?principal" } }), templateLinks: [{ templateId: "__proto__", newId: "constructor", values: { "?principal": uid } }] }) },
  { name: "a link of a template that is not there", expected: "policy-set/unknown-template", run: () => decideJson({ staticPolicies: {}, templates: {}, templateLinks: [{ templateId: "toString", newId: "a", values: {} }] }) },
  { name: "20,000 policies in JSON", expected: "20000", run: () => verdict(policySetFromJson(stringifyJson(unwrap(fromPlain({ staticPolicies: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, policyOf(truth)])), templates: {}, templateLinks: [] })))), (set) => String(set.size)) },
  { name: "a policy that is a list", expected: "policy-json/wrong-length", run: () => verdict(policyFromPlain([])) },
  { name: "an empty expression", expected: "policy-json/no-operator", run: () => verdict(policyFromPlain(policyOf({}))) },
  { name: "two operators", expected: "policy-json/several-operators", run: () => verdict(policyFromPlain(policyOf({ Value: true, Var: "context" }))) },
  { name: "a set of no policies", expected: "0", run: () => verdict(PolicySet.of([]), (set) => String(set.size)) },
];
