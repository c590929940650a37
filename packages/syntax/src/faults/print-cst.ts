import type { CstAccess, CstExpression, CstScopeItem, CstUnary } from "../cst.ts";
import { pathText } from "../lower/name.ts";

/** Text as it was written, but for spacing, comments and trailing commas: how the reference cites it in messages. */
export function printCst(node: CstExpression): string {
  switch (node.kind) {
    case "if":
      return `if ${printCst(node.condition)} then ${printCst(node.consequent)} else ${printCst(node.alternative)}`;
    case "or":
    case "and":
    case "compare":
    case "sum":
    case "product":
      return node.rest.reduce(
        (text, { operator, operand }) => `${text} ${operator} ${printCst(operand)}`,
        printCst(node.first),
      );
    case "has":
    case "like":
    case "is":
      return `${printCst(node.target)} ${node.kind} ${printCst(node.operand)}${node.in === null ? "" : ` in ${printCst(node.in)}`}`;
    case "unary":
      return operatorsOf(node) + printCst(node.operand);
    case "member":
      return printCst(node.item) + node.access.map(printAccess).join("");
    case "group":
      return `(${printCst(node.inner)})`;
    case "list":
      return `[${printAll(node.elements)}]`;
    case "record":
      return `{${node.entries.map(({ key, value }) => `${printCst(key)}: ${printCst(value)}`).join(", ")}}`;
    case "name":
      return pathText(node.path);
    case "uid":
      return `${pathText(node.path)}::"${node.id.raw}"`;
    case "fields":
      return `${pathText(node.path)}::{${node.fields.map(({ key, value }) => `${key.text}: ${printCst(value)}`).join(", ")}}`;
    case "slot":
      return node.text;
    case "boolean":
      return String(node.value);
    case "number":
      return node.text.replace(/^0+(?=\d)/, "");
    case "string":
      return `"${node.raw}"`;
  }
}

/** More unary operators than there may be are cited as ten. */
export function operatorsOf({ operator, positions }: CstUnary): string {
  return operator.repeat(positions.length > 4 ? 10 : positions.length);
}

/** A scope element; the reference leaves its `is` out. */
export function printScopeItem({ variable, type, relation }: CstScopeItem): string {
  const annotated = type === null ? variable.text : `${variable.text}: ${printCst(type)}`;
  return relation === null ? annotated : `${annotated} ${relation.operator} ${printCst(relation.operand)}`;
}

function printAccess(access: CstAccess): string {
  switch (access.kind) {
    case "field":
      return `.${access.field.text}`;
    case "call":
      return `(${printAll(access.arguments)})`;
    case "index":
      return `[${printCst(access.index)}]`;
  }
}

function printAll(nodes: readonly CstExpression[]): string {
  return nodes.map(printCst).join(", ");
}
