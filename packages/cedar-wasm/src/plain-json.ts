import { isJsonArray, isJsonFraction, type JsonValue } from "@deodar/json";

/**
 * The ordinary JavaScript of a JSON value, as `JSON.parse` gives it, but with exact integers: bigints where a number
 * would be rounded. Without recursion: policies may nest deeper than the stack.
 */
export function plainJson(json: JsonValue): unknown {
  const root: { value?: unknown } = {};
  const pending: Step[] = [{ json, target: root, key: "value" }];
  for (;;) {
    const step = pending.pop();
    if (step === undefined) return root.value;
    const { json: from, target, key } = step;
    if (typeof from !== "object" || from === null) {
      put(target, key, from);
    } else if (isJsonFraction(from)) {
      put(target, key, Number(from.text));
    } else if (isJsonArray(from)) {
      const array: unknown[] = new Array(from.length).fill(null);
      put(target, key, array);
      for (const [index, element] of from.entries()) pending.push({ json: element, target: array, key: index });
    } else {
      const object = {};
      put(target, key, object);
      const keys = Object.keys(from);
      // All keys at once, so that they keep their order whenever their values come.
      for (const each of keys) put(object, each, null);
      for (const each of keys) pending.push({ json: from[each] as JsonValue, target: object, key: each });
    }
  }
}

interface Step {
  readonly json: JsonValue;
  readonly target: object;
  readonly key: string | number;
}

function put(target: object, key: string | number, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    (target as { [key: string | number]: unknown })[key] = value;
  }
}
