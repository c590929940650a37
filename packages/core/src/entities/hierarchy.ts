import type { Diagnostic } from "@deodar/diagnostics";
import { type EntityUid, sameUid } from "../values/entity-uid.ts";
import { printUid } from "../values/print.ts";
import type { Value } from "../values/value.ts";
import { isAction } from "./action.ts";
import { AttributeTable, noTarget, type Target } from "./attribute-table.ts";
import { entitiesError } from "./catalogue.ts";
import { type Entity, equalEntities, ownEntity, sameUids } from "./entity.ts";
import { type AttributeReader, Layouts } from "./layout.ts";
import { collectAncestors, findCycle, type Node, setParents, verifyAncestors } from "./node.ts";
import { NodeRegister } from "./node-register.ts";
import { emptyNumberSet, NumberSet } from "./number-set.ts";

/** What a node was before a batch changed it. */
interface Undo {
  readonly node: Node;
  readonly entity: Entity | undefined;
  readonly parents: readonly Node[];
  /** Whether the batch made the node. */
  readonly fresh: boolean;
}

/** Entities that are put in together. */
interface Batch {
  /** Whether an entity that is there already is replaced. */
  readonly replace: boolean;
  /** The nodes of those that were put in so far. */
  readonly put: Node[];
  /** What there was before; `undefined` if there was nothing. */
  readonly undo: Undo[] | undefined;
}

/** So many remembered ancestors are let stand, for each node and at least, before all are forgotten. */
const rememberedPerNode = 16;
const rememberedAtLeast = 1_000_000;

/** The nodes of a store: their hierarchy, changed batch by batch, each batch wholly or not at all. */
export class Hierarchy {
  #nodes: NodeRegister;
  readonly #layouts: Layouts = new Layouts();
  #size = 0;
  #removals = 0;
  #searches = 0;
  /** How often links between nodes that were there already have changed. */
  #changes = 0;
  #actionChanges: object = {};
  /** How many ancestors were found since all were forgotten. */
  #remembered = 0;

  /** @param nodes the nodes of uids that were met already, if there are such */
  constructor(nodes: NodeRegister = new NodeRegister()) {
    this.#nodes = nodes;
  }

  /** The number of entities. */
  get size(): number {
    return this.#size;
  }

  /** An object that is another one after each change to an action, for what is worked out from actions alone. */
  get actions(): object {
    return this.#actionChanges;
  }

  get(uid: EntityUid): Entity | undefined {
    const node = this.#nodes.find(uid);
    return node === undefined ? undefined : this.entityOf(node);
  }

  /** The node of this uid: of an entity, or a name. It serves until the next change. */
  find(uid: EntityUid): Node | undefined {
    return this.#nodes.find(uid);
  }

  /** The node of the principal of a request. */
  findPrincipal(uid: EntityUid): Node | undefined {
    return this.#nodes.findPrincipal(uid);
  }

  /** The node of the resource of a request. */
  findResource(uid: EntityUid): Node | undefined {
    return this.#nodes.findResource(uid);
  }

  /** The entity of a node, if it is one. */
  entityOf(node: Node): Entity | undefined {
    return node.removals === this.#removals ? node.entity : this.#refresh(node);
  }

  /** The value of an attribute of the entity of a node, or `undefined` if it has none or if there is no entity. */
  attributeOf(node: Node, reader: AttributeReader): Value | undefined {
    const table = node.attributes ?? this.#tableOf(node);
    return table === null ? node.entity?.attributes.get(reader.name) : table.value(reader);
  }

  /** The nodes that an attribute of the entity of a node names, as far as that is known. */
  targetOf(node: Node, reader: AttributeReader): Target {
    const table = node.attributes ?? this.#tableOf(node);
    return table === null ? noTarget : table.target(reader, this.#nodes.numbering, this.#nodes);
  }

  /** The node with this number, which must be in use. */
  at(number: number): Node {
    return this.#nodes.at(number);
  }

  *entities(): IterableIterator<Entity> {
    for (const node of this.#nodes.values()) {
      const entity = this.entityOf(node);
      if (entity !== undefined) yield entity;
    }
  }

  isIn(descendant: EntityUid, ancestor: EntityUid): boolean {
    const node = this.#nodes.find(descendant);
    return node === undefined ? sameUid(descendant, ancestor) : this.isBelow(node, ancestor);
  }

  /** Whether a node is that of `ancestor` or below it. */
  isBelow(node: Node, ancestor: EntityUid): boolean {
    const number = this.#nodes.numberOf(ancestor);
    return number === node.number || (number >= 0 && this.#ancestors(node).has(number));
  }

  /** Whether a node is one of these or below one. They must be in use. */
  isBelowTarget(node: Node, target: Target): boolean {
    if (typeof target === "number") return target === node.number || this.#ancestors(node).has(target);
    const ancestors = this.#ancestors(node);
    for (const number of target) if (number === node.number || ancestors.has(number)) return true;
    return false;
  }

  /** The ancestors of the entity of this uid, in no particular order; none if there is no such entity. */
  ancestorsOf(uid: EntityUid): EntityUid[] {
    const node = this.#nodes.find(uid);
    const uids: EntityUid[] = [];
    if (node === undefined) return uids;
    this.#ancestors(node).forEach((number) => {
      uids.push(this.#nodes.at(number).uid);
    });
    return uids;
  }

  /**
   * Puts these entities in, all or none; gives what is wrong, with the index of the entity as the path. An entity that
   * is there already is replaced if `replace` is set; if not, it has to be equal.
   */
  put(entities: readonly Entity[], replace: boolean): Diagnostic | undefined {
    // A store without entities has nothing to go back to.
    const undo: Undo[] | undefined = this.#size === 0 ? undefined : [];
    const put: Node[] = [];
    for (let index = 0; index < entities.length; index += 1) {
      const error = this.#putOne(entities[index] as Entity, index, { replace, put, undo });
      if (error === undefined) continue;
      this.#rollBack(undo);
      return error;
    }
    const moved = undo?.filter(({ node, parents }) => node.parents !== parents);
    const starts = moved?.map(({ node }) => node) ?? put;
    const cycle = findCycle(starts, ++this.#searches);
    if (cycle === undefined) {
      for (const { parents } of moved ?? []) for (const parent of parents) this.#dropName(parent);
      return undefined;
    }
    const index = entities.findLastIndex((entity) => this.#nodes.find(entity.uid) === cycle);
    this.#rollBack(undo);
    return entitiesError("entities/cycle", { uid: printUid(cycle.uid) }, index < 0 ? [] : [index]);
  }

  /** Counts entities that whoever made the nodes has put into them; false if one is its own ancestor. */
  takeOver(filled: readonly Node[]): boolean {
    this.#size = filled.length;
    return findCycle(filled, ++this.#searches) === undefined;
  }

  /** Takes the entity of this uid out, and with it the links to it; false if there is none. */
  remove(uid: EntityUid): boolean {
    const node = this.#nodes.find(uid);
    if (node?.entity === undefined) return false;
    this.#nodes.delete(node);
    node.removed = true;
    for (const parent of node.parents) {
      parent.children -= 1;
      this.#dropName(parent);
    }
    this.#size -= 1;
    this.#removals += 1;
    this.#noteChange(node);
    if (isAction(uid)) this.#actionChanges = {};
    this.#compact();
    return true;
  }

  #putOne(entity: Entity, index: number, { replace, put, undo }: Batch): Diagnostic | undefined {
    const { uid } = entity;
    if (entity.parents.length > 0 && isAction(uid)) {
      const parent = entity.parents.find((candidate) => !isAction(candidate));
      if (parent !== undefined) {
        const words = { prefix: "", uid: printUid(uid), parent: printUid(parent) };
        return entitiesError("entities/action-parent", words, [index]);
      }
    }
    const known = this.#nodes.find(uid);
    const before = known === undefined ? undefined : this.entityOf(known);
    if (before !== undefined) {
      if (!replace && !equalEntities(before, entity)) {
        return entitiesError("entities/duplicate", { uid: printUid(uid) }, [index]);
      }
      if (!replace) return undefined;
    }
    const node = known ?? this.#create(uid, undo);
    put.push(node);
    undo?.push({ node, entity: before, parents: node.parents, fresh: false });
    if (before === undefined ? entity.parents.length > 0 : !sameUids(before.parents, entity.parents)) {
      const parents = entity.parents.map((parent) => this.#nodes.find(parent) ?? this.#create(parent, undo));
      setParents(node, parents);
      // Nothing can have asked for the ancestors of a new node, nor have it among its own.
      if (known !== undefined) this.#noteChange(node);
      if (isAction(uid)) this.#actionChanges = {};
    }
    if (before === undefined) this.#size += 1;
    node.setEntity(entity);
    node.removals = this.#removals;
    return undefined;
  }

  #create(uid: EntityUid, undo: Undo[] | undefined): Node {
    const node = this.#nodes.create(uid);
    node.removals = this.#removals;
    undo?.push({ node, entity: undefined, parents: node.parents, fresh: true });
    return node;
  }

  #rollBack(undo: readonly Undo[] | undefined): void {
    if (undo === undefined) {
      this.#nodes = new NodeRegister();
      this.#size = 0;
      this.#actionChanges = {};
      return;
    }
    for (const { node, entity, parents, fresh } of undo.toReversed()) {
      if (node.entity !== undefined && entity === undefined) this.#size -= 1;
      node.setEntity(entity);
      if (node.parents !== parents) setParents(node, parents);
      if (fresh) this.#nodes.delete(node);
      else this.#noteChange(node);
    }
    this.#compact();
  }

  /** Brings the entity's list of parents up to date with the removals since it was last asked for. */
  #refresh(node: Node): Entity | undefined {
    node.removals = this.#removals;
    const { entity } = node;
    if (entity === undefined || !node.parents.some((parent) => parent.removed)) return entity;
    for (const { removed, changed } of node.parents) if (removed && changed > node.changed) node.changed = changed;
    node.parents = node.parents.filter((parent) => !parent.removed);
    const { uid, attributes, tags } = entity;
    node.entity = ownEntity({ uid, attributes, tags, parents: node.parents.map((parent) => parent.uid) });
    return node.entity;
  }

  #tableOf(node: Node): AttributeTable | null {
    const { entity } = node;
    if (entity === undefined || node.attributes === null) return null;
    const layout = this.#layouts.of(entity.attributes);
    node.attributes = layout === undefined ? null : new AttributeTable(layout, [...entity.attributes.values()]);
    return node.attributes;
  }

  /** The ancestors of a node, remembered until something changes above it or too many are. */
  #ancestors(node: Node): NumberSet {
    const known = node.verified === this.#changes ? node.ancestors : undefined;
    return known ?? this.#findAncestors(node);
  }

  #findAncestors(node: Node): NumberSet {
    if (node.parents.length === 0) return emptyNumberSet;
    verifyAncestors(node, this.#changes);
    if (node.ancestors !== undefined) return node.ancestors;
    if (this.#remembered > Math.max(rememberedAtLeast, rememberedPerNode * this.#nodes.size)) this.#forgetAncestors();
    const ancestors = new NumberSet(collectAncestors(node, ++this.#searches));
    this.#remembered += ancestors.size;
    node.ancestors = ancestors;
    node.found = this.#changes;
    return ancestors;
  }

  #forgetAncestors(): void {
    for (const node of this.#nodes.values()) node.ancestors = undefined;
    this.#remembered = 0;
  }

  /** The links from or to a node have changed: what is remembered of nodes below it has to be looked at again. */
  #noteChange(node: Node): void {
    this.#changes += 1;
    node.changed = this.#changes;
  }

  /** Drops a node that is only a name and no longer anybody's parent. */
  #dropName(node: Node): void {
    if (node.children > 0 || node.entity !== undefined || node.removed) return;
    this.#nodes.delete(node);
    this.#compact();
  }

  #compact(): void {
    if (this.#nodes.compact()) this.#forgetAncestors();
  }
}
