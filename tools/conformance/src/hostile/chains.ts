import { PolicySet } from "@deodar/authorizer";
import { unwrap } from "@deodar/diagnostics";
import { parseExpression, parsePolicies, printExpression } from "@deodar/syntax";
import { policyToJson } from "@deodar/syntax/json";
import { decideUnder } from "./decide.ts";
import { type HostileCase, verdict } from "./hostile-case.ts";

const million = 1_000_000;
const many = 100_000;

/** Longer conditions are not written as JSON, which costs most of all; a case of policy JSON stands for them. */
const longestWritten = 3 * million;

/** Long chains and what their conditions come to; the depth of their trees is one, whatever their length. */
const chains: readonly (readonly [name: string, condition: () => string, expected: string])[] = [
  ["&&", () => `true${" && true".repeat(million)}`, "allow"],
  ["&& with a false end", () => `true${" && true".repeat(many)} && false`, "deny"],
  ["||", () => `false${" || false".repeat(million)} || true`, "allow"],
  ["+", () => `1${" + 1".repeat(million)} == 1000001`, "allow"],
  ["-", () => `1${" - 1".repeat(many)} == -99999`, "allow"],
  ["*", () => `1${" * 1".repeat(million)} == 1`, "allow"],
  [
    "+ to an overflow",
    () => `9223372036854775807${" + 0".repeat(many)} + 1 == 0`,
    "deny with integer overflow while attempting to add the values `9223372036854775807` and `1`",
  ],
  ["attributes", () => `principal${".me".repeat(many)} == principal`, "allow"],
  ["indexes", () => `principal${'["me"]'.repeat(many)} == principal`, "allow"],
  [
    "attributes to a missing one",
    () => `principal${".me".repeat(many)}.you == principal`,
    'deny with `User::"me"` does not have the attribute `you`',
  ],
  ["tags", () => `principal${'.getTag("me")'.repeat(many)} == principal`, "allow"],
  ["extension methods", () => `datetime("2024-01-01")${".toDate()".repeat(many)} == datetime("2024-01-01")`, "allow"],
  [
    "extension methods with arguments",
    () => `datetime("1970-01-01")${'.offset(duration("1ms"))'.repeat(many)} == datetime("1970-01-01T00:01:40Z")`,
    "allow",
  ],
  [
    "methods with a type error",
    () => `[1]${".contains(1)".repeat(many)}`,
    "deny with type error: expected set, got bool",
  ],
  ["a dotted has", () => `principal has me${".me".repeat(many)}`, "allow"],
  ["a dotted has that is not", () => `principal has me${".me".repeat(many)}.you`, "deny"],
  ["&& of ||", () => `${"(false || true) && ".repeat(many)}true`, "allow"],
  ["a set", () => `[${"1, ".repeat(many)}2].contains(2)`, "allow"],
  [
    "a set of different integers",
    () =>
      `[${Array.from({ length: many }, (_, i) => i).join()}].containsAll([${Array.from({ length: many }, (_, i) => many - 1 - i).join()}])`,
    "allow",
  ],
  [
    "equal sets of records",
    () =>
      `[${Array.from({ length: many / 10 }, (_, i) => `{a: ${i}}`).join()}] == [${Array.from({ length: many / 10 }, (_, i) => `{a: ${many / 10 - 1 - i}}`).join()}]`,
    "allow",
  ],
  [
    "a record",
    () => `{${Array.from({ length: many }, (_, i) => `k${i}: ${i}`).join()}}.k${many - 1} == ${many - 1}`,
    "allow",
  ],
  ["a record with a repeated key", () => `{${"a: 1, ".repeat(many)}}.a == 1`, "syntax/duplicate-key"],
  ["a namespace", () => `principal is ${"A::".repeat(many)}B`, "deny"],
  ["a pattern of wildcards", () => `"${"a".repeat(many)}" like "${"*a".repeat(many)}*"`, "allow"],
  ["a pattern of too many wildcards", () => `"${"a".repeat(many)}" like "${"*a".repeat(many)}*b"`, "deny"],
  ["a pattern that almost fits everywhere", () => `"${"a".repeat(2 * many)}" like "*b${"a".repeat(many)}*"`, "deny"],
  [
    "a pattern that almost fits everywhere, the other way round",
    () => `"${"a".repeat(2 * many)}" like "*${"a".repeat(many)}b*"`,
    "deny",
  ],
  ["a pattern with periods", () => `"${"ab".repeat(many)}" like "*${"ab".repeat(many / 2)}b*"`, "deny"],
  ["relations without brackets", () => `1${" == 1".repeat(many)}`, "syntax/ambiguous-relation"],
];

/** Decides under the condition, prints it and writes it as JSON: the decision, and what went wrong with the others. */
function useEverywhere(condition: string): string {
  const file = parsePolicies(`permit(principal, action, resource) when { ${condition} };`);
  if (!file.ok) return verdict(file);
  const [policy] = file.value.policies;
  const body = policy?.conditions[0]?.body;
  if (policy === undefined || body === undefined) return "no condition";
  const printed = printExpression(body);
  if (printed !== condition && printExpression(unwrap(parseExpression(printed))) !== printed)
    return "changed by printing";
  if (condition.length < longestWritten && policyToJson(policy) === undefined) return "not written as JSON";
  return decideUnder(unwrap(PolicySet.of([{ id: "chain", policy }])));
}

/** Long chains: decided, printed to a text that is read as the same tree, and written as JSON. */
export const chainCases: readonly HostileCase[] = chains.map(([name, condition, expected]) => ({
  name: `a long chain: ${name}`,
  expected,
  run: () => useEverywhere(condition()),
}));
