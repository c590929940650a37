import type { EntityUid } from "../values/entity-uid.ts";
import type { Value } from "../values/value.ts";
import type { AttributeReader, Layout } from "./layout.ts";

/**
 * Which nodes an attribute names, by their numbers: one if it is a uid, a list if it is a set of uids, and
 * {@link noTarget} if it is anything else or names what has no node.
 */
export type Target = number | readonly number[];

/** No number of a node. */
export const noTarget = -1;

/** The targets of a table that was not asked for any. */
const noTargets: (Target | undefined)[] = [];

/** Gives the number of the node of a uid, or a negative one. */
export interface NumberSource {
  numberOf(uid: EntityUid): number;
}

/** The attributes of a node's entity by their places in its layout, and the nodes that they name once these were asked for. */
export class AttributeTable {
  readonly #layout: Layout;
  readonly #values: readonly Value[];
  #targets: (Target | undefined)[] = noTargets;
  /** For which numbering the targets hold. */
  #numbering = 0;

  constructor(layout: Layout, values: readonly Value[]) {
    this.#layout = layout;
    this.#values = values;
  }

  /** The value of an attribute, or `undefined`. */
  value(reader: AttributeReader): Value | undefined {
    const place = reader.placeIn(this.#layout);
    return place < 0 ? undefined : this.#values[place];
  }

  /**
   * The nodes that an attribute names. They are found out once for each numbering: as long as it is the same, no node
   * has lost its number.
   */
  target(reader: AttributeReader, numbering: number, numbers: NumberSource): Target {
    const place = reader.placeIn(this.#layout);
    if (place < 0) return noTarget;
    const known = this.#numbering === numbering ? this.#targets[place] : undefined;
    return known ?? this.#findTarget(place, numbering, numbers);
  }

  #findTarget(place: number, numbering: number, numbers: NumberSource): Target {
    if (this.#numbering !== numbering || this.#targets === noTargets) {
      this.#targets = new Array<undefined>(this.#values.length).fill(undefined);
      this.#numbering = numbering;
    }
    const target = targetOf(this.#values[place] as Value, numbers);
    this.#targets[place] = target;
    return target;
  }
}

function targetOf(value: Value, numbers: NumberSource): Target {
  if (typeof value !== "object") return noTarget;
  if (value.kind === "entity") return numbers.numberOf(value);
  if (value.kind !== "set") return noTarget;
  const targets: number[] = [];
  for (const element of value.elements) {
    const isUid = typeof element === "object" && element.kind === "entity";
    const number = isUid ? numbers.numberOf(element) : noTarget;
    if (number < 0) return noTarget;
    targets.push(number);
  }
  return targets;
}
