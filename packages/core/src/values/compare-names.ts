import { compareStrings } from "@deodar/diagnostics";

/**
 * Orders names such as `Photos::Album` as Cedar's reference does: by the last identifier, then by the namespaces from
 * the outermost on. Gives a negative number, zero or a positive one.
 */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.split("::");
  const right = b.split("::");
  const order = compareStrings(left.pop() as string, right.pop() as string);
  if (order !== 0) return order;
  for (const [index, identifier] of left.entries()) {
    const other = right[index];
    if (other === undefined) break;
    const pathOrder = compareStrings(identifier, other);
    if (pathOrder !== 0) return pathOrder;
  }
  return left.length - right.length;
}
