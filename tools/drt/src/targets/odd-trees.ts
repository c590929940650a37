import { EntityStore, emptyRecord, entityUid } from "@deodar/core";
import { type Result, unwrap } from "@deodar/diagnostics";
import {
  compileExpression,
  compilePolicy,
  Environment,
  evaluateExpression,
  isEvaluationError,
  traceExpression,
  tracePolicy,
} from "@deodar/evaluator";
import { isJsonArray, isJsonObject, type JsonValue, stringifyJson } from "@deodar/json";
import {
  childrenOf,
  type Expression,
  equalTrees,
  maxNesting,
  type Node,
  parseExpression,
  printExpression,
  printPolicy,
  quoteString,
  visit,
} from "@deodar/syntax";
import { policyFromJson, policyFromJsonValue, policyToJson } from "@deodar/syntax/json";
import { type Choices, policyWhen } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import type { CaseResult, Target } from "../target.ts";

/** Trees at the edge of what can be read and written: very deep ones, ones that only JSON can bear, and ones that nobody reads. */
export const oddTrees: Target = {
  name: "odd trees",
  share: 0.5,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const given: string[] = [];
    const checks = new Checks(() => new Map([["given.txt", `${given.join("\n")}\n`]]));
    choices.list(1, 4, () => {
      checks.next();
      given.push(
        choices.pick([checkDeep, checkUnknownCall, checkNoTree, checkUnknownFunction, checkTooDeep])(choices, checks),
      );
    });
    return checks.result();
  },
};

/** What is around an expression, and how many brackets deep it puts that. */
// biome-ignore format: a table reads better packed
const wraps: readonly (readonly [before: string, after: string])[] = [
  ["!(", ")"], ["!!!!(", ")"], ["-(", ")"], ["----(", ")"], ["(", " + 1 - 2)"], ["(1 - ", ")"], ["(", " && a)"], ["(a || ", ")"], ["(b * ", ")"], ["(", ' like "a*")'], ["(", " has b)"], ["(", " has b.c)"], ["(", " is User)"], ["(", " is User in b)"],
  ["(", " == a)"], ["(", " in b)"], ["[", "]"], ["{a: ", "}"], ["ip(", ")"], ["(", ").contains(a)"], ["a.contains(", ")"], ["(", ").isEmpty()"], ["(", ").b"], ["(", ')["c d"]'], ["(", ").isIpv4()"], ["(if a then b else ", ")"], ["(if ", " then a else b)"], ["-", ""], ["!", ""],
];

/** Reads, writes and reads an expression that is about as deep as one may be. */
function checkDeep(choices: Choices, checks: Checks): string {
  const few = choices.list(1, 3, () => choices.pick(wraps));
  const depth = choices.pick([1, 5, 60, 90, 98, 99, 100, 101, 130, 195, 198, 199, 200]);
  const used = Array.from({ length: depth }, (_, index) => few[index % few.length] as (typeof wraps)[number]);
  const variable = choices.pick(["principal", "1", "-1", "9223372036854775807", "-9223372036854775808", '"a"']);
  const around = used.map(([before, after]) => [before, after.replaceAll(/\b[ab]\b(?!")/g, "context")] as const);
  const text = around.reduce((inner, [before, after]) => {
    // Four signs in a row are the most that there may be.
    const isFull = (before === "-" || before === "!") && /^[-!]/.test(inner);
    return isFull ? inner : before.replaceAll(/\b[ab]\b(?!:)/g, "context") + inner + after;
  }, variable);
  const read = parseExpression(text);
  if (!read.ok) {
    checks.equal(
      "refused",
      read.errors.map(({ code }) => code).join(),
      isTooDeep(text) ? "syntax/nesting-too-deep" : "",
    );
    return text;
  }
  checks.equal("too deep", isTooDeep(text), false);
  const printed = printExpression(read.value);
  const again = parseExpression(printed);
  checks.equal("read again", again.ok ? equalTrees(again.value, read.value) : printed, true);
  if (again.ok) checks.equal("printed again", printExpression(again.value), printed);
  checkVisit(choices, checks, read.value);
  const inPolicy = printPolicy(policyWhen(read.value));
  checks.equal("in a policy", inPolicy.includes(printed), true);
  const fromJson = policyFromJsonValue(policyToJson(policyWhen(read.value)));
  checks.equal("from JSON", fromJson.ok ? printPolicy(fromJson.value) : fromJson.errors[0]?.code, inPolicy);
  return text;
}

/** A walk over a tree against a plain recursion. */
function checkVisit(choices: Choices, checks: Checks, root: Node): void {
  const expected: string[] = [];
  const skipped = choices.pick(["none", "not", "negate", "set"]);
  const walk = (node: Node): void => {
    expected.push(`in ${node.kind}`);
    if (node.kind === skipped) return;
    for (const child of childrenOf(node)) walk(child);
    expected.push(`out ${node.kind}`);
  };
  walk(root);
  const found: string[] = [];
  visit(root, {
    any: {
      enter: ({ kind }) => {
        found.push(`in ${kind}`);
        return kind !== skipped;
      },
      leave: ({ kind }) => void found.push(`out ${kind}`),
    },
  });
  checks.equal("walk", found.join(), expected.join());
}

/** The expression itself is the first level; each bracket, and each `if`, is one more. */
function isTooDeep(text: string): boolean {
  let depth = 1;
  let deepest = 1;
  const ifs: number[] = [];
  for (const [token] of text.matchAll(/"[^"]*"|\bif\b|[()[\]{}]/g)) {
    if (token === "if" || "([{".includes(token)) depth += 1;
    if (token === "if") ifs.push(depth);
    if (")]}".includes(token)) {
      // An `if` ends with what is around it.
      while (ifs.at(-1) === depth) {
        ifs.pop();
        depth -= 1;
      }
      depth -= 1;
    }
    deepest = Math.max(deepest, depth);
  }
  return deepest > maxNesting;
}

/** Calls of functions that do not exist: JSON has them as values, and gets them back. */
function checkUnknownCall(choices: Choices, checks: Checks): string {
  const value = (depth: number): JsonValue => {
    switch (choices.below(depth > 0 ? 8 : 4)) {
      case 0:
        return choices.pick<JsonValue>([1, 0, -5, true, false]);
      case 1:
        return choices.pick(["a", "", "é\u0000"]);
      case 2:
        return { __entity: { type: "User", id: choices.pick(["a", '"']) } };
      case 3:
        return 7;
      case 4:
        return choices.list(0, 3, () => value(depth - 1));
      case 5: {
        const keys = [
          ...new Set(choices.list(0, 4, () => choices.pick(["b", "a", "\u{1f980}", "\uffff", "in", "x y"]))),
        ];
        return Object.fromEntries(keys.map((key) => [key, value(depth - 1)]));
      }
      case 6:
        return { __extn: { fn: choices.pick(["nope", "f"]), arg: value(depth - 1) } };
      default:
        return { __extn: { fn: "g", args: choices.list(0, 3, () => value(depth - 1)) } };
    }
  };
  const args = choices.list(0, 3, () => value(3));
  const body: JsonValue = {
    Value: { __extn: choices.chance(50) ? { fn: "nope", args } : { fn: "nope", arg: value(3) } },
  };
  const all = { op: "All" };
  const conditions = [{ kind: "when", body }];
  const text = stringifyJson({ effect: "permit", principal: all, action: all, resource: all, conditions });
  const read = policyFromJson(text);
  if (!read.ok) checks.equal("unknown call", read.errors.map(({ message }) => message).join(), "read");
  else
    checks.equal(
      "unknown call",
      stringifyJson(sorted(policyToJson(read.value))),
      stringifyJson(sorted(JSON.parse(text) as JsonValue)),
    );
  return text;
}

/** With the keys of objects in order, and single arguments as such. */
function sorted(json: JsonValue): JsonValue {
  if (isJsonArray(json)) return json.map(sorted);
  if (!isJsonObject(json)) return json;
  const { fn, args } = json;
  if (fn !== undefined && args !== undefined && isJsonArray(args) && args.length === 1)
    return sorted({ fn, arg: args[0] ?? null });
  return Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, sorted(json[key] as JsonValue)]),
  );
}

/** Calls of functions that do not exist, and of the one that stands for what is not known. */
function checkUnknownFunction(choices: Choices, checks: Checks): string {
  const place = { start: 3, end: 9 };
  const text: Expression = { kind: "string", span: undefined, value: choices.pick(["x", 'a"b', "", "é"]) };
  const [name, given, expected] = choices.pick<readonly [string, readonly Expression[], string]>([
    [
      "unknown",
      [],
      "evaluate/wrong-argument-count: wrong number of arguments provided to extension function `unknown`: expected 1, got 0",
    ],
    [
      "unknown",
      [text],
      `evaluate/unknown-value: the expression contains unknown(s): \`unknown(${quoteString(text.value)})\``,
    ],
    [
      "unknown",
      [text, one],
      `evaluate/unknown-value: the expression contains unknown(s): \`unknown(${quoteString(text.value)})\``,
    ],
    ["unknown", [one], "evaluate/type-error: type error: expected string, got long"],
    ["nope", [text], "evaluate/unknown-function: extension function `nope` does not exist"],
    ["__proto__", [], "evaluate/unknown-function: extension function `__proto__` does not exist"],
  ]);
  const outcome = unwrap(evaluateExpression({ kind: "extension", span: place, name, arguments: given }));
  checks.equal(
    "unknown function",
    isEvaluationError(outcome) ? `${outcome.code}: ${outcome.message}` : "a value",
    expected,
  );
  return `${name} of ${given.length}`;
}

/** Trees that are deeper than any text has them are not evaluated, and are no reason to fail otherwise. */
function checkTooDeep(choices: Choices, checks: Checks): string {
  const wrap = choices.pick<(inner: Expression) => Expression>([
    (operand) => ({ kind: "not", span: undefined, operand }),
    (inner) => ({ kind: "set", span: undefined, elements: [inner] }),
    (inner) => ({ kind: "if", span: undefined, condition: yes, consequent: inner, alternative: one }),
    (inner) => ({ kind: "and", span: undefined, operands: [yes, inner] }),
    (inner) =>
      ({
        kind: "record",
        span: undefined,
        entries: [{ kind: "entry", span: undefined, key: "a", keySpan: undefined, value: inner }],
      }) as unknown as Expression,
  ]);
  const isDeep = choices.chance(50);
  let tree: Expression = { kind: "variable", span: undefined, name: "context" };
  for (let depth = isDeep ? 3000 : 150; depth > 0; depth--) tree = wrap(tree);
  const expected = isDeep ? "evaluate/too-deep" : "";
  const codesOf = (result: Result<unknown>): string => (result.ok ? "" : result.errors.map(({ code }) => code).join());
  checks.equal("too deep", codesOf(compileExpression(tree)), expected);
  checks.equal("too deep", codesOf(evaluateExpression(tree)), expected);
  checks.equal("too deep", codesOf(traceExpression(tree)), expected);
  checks.equal("too deep", codesOf(compilePolicy(policyWhen(tree))), expected);
  const uid = entityUid("User", "a");
  const environment = new Environment(
    { principal: uid, action: uid, resource: uid, context: emptyRecord },
    unwrap(EntityStore.of()),
  );
  checks.equal("too deep", codesOf(tracePolicy(policyWhen(tree), environment)), expected);
  return isDeep ? "deep" : "shallow";
}

const yes: Expression = { kind: "boolean", span: undefined, value: true };
const one: Expression = { kind: "long", span: undefined, value: 1 };

/** Trees that no reader makes. */
function checkNoTree(choices: Choices, checks: Checks): string {
  const kind = choices.pick(["and", "or", "product"] as const);
  const operands = choices.chance(50) ? [] : [yes];
  const chain = { kind, span: undefined, operands } as unknown as Expression;
  const message = `RangeError: a ${kind} needs at least two operands`;
  checks.equal(
    "chain",
    thrownBy(() => printExpression(chain)),
    message,
  );
  checks.equal(
    "chain as JSON",
    thrownBy(() => policyToJson(policyWhen(chain))),
    "RangeError: a chain needs at least two operands",
  );
  const sum: Expression = { kind: "sum", span: undefined, operands: [one, one, one], operators: ["+"] };
  checks.equal(
    "sum",
    thrownBy(() => printExpression(sum)),
    "RangeError: a sum needs an operator between each two",
  );
  const key = choices.pick(["", "a b", "1", "é"]);
  const annotated = { ...policyWhen(yes), annotations: [{ kind: "annotation", span: undefined, key, value: "x" }] };
  checks.equal(
    "annotation",
    thrownBy(() => printPolicy(annotated as never)),
    `RangeError: ${JSON.stringify(key)} cannot be the key of an annotation`,
  );
  const noLiterals: readonly Expression[] = [
    { kind: "variable", span: undefined, name: "principal" },
    { kind: "slot", span: undefined, name: "?principal" },
    { kind: "not", span: undefined, operand: yes },
    { kind: "negate", span: undefined, operand: one },
    { kind: "and", span: undefined, operands: [yes, yes] },
    { kind: "or", span: undefined, operands: [yes, yes] },
    { kind: "sum", span: undefined, operands: [one, one], operators: ["+"] },
    { kind: "product", span: undefined, operands: [one, one] },
    { kind: "relation", span: undefined, operator: "==", left: one, right: one },
    { kind: "has", span: undefined, target: one, path: ["a"] },
    { kind: "like", span: undefined, target: one, pattern: [""] },
    { kind: "is", span: undefined, target: one, entityType: "User", in: undefined },
    { kind: "if", span: undefined, condition: yes, consequent: one, alternative: one },
    { kind: "attribute", span: undefined, target: one, name: "a" },
    { kind: "method", span: undefined, target: one, method: "contains", argument: one },
    { kind: "isEmpty", span: undefined, target: one },
  ];
  const inner = choices.pick(noLiterals);
  const call: Expression = { kind: "extension", span: undefined, name: "nope", arguments: [inner] };
  checks.equal(
    "no literal",
    thrownBy(() => policyToJson(policyWhen(call))),
    `RangeError: an expression of the kind ${inner.kind} is no literal value`,
  );
  checks.equal("equal", equalTrees(one, yes), false);
  checks.equal("equal", equalTrees(chain, chain), true);
  return inner.kind;
}
