import { keywords } from "./tokens.ts";

/** Kinds that can stand, but only to be refused with better words later on. */
const impossible: ReadonlySet<string> = new Set(['"="', '"%"', '"/"', "OTHER_SLOT", "EOF"]);

/** Words that an identifier stands for too, where any will do; the first three only where no expression can begin. */
const words: readonly string[] = keywords.toUpperCase().split(" ");

const names: ReadonlyMap<string, string> = new Map([
  ["NUMBER", "number"],
  ["PRINCIPAL_SLOT", "`?principal`"],
  ["RESOURCE_SLOT", "`?resource`"],
]);

/**
 * What could have stood at a place, worded and ordered as the reference does: where any identifier will do, the words
 * with a meaning are left out, but for those that begin an expression.
 */
export function describeExpected(expected: ReadonlySet<string>): string | undefined {
  const kinds = new Set([...expected].filter((kind) => !impossible.has(kind)));
  if (kinds.has("IDENTIFIER")) {
    // Only an expression can begin with `!`.
    for (const kind of words.slice(kinds.has('"!"') ? 3 : 0)) kinds.delete(kind);
  }
  return kinds.size === 0 ? undefined : expectedOf(kinds, names);
}

const classes: ReadonlyMap<string, string> = new Map([
  ["IDENTIFIER", "identifier"],
  ["STRINGLIT", "string literal"],
]);

/** `expected` and kinds of tokens, in the order of the reference; `names` has those that are not named by their text. */
export function expectedOf(kinds: Iterable<string>, names: ReadonlyMap<string, string>): string {
  const nameOf = (kind: string): string =>
    names.get(kind) ?? classes.get(kind) ?? `\`${kind.replaceAll('"', "").toLowerCase()}\``;
  return `expected ${enumerate([...kinds].sort().map(nameOf), "or")}`;
}

/** `a`, `a and b`, `a, b, and c`. */
export function enumerate(items: readonly string[], conjunction: string): string {
  if (items.length < 3) return items.join(` ${conjunction} `);
  return `${items.slice(0, -1).join(", ")}, ${conjunction} ${items.at(-1)}`;
}
