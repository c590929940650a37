import type { Annotation, Condition, Effect, Policy, PrincipalConstraint } from "@deodar/syntax";
import type { Choices } from "../choices/choices.ts";
import type { Ground } from "../ground/ground.ts";
import { distinct, drawString } from "../ground/pools.ts";
import type { RequestKind } from "../ground/schema-view.ts";
import { drawActionConstraint, drawConstraint } from "./scope.ts";
import { drawWild } from "./wild.ts";
import { type ExpressionOptions, Writer } from "./writer.ts";

/** How policies are made. */
export interface PolicyOptions extends ExpressionOptions {
  /** Percent of conditions without a thought for types. */
  readonly wild: number;
}

const span = undefined;
const effects: readonly Effect[] = ["permit", "permit", "forbid"];

/** A policy about one kind of request; a template if `template` says so, with one slot or two. */
export function drawPolicy(
  choices: Choices,
  ground: Ground,
  kind: RequestKind,
  options: PolicyOptions,
  template = false,
): Policy {
  const writer = new Writer(choices, ground, kind, options);
  const effect = choices.pick(effects);
  const slots = template ? choices.pick(["principal", "resource", "both"] as const) : "none";
  const constraint = drawConstraint(
    writer,
    kind.principal,
    slots === "resource" || slots === "none" ? undefined : "?principal",
  );
  const action = drawActionConstraint(writer, kind);
  const resource = drawConstraint(
    writer,
    kind.resource,
    slots === "resource" || slots === "both" ? "?resource" : undefined,
  );
  const hasSlot = hasSlotIn(constraint) || hasSlotIn(resource);
  // Only what has a slot is a template.
  const principal: PrincipalConstraint =
    template && !hasSlot
      ? { kind: "scopeEqual", span, entity: { kind: "slot", span, name: "?principal" } }
      : constraint;
  const count = choices.weighted(conditionCounts);
  const conditions = Array.from({ length: count }, () =>
    choices.group((): Condition => {
      const body =
        options.wild > 0 && choices.chance(options.wild)
          ? drawWild(choices, ground, options.depth)
          : writer.condition();
      return { kind: "condition", span, clause: choices.chance(25) ? "unless" : "when", body };
    }),
  );
  return {
    kind: "policy",
    span,
    annotations: drawAnnotations(choices),
    effect,
    principal,
    action,
    resource,
    conditions,
  };
}

/** Whether a constraint has a slot. */
export function hasSlotIn(constraint: PrincipalConstraint): boolean {
  return "entity" in constraint && constraint.entity.kind === "slot";
}

const conditionCounts = {
  total: 10,
  entries: [
    [1, 0],
    [7, 1],
    [2, 2],
  ],
} as const;

const annotationKeys: readonly string[] = ["id", "note", "if", "__proto__", "permit", "a"];

function drawAnnotations(choices: Choices): Annotation[] {
  if (!choices.chance(8)) return [];
  const keys = distinct(choices.list(1, 2, () => choices.pick(annotationKeys)));
  return keys.map((key) => ({ kind: "annotation", span, key, value: choices.chance(20) ? null : drawString(choices) }));
}
