import type { AttributeType } from "../model.ts";

/** Which attributes of a record or an entity have to be there; found once for each type. */
export class RequiredNames {
  readonly #known = new Map<ReadonlyMap<string, AttributeType>, readonly string[]>();

  of(attributes: ReadonlyMap<string, AttributeType>): readonly string[] {
    let names = this.#known.get(attributes);
    if (names === undefined) {
      names = Array.from(attributes).flatMap(([name, { required }]) => (required ? [name] : []));
      this.#known.set(attributes, names);
    }
    return names;
  }
}
