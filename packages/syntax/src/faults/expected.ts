/** Kinds that can stand, but only to be refused with better words later on. */
const impossible: ReadonlySet<string> = new Set(['"="', '"%"', '"/"', "OTHER_SLOT", "EOF"]);

/** Words that an identifier stands for too, where any will do. */
const common: readonly string[] = [
  "PERMIT",
  "FORBID",
  "WHEN",
  "UNLESS",
  "IN",
  "HAS",
  "LIKE",
  "IS",
  "THEN",
  "ELSE",
  "PRINCIPAL",
  "ACTION",
  "RESOURCE",
  "CONTEXT",
];
const special: readonly string[] = ["TRUE", "FALSE", "IF"];

const classes: ReadonlyMap<string, string> = new Map([
  ["IDENTIFIER", "identifier"],
  ["NUMBER", "number"],
  ["STRINGLIT", "string literal"],
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
    for (const kind of common) kinds.delete(kind);
    // Only an expression can begin with `!`.
    if (!kinds.has('"!"')) for (const kind of special) kinds.delete(kind);
  }
  const names = [...kinds].sort().map((kind) => classes.get(kind) ?? `\`${kind.replaceAll('"', "").toLowerCase()}\``);
  return names.length === 0 ? undefined : `expected ${enumerate(names, "or")}`;
}

/** `a`, `a and b`, `a, b, and c`. */
export function enumerate(items: readonly string[], conjunction: string): string {
  if (items.length < 3) return items.join(` ${conjunction} `);
  return `${items.slice(0, -1).join(", ")}, ${conjunction} ${items.at(-1)}`;
}
