import type { Node } from "./ast.ts";

/**
 * Whether two trees say the same: equal in everything but their spans. Takes time by the smaller of them and has its
 * own stack, so that no tree is too deep for it.
 */
export function equalTrees(one: Node, other: Node): boolean {
  const left: unknown[] = [one];
  const right: unknown[] = [other];
  while (left.length > 0) {
    const a = left.pop();
    const b = right.pop();
    if (a === b) continue;
    if (!isObject(a) || !isObject(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (key === "span") continue;
      left.push(a[key]);
      right.push(b[key]);
    }
  }
  return true;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
