import type { EntityUid } from "../values/entity-uid.ts";
import type { Entity } from "./entity.ts";

/**
 * A place in the hierarchy: an entity, or a uid that entities name as their parent while there is no such entity.
 * Nodes point at each other, so that walking the hierarchy needs no look-ups.
 */
export class Node {
  readonly uid: EntityUid;
  /** The entity, unless there is only its name so far, or it was removed. */
  entity: Entity | undefined = undefined;
  parents: readonly Node[] = noNodes;
  /** Whether the entity was removed: links to it are gone, also if an entity of that uid comes again (as a new node). */
  removed = false;
  /** How many removals the store had seen when `entity.parents` was last brought up to date. */
  removals = 0;
  /** All ancestors, if they were asked for since the hierarchy changed. */
  ancestors: ReadonlySet<Node> | undefined = undefined;
  /** The search for cycles that visited the node last: twice its number while open, one more when done. */
  visit = 0;

  constructor(uid: EntityUid) {
    this.uid = uid;
  }
}

const noNodes: readonly Node[] = [];
const noAncestors: ReadonlySet<Node> = new Set();

/** The ancestors of a node, without those behind a uid that has no entity. Takes time linear in the edges walked. */
export function collectAncestors(node: Node): ReadonlySet<Node> {
  if (node.parents.length === 0) return noAncestors;
  const found = new Set<Node>();
  const pending: Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const parent of next.parents) {
      if (parent.removed || found.has(parent)) continue;
      found.add(parent);
      pending.push(parent);
    }
  }
  return found;
}

/**
 * A node that is its own ancestor and can be reached from one of these, or `undefined`. `search` is a number greater than
 * that of every earlier search in these nodes. Linear, without recursion.
 */
export function findCycle(starts: Iterable<Node>, search: number): Node | undefined {
  const open = 2 * search;
  const done = open + 1;
  const path: { readonly node: Node; next: number }[] = [];
  for (const start of starts) {
    if (start.visit < open) path.push(enter(start, open));
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const parent = step.node.parents[step.next++];
      if (parent === undefined) {
        step.node.visit = done;
        path.pop();
      } else if (parent.visit === open) {
        return parent;
      } else if (parent.visit < open && !parent.removed) {
        path.push(enter(parent, open));
      }
    }
  }
  return undefined;
}

function enter(node: Node, open: number): { readonly node: Node; next: number } {
  node.visit = open;
  return { node, next: 0 };
}
