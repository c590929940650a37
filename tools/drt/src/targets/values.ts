import {
  applyExtension,
  canonicalCall,
  compareValues,
  containsAll,
  containsAny,
  displayValue,
  type ExtensionValue,
  entityUid,
  equalValues,
  extensionTable,
  isCallFault,
  isTypeName,
  printValue,
  recordOf,
  type SetValue,
  sameUid,
  setOf,
  typeOf,
  type Value,
  valueFromJson,
  valueToJson,
} from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { evaluateExpression, isEvaluationError } from "@deodar/evaluator";
import { parseExpression } from "@deodar/syntax";
import { type Choices, drawExtensionText, drawString } from "@deodar/testing";
import { Checks, thrownBy } from "../checks.ts";
import { drawAnyValue, drawExtensionValue } from "../draw-any-value.ts";
import { keyOf, plainJson, plainOrder, plainText } from "../plain-values.ts";
import type { CaseResult, Target } from "../target.ts";

/** Equality, order, sets, texts and JSON of values, against what is worked out from their parts each time. */
export const values: Target = {
  name: "values",
  share: 3,
  referenceEvery: Number.MAX_SAFE_INTEGER,
  run(choices): CaseResult {
    const pool = choices.list(1, 24, () => drawAnyValue(choices, choices.below(4)));
    const checks = new Checks(() => new Map([["values.txt", `${pool.map(plainText).join("\n")}\n`]]));
    const drawSet = (): SetValue => compareSet(pick(choices, pool, choices.pick([3, 9, 40, 200])), pool, checks);
    const sets = [drawSet(), drawSet()] as const;
    compareSets(sets[0], sets[1], checks);
    compareSets(sets[1], setOf(sets[1].elements.slice(1)), checks);
    const all = [...pool, ...sets];
    for (const [index, one] of all.entries()) {
      comparePair(one, all[(index + 1 + choices.below(all.length)) % all.length] as Value, checks);
      compareForms(one, checks);
    }
    compareNames(choices, checks);
    compareCall(choices, checks);
    if (choices.chance(1)) compareDeep(pool, checks);
    return checks.result();
  },
};

function pick(choices: Choices, pool: readonly Value[], most: number): readonly Value[] {
  return Array.from({ length: choices.below(most) }, () => choices.pick(pool));
}

/** A set of these values, compared with the list without what it has twice. */
function compareSet(given: readonly Value[], pool: readonly Value[], checks: Checks): SetValue {
  checks.next();
  const set = setOf(given);
  const byKey = new Map<string, Value>();
  for (const value of given) if (!byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  const distinct = [...byKey.values()];
  checks.equal("set: elements", set.elements.map(keyOf).join("; "), distinct.map(keyOf).join("; "));
  checks.equal("set: size", set.size, distinct.length);
  checks.equal("set: order", set.sorted().map(keyOf).join("; "), distinct.toSorted(plainOrder).map(keyOf).join("; "));
  for (const value of pool) checks.equal("set: has", set.has(value), byKey.has(keyOf(value)));
  return set;
}

function compareSets(one: SetValue, other: SetValue, checks: Checks): void {
  const keys = new Set(one.elements.map(keyOf));
  const others = other.elements.map(keyOf);
  checks.next();
  checks.equal(
    "containsAll",
    containsAll(one, other),
    others.every((key) => keys.has(key)),
  );
  checks.equal(
    "containsAny",
    containsAny(one, other),
    others.some((key) => keys.has(key)),
  );
  checks.equal(
    "containsAny",
    containsAny(other, one),
    others.some((key) => keys.has(key)),
  );
}

function comparePair(one: Value, other: Value, checks: Checks): void {
  checks.next();
  checks.equal("equal", equalValues(one, other), keyOf(one) === keyOf(other));
  checks.equal("order", Math.sign(compareValues(one, other)), Math.sign(plainOrder(one, other)));
  checks.equal("order", Math.sign(compareValues(other, one)), Math.sign(plainOrder(other, one)));
  if (typeof one === "object" && one.kind === "entity" && typeof other === "object" && other.kind === "entity") {
    checks.equal("same uid", sameUid(one, other), keyOf(one) === keyOf(other));
  }
}

/** The type's name, the text, which is read and evaluated again, and the JSON, which is read again. */
function compareForms(value: Value, checks: Checks): void {
  checks.next();
  checks.equal("type", typeOf(value), plainType(value));
  const text = printValue(value);
  checks.equal("text", text, plainText(value));
  const again = unwrap(evaluateExpression(unwrap(parseExpression(text))));
  checks.equal("text read again", isEvaluationError(again) ? again.message : keyOf(again), keyOf(value));
  if (typeof value !== "object") checks.equal("text for people", displayValue(value), text);
  else if (value.kind === "set") {
    const shown = displayValue(setOf(value.elements.filter((element) => typeof element !== "object")), 2);
    checks.equal("text for people", shown, shortText(value.elements.filter((element) => typeof element !== "object")));
  }
  const json = valueToJson(value);
  if (/"__(entity|extn|expr)":/.test(text)) return;
  checks.equal(
    "JSON",
    json.ok ? json.value : json.errors.map(({ code, message }) => `${code} ${message}`).join(),
    plainJsonOf(value),
  );
  if (json.ok) checks.equal("JSON read again", keyOf(unwrap(valueFromJson(json.value))), keyOf(value));
  if (typeof value === "object" && value.kind !== "set" && value.kind !== "record" && value.kind !== "entity") {
    checks.equal("standard call", callText(value), standardCall(value));
  }
}

/** JSON is written only of values without keys that mean something else there. */
function plainJsonOf(value: Value): string {
  const key = reservedKeyIn(value);
  return key === undefined ? plainJson(value) : `entities/reserved-key record uses reserved key \`${key}\``;
}

/** The first such key in the order of writing. */
function reservedKeyIn(value: Value): string | undefined {
  if (typeof value !== "object" || (value.kind !== "set" && value.kind !== "record")) return undefined;
  if (value.kind === "set") {
    for (const element of value.elements.toSorted(plainOrder)) {
      const key = reservedKeyIn(element);
      if (key !== undefined) return key;
    }
    return undefined;
  }
  for (const [key, part] of [...value.entries].sort(([a], [b]) => plainOrder(a, b))) {
    const found = ["__entity", "__extn", "__expr"].includes(key) ? key : reservedKeyIn(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shortText(elements: readonly Value[]): string {
  const sorted = elements.toSorted(plainOrder).map(plainText);
  return `[${sorted.slice(0, 2).join(", ")}${sorted.length > 2 ? ", .. " : ""}]`;
}

function plainType(value: Value): string {
  if (typeof value !== "object") return { boolean: "bool", string: "string" }[typeof value as string] ?? "long";
  if (value.kind === "entity") return `(entity of type \`${value.type}\`)`;
  return value.kind === "ip" ? "ipaddr" : value.kind;
}

function callText(value: ExtensionValue): string {
  const { fn, args } = canonicalCall(value);
  return `${fn}(${args.map((each) => (typeof each === "string" ? each : plainText(each))).join(", ")})`;
}

function standardCall(value: ExtensionValue): string {
  switch (value.kind) {
    case "decimal": {
      const scaled = BigInt(value.value);
      const digits = String(scaled < 0n ? -scaled : scaled).padStart(5, "0");
      return `decimal(${scaled < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)})`;
    }
    case "datetime":
      return `offset(datetime("1970-01-01"), duration("${value.milliseconds}ms"))`;
    case "duration":
      return `duration(${value.milliseconds}ms)`;
    case "ip":
      return `ip(${addressText(value.words)}/${value.prefix})`;
  }
}

/** As the URL standard writes addresses, but for those of IPv4 in IPv6. */
function addressText(words: readonly number[]): string {
  const dotted = (word = 0): string => [24, 16, 8, 0].map((shift) => (word >>> shift) % 256).join(".");
  if (words.length === 1) return dotted(words[0]);
  if (words[0] === 0 && words[1] === 0 && words[2] === 0xffff) return `::ffff:${dotted(words[3])}`;
  const groups = words.flatMap((word) => [word >>> 16, word % 65_536]).map((group) => group.toString(16));
  return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}

/** The result of an extension function is of the type that the table says. */
function compareCall(choices: Choices, checks: Checks): void {
  const { name, parameters, result } = choices.pick([...extensionTable.values()]);
  const args = parameters.map((type) =>
    type === "string" ? drawText(choices, name) : drawExtensionValue(choices, type),
  );
  const value = applyExtension(name, args);
  if (isCallFault(value)) return;
  checks.next();
  const type = typeOf(value);
  checks.equal("type of a call", { bool: "boolean", ipaddr: "ip" }[type] ?? type, result);
}

function drawText(choices: Choices, name: string): string {
  return name === "ip" || name === "decimal" || name === "datetime" || name === "duration"
    ? drawExtensionText(choices, name)
    : drawString(choices);
}

/** Values that are nested deeper than the stack are compared, too. */
function compareDeep(pool: readonly Value[], checks: Checks): void {
  const nested = (value: Value): Value => {
    let outer = value;
    for (let depth = 0; depth < 20_000; depth += 1) outer = recordOf([["a", outer]]);
    return outer;
  };
  const [one = 0, other = 0] = pool;
  checks.next();
  checks.equal("deep: equal", equalValues(nested(one), nested(one)), true);
  checks.equal("deep: equal", equalValues(nested(one), nested(other)), keyOf(one) === keyOf(other));
}

const parts = [
  "User",
  "A",
  "",
  "_",
  "a1",
  "1a",
  "in",
  "is",
  "has",
  "if",
  "like",
  "then",
  "else",
  "true",
  "false",
  "__cedar",
  "isx",
  "é",
  "a b",
  ":",
  "If",
];

/** Which texts may be names of entity types. */
function compareNames(choices: Choices, checks: Checks): void {
  const name = choices.list(1, 3, () => choices.pick(parts)).join(choices.pick(["::", "::", "::", ":", ":::", " :: "]));
  const isName = name.split("::").every((part) => {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(part) && !/^(true|false|if|then|else|in|is|like|has|__cedar)$/.test(part);
  });
  checks.next();
  checks.equal("type name", isTypeName(name), isName);
  if (isName) checks.equal("uid", entityUid(name, "x").type, name);
  else {
    const message = `TypeError: ${JSON.stringify(name)} is not the name of an entity type`;
    checks.equal(
      "uid",
      thrownBy(() => entityUid(name, "x")),
      message,
    );
  }
}
