/** One spelling for what may be written in several ways: the order of keys, and the pieces of a pattern. */
export function canonicalPolicyJson(json: unknown): string {
  return JSON.stringify(json, (_key, part: unknown) => {
    if (Array.isArray(part)) return isPattern(part) ? mergeLiterals(part) : part;
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

type PatternPart = "Wildcard" | { readonly Literal: string };

function isPattern(parts: readonly unknown[]): parts is readonly PatternPart[] {
  const isPart = (part: unknown): boolean =>
    part === "Wildcard" || (typeof part === "object" && part !== null && Object.hasOwn(part, "Literal"));
  return parts.length > 0 && parts.every(isPart);
}

function mergeLiterals(parts: readonly PatternPart[]): readonly PatternPart[] {
  const merged: PatternPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part === "Wildcard" || last === undefined || last === "Wildcard") merged.push(part);
    else merged[merged.length - 1] = { Literal: last.Literal + part.Literal };
  }
  return merged.filter((part) => part === "Wildcard" || part.Literal !== "");
}
