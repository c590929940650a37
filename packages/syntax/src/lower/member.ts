import { escapeText } from "@deodar/diagnostics";
import type { Expression } from "../ast.ts";
import type { CstAccess, CstMember, CstName } from "../cst.ts";
import { lowerFunction, lowerMethod } from "./call.ts";
import { finish, lowerAll, lowerSpecial } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerIdentifier, pathText } from "./name.ts";
import { lowerIndex } from "./text.ts";

/** One step of a chain, checked by itself. */
type Step =
  | { readonly kind: "field"; readonly name: string; readonly end: number }
  | { readonly kind: "call"; readonly arguments: Expression[]; readonly end: number }
  | { readonly kind: "index"; readonly name: string; readonly end: number };

/**
 * A chain of `.name`, `["name"]` and `(…)`. What is wrong with how the steps fit together is told of for the whole
 * chain, and only if every step by itself is right.
 */
export function lowerMember(lowering: Lowering, node: CstMember): Expression | undefined {
  const special = lowerSpecial(lowering, node.item);
  const steps: Step[] = [];
  for (const access of node.access) {
    const step = lowerAccess(lowering, access);
    if (step !== undefined) steps.push(step);
  }
  if (special === undefined || steps.length < node.access.length) return undefined;
  let at = 0;
  let expression: Expression | undefined;
  if (special.kind === "name") {
    expression = lowerNamed(lowering, node, special, steps);
    at = 1;
  } else {
    const [first] = steps;
    if (special.kind === "variable" && node.item.kind === "name" && first?.kind === "call") {
      return refuse(lowering, "syntax/variable-call", node, { variable: special.name });
    }
    expression = finish(lowering, special);
  }
  while (expression !== undefined && at < steps.length) {
    const step = steps[at] as Step;
    const next = steps[at + 1];
    if (step.kind === "call") return refuse(lowering, "syntax/expression-call", node);
    if (step.kind === "field" && next?.kind === "call") {
      const span = { start: node.start, end: next.end };
      expression = lowerMethod(lowering, node, span, expression, step.name, next.arguments);
      at += 2;
    } else {
      expression = {
        kind: "attribute",
        span: { start: node.start, end: step.end },
        target: expression,
        name: step.name,
      };
      at++;
    }
  }
  return expression;
}

/** The first step behind a name that is no variable, which must be the call of a function. */
function lowerNamed(
  lowering: Lowering,
  node: CstMember,
  head: CstName,
  steps: readonly Step[],
): Expression | undefined {
  const name = pathText(head.path);
  const [first, second] = steps as [Step, ...Step[]];
  switch (first.kind) {
    case "call":
      return lowerFunction(lowering, node, { start: node.start, end: first.end }, name, first.arguments);
    case "field":
      return second?.kind === "call"
        ? refuse(lowering, "syntax/no-methods", node, { name, method: first.name })
        : refuse(lowering, "syntax/invalid-access", node, { name, field: first.name });
    case "index":
      return refuse(lowering, "syntax/invalid-index", node, { name, field: escapeText(first.name) });
  }
}

function lowerAccess(lowering: Lowering, access: CstAccess): Step | undefined {
  const { end } = access;
  switch (access.kind) {
    case "field": {
      const name = lowerIdentifier(lowering, access.field);
      return name === undefined ? undefined : { kind: "field", name, end };
    }
    case "call": {
      const list = lowerAll(lowering, access.arguments);
      return list && { kind: "call", arguments: list, end };
    }
    case "index": {
      const name = lowerIndex(lowering, access.index);
      return name === undefined ? undefined : { kind: "index", name, end };
    }
  }
}
