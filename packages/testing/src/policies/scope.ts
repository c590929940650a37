import type { ActionConstraint, EntityLiteral, PrincipalConstraint, Slot, SlotName } from "@deodar/syntax";
import { drawUid } from "../data/generate-value.ts";
import type { RequestKind } from "../ground/schema-view.ts";
import { entityLiteral } from "./tree.ts";
import type { Writer } from "./writer.ts";

const span = undefined;

/** A constraint on the principal or the resource that fits this entity type, but for slips; with slots if wanted. */
export function drawConstraint(writer: Writer, fitting: string, slot: SlotName | undefined): PrincipalConstraint {
  const { choices } = writer;
  const type = writer.slips() ? writer.anyEntityType() : fitting;
  const target = (wanted: string): EntityLiteral | Slot => {
    if (slot !== undefined && choices.chance(70)) return { kind: "slot", span, name: slot };
    return entityLiteral(drawUid(choices, writer.ground, wanted));
  };
  switch (choices.below(12)) {
    case 0:
    case 1:
    case 2:
      return { kind: "scopeAny", span };
    case 3:
      return { kind: "scopeEqual", span, entity: target(type) };
    case 4:
    case 5:
    case 6:
      return { kind: "scopeIn", span, entity: target(containerOf(writer, type)) };
    case 7:
    case 8:
      return { kind: "scopeIs", span, entityType: type };
    default:
      return { kind: "scopeIsIn", span, entityType: type, entity: target(containerOf(writer, type)) };
  }
}

function containerOf({ choices, ground }: Writer, type: string): string {
  const ancestors = ground.view.schema.entityTypes.get(type)?.ancestors;
  return ancestors === undefined || ancestors.size === 0 ? type : choices.pick([...ancestors, type]);
}

/** A constraint that this action meets, but for slips. */
export function drawActionConstraint(writer: Writer, { action }: RequestKind): ActionConstraint {
  const { choices, ground } = writer;
  const other = (): EntityLiteral => {
    if (writer.slips()) return entityLiteral({ type: "Action", id: choices.pick(ground.pools.ids) });
    return entityLiteral(choices.pick(ground.view.actions).uid);
  };
  const own = writer.slips() ? other() : entityLiteral(action.uid);
  const above = action.ancestors.length > 0 && choices.chance(60) ? entityLiteral(choices.pick(action.ancestors)) : own;
  switch (choices.below(8)) {
    case 0:
    case 1:
      return { kind: "scopeAny", span };
    case 2:
    case 3:
    case 4:
      return { kind: "scopeActionEqual", span, entity: own };
    case 5:
      return { kind: "scopeActionIn", span, entity: above };
    case 6:
      return { kind: "scopeActionInSet", span, entities: [above, ...choices.list(0, 2, other)] };
    default:
      // `action in []` matches nothing.
      return { kind: "scopeActionInSet", span, entities: choices.chance(25) ? [] : [other(), above] };
  }
}
