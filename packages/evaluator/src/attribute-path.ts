import type { Value } from "@deodar/core";
import { AttributeReader, type Target } from "@deodar/core/hierarchy";
import type { Environment } from "./environment.ts";

/**
 * Attributes behind a variable, such as `principal.team` or `resource.owner.readers`: what conditions are about most.
 * It only finds values; why there is none is for the general step of the chain to tell.
 */
export class AttributePath {
  readonly #ofPrincipal: boolean;
  readonly #first: AttributeReader;
  readonly #second: AttributeReader | undefined;

  constructor(variable: "principal" | "resource", first: string, second: string | undefined) {
    this.#ofPrincipal = variable === "principal";
    this.#first = new AttributeReader(first);
    this.#second = second === undefined ? undefined : new AttributeReader(second);
  }

  /** The value, or `undefined` if it is not there, or cannot be had at once. */
  find(environment: Environment): Value | undefined {
    const value = this.#ofPrincipal
      ? environment.principalAttribute(this.#first)
      : environment.resourceAttribute(this.#first);
    return this.#second === undefined || value === undefined ? value : attributeOf(value, this.#second, environment);
  }

  /** The nodes of the entities that the value names, as far as they are known. */
  target(environment: Environment): Target {
    const target = this.#ofPrincipal
      ? environment.principalTarget(this.#first)
      : environment.resourceTarget(this.#first);
    return this.#second === undefined ? target : environment.targetBehind(target, this.#second);
  }
}

function attributeOf(owner: Value, reader: AttributeReader, environment: Environment): Value | undefined {
  if (typeof owner !== "object") return undefined;
  if (owner.kind === "entity") return environment.knownAttribute(owner, reader);
  return owner.kind === "record" ? owner.entries.get(reader.name) : undefined;
}
