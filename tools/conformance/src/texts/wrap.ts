/** A policy without scope constraints whose only condition is the expression. */
export const inWhen = (expression: string): string => `permit(principal, action, resource) when { ${expression} };`;

/** A policy with the given scope, text between its parentheses. */
export const withScope = (scope: string): string => `permit(${scope});`;

/** Every pair of the two lists, joined by the function. */
export function pairs<A, B, R>(left: readonly A[], right: readonly B[], join: (a: A, b: B) => R): R[] {
  return left.flatMap((a) => right.map((b) => join(a, b)));
}
