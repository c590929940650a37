import type { Value } from "@deodar/core";
import { unwrap } from "@deodar/diagnostics";
import { type Expression, parseExpression } from "@deodar/syntax";
import { compileExpression, type EvaluationError } from "../src/index.ts";
import { entitySource, request } from "./world.ts";

/** The tree of an expression. */
export function tree(text: string): Expression {
  return unwrap(parseExpression(text));
}

/** The value or the error of an expression in the world of the tests. */
export function evaluate(expression: string | Expression): Value | EvaluationError {
  const compiled = unwrap(compileExpression(typeof expression === "string" ? tree(expression) : expression));
  return compiled.evaluate(request, entitySource);
}
