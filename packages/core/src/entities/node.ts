import type { EntityUid } from "../values/entity-uid.ts";
import type { AttributeTable } from "./attribute-table.ts";
import type { Entity } from "./entity.ts";
import type { NumberSet } from "./number-set.ts";

/**
 * A place in the hierarchy: an entity, or a uid that entities name, as their parent most of all, while there is no such
 * entity. Nodes point at each other, so that walking the hierarchy needs no look-ups.
 */
export class Node {
  readonly uid: EntityUid;
  /** Its place in the store's list of nodes; no two nodes of a store ever share it. */
  number: number;
  /** The entity, unless there is only its name so far, or it was removed. */
  entity: Entity | undefined = undefined;
  /** The attributes of the entity, once one was read; `null` if they are too many for a table. */
  attributes: AttributeTable | null | undefined = undefined;
  parents: readonly Node[] = noNodes;
  /** How many nodes have it as a parent. */
  children = 0;
  /** Whether the entity was removed: links to it are gone, also if an entity of that uid comes again (as a new node). */
  removed = false;
  /** How many removals the store had seen when `entity.parents` was last brought up to date. */
  removals = 0;
  /** The numbers of all ancestors, if they were asked for; they hold if the node was verified since the last change. */
  ancestors: NumberSet | undefined = undefined;
  /** How many changes the hierarchy had seen when the ancestors were found. */
  found = 0;
  /** … when it was last known whether they still hold. */
  verified = -1;
  /** … when its parents, or those of an ancestor, changed last, as far as that was known when it was verified. */
  changed = 0;
  /**
   * The last search that visited the node: for cycles, twice its number while open, one more when done. Before there is
   * a store to search, a reader may have left a negative number.
   */
  visit = 0;

  constructor(uid: EntityUid, number: number) {
    this.uid = uid;
    this.number = number;
  }

  /** Puts another entity in, or none. */
  setEntity(entity: Entity | undefined): void {
    this.entity = entity;
    this.attributes = undefined;
  }
}

const noNodes: readonly Node[] = [];

/** Gives a node other parents. */
export function setParents(node: Node, parents: readonly Node[]): void {
  for (const parent of parents) parent.children += 1;
  for (const parent of node.parents) parent.children -= 1;
  node.parents = parents;
}

/**
 * The numbers of the ancestors of a node, without those behind a uid that has no entity. Takes time linear in the edges
 * walked. `search` is a number greater than that of every earlier search in these nodes.
 */
export function collectAncestors(node: Node, search: number): number[] {
  const visit = 2 * search;
  const found: number[] = [];
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const parent of next.parents) {
      if (parent.removed || parent.visit === visit) continue;
      parent.visit = visit;
      found.push(parent.number);
      if (parent.parents.length > 0) pending.push(parent);
    }
  }
  return found;
}

/**
 * Finds out whether the remembered ancestors of a node still hold after all changes up to the one with this number, and
 * forgets them if not. Each node above is looked at once after a change, whoever asks; without recursion.
 */
export function verifyAncestors(start: Node, change: number): void {
  const path: Step[] = [{ node: start, next: 0 }];
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const { node } = step;
    const parent = node.parents[step.next];
    if (parent === undefined) {
      node.verified = change;
      if (node.changed > node.found) node.ancestors = undefined;
      path.pop();
    } else if (parent.removed || parent.verified === change) {
      if (parent.changed > node.changed) node.changed = parent.changed;
      step.next += 1;
    } else {
      path.push({ node: parent, next: 0 });
    }
  }
}

/**
 * A node that is its own ancestor and can be reached from one of these, or `undefined`. `search` is a number greater than
 * that of every earlier search in these nodes. Linear, without recursion.
 */
export function findCycle(starts: Iterable<Node>, search: number): Node | undefined {
  const open = 2 * search;
  const done = open + 1;
  const path: Step[] = [];
  for (const start of starts) {
    if (start.visit < open && start.parents.length > 0) path.push(enter(start, open));
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const parent = step.node.parents[step.next++];
      if (parent === undefined) {
        step.node.visit = done;
        path.pop();
      } else if (parent.visit === open) {
        return parent;
      } else if (parent.visit < open && !parent.removed) {
        if (parent.parents.length === 0) parent.visit = done;
        else path.push(enter(parent, open));
      }
    }
  }
  return undefined;
}

/** A node on the way of a search, and which of its parents is next. */
interface Step {
  readonly node: Node;
  next: number;
}

function enter(node: Node, open: number): Step {
  node.visit = open;
  return { node, next: 0 };
}
