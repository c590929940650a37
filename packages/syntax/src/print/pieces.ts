import { escapeEach, quote } from "@deodar/diagnostics";
import type { Expression, ExtensionCall, Has, LongLiteral, Product, Sum } from "../ast.ts";
import { extensionFunctions } from "../extension-functions.ts";
import { isIdentifier, isName } from "../names.ts";
import { nestedHas } from "./nested-has.ts";
import type { Bracket, Piece } from "./piece.ts";
import {
  closeBrace,
  closeIf,
  closeParenthesis,
  closeSquare,
  openBrace,
  openIf,
  openParenthesis,
  openSquare,
} from "./piece.ts";
import { levels, type Precedence, precedenceOf } from "./precedence.ts";

/** How an expression is laid out. */
export interface Layout {
  /** `ample` as the reference prints: around every operand that is not a member; `minimal` only where needed. */
  readonly parentheses: "ample" | "minimal";
  /** Whether a `has` path that no dotted path can say becomes the chain of tests that it stands for. */
  readonly nestedHas: boolean;
}

/** What an expression is written with; one step only, so that writing needs no recursion. */
export function piecesOf(expression: Expression, layout: Layout): readonly Piece[] {
  switch (expression.kind) {
    case "boolean":
      return [expression.value ? "true" : "false"];
    case "long":
      return long(expression, layout);
    case "string":
      return [quote(expression.value)];
    case "entity":
      return [entityText(expression.type, expression.id)];
    case "variable":
    case "slot":
      return [expression.name];
    case "set":
      return bracketed(openSquare, expression.elements, closeSquare);
    case "record":
      return expression.entries.length === 0
        ? ["{}"]
        : [
            openBrace,
            ...expression.entries.flatMap((entry, index): Piece[] => [
              `${index === 0 ? "" : ", "}${keyText(entry.key)}: `,
              entry.value,
            ]),
            closeBrace,
          ];
    case "not":
    case "negate":
      return layout.parentheses === "ample" ? ampleUnary(expression, layout) : minimalUnary(expression, layout);
    case "and":
      return chain(expression.operands, " && ", levels.relation, layout);
    case "or":
      return chain(expression.operands, " || ", levels.and, layout);
    case "product":
      return product(expression, layout);
    case "sum":
      return sum(expression, layout);
    case "relation":
      return [
        ...operand(expression.left, levels.sum, layout),
        ` ${expression.operator} `,
        ...operand(expression.right, levels.sum, layout),
      ];
    case "has":
      return has(expression, layout);
    case "like":
      return [...operand(expression.target, levels.sum, layout), ` like ${patternText(expression.pattern)}`];
    case "is":
      return [
        ...operand(expression.target, levels.sum, layout),
        ` is ${nameText(expression.entityType)}`,
        ...(expression.in === undefined ? [] : [" in ", ...operand(expression.in, levels.sum, layout)]),
      ];
    case "if":
      return [openIf, expression.condition, " then ", expression.consequent, " else ", expression.alternative, closeIf];
    case "attribute":
      return [
        ...operand(expression.target, levels.member, layout),
        ...(isIdentifier(expression.name)
          ? [`.${expression.name}`]
          : [openSquare, quote(expression.name), closeSquare]),
      ];
    case "method":
      return [
        ...operand(expression.target, levels.member, layout),
        `.${expression.method}`,
        openParenthesis,
        expression.argument,
        closeParenthesis,
      ];
    case "isEmpty":
      return [...operand(expression.target, levels.member, layout), ".isEmpty()"];
    case "extension":
      return call(expression, layout);
  }
}

/** `Type::"id"`. */
export function entityText(type: string, id: string): string {
  return `${nameText(type)}::${quote(id)}`;
}

/** A name as it is; text that is no name would change the meaning of what is around it, so it throws a `RangeError`. */
export function nameText(name: string): string {
  if (!isName(name)) throw new RangeError(`${quote(name)} is not a name in its normal form`);
  return name;
}

function keyText(key: string): string {
  return isIdentifier(key) ? key : quote(key);
}

function patternText(pattern: readonly string[]): string {
  return `"${pattern.map((piece) => escapeEach(piece).replaceAll("*", "\\*")).join("*")}"`;
}

function long({ value }: LongLiteral, layout: Layout): readonly Piece[] {
  return value < 0 && layout.parentheses === "ample"
    ? [openParenthesis, value.toString(), closeParenthesis]
    : [value.toString()];
}

function parenthesised(expression: Expression): readonly Piece[] {
  return [openParenthesis, expression, closeParenthesis];
}

/** An operand in a place that takes expressions of this level or tighter ones. */
function operand(expression: Expression, least: Precedence, layout: Layout): readonly Piece[] {
  const level = precedenceOf(expression);
  if (layout.parentheses === "ample") {
    return level < levels.member && expression.kind !== "long" ? parenthesised(expression) : [expression];
  }
  const shown = expression.kind === "has" && layout.nestedHas ? nestedHas(expression) : undefined;
  return (shown === undefined ? level : levels.and) < least ? parenthesised(expression) : [expression];
}

function chain(operands: readonly Expression[], operator: string, least: Precedence, layout: Layout): readonly Piece[] {
  if (operands.length < 2) throw new RangeError(`a chain of ${operator.trim()} needs at least two operands`);
  const pieces: Piece[] = [];
  for (const [index, each] of operands.entries()) {
    if (index > 0) pieces.push(operator);
    pieces.push(...(index === 0 && joins(each, operator, layout) ? [each] : operand(each, least, layout)));
  }
  return pieces;
}

/** Whether the first operand of a chain is written as a chain of the same kind, and so becomes part of it. */
function joins(first: Expression, operator: string, layout: Layout): boolean {
  return operator === " && " && first.kind === "has" && layout.nestedHas && nestedHas(first) !== undefined;
}

function product(expression: Product, layout: Layout): readonly Piece[] {
  return chain(expression.operands, " * ", levels.unary, layout);
}

/** The reference parenthesises what stands before a change from `+` to `-` or back. */
function sum({ operands, operators }: Sum, layout: Layout): readonly Piece[] {
  if (operands.length < 2 || operators.length !== operands.length - 1) {
    throw new RangeError("a sum needs at least two operands and an operator between each two");
  }
  const ample = layout.parentheses === "ample";
  const before: Bracket[] = [];
  const pieces: Piece[] = [];
  for (const [index, each] of operands.entries()) {
    if (index > 0) {
      const operator = operators[index - 1] as "+" | "-";
      if (ample && index > 1 && operator !== operators[index - 2]) {
        before.push(openParenthesis);
        pieces.push(closeParenthesis);
      }
      pieces.push(` ${operator} `);
    }
    pieces.push(...operand(each, levels.product, layout));
  }
  return [...before, ...pieces];
}

function ampleUnary(expression: Expression & { readonly kind: "not" | "negate" }, layout: Layout): readonly Piece[] {
  return expression.kind === "not"
    ? ["!", ...operand(expression.operand, levels.member, layout)]
    : ["-", ...parenthesised(expression.operand)];
}

const longestRun = 4;

/** Up to four operators in a row; a literal with a sign takes one of them, one without would take the last for its own. */
function minimalUnary(expression: Expression & { readonly kind: "not" | "negate" }, layout: Layout): readonly Piece[] {
  const operator = expression.kind === "not" ? "!" : "-";
  let run = operator;
  let inner = expression.operand;
  while (inner.kind === expression.kind && run.length < longestRun) {
    run += operator;
    inner = inner.operand;
  }
  if (inner.kind === "long" && operator === "-") {
    return inner.value < 0 && run.length < longestRun ? [run, inner] : [run, ...parenthesised(inner)];
  }
  return [run, ...operand(inner, levels.member, layout)];
}

function has(expression: Has, layout: Layout): readonly Piece[] {
  const nested = layout.nestedHas ? nestedHas(expression) : undefined;
  if (nested !== undefined) return [nested];
  return [...operand(expression.target, levels.sum, layout), ` has ${expression.path.map(keyText).join(".")}`];
}

function call({ name, arguments: given }: ExtensionCall, layout: Layout): readonly Piece[] {
  const [receiver, ...rest] = given;
  if (receiver !== undefined && extensionFunctions.get(name) === "method") {
    return [
      ...operand(receiver, levels.member, layout),
      `.${name}`,
      ...bracketed(openParenthesis, rest, closeParenthesis),
    ];
  }
  return [nameText(name), ...bracketed(openParenthesis, given, closeParenthesis)];
}

function bracketed(open: Bracket, elements: readonly Expression[], close: Bracket): readonly Piece[] {
  if (elements.length === 0) return [open.text + close.text];
  const pieces: Piece[] = [open];
  for (const [index, element] of elements.entries()) {
    if (index > 0) pieces.push(", ");
    pieces.push(element);
  }
  pieces.push(close);
  return pieces;
}
