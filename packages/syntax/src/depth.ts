import type { Expression, Node } from "./ast.ts";
import { extensionFunctions } from "./extension-functions.ts";
import { isIdentifier } from "./names.ts";
import { operandLevels, precedenceOf } from "./print/precedence.ts";
import { childrenOf } from "./visit.ts";

/** A node, the level of brackets that it stands at, and how many of its operator stand in a row up to it. */
interface Visited {
  readonly node: Node;
  readonly depth: number;
  readonly run: number;
}

/** How many unary operators may stand in a row. */
const longestRun = 4;

/**
 * How deep brackets and `if` stand inside each other when the expression is written with as few parentheses as it
 * needs; 1 if it needs none. Trees of our parser have at most `maxNesting`. However long the chains, no recursion.
 */
export function nestingOf(expression: Expression): number {
  let deepest = 1;
  const todo: Visited[] = [{ node: expression, depth: 1, run: 1 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node, depth, run } = next;
    const ownBrackets = node.kind === "attribute" && !isIdentifier(node.name) ? 1 : 0;
    deepest = Math.max(deepest, depth + ownBrackets);
    for (const [index, child] of childrenOf(node).entries()) {
      const joins = child.kind === node.kind && (child.kind === "not" || child.kind === "negate") && run < longestRun;
      todo.push({ node: child, depth: depth + (joins ? 0 : brackets(next, child, index)), run: joins ? run + 1 : 1 });
    }
  }
  return deepest;
}

/** How many brackets stand around a child. */
function brackets({ node, run }: Visited, child: Node, index: number): number {
  if (child.kind === "entry") return 1;
  if (node.kind === "entry") return 0;
  // A literal with a sign takes one of the operators; one without would take the last for its own.
  if (node.kind === "negate" && child.kind === "long") return child.value >= 0 || run === longestRun ? 1 : 0;
  const isMethod = node.kind !== "extension" || extensionFunctions.get(node.name) === "method";
  const level =
    index > 0 && (node.kind === "method" || node.kind === "extension") ? undefined : operandLevels[node.kind];
  return !isMethod || level === undefined || precedenceOf(child as Expression) < level ? 1 : 0;
}
