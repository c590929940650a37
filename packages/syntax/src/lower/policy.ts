import type { Annotation, Condition, Effect, Expression, Policy } from "../ast.ts";
import type { CstCondition, CstPolicy } from "../cst.ts";
import { lowerExpression, spanOf } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerScope } from "./scope.ts";
import { slotsOf } from "./slots.ts";
import { lowerText } from "./text.ts";

/** The policy or template that this text stands for; all that is wrong with it is told of. */
export function lowerPolicy(lowering: Lowering, node: CstPolicy): Policy | undefined {
  const effect = lowerEffect(lowering, node);
  const annotations = lowerAnnotations(lowering, node);
  const scope = lowerScope(lowering, node);
  const conditions: Condition[] = [];
  for (const each of node.conditions) {
    const condition = lowerCondition(lowering, each);
    if (condition !== undefined) conditions.push(condition);
  }
  if (effect === undefined || annotations === undefined || scope === undefined) return undefined;
  if (conditions.length < node.conditions.length) return undefined;
  const { principal, action, resource } = scope;
  return { kind: "policy", span: spanOf(node), annotations, effect, principal, action, resource, conditions };
}

function lowerEffect(lowering: Lowering, { effect }: CstPolicy): Effect | undefined {
  const { text } = effect;
  if (text === "permit" || text === "forbid") return text;
  return refuse(lowering, "syntax/invalid-effect", effect, { identifier: text });
}

function lowerAnnotations(lowering: Lowering, { annotations }: CstPolicy): Annotation[] | undefined {
  const lowered: Annotation[] = [];
  const keys = new Set<string>();
  for (const annotation of annotations) {
    const key = annotation.key.text;
    const value = annotation.value === null ? null : lowerText(lowering, annotation.value, annotation);
    if (value === undefined) continue;
    if (keys.has(key)) {
      refuse(lowering, "syntax/duplicate-annotation", annotation, { key });
      continue;
    }
    keys.add(key);
    lowered.push({ kind: "annotation", span: spanOf(annotation), key, value });
  }
  return lowered.length < annotations.length ? undefined : lowered;
}

function lowerCondition(lowering: Lowering, node: CstCondition): Condition | undefined {
  const clause = node.clause.text;
  if (clause !== "when" && clause !== "unless") {
    return refuse(lowering, "syntax/invalid-condition", node.clause, { identifier: clause });
  }
  if (node.body === null) return refuse(lowering, "syntax/empty-condition", node, { clause });
  const body: Expression | undefined = lowerExpression(lowering, node.body);
  if (body === undefined) return undefined;
  const slots = lowering.hasSlot ? slotsOf(body) : [];
  for (const slot of slots)
    refuse(lowering, "syntax/slot-in-condition", slot.span ?? node, { slot: slot.name, clause });
  return slots.length > 0 ? undefined : { kind: "condition", span: spanOf(node), clause, body };
}
