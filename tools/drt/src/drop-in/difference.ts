import { canonical } from "../guidance/vector.ts";

/**
 * What is told of a text after its first fault: parsers guess, each in its own way, how a text with a fault goes on.
 */
const told = "related";

/** The keys that lead to the first part in which two answers differ, without indexes; `undefined` if they are the same. */
export function differenceOf(one: unknown, other: unknown): string | undefined {
  return differing(canonical(withoutSuggestions(one)), canonical(withoutSuggestions(other)), []);
}

/** Of names that are equally near to a misspelt one, the reference suggests one by the order of a hash table. */
function withoutSuggestions(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutSuggestions);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      key === "help" && typeof value === "string"
        ? value.replace(suggestion, "did you mean …?")
        : withoutSuggestions(value),
    ]),
  );
}

const suggestion = /^did you mean `.*`\?$/s;

function differing(one: unknown, other: unknown, path: readonly string[]): string | undefined {
  if (Object.is(one, other)) return undefined;
  const here = path.join(".");
  if (Array.isArray(one) && Array.isArray(other)) {
    if (one.length + other.length > 2 && isUnordered(one) && isUnordered(other))
      return differing(without(one, other), without(other, one), path);
    for (let index = 0; index < Math.min(one.length, other.length); index++) {
      // Elements of what has no order are texts.
      const found = differing(parsed(one[index]), parsed(other[index]), path);
      if (found !== undefined) return found;
    }
    return one.length === other.length ? undefined : here;
  }
  if (!isObject(one) || !isObject(other)) return here;
  // What is decided tells more than what is said of it.
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort((a, b) => rankOf(a) - rankOf(b));
  for (const key of keys) {
    if (key === told) continue;
    const name = isWord(key) ? [...path, key] : path;
    if (Object.hasOwn(one, key) !== Object.hasOwn(other, key)) return name.join(".");
    const found = differing(one[key], other[key], name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether these are the texts of objects, whose order says nothing. */
function isUnordered(list: readonly unknown[]): list is readonly string[] {
  return list.every((each) => typeof each === "string" && each.startsWith("{"));
}

/** What one list has that the other has not. What is said twice of one place, says the reference twice, the engine once. */
function without(one: readonly string[], other: readonly string[]): readonly unknown[] {
  return [...new Set(one)].filter((each) => !other.includes(each)).map(parsed);
}

const ranks: readonly string[] = ["type", "decision", "message", "help"];

function rankOf(key: string): number {
  const rank = ranks.indexOf(key);
  return rank < 0 ? ranks.length : rank;
}

/** Whether a key is one of the answers' own, not a name that was made up. */
function isWord(key: string): boolean {
  return /^[a-z][A-Za-z]{2,}$/.test(key);
}

function isObject(part: unknown): part is Record<string, unknown> {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

function parsed(element: unknown): unknown {
  return typeof element === "string" && element.startsWith("{") ? (JSON.parse(element) as unknown) : element;
}
