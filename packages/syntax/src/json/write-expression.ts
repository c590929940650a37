import { compareStrings } from "@deodar/diagnostics";
import { emptyJsonObject, type JsonValue } from "@deodar/json";
import type { And, Expression, Or, Product, Sum } from "../ast.ts";
import { extensionFunctions } from "../extension-functions.ts";
import { writeValue } from "./write-value.ts";

/** A JSON object or array that is still being filled. */
type Open = { [key: string]: JsonValue } | JsonValue[];

/** An expression and the place in an open object or array that its JSON goes to. */
interface Gap {
  readonly holder: Open;
  readonly key: string | number;
  readonly expression: Expression;
}

/** The JSON of an expression. Has its own stack: neither chains nor targets, however long, overflow JavaScript's. */
export function writeExpression(expression: Expression): JsonValue {
  const root: JsonValue[] = [];
  const gaps: Gap[] = [{ holder: root, key: 0, expression }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    put(gap.holder, gap.key, shell(gap.expression, gaps));
  }
  return root[0] as JsonValue;
}

function put(holder: Open, key: string | number, value: JsonValue): void {
  (holder as { [key: string | number]: JsonValue })[key] = value;
}

/** An object without a prototype, so that no key is special, with these members. */
export function object(members: { readonly [key: string]: JsonValue }): { [key: string]: JsonValue } {
  return Object.assign(emptyJsonObject(), members);
}

/** The JSON of a node with `null` where its children go; each of those becomes a gap. */
function shell(expression: Expression, gaps: Gap[]): JsonValue {
  switch (expression.kind) {
    case "boolean":
    case "long":
    case "string":
    case "entity":
      return object({ Value: writeValue(expression) });
    case "variable":
      return object({ Var: expression.name });
    case "slot":
      return object({ Slot: expression.name });
    case "set":
      return object({ Set: list(expression.elements, gaps) });
    case "record": {
      const sorted = [...expression.entries].sort((a, b) => compareStrings(a.key, b.key));
      return object({
        Record: fill(
          sorted.map(({ key, value }) => [key, value]),
          gaps,
        ),
      });
    }
    case "not":
      return object({ "!": fill([["arg", expression.operand]], gaps) });
    case "negate":
      return object({ neg: fill([["arg", expression.operand]], gaps) });
    case "isEmpty":
      return object({ isEmpty: fill([["arg", expression.target]], gaps) });
    case "and":
    case "or":
    case "product":
    case "sum":
      return chain(expression, gaps);
    case "relation":
      return object({ [expression.operator]: pair(expression.left, expression.right, gaps) });
    case "method":
      return object({ [expression.method]: pair(expression.target, expression.argument, gaps) });
    case "attribute":
      return object({ ".": fill([["left", expression.target]], gaps, { attr: expression.name }) });
    case "has": {
      const [first, ...rest] = expression.path;
      const attr = rest.length === 0 ? first : [first, ...rest];
      return object({ has: fill([["left", expression.target]], gaps, { attr }) });
    }
    case "like": {
      const pattern = patternElements(expression.pattern);
      return object({ like: fill([["left", expression.target]], gaps, { pattern }) });
    }
    case "is": {
      const operands = fill([["left", expression.target]], gaps, { entity_type: expression.entityType });
      if (expression.in !== undefined) gap(operands, "in", expression.in, gaps);
      return object({ is: operands });
    }
    case "if":
      return object({
        "if-then-else": fill(
          [
            ["if", expression.condition],
            ["then", expression.consequent],
            ["else", expression.alternative],
          ],
          gaps,
        ),
      });
    case "extension":
      return extensionFunctions.has(expression.name)
        ? object({ [expression.name]: list(expression.arguments, gaps) })
        : object({ Value: writeValue(expression) });
  }
}

function gap(holder: Open, key: string | number, expression: Expression, gaps: Gap[]): void {
  put(holder, key, null);
  gaps.push({ holder, key, expression });
}

function fill(
  children: readonly (readonly [string, Expression])[],
  gaps: Gap[],
  rest: { readonly [key: string]: JsonValue } = {},
): { [key: string]: JsonValue } {
  const holder = emptyJsonObject();
  for (const [key, expression] of children) gap(holder, key, expression, gaps);
  return Object.assign(holder, rest);
}

function pair(left: Expression, right: Expression, gaps: Gap[]): JsonValue {
  return fill(
    [
      ["left", left],
      ["right", right],
    ],
    gaps,
  );
}

function list(elements: readonly Expression[], gaps: Gap[]): JsonValue {
  const holder: JsonValue[] = [];
  for (const [index, element] of elements.entries()) gap(holder, index, element, gaps);
  return holder;
}

/** The nesting of two-sided operators that a chain stands for, from the last operator inwards. */
function chain(expression: And | Or | Product | Sum, gaps: Gap[]): JsonValue {
  const { operands } = expression;
  if (operands.length < 2) throw new RangeError("a chain needs at least two operands");
  const root = emptyJsonObject();
  let holder = root;
  for (let index = operands.length - 1; index > 0; index--) {
    const sides = emptyJsonObject();
    holder[operatorBefore(expression, index)] = sides;
    holder = emptyJsonObject();
    sides["left"] = holder;
    gap(sides, "right", operands[index] as Expression, gaps);
    if (index === 1) gap(sides, "left", operands[0] as Expression, gaps);
  }
  return root;
}

function operatorBefore(expression: And | Or | Product | Sum, index: number): string {
  switch (expression.kind) {
    case "and":
      return "&&";
    case "or":
      return "||";
    case "product":
      return "*";
    case "sum":
      return expression.operators[index - 1] as string;
  }
}

/** One `Literal` for each character, as the reference writes them. */
function patternElements(pattern: readonly string[]): readonly JsonValue[] {
  return pattern.flatMap((piece, index) => [
    ...(index === 0 ? [] : ["Wildcard"]),
    ...Array.from(piece, (character) => object({ Literal: character })),
  ]);
}
