import {
  type And,
  childrenOf,
  type Expression,
  type Node,
  type Or,
  type Product,
  type Relation,
  type Sum,
} from "@deodar/syntax";

type Span = Expression["span"];

/**
 * `a && b && …` or `a || b || …` from left to right. Literals that stand at the beginning are joined to one, as the
 * reference does when it reads policies. Trees keep chains flat, so a chain at the beginning is continued.
 */
export function joinLogic(kind: (And | Or)["kind"], operands: readonly Expression[], span: Span): Expression {
  let head = operands[0] as Expression;
  let next = 1;
  for (; next < operands.length && head.kind === "boolean"; next += 1) {
    const operand = operands[next] as Expression;
    if (operand.kind !== "boolean") break;
    head = { ...head, value: kind === "and" ? head.value && operand.value : head.value || operand.value };
  }
  if (next === operands.length) return head;
  const rest = operands.slice(next);
  return { kind, span, operands: head.kind === kind ? [...head.operands, ...rest] : [head, ...rest] };
}

/** Up to this many clauses are nested in each other as the reference does it; more of them make a flat chain. */
const maxNestedClauses = 100;

/** `a && (b && (c && …))`, as the reference joins the constraints of a scope and the conditions of a policy. */
export function joinClauses(clauses: readonly Expression[], span: Span): Expression {
  if (clauses.length > maxNestedClauses) return joinLogic("and", clauses, span);
  return clauses.reduceRight((rest, clause) => joinLogic("and", [clause, rest], span));
}

/** `a + b - c …`; a sum at the beginning is continued. */
export function joinSum(operands: readonly Expression[], operators: Sum["operators"], span: Span): Expression {
  const [head, ...rest] = operands as [Expression, ...Expression[]];
  if (head.kind !== "sum") return { kind: "sum", span, operands, operators };
  return {
    kind: "sum",
    span,
    operands: [...head.operands, ...rest],
    operators: [...head.operators, ...operators],
  };
}

/** `a * b * …`; a product at the beginning is continued. */
export function joinProduct(operands: readonly Expression[], span: Span): Product {
  const [head, ...rest] = operands as [Expression, ...Expression[]];
  return { kind: "product", span, operands: head.kind === "product" ? [...head.operands, ...rest] : operands };
}

/** A relation in the reference's basic operators: `!=`, `>` and `>=` are negations of `==`, `<=` and `<`. */
export function joinRelation({ operator, span }: Relation, left: Expression, right: Expression): Expression {
  switch (operator) {
    case "!=":
      return negated({ kind: "relation", span, operator: "==", left, right });
    case ">":
      return negated({ kind: "relation", span, operator: "<=", left, right });
    case ">=":
      return negated({ kind: "relation", span, operator: "<", left, right });
    case "==":
    case "<":
    case "<=":
    case "in":
      return { kind: "relation", span, operator, left, right };
  }
}

function negated(operand: Expression): Expression {
  return { kind: "not", span: operand.span, operand };
}

/** Up to this many nodes a target is repeated. */
const maxRepeated = 1000;

/**
 * `target is Type && target in container`, for which `target is Type in container` stands. A very large target is not
 * repeated: where such tests are nested, each level would double the expression.
 *
 * @param alone the target as it stands in the second half, if that is another one
 */
export function joinIsIn(
  { entityType, span }: { readonly entityType: string; readonly span: Span },
  target: Expression,
  container: Expression,
  alone: Expression = target,
): Expression {
  if (isLarger(target, maxRepeated)) return { kind: "is", span, target, entityType, in: container };
  return joinLogic(
    "and",
    [
      { kind: "is", span, target, entityType, in: undefined },
      { kind: "relation", span, operator: "in", left: alone, right: container },
    ],
    span,
  );
}

function isLarger(expression: Expression, limit: number): boolean {
  const todo: Node[] = [expression];
  let count = 0;
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    count += 1;
    if (count > limit) return true;
    for (const child of childrenOf(next)) todo.push(child);
  }
  return false;
}
