import type { ExtensionValue, Value } from "@deodar/core";
import { quote } from "@deodar/diagnostics";

/** A text that two values share exactly if they are equal, whatever they were made of and in what order. */
export function keyOf(value: Value): string {
  if (typeof value !== "object")
    return `${typeof value === "bigint" ? "number" : typeof value} ${JSON.stringify(String(value))}`;
  switch (value.kind) {
    case "entity":
      return `entity ${JSON.stringify([value.type, value.id])}`;
    case "set":
      return `set [${[...new Set(value.elements.map(keyOf))].sort().join()}]`;
    case "record":
      return `record {${Array.from(value.entries, ([key, part]) => `${JSON.stringify(key)}: ${keyOf(part)}`)
        .sort()
        .join()}}`;
    case "decimal":
      return `decimal ${value.value}`;
    case "datetime":
    case "duration":
      return `${value.kind} ${value.milliseconds}`;
    case "ip":
      return `ip ${value.words.join()} ${value.prefix}`;
  }
}

const kinds = [
  "boolean",
  "long",
  "string",
  "entity",
  "set",
  "record",
  "datetime",
  "decimal",
  "duration",
  "ip",
] as const;

/** The order that values are documented to have, found by sorting everything anew each time. */
export function plainOrder(a: Value, b: Value): number {
  const byKind = kinds.indexOf(plainKind(a)) - kinds.indexOf(plainKind(b));
  if (byKind !== 0) return byKind;
  if (typeof a !== "object" || typeof b !== "object") {
    if (typeof a === "string") return byCodePoints(a, b as string);
    return a === b ? 0 : (a as number) < (b as number) ? -1 : 1;
  }
  switch (a.kind) {
    case "entity": {
      const other = b as typeof a;
      return inOrder(namesOf(a.type), namesOf(other.type), byCodePoints) || byCodePoints(a.id, other.id);
    }
    case "set":
      return inOrder(elementsOf(a), elementsOf(b as typeof a), plainOrder);
    case "record":
      return inOrder(fieldsOf(a), fieldsOf(b as typeof a), ([key, value], [otherKey, other]) => {
        return byCodePoints(key, otherKey) || plainOrder(value, other);
      });
    case "decimal":
      return Number(BigInt(a.value) - BigInt((b as typeof a).value));
    case "datetime":
    case "duration":
      return Number(BigInt(a.milliseconds) - BigInt((b as typeof a).milliseconds));
    case "ip": {
      const other = b as typeof a;
      if (a.words.length !== other.words.length) return a.words.length - other.words.length;
      return inOrder(a.words, other.words, (one, two) => one - two) || a.prefix - other.prefix;
    }
  }
}

function plainKind(value: Value): (typeof kinds)[number] {
  if (typeof value === "object") return value.kind;
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "string" : "long";
}

/** The name itself, and then its namespaces. */
function namesOf(type: string): readonly string[] {
  const names = type.split("::");
  return [...names.slice(-1), ...names.slice(0, -1)];
}

function elementsOf({ elements }: Extract<Value, { kind: "set" }>): readonly Value[] {
  const byKey = new Map(elements.map((element) => [keyOf(element), element]));
  return [...byKey.values()].sort(plainOrder);
}

function fieldsOf({ entries }: Extract<Value, { kind: "record" }>): readonly (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => byCodePoints(a, b));
}

/** The first difference decides, and then the length. */
function inOrder<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  for (const [index, item] of a.entries()) {
    if (index >= b.length) return 1;
    const order = compare(item, b[index] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function byCodePoints(a: string, b: string): number {
  return inOrder(
    Array.from(a, (character) => character.codePointAt(0) as number),
    Array.from(b, (character) => character.codePointAt(0) as number),
    (one, two) => one - two,
  );
}

/** The value as Cedar text, built up from its parts. */
export function plainText(value: Value): string {
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object") return String(value);
  switch (value.kind) {
    case "entity":
      return `${value.type}::${quote(value.id)}`;
    case "set":
      return `[${elementsOf(value).map(plainText).join(", ")}]`;
    case "record":
      return `{${fieldsOf(value)
        .map(([key, part]) => `${plainKey(key)}: ${plainText(part)}`)
        .join(", ")}}`;
    case "decimal":
    case "datetime":
    case "duration":
    case "ip":
      return extensionText(value);
  }
}

const keywords: ReadonlySet<string> = new Set("true false if then else in is like has __cedar".split(" "));

function plainKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) && !keywords.has(key) ? key : quote(key);
}

/** As it was written; what was computed in the standard way. */
function extensionText(value: ExtensionValue): string {
  if (value.kind === "decimal" || value.kind === "ip") return `${value.kind}(${quote(value.text)})`;
  if (value.text !== undefined) return `${value.kind}(${quote(value.text)})`;
  const milliseconds = `duration("${value.milliseconds}ms")`;
  return value.kind === "duration" ? milliseconds : `datetime("1970-01-01").offset(${milliseconds})`;
}

/** The value as JSON text, built up from its parts; it must have no keys that JSON reserves. */
export function plainJson(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  switch (value.kind) {
    case "entity":
      return `{"__entity":{"type":${JSON.stringify(value.type)},"id":${JSON.stringify(value.id)}}}`;
    case "set":
      return `[${elementsOf(value).map(plainJson).join()}]`;
    case "record":
      return `{${fieldsOf(value)
        .map(([key, part]) => `${JSON.stringify(key)}:${plainJson(part)}`)
        .join()}}`;
    case "decimal":
    case "datetime":
    case "duration":
    case "ip":
      return extensionJson(value);
  }
}

function extensionJson(value: ExtensionValue): string {
  const call = (fn: string, arg: string): string => `{"__extn":{"fn":"${fn}","arg":${JSON.stringify(arg)}}}`;
  if (value.kind === "decimal" || value.kind === "ip") return call(value.kind, value.text);
  if (value.text !== undefined) return call(value.kind, value.text);
  const milliseconds = call("duration", `${value.milliseconds}ms`);
  if (value.kind === "duration") return milliseconds;
  return `{"__extn":{"fn":"offset","args":[${call("datetime", "1970-01-01")},${milliseconds}]}}`;
}
