import type { Cursor } from "./cursor.ts";
import { concat, type Document, group, line, list, nest, softLine } from "./document.ts";

// Cedar aligns what follows an opening parenthesis or bracket with it, whatever the indent.
const bracketIndent = 1;

const relations = new Set(["==", "!=", "<", "<=", ">", ">=", "in"]);

/** The layout of the expression at the cursor. One function a level of the grammar, from loose to tight binding. */
export function expression(cursor: Cursor, indent: number): Document {
  if (cursor.text !== "if") return disjunction(cursor, indent);
  const branch = (): Document => concat(cursor.take(), nest(indent, concat(line, expression(cursor, indent))));
  return group(concat(branch(), line, branch(), line, branch()));
}

function disjunction(cursor: Cursor, indent: number): Document {
  return logical(cursor, "||", () => conjunction(cursor, indent));
}

function conjunction(cursor: Cursor, indent: number): Document {
  return logical(cursor, "&&", () => relation(cursor, indent));
}

/** Operands each on its own line once they do not fit on one, the operator at the end of the line. */
function logical(cursor: Cursor, operator: string, operand: () => Document): Document {
  const parts = [operand()];
  while (cursor.text === operator) parts.push(" ", cursor.take(line), operand());
  return list(parts);
}

function relation(cursor: Cursor, indent: number): Document {
  const left = additive(cursor, indent);
  const operator = cursor.text;
  if (relations.has(operator)) return concat(left, " ", cursor.take(), " ", additive(cursor, indent));
  if (operator === "has" || operator === "like") {
    return group(concat(left, line, cursor.take(), line, nest(indent, additive(cursor, indent))));
  }
  if (operator !== "is") return left;
  const isType = concat(left, " ", cursor.take(), " ", nest(indent, additive(cursor, indent)));
  if (cursor.text !== "in") return group(isType);
  return group(concat(isType, line, cursor.take(), " ", nest(indent, additive(cursor, indent))));
}

/** The layout of a sum at the cursor. */
export function additive(cursor: Cursor, indent: number): Document {
  return arithmetic(cursor, ["+", "-"], () => arithmetic(cursor, ["*"], () => unary(cursor, indent)));
}

function arithmetic(cursor: Cursor, operators: readonly string[], operand: () => Document): Document {
  const parts = [operand()];
  while (operators.includes(cursor.text)) parts.push(" ", cursor.take(), line, operand());
  return group(list(parts));
}

function unary(cursor: Cursor, indent: number): Document {
  const operators: Document[] = [];
  while (cursor.text === "!" || cursor.text === "-") operators.push(cursor.take());
  return concat(list(operators), member(cursor, indent));
}

/** A primary expression and the accesses that follow it, each of which may move to a line of its own. */
function member(cursor: Cursor, indent: number): Document {
  const item = primary(cursor, indent);
  const accesses: Document[] = [];
  while (cursor.text === "." || cursor.text === "(" || cursor.text === "[") {
    if (accesses.length > 0) accesses.push(softLine);
    accesses.push(access(cursor, indent));
  }
  return group(concat(item, nest(indent, list(accesses))));
}

function access(cursor: Cursor, indent: number): Document {
  switch (cursor.text) {
    case ".":
      return concat(cursor.take(), cursor.take());
    case "[":
      return concat(cursor.take(), expression(cursor, indent), cursor.take());
    default: {
      const open = cursor.take();
      const items = separated(cursor, ")", () => expression(cursor, indent));
      const body = items === "" ? "" : concat(nest(indent, concat(softLine, items)), softLine);
      return concat(open, body, cursor.take());
    }
  }
}

function primary(cursor: Cursor, indent: number): Document {
  switch (cursor.text) {
    case "(":
      return group(concat(cursor.take(), nest(bracketIndent, expression(cursor, indent)), cursor.take()));
    case "[": {
      const open = cursor.take();
      const items = separated(cursor, "]", () => expression(cursor, indent));
      return concat(open, nest(bracketIndent, items), cursor.take());
    }
    case "{": {
      const open = cursor.take();
      const entries = separated(cursor, "}", () =>
        concat(expression(cursor, indent), cursor.take(), " ", expression(cursor, indent)),
      );
      const body = entries === "" ? "" : nest(indent, group(concat(line, entries, line)));
      return concat(open, body, cursor.take());
    }
    default:
      return nameOrLiteral(cursor);
  }
}

/** A literal, a slot, a variable, a function name or an entity: tokens that cling together. */
function nameOrLiteral(cursor: Cursor): Document {
  const [before, text, after] = cursor.takeParts();
  const parts = [concat(before, withoutLeadingZeros(text), after)];
  while (cursor.text === "::") parts.push(cursor.take(), cursor.take());
  return list(parts);
}

function withoutLeadingZeros(text: string): string {
  return text.startsWith("0") ? text.replace(/^0+(?=.)/, "") : text;
}

/** The comma-separated items up to the closing bracket, which stays; a comma before it is dropped. */
function separated(cursor: Cursor, close: string, item: () => Document): Document {
  const parts: Document[] = [];
  while (cursor.text !== close && !cursor.atEnd) {
    parts.push(item());
    if (cursor.text !== ",") break;
    if (cursor.following === close) cursor.dropComma();
    else parts.push(cursor.take(), line);
  }
  return list(parts);
}
