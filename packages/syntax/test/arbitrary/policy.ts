import { compareStrings } from "@deodar/diagnostics";
import fc from "fast-check";
import type { ActionConstraint, EntityLiteral, Policy, PrincipalConstraint, Slot, SlotName } from "../../src/index.ts";
import { entityLiterals, expressions, type TreeOptions } from "./expression.ts";
import { anyString, identifier, name, word } from "./text.ts";

const span = undefined;

/** What policies to generate. */
export interface PolicyOptions extends TreeOptions {
  /** Whether scopes may have slots. */
  readonly templates?: boolean;
}

/** Any policy, and if wanted any template, without spans. Annotations are sorted by key where records are. */
export function policies(options: PolicyOptions = {}): fc.Arbitrary<Policy> {
  const parts: { [Key in keyof Policy]: fc.Arbitrary<Policy[Key]> } = {
    kind: fc.constant("policy" as const),
    span: fc.constant(span),
    annotations: fc
      .uniqueArray(fc.tuple(word, fc.option(anyString)), { maxLength: 3, selector: ([key]) => key })
      .map((pairs) => {
        if (options.sortedRecords === true) pairs.sort(([a], [b]) => compareStrings(a, b));
        return pairs.map(([key, value]) => ({ kind: "annotation" as const, span, key, value }));
      }),
    effect: fc.constantFrom("permit" as const, "forbid" as const),
    principal: parties("?principal", options),
    action: actions,
    resource: parties("?resource", options),
    conditions: fc.array(
      fc
        .tuple(fc.constantFrom("when" as const, "unless" as const), expressions(options))
        .map(([clause, body]) => ({ kind: "condition" as const, span, clause, body })),
      { maxLength: 2 },
    ),
  };
  return fc.record(parts, { noNullPrototype: true });
}

function parties(slot: SlotName, { templates = false }: PolicyOptions): fc.Arbitrary<PrincipalConstraint> {
  const reference: fc.Arbitrary<EntityLiteral | Slot> = templates
    ? fc.oneof(entityLiterals, fc.constant({ kind: "slot" as const, span, name: slot }))
    : entityLiterals;
  return fc.oneof(
    fc.constant<PrincipalConstraint>({ kind: "scopeAny", span }),
    reference.map((entity): PrincipalConstraint => ({ kind: "scopeEqual", span, entity })),
    reference.map((entity): PrincipalConstraint => ({ kind: "scopeIn", span, entity })),
    name.map((entityType): PrincipalConstraint => ({ kind: "scopeIs", span, entityType })),
    fc
      .tuple(name, reference)
      .map(([entityType, entity]): PrincipalConstraint => ({ kind: "scopeIsIn", span, entityType, entity })),
  );
}

const actionUids: fc.Arbitrary<EntityLiteral> = fc
  .tuple(fc.array(identifier, { maxLength: 2 }), anyString)
  .map(([path, id]) => ({ kind: "entity", span, type: [...path, "Action"].join("::"), id }));

/** A list of one action is written as that action in JSON, so there is none here. */
const actions: fc.Arbitrary<ActionConstraint> = fc.oneof(
  fc.constant<ActionConstraint>({ kind: "scopeAny", span }),
  actionUids.map((entity): ActionConstraint => ({ kind: "scopeActionEqual", span, entity })),
  actionUids.map((entity): ActionConstraint => ({ kind: "scopeActionIn", span, entity })),
  fc
    .array(actionUids, { maxLength: 3 })
    .filter(({ length }) => length !== 1)
    .map((entities): ActionConstraint => ({ kind: "scopeActionInSet", span, entities })),
);
