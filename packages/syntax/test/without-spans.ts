/** A copy of a tree in which every span is `undefined`, to compare trees that were read in different ways. */
export function withoutSpans<Tree>(tree: Tree): Tree {
  return strip(tree) as Tree;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "span" ? undefined : strip(inner)]),
  );
}
