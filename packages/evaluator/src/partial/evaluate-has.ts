import type { Value } from "@deodar/core";
import type { Has } from "@deodar/syntax";
import type { Evaluation } from "./evaluate-node.ts";
import type { PartialEvaluator } from "./partial-evaluator.ts";
import { isFailed, isResidual, type Residual, residual } from "./residual.ts";

/**
 * `target has a.b.c`. A single attribute of a partly known record is looked up, if nothing in the record can fail; an
 * attribute that is there but not known is enough.
 */
export function* evaluateHas(expression: Has, evaluator: PartialEvaluator): Evaluation {
  const { path } = expression;
  const outcome = yield expression.target;
  if (isFailed(outcome)) return outcome;
  if (!isResidual(outcome))
    return residualOnPath(outcome, expression, evaluator) ?? evaluator.apply(expression, [outcome]);
  const target = outcome.expression;
  if (target.kind === "record" && path.length === 1) {
    const { entries, isTotal } = evaluator.surroundings.view(target);
    if (isTotal) return entries.has(path[0]);
  }
  return residual({ ...expression, target });
}

/** What is left of a path that leads into something unknown, or `undefined` if it does not. */
function residualOnPath(value: Value, { path, span }: Has, { surroundings }: PartialEvaluator): Residual | undefined {
  let owner: Value | undefined = value;
  for (const [depth, name] of path.slice(0, -1).entries()) {
    if (typeof owner !== "object") return undefined;
    if (owner.kind === "entity") {
      const target = surroundings.residualOf(owner, "attributes", name);
      if (target !== undefined) {
        const rest = path.slice(depth + 1) as [string, ...string[]];
        return residual({ kind: "has", span, target, path: rest });
      }
      owner = surroundings.environment.entity(owner)?.attributes.get(name);
    } else {
      owner = owner.kind === "record" ? owner.entries.get(name) : undefined;
    }
  }
  return undefined;
}
