import ts from "typescript";
import { hitsName } from "./instrument-name.ts";

/** A place where control can go one way or another, and one of these ways. */
export interface Branch {
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
  readonly kind: "function" | "then" | "else" | "choice" | "operand" | "case" | "default" | "loop" | "catch";
  /** The beginning of the code that runs if this branch is taken; for `else` without code, the condition. */
  readonly text: string;
}

/**
 * Code that notes in the array `globalThis.deodarHits` which of its branches it takes: at `first` plus the index of the
 * branch in `branches`. Lines stay where they are.
 */
export function instrument(
  file: string,
  source: string,
  first: number,
): { readonly code: string; readonly branches: readonly Branch[] } {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const branches: Branch[] = [];
  const inserted: { readonly at: number; readonly text: string; readonly isEnd: boolean }[] = [];

  const note = (kind: Branch["kind"], node: ts.Node): string => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
    branches.push({ file, line: line + 1, kind, text: node.getText(tree).split("\n", 1)[0]?.slice(0, 90) ?? "" });
    return `${hitsName}[${first + branches.length - 1}]=1`;
  };
  const insert = (at: number, text: string, isEnd = false): void => void inserted.push({ at, text, isEnd });
  const expression = (kind: Branch["kind"], node: ts.Expression): void => {
    insert(node.getStart(tree), `(${note(kind, node)},`);
    insert(node.getEnd(), ")", true);
  };
  const statement = (kind: Branch["kind"], node: ts.Statement): void => {
    insert(node.getStart(tree), `{${note(kind, node)};`);
    insert(node.getEnd(), "}", true);
  };

  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIfStatement(node)) {
      insert(node.thenStatement.getStart(tree), `{${note("then", node.thenStatement)};`);
      if (node.elseStatement === undefined) {
        insert(node.thenStatement.getEnd(), `}else{${note("else", node.expression)};}`, true);
      } else {
        insert(node.thenStatement.getEnd(), "}", true);
        statement("else", node.elseStatement);
      }
    } else if (ts.isConditionalExpression(node)) {
      expression("choice", node.whenTrue);
      expression("choice", node.whenFalse);
    } else if (ts.isBinaryExpression(node) && logical.has(node.operatorToken.kind)) {
      expression("operand", node.right);
    } else if (ts.isCaseOrDefaultClause(node)) {
      const colon = node.statements[0]?.getFullStart() ?? node.getEnd();
      insert(colon, `${note("case", node)};`);
    } else if (ts.isIterationStatement(node, false)) {
      statement("loop", node.statement);
    } else if (ts.isCatchClause(node)) {
      insert(node.block.getStart(tree) + 1, `${note("catch", node)};`);
    } else if ((ts.isParameter(node) || ts.isBindingElement(node)) && node.initializer !== undefined) {
      expression("default", node.initializer);
    } else if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      if (ts.isBlock(node.body)) insert(afterPrologue(tree, node.body), `${note("function", node)};`);
      else expression("function", node.body);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { code: applied(source, inserted), branches };
}

const logical: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Where the statements of a body begin; behind a call of `super`, which has to be the first. */
function afterPrologue(tree: ts.SourceFile, body: ts.Block): number {
  const first = body.statements[0];
  return first?.getText(tree).startsWith("super(") === true ? first.getEnd() : body.getStart(tree) + 1;
}

/** The source with all insertions: at one place, what ends comes before what begins, and inner ends before outer ones. */
function applied(
  source: string,
  inserted: readonly { readonly at: number; readonly text: string; readonly isEnd: boolean }[],
): string {
  const order = inserted.map((each, index) => ({ ...each, index }));
  // Outer nodes are visited first: of beginnings the outer one comes first, of ends the inner one.
  order.sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at;
    if (a.isEnd !== b.isEnd) return a.isEnd ? -1 : 1;
    return a.isEnd ? b.index - a.index : a.index - b.index;
  });
  let code = "";
  let last = 0;
  for (const { at, text } of order) {
    code += source.slice(last, at) + text;
    last = at;
  }
  return code + source.slice(last);
}
