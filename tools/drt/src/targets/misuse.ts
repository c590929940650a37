import {
  addLong,
  applyExtension,
  compareLong,
  datetimeOf,
  durationOf,
  Entities,
  type Entity,
  emptyRecord,
  entityOf,
  entityUid,
  isLong,
  type Long,
  longFromBigInt,
  multiplyLong,
  negateLong,
  recordOf,
  setOf,
  subtractLong,
  type Value,
} from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { compilePolicy, evaluateExpression, isEvaluationError, toDiagnostic } from "@deodar/evaluator";
import { type Expression, printExpression, printPolicy } from "@deodar/syntax";
import { type Choices, policyWhen } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { drawAnyLong, drawAnyValue } from "../draw-any-value.ts";
import { keyOf, plainText } from "../plain-values.ts";
import type { CaseResult, Target } from "../target.ts";

/** What programs hand over that no reader makes: numbers in other forms, what is no value, and trees that are no policies. */
export const misuse: Target = {
  name: "misuse",
  share: 1,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const given: string[] = [];
    const checks = new Checks(() => new Map([["given.txt", `${given.join("\n")}\n`]]));
    for (const compare of [
      compareLongs,
      compareGivenLongs,
      compareNoValues,
      compareCalls,
      compareTrees,
      compareWithoutRequest,
    ]) {
      checks.next();
      given.push(compare(choices, checks));
    }
    return checks.result();
  },
};

const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;

/** A Long as it has to be: a number if that is safe; nothing outside of 64 bits. */
function plainLong(integer: bigint): string {
  if (integer < least || integer > greatest) return "undefined";
  return `${integer} as ${integer >= -9007199254740991n && integer <= 9007199254740991n ? "number" : "bigint"}`;
}

function shown(long: Long | undefined): string {
  return long === undefined ? "undefined" : `${Object.is(long, -0) ? "-0" : long} as ${typeof long}`;
}

function compareLongs(choices: Choices, checks: Checks): string {
  const [a, b] = [drawAnyLong(choices), drawAnyLong(choices)];
  const [one, other] = [BigInt(a), BigInt(b)];
  checks.equal("sum", shown(addLong(a, b)), plainLong(one + other));
  checks.equal("difference", shown(subtractLong(a, b)), plainLong(one - other));
  checks.equal("product", shown(multiplyLong(a, b)), plainLong(one * other));
  checks.equal("negative", shown(negateLong(a)), plainLong(-one));
  checks.equal("order", Math.sign(compareLong(a, b)), one === other ? 0 : one < other ? -1 : 1);
  const far = one * BigInt(choices.below(9)) + BigInt(choices.below(5));
  checks.equal("Long of an integer", shown(longFromBigInt(far)), plainLong(far));
  const candidates: readonly unknown[] = [
    a,
    far,
    Number(far),
    -0,
    1.5,
    NaN,
    Infinity,
    "1",
    null,
    5n,
    2 ** 53,
    2n ** 53n,
    2n ** 63n,
  ];
  for (const each of candidates) {
    const isOne = typeof each === "number" || typeof each === "bigint" ? isPlainLong(each) : false;
    checks.equal("is a Long", isLong(each), isOne);
  }
  return `${a}, ${b}, ${far}`;
}

function isPlainLong(value: number | bigint): boolean {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 2 ** 53 && !Object.is(value, -0);
  return plainLong(value) === `${value} as bigint`;
}

/** Longs in other forms are put into theirs, wherever they are given. */
function compareGivenLongs(choices: Choices, checks: Checks): string {
  const long = BigInt(drawAnyLong(choices));
  const forms: Value[] = [
    long,
    ...(long >= -(2n ** 53n) && long < 2n ** 53n ? [Number(long)] : []),
    ...(long === 0n ? [-0] : []),
  ];
  for (const form of forms) {
    if (typeof form === "number" && !Number.isSafeInteger(form)) continue;
    const [element] = setOf([form]).elements;
    checks.equal("element", shown(element as Long), plainLong(long));
    checks.equal("entry", shown(recordOf([["a", form]]).entries.get("a") as Long), plainLong(long));
    const entity = entityOf(entityUid("User", "a"), { attributes: [["a", form]], tags: [["b", form]] });
    checks.equal("attribute", shown(entity.attributes.get("a") as Long), plainLong(long));
    checks.equal("tag", shown(entity.tags.get("b") as Long), plainLong(long));
  }
  return String(long);
}

const noValues: readonly (readonly [unknown, string])[] = [
  [1.5, "1.5"],
  [NaN, "NaN"],
  [2 ** 53, "9007199254740992"],
  [2n ** 63n, "9223372036854775808"],
  [-(2n ** 63n) - 1n, "-9223372036854775809"],
  [undefined, "a value of type undefined"],
  [null, "a value of type object"],
  [Symbol("s"), "a value of type symbol"],
  [() => 1, "a value of type function"],
  [[1], "a value of type object"],
  [{ type: "User", id: "a" }, "a value of type object"],
  [{ kind: "user" }, "a value of type object"],
  [{ kind: "error" }, "a value of type object"],
];

function compareNoValues(choices: Choices, checks: Checks): string {
  const [given, name] = choices.pick(noValues);
  const value = given as Value;
  const message = `TypeError: ${name} is not a Cedar value; contextFromPlain and its kin read plain ones`;
  const uid = entityUid("User", "a");
  for (const call of [
    (): unknown => setOf([value]),
    (): unknown => recordOf([["a", value]]),
    (): unknown => entityOf(uid, { attributes: [["a", value]] }),
    (): unknown => entityOf(uid, { tags: [["a", value]] }),
    (): unknown => new Entities().add([{ uid, attributes: new Map([["a", value]]), tags: new Map(), parents: [] }]),
  ]) {
    checks.equal("no value", thrownBy(call), message);
  }
  checks.equal(
    "no name",
    thrownBy(() => recordOf([[1 as never, 1]])),
    "TypeError: the name of an attribute must be a string",
  );
  checks.equal(
    "no uid",
    thrownBy(() => entityOf({ type: "User", id: "a" } as never)),
    "TypeError: a uid of an entity has a `kind`",
  );
  checks.equal(
    "no parent",
    thrownBy(() => entityOf(uid, { parents: [{ type: "User", id: "b" } as never] })),
    "TypeError: a uid of an entity has a `kind`",
  );
  checks.equal(
    "no id",
    thrownBy(() => entityUid("User", 1 as never)),
    "TypeError: the id of an entity must be a string",
  );
  checks.equal(
    "no type",
    thrownBy(() => entityUid(1 as never, "a")),
    "TypeError: 1 is not the name of an entity type",
  );
  for (const map of [entityOf(uid).attributes, entityOf(uid).tags, emptyRecord.entries]) {
    checks.equal(
      "no change",
      thrownBy(() => (map as Map<string, Value>).set("a", 1)),
      "TypeError: entities cannot be changed",
    );
  }
  for (const make of [datetimeOf, durationOf]) {
    checks.equal(
      "no time",
      thrownBy(() => make(0.5)),
      "RangeError: not a Long: 0.5",
    );
    checks.equal(
      "no time",
      thrownBy(() => make(5n)),
      "RangeError: not a Long: 5",
    );
  }
  compareCopies(choices, checks);
  return name;
}

/** What the giver changes later must not change here. */
function compareCopies(choices: Choices, checks: Checks): void {
  const uid = { kind: "entity" as const, type: "User", id: "a" };
  const parent = { ...uid, id: "b" };
  const attributes = new Map<string, Value>([
    ["a", drawAnyValue(choices, 1)],
    ["who", uid],
  ]);
  const entity: Entity = entityOf(uid, {
    attributes,
    parents: [parent, { ...parent }, ...(choices.chance(50) ? [parent] : [])],
  });
  const store = unwrap(Entities.of([entity]));
  const before = Array.from(entity.attributes, ([name, value]) => name + keyOf(value)).join();
  attributes.set("a", 1).set("b", 2);
  Object.assign(uid, { id: "changed" });
  Object.assign(parent, { id: "changed" });
  const after = Array.from(
    store.get(entityUid("User", "a"))?.attributes ?? [],
    ([name, value]) => name + keyOf(value),
  ).join();
  checks.equal("a copy", after, before);
  checks.equal("parents once", entity.parents.map(({ id }) => id).join(), "b");
}

const functions: Readonly<Record<string, readonly string[]>> = {
  decimal: ["string"],
  ip: ["string"],
  datetime: ["string"],
  duration: ["string"],
  lessThan: ["decimal", "decimal"],
  isInRange: ["ipaddr", "ipaddr"],
  isLoopback: ["ipaddr"],
  offset: ["datetime", "duration"],
  toDays: ["duration"],
};

/** Calls of extension functions with anything. */
function compareCalls(choices: Choices, checks: Checks): string {
  const name = choices.pick([...Object.keys(functions), "noSuchFunction", "__proto__"]);
  const given = choices.list(0, 3, () => drawAnyValue(choices, 1));
  const result = applyExtension(name, given);
  const parameters = Object.hasOwn(functions, name) ? functions[name] : undefined;
  const told =
    typeof result === "object" && result.kind === "call-fault"
      ? `${result.problem}: ${result.message} (${result.help}) ${result.argument}`
      : "a value";
  const text = `${name}(${given.map(plainText).join(", ")})`;
  const typeName = (value: Value): string => {
    if (typeof value !== "object")
      return typeof value === "boolean" ? "bool" : typeof value === "string" ? "string" : "long";
    return value.kind === "entity" ? `(entity of type \`${value.type}\`)` : value.kind === "ip" ? "ipaddr" : value.kind;
  };
  const wrong = parameters?.findIndex((parameter, index) => typeName(given[index] as Value) !== parameter) ?? -1;
  if (parameters === undefined) {
    checks.equal("call", told, `unknown-function: extension function \`${name}\` does not exist (undefined) undefined`);
  } else if (given.length !== parameters.length) {
    const message = `wrong number of arguments provided to extension function \`${name}\`: expected ${parameters.length}, got ${given.length}`;
    checks.equal("call", told, `wrong-arity: ${message} (undefined) undefined`);
  } else if (wrong >= 0) {
    const [parameter, actual] = [parameters[wrong] as string, given[wrong] as Value];
    const maker = parameter === "ipaddr" ? "ip" : parameter;
    const help = typeof actual === "string" ? `maybe you forgot to apply the \`${maker}\` constructor?` : undefined;
    checks.equal(
      "call",
      told,
      `wrong-type: type error: expected ${parameter}, got ${typeName(actual)} (${help}) ${wrong}`,
    );
  } else if (told !== "a value") checks.equal("call", told.split(":")[0], "failed");
  return text;
}

const place = { start: 3, end: 5 };
const yes: Expression = { kind: "boolean", span: undefined, value: true };
const noType = "in::User";

/** Trees that no reader makes, how compiling refuses them and what printing throws. */
const trees: readonly (readonly [tree: Expression, fault: string, thrown: string | undefined])[] = [
  [{ kind: "long", span: place, value: 1.5 }, "evaluate/invalid-long: `1.5` is not a 64-bit integer", undefined],
  [
    { kind: "long", span: place, value: 2n ** 63n },
    "evaluate/invalid-long: `9223372036854775808` is not a 64-bit integer",
    undefined,
  ],
  [
    { kind: "entity", span: place, type: noType, id: "a" },
    "evaluate/invalid-type-name: `in::User` is not the name of an entity type",
    'RangeError: "in::User" is not a name in its normal form',
  ],
  [
    { kind: "is", span: place, target: yes, entityType: noType, in: undefined },
    "evaluate/invalid-type-name: `in::User` is not the name of an entity type",
    'RangeError: "in::User" is not a name in its normal form',
  ],
];

function compareTrees(choices: Choices, checks: Checks): string {
  const [tree, fault, thrown] = choices.pick(trees);
  const policy = policyWhen(choices.chance(50) ? tree : { kind: "and", span: undefined, operands: [yes, tree] });
  const compiled = compilePolicy(policy);
  const told = compiled.ok
    ? "compiles"
    : compiled.errors.map(({ code, message, labels }) => `${code}: ${message} ${JSON.stringify(labels)}`).join();
  checks.equal("tree", told, `${fault} ${JSON.stringify([place])}`);
  const evaluated = evaluateExpression(tree);
  checks.equal(
    "expression",
    evaluated.ok ? "evaluates" : evaluated.errors.map(({ code, message }) => `${code}: ${message}`).join(),
    fault,
  );
  if (thrown !== undefined) {
    checks.equal(
      "print",
      thrownBy(() => printExpression(tree)),
      thrown,
    );
    checks.equal(
      "print",
      thrownBy(() => printPolicy(policy)),
      thrown,
    );
  }
  const any = { kind: "scopeIs", span: place, entityType: noType } as const;
  for (const part of ["principal", "resource"] as const) {
    const scoped = compilePolicy({ ...policyWhen(yes), [part]: any });
    const why = scoped.ok
      ? "compiles"
      : scoped.errors.map(({ code, message, labels }) => `${code}: ${message} ${JSON.stringify(labels)}`).join();
    checks.equal(
      "scope",
      why,
      `evaluate/invalid-type-name: \`in::User\` is not the name of an entity type ${JSON.stringify([place])}`,
    );
  }
  return fault;
}

/** Variables and slots without values. */
function compareWithoutRequest(choices: Choices, checks: Checks): string {
  const name = choices.pick(["principal", "action", "resource", "context"] as const);
  const slot = choices.pick(["?principal", "?resource"] as const);
  const cases: readonly (readonly [Expression, string])[] = [
    [
      { kind: "variable", span: place, name },
      `evaluate/no-request: the variable \`${name}\` has no value without a request`,
    ],
    [{ kind: "slot", span: place, name: slot }, `evaluate/unlinked-slot: template slot \`${slot}\` was not linked`],
  ];
  for (const [expression, message] of cases) {
    const outcome = unwrap(
      evaluateExpression(choices.chance(50) ? expression : { kind: "isEmpty", span: undefined, target: expression }),
    );
    if (!isEvaluationError(outcome)) checks.equal("no request", "a value", message);
    else {
      const { code, message: told, labels, severity } = toDiagnostic(outcome);
      checks.equal(
        "no request",
        `${severity} ${code}: ${told} ${JSON.stringify(labels)}`,
        `error ${message} ${JSON.stringify([place])}`,
      );
    }
  }
  const values = { [slot]: entityUid("User", "a") };
  const filled = unwrap(evaluateExpression({ kind: "slot", span: undefined, name: slot }, { slots: values }));
  checks.equal("slot", isEvaluationError(filled) ? filled.message : keyOf(filled), keyOf(entityUid("User", "a")));
  return name;
}
