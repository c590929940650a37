import { compareStrings } from "@deodar/diagnostics";
import { isJsonArray, isJsonFraction, isJsonObject, type JsonObject, type JsonValue } from "@deodar/json";
import type { Expression, RecordEntry } from "../ast.ts";
import type { Cursor } from "./cursor.ts";
import { checkFunctionName, checkReference } from "./names.ts";
import { leaf, type Part, type Step, unreadable } from "./step.ts";

const smallest = -(2n ** 63n);
const largest = 2n ** 63n - 1n;

/**
 * A literal value: a boolean, integer, string, array (a set) or object (a record), where an object with the one key
 * `__entity` or `__extn` stands for an entity or an extension value if what is in it has the right shape, and is a
 * record if not, as in the reference.
 *
 * Source: https://docs.cedarpolicy.com/policies/json-format.html
 */
export function valueStep(at: Cursor): Step {
  const { json } = at;
  if (typeof json === "boolean") return leaf({ kind: "boolean", span: undefined, value: json });
  if (typeof json === "string") return leaf({ kind: "string", span: undefined, value: at.wellFormed(json) });
  if (isLong(json)) {
    const number = Number(json);
    return leaf({ kind: "long", span: undefined, value: Number.isSafeInteger(number) ? number : json });
  }
  if (isJsonArray(json)) {
    return { parts: valuesIn(at), make: (elements) => ({ kind: "set", span: undefined, elements }) };
  }
  if (isJsonObject(json)) return escapedValue(at) ?? recordStep(at, "value");
  if (json === null) at.meaningless("policy-json/null-value");
  else at.misshapen("policy-json/no-match", { name: "RawCedarValueJson" });
  return unreadable;
}

function isLong(value: JsonValue): value is number | bigint {
  return typeof value === "bigint" ? value >= smallest && value <= largest : Number.isSafeInteger(value);
}

function valuesIn(at: Cursor): readonly Part[] {
  return at.elements().map((element) => ({ at: element, as: "value" }));
}

/** A record with its entries in the order of their keys: JavaScript moves keys like `1` about, so theirs says nothing. */
export function recordStep(at: Cursor, as: Part["as"]): Step {
  const keys = Object.keys(at.json as object).sort(compareStrings);
  const parts = keys.map((key) => ({ at: at.at(key), as }));
  const entryOf = (value: Expression, index: number): RecordEntry => {
    const key = keys[index] as string;
    return { kind: "entry", span: undefined, key: parts[index]?.at.wellFormed(key) ?? key, value };
  };
  return { parts, make: (values) => ({ kind: "record", span: undefined, entries: values.map(entryOf) }) };
}

function escapedValue(at: Cursor): Step | undefined {
  const [key, more] = Object.keys(at.json as object);
  if (key === undefined || more !== undefined) return undefined;
  const content = at.at(key);
  if (key === "__expr" && typeof content.json === "string") {
    at.meaningless("policy-json/expression-escape", { context: "while parsing JSON policy `JSON policy`" });
    return unreadable;
  }
  if (key === "__entity") return entity(content);
  return key === "__extn" ? call(content) : undefined;
}

function entity(at: Cursor): Step | undefined {
  const type = at.member("type");
  const id = at.member("id");
  if (typeof type?.json !== "string" || typeof id?.json !== "string") return undefined;
  checkReference(type.json, id.json, type);
  checkIgnored(at, ["type", "id"]);
  return leaf({ kind: "entity", span: undefined, type: type.json, id: id.text() });
}

function call(at: Cursor): Step | undefined {
  const name = at.member("fn");
  const single = at.member("arg");
  const several = at.member("args");
  if (typeof name?.json !== "string") return undefined;
  if (single === undefined && !isJsonArray(several?.json ?? null)) return undefined;
  const { json } = name;
  checkFunctionName(json, name);
  checkIgnored(at, ["fn", single === undefined ? "args" : "arg"]);
  return {
    parts: single === undefined ? valuesIn(several as Cursor) : [{ at: single, as: "value" }],
    make: (given) => ({ kind: "extension", span: undefined, name: json, arguments: given }),
  };
}

/** Further members of an escape say nothing, but the numbers in them must be such as literals can have. */
function checkIgnored(at: Cursor, used: readonly string[]): void {
  for (const [key, value] of Object.entries(at.json as JsonObject)) {
    if (used.includes(key) || hasOnlyLongs(value)) continue;
    at.at(key).misshapen("policy-json/no-match", { name: "RawCedarValueJson" });
  }
}

function hasOnlyLongs(json: JsonValue): boolean {
  const todo: JsonValue[] = [json];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (isJsonFraction(next)) return false;
    if (typeof next === "number" || typeof next === "bigint") {
      if (!isLong(next)) return false;
    } else if (typeof next === "object" && next !== null) {
      for (const inner of Object.values(next)) todo.push(inner);
    }
  }
  return true;
}
