import type { Diagnostic } from "@deodar/diagnostics";
import type { EntityUid } from "../values/entity-uid.ts";
import { printUid } from "../values/print.ts";
import { isAction } from "./action.ts";
import { entitiesError } from "./catalogue.ts";
import { type Entity, equalEntities, ownEntity, sameUids } from "./entity.ts";
import { collectAncestors, findCycle, Node } from "./node.ts";
import { UidIndex } from "./uid-index.ts";

/** What a node was before a batch changed it. */
interface Undo {
  readonly node: Node;
  readonly entity: Entity | undefined;
  readonly parents: readonly Node[];
  /** Whether the batch made the node. */
  readonly fresh: boolean;
}

/** So many remembered ancestors are let stand, for each node and at least, before all are forgotten. */
const rememberedPerNode = 16;
const rememberedAtLeast = 1_000_000;

/** With fewer nodes than this there is no search for names that nothing refers to any more. */
const sweepAtLeast = 1_000;

/** The nodes of a store: their hierarchy, changed batch by batch, each batch wholly or not at all. */
export class Hierarchy {
  readonly #nodes: UidIndex<Node> = new UidIndex();
  #size = 0;
  #removals = 0;
  #searches = 0;
  /** The nodes whose ancestors are remembered, and how many ancestors these are. */
  #remembering: Node[] = [];
  #remembered = 0;
  #sweepAt = sweepAtLeast;

  /** The number of entities. */
  get size(): number {
    return this.#size;
  }

  get(uid: EntityUid): Entity | undefined {
    const node = this.#nodes.get(uid);
    if (node === undefined) return undefined;
    return node.removals === this.#removals ? node.entity : this.#refresh(node);
  }

  *entities(): IterableIterator<Entity> {
    for (const node of this.#nodes.values()) {
      const entity = node.removals === this.#removals ? node.entity : this.#refresh(node);
      if (entity !== undefined) yield entity;
    }
  }

  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    if (descendant.id === ancestor.id && descendant.type === ancestor.type) return true;
    const node = this.#nodes.get(descendant);
    if (node === undefined || node.parents.length === 0) return false;
    const target = this.#nodes.get(ancestor);
    return target !== undefined && this.ancestors(node).has(target);
  }

  /** The ancestors of the entity of this uid, in no particular order; none if there is no such entity. */
  ancestorsOf(uid: EntityUid): EntityUid[] {
    const node = this.#nodes.get(uid);
    return node === undefined ? [] : Array.from(this.ancestors(node), (ancestor) => ancestor.uid);
  }

  /** The ancestors of a node, remembered until the hierarchy changes or too many are. */
  ancestors(node: Node): ReadonlySet<Node> {
    if (node.ancestors !== undefined) return node.ancestors;
    const ancestors = collectAncestors(node);
    if (this.#remembered > Math.max(rememberedAtLeast, rememberedPerNode * this.#nodes.size)) this.#forgetAncestors();
    node.ancestors = ancestors;
    this.#remembering.push(node);
    this.#remembered += ancestors.size;
    return ancestors;
  }

  /**
   * Puts these entities in, all or none; gives what is wrong, with the index of the entity as the path. An entity that
   * is there already is replaced if `replace` is set; if not, it has to be equal.
   */
  put(entities: readonly Entity[], replace: boolean): Diagnostic | undefined {
    const undo: Undo[] = [];
    for (const [index, entity] of entities.entries()) {
      const error = this.#putOne(entity, index, replace, undo);
      if (error === undefined) continue;
      this.#rollBack(undo);
      return error;
    }
    this.#searches += 1;
    const cycle = findCycle(
      undo.map((change) => change.node),
      this.#searches,
    );
    if (cycle === undefined) {
      if (this.#nodes.size > this.#sweepAt) this.#sweep();
      return undefined;
    }
    const index = entities.findLastIndex((entity) => this.#nodes.get(entity.uid) === cycle);
    this.#rollBack(undo);
    return entitiesError("entities/cycle", { uid: printUid(cycle.uid) }, index < 0 ? [] : [index]);
  }

  /** Takes the entity of this uid out, and with it the links to it; false if there is none. */
  remove(uid: EntityUid): boolean {
    const node = this.#nodes.get(uid);
    if (node?.entity === undefined) return false;
    this.#nodes.delete(uid);
    node.removed = true;
    this.#size -= 1;
    this.#removals += 1;
    this.#forgetAncestors();
    return true;
  }

  #putOne(entity: Entity, index: number, replace: boolean, undo: Undo[]): Diagnostic | undefined {
    const { uid } = entity;
    if (isAction(uid)) {
      const parent = entity.parents.find((candidate) => !isAction(candidate));
      if (parent !== undefined) {
        const words = { prefix: "", uid: printUid(uid), parent: printUid(parent) };
        return entitiesError("entities/action-parent", words, [index]);
      }
    }
    const before = this.get(uid);
    if (before !== undefined) {
      if (!replace && !equalEntities(before, entity)) {
        return entitiesError("entities/duplicate", { uid: printUid(uid) }, [index]);
      }
      if (!replace) return undefined;
    }
    const known = this.#nodes.get(uid);
    const node = known ?? this.#nodeOf(uid, undo);
    undo.push({ node, entity: before, parents: node.parents, fresh: false });
    if (before === undefined ? entity.parents.length > 0 : !sameUids(before.parents, entity.parents)) {
      // Nothing can have asked for the ancestors of a new node, nor have it among its own.
      if (known !== undefined) this.#forgetAncestors();
      node.parents = entity.parents.map((parent) => this.#nodeOf(parent, undo));
    }
    if (before === undefined) this.#size += 1;
    node.entity = entity;
    node.removals = this.#removals;
    return undefined;
  }

  #nodeOf(uid: EntityUid, undo: Undo[]): Node {
    const known = this.#nodes.get(uid);
    if (known !== undefined) return known;
    const node = new Node(uid);
    node.removals = this.#removals;
    this.#nodes.set(uid, node);
    undo.push({ node, entity: undefined, parents: node.parents, fresh: true });
    return node;
  }

  #rollBack(undo: readonly Undo[]): void {
    for (const { node, entity, parents, fresh } of undo.toReversed()) {
      if (node.entity !== undefined && entity === undefined) this.#size -= 1;
      node.entity = entity;
      node.parents = parents;
      if (fresh) this.#nodes.delete(node.uid);
    }
    this.#forgetAncestors();
  }

  /** Brings the entity's list of parents up to date with the removals since it was last asked for. */
  #refresh(node: Node): Entity | undefined {
    node.removals = this.#removals;
    const { entity } = node;
    if (entity === undefined || !node.parents.some((parent) => parent.removed)) return entity;
    node.parents = node.parents.filter((parent) => !parent.removed);
    const { uid, attributes, tags } = entity;
    node.entity = ownEntity({ uid, attributes, tags, parents: node.parents.map((parent) => parent.uid) });
    return node.entity;
  }

  #forgetAncestors(): void {
    for (const node of this.#remembering) node.ancestors = undefined;
    this.#remembering = [];
    this.#remembered = 0;
  }

  /** Drops nodes that are only names and no longer anybody's parent; rare enough to cost nothing on average. */
  #sweep(): void {
    const named = new Set<Node>();
    for (const node of this.#nodes.values()) for (const parent of node.parents) named.add(parent);
    for (const node of [...this.#nodes.values()]) {
      if (node.entity === undefined && !named.has(node)) this.#nodes.delete(node.uid);
    }
    this.#sweepAt = Math.max(sweepAtLeast, 2 * this.#nodes.size);
  }
}
