import { type Choices, drawExtensionText, drawMalformedText } from "@deodar/testing";
import { type Ask, ourAnswer, theirAnswer } from "../drop-in/ask.ts";
import { differenceOf } from "../drop-in/difference.ts";
import type { CaseResult, Target } from "../target.ts";

/** Conditions that fail, each operator with operands of each kind: the reference's words, help and places. */
export const faultyConditions: Target = {
  name: "faulty conditions",
  share: 1,
  referenceEvery: 2,
  run(choices, { reference }): CaseResult {
    const none = { tests: 0, withReference: 0, disagreements: [] };
    const conditions = choices.list(4, 24, () => choices.pick(forms)(choices));
    const staticPolicies = Object.fromEntries(
      conditions.map((condition, index) => [
        `p${index}`,
        `permit(principal, action, resource) ${choices.chance(20) ? "unless" : "when"} { ${condition} };`,
      ]),
    );
    const context = {
      many: members(choices),
      none: {},
      list: [1, { type: "x" }],
      who: { __entity: alice },
      ids: [{ __entity: alice }],
      big: 9007199254740991,
    };
    const request = {
      principal: alice,
      action: { type: "Action", id: "a" },
      resource: { type: "File", id: "f" },
      context,
    };
    const entities = [
      { uid: alice, attrs: members(choices), tags: members(choices), parents: [] },
      { uid: request.resource, attrs: {}, parents: [] },
    ];
    const ask: Ask = { call: "isAuthorized", input: [{ ...request, policies: { staticPolicies }, entities }] };
    if (reference === undefined) return none;
    const [ours, theirs] = [ourAnswer(ask), theirAnswer(reference, ask)];
    const difference = theirs === undefined ? undefined : differenceOf(ours, theirs);
    const tests = conditions.length;
    if (difference === undefined) return { ...none, tests, withReference: tests };
    const sample = (): ReadonlyMap<string, string> =>
      new Map([["call.json", `${JSON.stringify(ask, undefined, 2)}\n`]]);
    const answers = { production: JSON.stringify(ours), reference: JSON.stringify(theirs) };
    return { tests, withReference: tests, disagreements: [{ what: `reference: ${difference}`, answers, sample }] };
  },
};

const alice = { type: "User", id: "alice" };
const names = ["a", "b", "é", "a b", "", "in", "z'", 'q"', "Z", "\u{1f980}", "_"];

/** None to nine members. */
function members(choices: Choices): { readonly [name: string]: number } {
  return Object.fromEntries(choices.list(0, 9, () => choices.pick(names)).map((name) => [name, 1]));
}

const operands = [
  "1",
  '"a"',
  "true",
  "[]",
  "[1]",
  "{}",
  "{a: 1}",
  'User::"alice"',
  'User::"nobody"',
  "principal",
  "resource",
  "context.list",
  "context.who",
  "context.ids",
  "context.none",
  'ip("1.2.3.4")',
  'decimal("1.5")',
  'datetime("2024-01-01")',
  'duration("1d")',
  "context.big",
  "9223372036854775807",
  "-9223372036854775808",
  "false",
];

function operand(choices: Choices): string {
  switch (choices.below(12)) {
    case 0:
      return `(if ${choices.pick(["true", "false", "context.who == principal", "1"])} then ${choices.pick(operands)} else ${choices.pick(operands)})`;
    case 1:
      return `{x: ${choices.pick(operands)}, y: ${choices.pick(operands)}}.${choices.pick(["x", "y", "z"])}`;
    case 2:
      return `[${choices.list(1, 4, () => choices.pick(operands)).join(", ")}]`;
    case 3:
      return `{x: {y: [${choices.pick(operands)}, ${choices.pick(operands)}]}}.x${choices.chance(80) ? ".y" : ""}`;
    case 4:
      return `(${choices.pick(operands)} ${choices.pick(["+", "-", "*"])} ${choices.pick(operands)})`;
    default:
      return choices.pick(operands);
  }
}

const name = (choices: Choices): string => JSON.stringify(choices.pick(names));

const forms: readonly ((choices: Choices) => string)[] = [
  (choices) =>
    `${operand(choices)} ${choices.pick(["<", "<=", ">", ">=", "in", "&&", "||", "==", "!="])} ${operand(choices)}`,
  (choices) => `${operand(choices)} in [${choices.list(1, 4, () => operand(choices)).join(", ")}]`,
  (choices) => `${operand(choices)} is User in ${operand(choices)}`,
  (choices) =>
    `(${operand(choices)} ${choices.pick(["+", "-", "*"])} ${operand(choices)} ${choices.pick(["+", "-"])} ${operand(choices)}) == 1`,
  (choices) => `${choices.pick(["!", "!!", "-", "--"])}${operand(choices)} == 1`,
  (choices) =>
    `${operand(choices)}.${choices.pick(["contains", "containsAll", "containsAny", "hasTag", "getTag"])}(${operand(choices)})`,
  (choices) => `${operand(choices)}.isEmpty()`,
  (choices) =>
    `${choices.pick(["principal", "context", "context.many", "context.none", "resource", operand(choices)])}[${name(choices)}] == 1`,
  (choices) => `${choices.pick(["principal", "resource", 'User::"nobody"'])}.getTag(${name(choices)}) == 1`,
  (choices) => `${operand(choices)} has ${choices.pick(["a", '"a b"', "x.y", "a.b.c"])}`,
  (choices) => `${operand(choices)} like "a*"`,
  (choices) => `if ${operand(choices)} then true else ${operand(choices)}`,
  (choices) => operand(choices),
  (choices) => {
    const maker = choices.pick(["ip", "decimal", "datetime", "duration"] as const);
    const text = choices.chance(60) ? drawMalformedText(choices, maker) : drawExtensionText(choices, maker);
    return `${maker}(${choices.chance(20) ? operand(choices) : quoted(text)}) == 1`;
  },
  (choices) => {
    const method = choices.pick([
      "lessThan",
      "greaterThanOrEqual",
      "isIpv4",
      "isInRange",
      "offset",
      "durationSince",
      "toDate",
      "toTime",
      "toDays",
      "toSeconds",
    ]);
    return `${operand(choices)}.${method}(${choices.list(0, 2, () => operand(choices)).join(", ")}) == 1`;
  },
];

/** As a string of a policy: JSON's escapes of control characters are not Cedar's. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/\\u([0-9a-f]{4})/g, "\\u{$1}");
}
