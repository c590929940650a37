import type { JsonPath } from "@deodar/json";

/**
 * A place in a JSON document: a step from the place around it, `undefined` at the root. Linked, so that going one step
 * further costs the same however deep it is; the path is only spelt out for errors.
 */
export type Place = Step | undefined;

interface Step {
  readonly around: Place;
  readonly key: string | number;
}

/** The place of a member or element of what stands at a place. */
export function inside(around: Place, key: string | number): Place {
  return { around, key };
}

/** Keys and indexes from the root. */
export function pathTo(place: Place): JsonPath {
  const path: (string | number)[] = [];
  for (let step = place; step !== undefined; step = step.around) path.push(step.key);
  return path.reverse();
}
