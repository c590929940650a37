/** Words that an identifier stands for too, where any will do. */
const common: readonly string[] = [
  "NAMESPACE",
  "ENTITY",
  "IN",
  "TYPE",
  "APPLIESTO",
  "PRINCIPAL",
  "ACTION",
  "RESOURCE",
  "CONTEXT",
  "ATTRIBUTES",
  "TAGS",
  "LONG",
  "STRING",
  "BOOL",
  "ENUM",
];

const names: ReadonlyMap<string, string> = new Map([
  ["STRINGLIT", "string literal"],
  ["IDENTIFIER", "identifier"],
  ["SET", "`Set`"],
  ["APPLIESTO", "`appliesTo`"],
]);

/** What could have stood at a place, in the order of the reference. */
export function describeExpected(expected: ReadonlySet<string>): string {
  const kinds = new Set(expected);
  kinds.delete("EOF");
  if (kinds.has("IDENTIFIER")) {
    for (const kind of common) kinds.delete(kind);
    // `Set` is worth a word only where types can stand, and only there can `{`.
    if (!kinds.has('"{"')) kinds.delete("SET");
  }
  const listed = [...kinds].sort().map((kind) => names.get(kind) ?? `\`${kind.replaceAll('"', "").toLowerCase()}\``);
  if (listed.length < 3) return `expected ${listed.join(" or ")}`;
  return `expected ${listed.slice(0, -1).join(", ")}, or ${listed.at(-1)}`;
}
