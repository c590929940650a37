import { describe, expect, test } from "vitest";
import * as ours from "../src/index.ts";
import { allow, allowed, permitAll } from "./samples.ts";

const when = (condition: string): string => `permit(principal, action, resource) when { ${condition} };`;
const withPolicies = (text: string): unknown => ({ ...allowed, policies: { staticPolicies: text } });
const withContext = (context: unknown): unknown => ({ ...allowed, context });
const ask = (call: unknown) => ours.isAuthorized(call as ours.AuthorizationCall);

/** What the function gives or throws, as one word or so. */
function verdict(call: () => ReturnType<typeof ours.isAuthorized>): string {
  try {
    const answer = call();
    return answer.type === "success" ? answer.response.decision : `failure: ${answer.errors[0]?.message}`;
  } catch (thrown) {
    return `throws ${(thrown as Error).message}`;
  }
}

const circular: { self?: object } = {};
circular.self = circular;
let nested: unknown = 1;
for (let depth = 0; depth < 2000; depth++) nested = [nested];

const hostile: readonly (readonly [string, unknown, string])[] = [
  ["150 nested parentheses", withPolicies(when(`${"(".repeat(150)}true${")".repeat(150)}`)), "allow"],
  [
    "a thousand nested parentheses",
    withPolicies(when(`${"(".repeat(1000)}true${")".repeat(1000)}`)),
    "failure: failed to parse policies from string: the expression is nested too deep",
  ],
  ["500 chained attributes", withPolicies(when(`context${".a".repeat(500)} == 1 || true`)), "deny"],
  ["500 operands", withPolicies(when(Array.from({ length: 500 }, () => "true").join(" && "))), "allow"],
  ["a bigint", withContext({ n: 9007199254740993n }), "allow"],
  [
    "an integer beyond 64 bits",
    withContext({ n: 2n ** 63n }),
    "failure: data did not match any variant of untagged enum RawCedarValueJson",
  ],
  ["half a surrogate pair", withContext({ s: "\ud800" }), "throws lone surrogate in a string"],
  ["half a surrogate pair in a policy", withPolicies(`${permitAll} // \udc00`), "throws lone surrogate in a string"],
  ["the key __proto__", withContext(JSON.parse('{"__proto__": {"mfa": true}, "constructor": 1}')), "allow"],
  [
    "NaN",
    withContext({ n: Number.NaN }),
    "failure: while parsing context, found a `null`; JSON `null`s are not allowed in Cedar",
  ],
  ["a fraction", withContext({ n: 1.5 }), "failure: data did not match any variant of untagged enum RawCedarValueJson"],
  ["a value that contains itself", withContext(circular), "throws the value contains itself"],
  ["a value that nests too deep", withContext({ nested }), "throws recursion limit exceeded"],
  [
    "a getter that throws",
    withContext({
      get a(): never {
        throw new Error("no");
      },
    }),
    "throws no",
  ],
];

describe.each(hostile)("%s", (_, call, expected) => {
  test("has its answer, and leaves the next 50 calls right", () => {
    expect(verdict(() => ask(call))).toBe(expected);
    for (let i = 0; i < 50; i++) expect(ask(allowed)).toEqual(allow);
  });
});

test("a bigint is exact, in and out", () => {
  const policies = { staticPolicies: when("context.n == 9007199254740993") };
  expect(verdict(() => ask({ ...allowed, policies, context: { n: 9007199254740993n } }))).toBe("allow");
  expect(verdict(() => ask({ ...allowed, policies, context: { n: 9007199254740992n } }))).toBe("deny");
  const json = ours.policyToJson(when("context.n == 9007199254740993"));
  expect(json).toMatchObject({
    json: { conditions: [{ body: { "==": { right: { Value: 9007199254740993n } } } }] },
  });
});

test("keys such as __proto__ are ordinary keys, in and out", () => {
  const text = when('{"__proto__": 1} has "__proto__"');
  expect(verdict(() => ask(withPolicies(text)))).toBe("allow");
  const answer = ours.policyToJson(text);
  if (answer.type === "failure") throw new Error("not a policy");
  const [condition] = answer.json.conditions as unknown as [{ body: { has: { left: { Record: object } } } }];
  expect(Object.keys(condition.body.has.left.Record)).toEqual(["__proto__"]);
  expect(ours.policyToText(JSON.parse(JSON.stringify(answer.json)))).toEqual({
    type: "success",
    text: expect.any(String),
  });
});

test("a policy of 20,000 operands is converted without exhausting the stack", () => {
  const text = when(Array.from({ length: 20_000 }, () => "true").join(" && "));
  const answer = ours.policyToJson(text);
  expect(answer.type).toBe("success");
});
