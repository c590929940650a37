import type { SchemaFragment, SchemaType } from "../ast.ts";
import { partsOf } from "./collisions.ts";

/** How many attributes and names stand in a fragment when those that declarations share are counted for each. */
export function countParts({ namespaces }: SchemaFragment): number {
  const known = new Map<SchemaType, number>();
  const countType = (type: SchemaType): number => {
    let count = known.get(type);
    if (count === undefined) {
      count = 0;
      for (const _part of partsOf(type)) count++;
      known.set(type, count);
    }
    return count;
  };
  let total = 0;
  for (const { commonTypes, entityTypes, actions } of namespaces) {
    for (const { type } of commonTypes) total += 1 + countType(type);
    for (const type of entityTypes) {
      if (type.kind === "enumeratedEntityType") total += 1 + type.choices.length;
      else total += 1 + type.memberOfTypes.length + countType(type.shape) + (type.tags ? countType(type.tags) : 0);
    }
    for (const { appliesTo, memberOf } of actions) {
      total += 1 + (memberOf?.length ?? 0);
      if (appliesTo === undefined) continue;
      total += appliesTo.principalTypes.length + appliesTo.resourceTypes.length + countType(appliesTo.context);
    }
  }
  return total;
}
