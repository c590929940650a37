import type { Cursor } from "./cursor.ts";
import { concat, type Document, group, hardLine, join, line, list, nest } from "./document.ts";
import { additive, expression } from "./expression-layout.ts";

/**
 * The layout of the policy at the cursor: annotations, scope and every condition on lines of their own; a scope
 * without constraints stays on one line.
 */
export function policy(cursor: Cursor, indent: number): Document {
  const annotations: Document[] = [];
  while (cursor.text === "@") annotations.push(annotation(cursor));
  const effectComments = cursor.takeLeading();
  const effect = group(concat(cursor.take(), line, cursor.take()));
  const variables = scope(cursor, indent);
  cursor.dropComma();
  const [beforeParenthesis, parenthesis, afterParenthesis] = cursor.takeParts(cursor.following === ";" ? "" : hardLine);
  const close = concat(beforeParenthesis, parenthesis, afterParenthesis);
  const conditions: Document[] = [];
  while (cursor.text !== ";" && !cursor.atEnd) conditions.push(condition(cursor, indent));
  return concat(list(annotations), effectComments, effect, variables, close, join(conditions, hardLine), cursor.take());
}

function annotation(cursor: Cursor): Document {
  const name = concat(cursor.take(), cursor.take());
  if (cursor.text !== "(") return concat(name, hardLine);
  return concat(name, cursor.take(), cursor.take(), cursor.take(hardLine));
}

interface ScopeVariable {
  readonly constrained: boolean;
  readonly layout: Document;
}

function scope(cursor: Cursor, indent: number): Document {
  const principal = scopeVariable(cursor, indent);
  const firstComma = cursor.takeParts();
  const action = scopeVariable(cursor, indent);
  const secondComma = cursor.takeParts();
  const resource = scopeVariable(cursor, indent);
  const constrained = principal.constrained || action.constrained || resource.constrained;
  const separator = constrained ? hardLine : " ";
  const comma = ([before, text, after]: typeof firstComma): Document => concat(before, text, after || separator);
  const variables = concat(principal.layout, comma(firstComma), action.layout, comma(secondComma), resource.layout);
  return constrained ? concat(nest(indent, concat(hardLine, variables)), hardLine) : group(nest(indent, variables));
}

function scopeVariable(cursor: Cursor, indent: number): ScopeVariable {
  const [before, name, after] = cursor.takeParts();
  const isType = cursor.text === "is" ? typeTest(cursor, indent) : "";
  if (cursor.text !== "==" && cursor.text !== "in") {
    return { constrained: isType !== "", layout: concat(before, name, after, isType) };
  }
  const head = group(concat(name, after, isType, line, cursor.take()));
  const operand = nest(indent, concat(line, expression(cursor, indent)));
  return { constrained: true, layout: concat(before, group(concat(head, operand))) };
}

function typeTest(cursor: Cursor, indent: number): Document {
  const keyword = group(concat(line, cursor.take()));
  return group(nest(indent, concat(keyword, line, additive(cursor, indent))));
}

function condition(cursor: Cursor, indent: number): Document {
  const [before, keyword, after] = cursor.takeParts(line);
  const [beforeBrace, brace, afterBrace] = cursor.takeParts(line);
  const body = concat(afterBrace, cursor.takeLeading(), group(expression(cursor, indent)));
  const braces = group(concat(nest(indent, body), line, cursor.take()));
  return concat(before, group(concat(keyword, after, beforeBrace, brace, braces)));
}
