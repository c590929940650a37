import type { Value } from "../values/value.ts";
import { type Entity, equalEntities, ownEntity } from "./entity.ts";
import { type EntityStore, storeOn } from "./entity-store.ts";
import { Hierarchy } from "./hierarchy.ts";
import { type Node, setParents } from "./node.ts";
import { NodeRegister } from "./node-register.ts";

/** The parts of an entity whose parents are known by their nodes. */
export interface NodeParts {
  /** By name, in canonical form; nobody else may have the map. */
  readonly attributes: ReadonlyMap<string, Value>;
  readonly tags: ReadonlyMap<string, Value>;
  /** The direct parents, each once. Whoever gives the list keeps nothing of it. */
  readonly parents: readonly Node[];
}

/** Builds a store for a reader that gives each uid a node when it first meets it: so no uid is looked up again. */
export class StoreBuilder {
  /** The nodes of all uids so far. They may well be more than the entities. */
  readonly nodes: NodeRegister = new NodeRegister();
  readonly #filled: Node[] = [];

  /** Makes the entity of a node that is no action's; false if it has another one already. */
  fill(node: Node, { attributes, tags, parents }: NodeParts): boolean {
    const entity = ownEntity({ uid: node.uid, attributes, tags, parents: parents.map((parent) => parent.uid) });
    if (node.entity !== undefined) return equalEntities(node.entity, entity);
    node.entity = entity;
    if (parents.length > 0) setParents(node, parents);
    this.#filled.push(node);
    return true;
  }

  /** The store of these entities and of further ones; `undefined` if it would be refused. The builder serves once. */
  finish(further: readonly Entity[]): EntityStore | undefined {
    const hierarchy = new Hierarchy(this.nodes);
    if (!hierarchy.takeOver(this.#filled) || hierarchy.put(further, false) !== undefined) return undefined;
    return storeOn(hierarchy);
  }
}
