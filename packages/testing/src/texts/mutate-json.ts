import type { JsonValue } from "@deodar/json";
import type { Choices } from "../choices/choices.ts";

// biome-ignore format: a table reads better packed
const words: readonly string[] = [
  "All", "==", "in", "is", "op", "entity", "entities", "slot", "type", "id", "entity_type", "kind", "body", "when", "unless", "effect", "permit", "principal", "action", "resource", "conditions", "?principal",
  "left", "right", "arg", "attr", "pattern", "Wildcard", "Literal", "Value", "Var", "Slot", "Set", "Record", "if-then-else", "!", "neg", "&&", "+", "<", "contains", "isEmpty", "has", "like", ".", "ip", "isInRange",
  "__entity", "__extn", "__expr", "fn", "args", "User", "Action", "A::Action", "A B", "", "__cedar", "annotations", "uid", "attrs", "parents", "tags", "é", "__proto__", "constructor",
  "entityTypes", "actions", "commonTypes", "memberOf", "memberOfTypes", "appliesTo", "principalTypes", "resourceTypes", "context", "shape", "attributes", "additionalAttributes", "required", "Long", "String", "Record",
  "EntityOrCommon", "Extension", "ipaddr", "element", "enum",
];

// biome-ignore format: a table reads better packed
const parts: readonly JsonValue[] = [
  null, true, 0, -1, "", [], {}, [[]], { a: 1 }, { type: "User", id: "a" }, { type: "Action", id: "x" }, { __entity: { type: "User", id: "a" } }, { __entity: { type: "9", id: "" } }, { __extn: { fn: "ip", arg: "::" } },
  { __extn: { fn: "ip", arg: "x" } }, { __extn: { fn: "nope", arg: "1" } }, { slot: "?principal" }, { op: "All" }, { Var: "principal" }, { Value: 1 }, { Slot: "?principal" }, { type: "Long" }, { type: "Set", element: { type: "String" } },
  { type: "Record", attributes: {} }, { "==": { left: { Value: 1 }, right: { Value: 2 } } }, { Value: [1, { a: null }] }, { kind: "when", body: { Value: true } },
];

/** Calls of extension functions that make no value. */
// biome-ignore format: a table reads better packed
const wrongCalls: readonly JsonValue[] = [
  { __extn: { fn: "ip", args: [] } }, { __extn: { fn: "ip", args: ["::", "::"] } }, { __extn: { fn: "nope", arg: "1" } }, { __extn: { fn: "isIpv4", arg: { __extn: { fn: "ip", arg: "::" } } } },
  { __extn: { fn: "offset", args: [{ __extn: { fn: "datetime", arg: "2024-01-01" } }] } }, { __extn: { fn: "decimal", arg: 1 } }, { __extn: { fn: "duration", arg: "1y" } },
  { __extn: { fn: "toDays", args: [{ __extn: { fn: "duration", arg: "1d" } }] } }, { __extn: { arg: "1" } }, { fn: "ip", arg: "::" },
  null, 1, [], {}, { __extn: 1 }, true, "not such a text",
];

type Path = readonly (string | number)[];
type JsonObject = { readonly [key: string]: JsonValue };

/**
 * The document with some of its parts taken out, replaced, renamed, wrapped or added to.
 *
 * @param most how many parts are changed at most, one at least; 3 by default
 */
export function mutateJson(choices: Choices, document: JsonValue, most = 3): JsonValue {
  let changed = document;
  for (let steps = 1 + choices.below(most); steps > 0; steps--) {
    const paths: Path[] = [];
    collect(changed, [], paths);
    // Short paths are few; without this all would happen deep inside.
    const longest = paths.reduce((most, { length }) => Math.max(most, length), 0);
    const depth = choices.below(Math.min(256, longest + 1));
    const fitting = paths.filter(({ length }) => length === depth);
    const at = (choices.below(256) * 256 + choices.below(256)) % fitting.length;
    changed = replaceAt(changed, fitting[at] as Path, (part) => changedPart(choices, part)) ?? null;
  }
  return changed;
}

function changedPart(choices: Choices, part: JsonValue): JsonValue | undefined {
  if (isObject(part) && Object.hasOwn(part, "__extn") && choices.chance(70)) return choices.pick(wrongCalls);
  switch (choices.below(8)) {
    case 0:
      return choices.pick(parts);
    case 1:
      return choices.pick(words);
    case 2:
      return undefined;
    case 3:
      return choices.chance(50) ? [part] : { [choices.pick(words)]: part };
    case 4:
      if (!isObject(part)) return choices.pick(parts);
      return Object.fromEntries([...Object.entries(part), [choices.pick(words), choices.pick(parts)]]);
    case 5:
      if (!isObject(part)) return choices.pick(words);
      return Object.fromEntries(
        Object.entries(part).map(([key, value], index) => [index === 0 ? choices.pick(words) : key, value]),
      );
    case 6:
      if (typeof part === "string") return choices.chance(50) ? `${part} ` : part.slice(1);
      return isArray(part) ? [...part, choices.pick(parts)] : choices.pick(parts);
    default:
      return typeof part === "boolean" ? !part : choices.pick(parts);
  }
}

function collect(value: JsonValue, path: Path, paths: Path[]): void {
  paths.push(path);
  if (isArray(value)) for (const [index, each] of value.entries()) collect(each, [...path, index], paths);
  else if (isObject(value)) for (const [key, each] of Object.entries(value)) collect(each, [...path, key], paths);
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function replaceAt(
  value: JsonValue,
  path: Path,
  change: (part: JsonValue) => JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (isArray(value)) {
    return value.flatMap((each, index) => {
      if (index !== step) return [each];
      const changed = replaceAt(each, rest, change);
      return changed === undefined ? [] : [changed];
    });
  }
  return Object.fromEntries(
    Object.entries(value as JsonObject).flatMap(([key, each]): [string, JsonValue][] => {
      if (key !== step) return [[key, each]];
      const changed = replaceAt(each, rest, change);
      return changed === undefined ? [] : [[key, changed]];
    }),
  );
}
