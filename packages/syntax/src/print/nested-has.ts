import type { Expression, Has } from "../ast.ts";
import { isIdentifier } from "../names.ts";

/**
 * The chain of tests that a `has` path stands for, `e has a && e.a has "b c"`, if the path has several steps and one of
 * them is no identifier, so that Cedar has no dotted path for it; otherwise `undefined`.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html#operator-has
 */
export function nestedHas({ target, path }: Has): Expression | undefined {
  if (path.length === 1 || path.every(isIdentifier)) return undefined;
  let holder = target;
  const operands = path.map((name): Expression => {
    const test: Expression = { kind: "has", span: undefined, target: holder, path: [name] };
    holder = { kind: "attribute", span: undefined, target: holder, name };
    return test;
  });
  return { kind: "and", span: undefined, operands };
}
