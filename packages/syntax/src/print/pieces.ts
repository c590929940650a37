import { compareStrings, escapeEach, quote } from "@deodar/diagnostics";
import type { Expression } from "../ast.ts";
import { extensionFunctions } from "../extension-functions.ts";
import { isIdentifier, isName } from "../names.ts";
import { nestedHas } from "./nested-has.ts";
import { levels, operandLevels, precedenceOf } from "./precedence.ts";

/** How an expression is laid out. */
export interface Layout {
  /** Whether parentheses stand around every operand that is not a member, as the reference prints; else where needed. */
  readonly ample: boolean;
  /** Whether a `has` path that no dotted path can say becomes the chain of tests that it stands for. */
  readonly nestedHas: boolean;
  /** Whether to write as the reference's messages cite: they know no `!=`, `>`, `>=` and no `is … in`. Needs `ample`. */
  readonly cited?: boolean;
}

/**
 * What an expression is written with: text, and further expressions that are still to be written. Brackets are texts of
 * their own, so that nesting can be counted: see {@link nestingOfPiece}.
 */
export type Piece = string | Expression | readonly Piece[];

/** How much deeper it is behind a text than before it. `if` nests as brackets do; its end is an empty text. */
export function nestingOfPiece(text: string): number {
  if (text === "(" || text === "[" || text === "{" || text === "if ") return 1;
  return text === ")" || text === "]" || text === "}" || text === "" ? -1 : 0;
}

/** What an expression is written with; one step only, so that writing needs no recursion. */
export function piecesOf(expression: Expression, layout: Layout): Piece {
  const { ample } = layout;
  const least = operandLevels[expression.kind] ?? levels.anything;
  const operand = (each: Expression): Piece => {
    const shown = each.kind === "has" && layout.nestedHas && nestedHas(each) !== undefined;
    const level = shown ? levels.and : precedenceOf(each);
    return (ample ? level < levels.member && each.kind !== "long" : level < least) ? ["(", each, ")"] : each;
  };

  /** The reference parenthesises what stands before a change from `+` to `-` or back. */
  const chain = (operands: readonly Expression[], operatorBefore: (index: number) => string): Piece => {
    const opened: Piece[] = [];
    const pieces: Piece[] = [];
    for (const [index, each] of operands.entries()) {
      const operator = operatorBefore(index);
      if (ample && index > 1 && operator !== operatorBefore(index - 1)) {
        opened.push("(");
        pieces.push(")");
      }
      if (index > 0) pieces.push(` ${operator} `);
      const joins = index === 0 && operator === "&&" && each.kind === "has" && layout.nestedHas;
      pieces.push(joins && nestedHas(each) !== undefined ? each : operand(each));
    }
    if (operands.length < 2) throw new RangeError(`a ${expression.kind} needs at least two operands`);
    return [opened, pieces];
  };

  switch (expression.kind) {
    case "boolean":
      return String(expression.value);
    case "long": {
      const text = String(expression.value);
      return ample && expression.value < 0 ? ["(", text, ")"] : text;
    }
    case "string":
      return quote(expression.value);
    case "entity":
      return entityText(expression.type, expression.id);
    case "variable":
    case "slot":
      return expression.name;
    case "set":
      return listed("[", expression.elements, "]");
    case "record": {
      const { entries } = expression;
      // The reference has sorted them when it comes to cite an expression.
      const shown = layout.cited === true ? [...entries].sort((a, b) => compareStrings(a.key, b.key)) : entries;
      return listed(
        "{",
        shown.map(({ key, value }) => [`${keyText(key)}: `, value]),
        "}",
      );
    }
    case "not":
    case "negate":
      return unary(expression, ample, operand);
    case "and":
      return chain(expression.operands, () => "&&");
    case "or":
      return chain(expression.operands, () => "||");
    case "product":
      return chain(expression.operands, () => "*");
    case "sum": {
      const { operands, operators } = expression;
      if (operators.length !== operands.length - 1) throw new RangeError("a sum needs an operator between each two");
      return chain(operands, (index) => operators[index - 1] as string);
    }
    case "relation": {
      const { operator, left, right } = expression;
      const opposite = layout.cited === true ? oppositeOf(operator) : undefined;
      const written: Piece = [operand(left), ` ${opposite ?? operator} `, operand(right)];
      return opposite === undefined ? written : ["!", "(", written, ")"];
    }
    case "has": {
      const nested = layout.nestedHas ? nestedHas(expression) : undefined;
      return nested ?? [operand(expression.target), ` has ${expression.path.map(keyText).join(".")}`];
    }
    case "like":
      return [operand(expression.target), ` like ${patternText(expression.pattern)}`];
    case "is": {
      const type: Piece = [operand(expression.target), ` is ${nameText(expression.entityType)}`];
      if (expression.in === undefined) return type;
      if (layout.cited !== true) return [type, " in ", operand(expression.in)];
      return ["(", type, ")", " && ", "(", operand(expression.target), " in ", operand(expression.in), ")"];
    }
    case "if":
      return ["if ", expression.condition, " then ", expression.consequent, " else ", expression.alternative, ""];
    case "attribute": {
      const { name } = expression;
      return [operand(expression.target), ...(isIdentifier(name) ? [`.${name}`] : ["[", quote(name), "]"])];
    }
    case "method":
      return [operand(expression.target), `.${expression.method}`, "(", expression.argument, ")"];
    case "isEmpty":
      return [operand(expression.target), ".isEmpty()"];
    case "extension": {
      const { name, arguments: given } = expression;
      const [receiver, ...rest] = given;
      return receiver !== undefined && extensionFunctions.get(name) === "method"
        ? [operand(receiver), `.${name}`, listed("(", rest, ")")]
        : [nameText(name), listed("(", given, ")")];
    }
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

function oppositeOf(operator: string): string | undefined {
  if (operator === "!=") return "==";
  return operator === ">=" ? "<" : operator === ">" ? "<=" : undefined;
}

const longestRun = 4;

/** Up to four operators in a row; a literal with a sign takes one of them, one without would take the last for its own. */
function unary(
  { kind, operand }: Expression & { readonly kind: "not" | "negate" },
  ample: boolean,
  target: (operand: Expression) => Piece,
): Piece {
  const operator = kind === "not" ? "!" : "-";
  let run = operator;
  let inner = operand;
  while (!ample && inner.kind === kind && run.length < longestRun) {
    run += operator;
    inner = inner.operand;
  }
  if (kind === "not") return [run, target(inner)];
  if (ample || (inner.kind === "long" && (inner.value >= 0 || run.length === longestRun)))
    return [run, "(", inner, ")"];
  return [run, inner.kind === "long" ? inner : target(inner)];
}

function listed(open: string, elements: readonly Piece[], close: string): Piece {
  if (elements.length === 0) return open + close;
  return [open, ...elements.flatMap((element, index): Piece[] => (index === 0 ? [element] : [", ", element])), close];
}
