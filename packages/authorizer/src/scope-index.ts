import type { EntityUid } from "@deodar/core";
import type { Scope } from "@deodar/evaluator/policy";
import { AncestorProbe, type IndexedSource } from "./ancestor-probe.ts";
import { type ScopeKey, scopeKeys, scopeRanks } from "./scope-key.ts";
import { UidMap } from "./uid-map.ts";

/** What the index files away: anything that has a scope. */
export interface Indexed {
  readonly scope: Scope;
  /** Whether a key names more than one uid, as in `action in [...]`, so that the item stands in several places. */
  readonly scattered: boolean;
}

/** The parts of a request that scopes look at. */
export interface IndexedRequest {
  readonly principal: EntityUid;
  readonly action: EntityUid;
  readonly resource: EntityUid;
}

/** Up to this many policies are scanned: that is faster than looking each of them up. */
export const scanLimit = 16;

/**
 * A tree that narrows by one scope constraint per level, the most selective first. Every node starts as a plain list
 * and only branches when the list outgrows {@link scanLimit}.
 */
interface Node<T> {
  /** Policies that this node does not look further into. Replaced, never changed: a decision may be reading it. */
  list: readonly T[];
  /** Once branched: policies with no constraint left. A set, since there may be any number of them to remove from. */
  unconstrained: Set<T> | undefined;
  /** Once branched: one table per entry of {@link scopeRanks}. */
  tables: (UidMap<Node<T>> | undefined)[] | undefined;
}

/**
 * Finds the policies whose scope may match a request, without looking at the others.
 *
 * It is exact: scope operators never fail, and a policy whose scope does not match gives neither a reason nor an
 * error, so leaving it out cannot be noticed. Keys are the uids and types that policies name, so the index does not
 * depend on the entities. Adding and removing cost time in proportion to the one policy.
 */
export class ScopeIndex<T extends Indexed> {
  readonly #root: Node<T> = newNode();

  add(item: T): void {
    addTo(this.#root, { item, keys: scopeKeys(item.scope) }, 0);
  }

  remove(item: T): void {
    removeFrom(this.#root, { item, keys: scopeKeys(item.scope) }, 0);
  }

  /** All items, as long as they are so few that there is nothing to look up. */
  get list(): readonly T[] | undefined {
    return this.#root.tables === undefined ? this.#root.list : undefined;
  }

  /**
   * The items that may match, in no particular order, each once if `entities` names no ancestor twice.
   */
  candidates(request: IndexedRequest, entities: IndexedSource): readonly T[] {
    if (this.#root.tables === undefined) return this.#root.list;
    const found: T[] = [];
    const probes = {
      principal: new AncestorProbe(request.principal, entities),
      action: new AncestorProbe(request.action, entities),
      resource: new AncestorProbe(request.resource, entities),
    };
    const collector: Collector<T> = { found, probes, seen: undefined };
    collect(this.#root, collector);
    return found;
  }
}

/** An item with its keys, which are only worked out while it is filed or taken out. */
interface Filed<T> {
  readonly item: T;
  readonly keys: readonly ScopeKey[];
}

interface Collector<T> {
  readonly found: T[];
  readonly probes: Readonly<Record<"principal" | "action" | "resource", AncestorProbe>>;
  /** Items that stand in several places (`action in [...]`) and have been found already. */
  seen: Set<T> | undefined;
}

function newNode<T>(): Node<T> {
  return { list: [], unconstrained: undefined, tables: undefined };
}

function addTo<T extends Indexed>(node: Node<T>, filed: Filed<T>, depth: number): void {
  if (node.tables !== undefined) {
    addToTables(node, node.tables, filed, depth);
    return;
  }
  const list = [...node.list, filed.item];
  if (list.length <= scanLimit) {
    node.list = list;
    return;
  }
  node.list = [];
  node.tables = [];
  for (const item of list) addToTables(node, node.tables, { item, keys: scopeKeys(item.scope) }, depth);
}

function addToTables<T extends Indexed>(
  node: Node<T>,
  tables: (UidMap<Node<T>> | undefined)[],
  filed: Filed<T>,
  depth: number,
): void {
  const key = filed.keys[depth];
  if (key === undefined) {
    node.unconstrained ??= new Set();
    node.unconstrained.add(filed.item);
    return;
  }
  let table = tables[key.rank];
  if (table === undefined) {
    table = new UidMap();
    tables[key.rank] = table;
  }
  for (const uid of key.uids) {
    let child = table.get(uid.type, uid.id);
    if (child === undefined) {
      child = newNode();
      table.set(uid, child);
    }
    addTo(child, filed, depth + 1);
  }
}

/** Removes the item and gives whether the node is empty now, so that its parent can drop it. */
function removeFrom<T extends Indexed>(node: Node<T>, filed: Filed<T>, depth: number): boolean {
  const { item, keys } = filed;
  const { tables } = node;
  if (tables === undefined) {
    node.list = node.list.filter((each) => each !== item);
    return node.list.length === 0;
  }
  const key = keys[depth];
  if (key === undefined) {
    node.unconstrained?.delete(item);
  } else {
    const table = tables[key.rank];
    for (const uid of key.uids) {
      const child = table?.get(uid.type, uid.id);
      if (child !== undefined && removeFrom(child, filed, depth + 1)) table?.delete(uid);
    }
    if (table?.size === 0) tables[key.rank] = undefined;
  }
  if ((node.unconstrained?.size ?? 0) > 0 || tables.some((table) => table !== undefined)) return false;
  node.unconstrained = undefined;
  node.tables = undefined;
  return true;
}

function collect<T extends Indexed>(node: Node<T>, collector: Collector<T>): void {
  for (const item of node.list) take(item, collector);
  if (node.unconstrained !== undefined) for (const item of node.unconstrained) take(item, collector);
  const { tables } = node;
  if (tables === undefined) return;
  for (let rank = 0; rank < scopeRanks.length; rank += 1) {
    const table = tables[rank];
    const by = scopeRanks[rank];
    if (table === undefined || by === undefined) continue;
    const probe = collector.probes[by.variable];
    switch (by.relation) {
      case "equal":
        follow(table.get(probe.uid.type, probe.uid.id), collector);
        break;
      case "is":
        follow(table.get(probe.uid.type, ""), collector);
        break;
      case "in":
        probe.forEachContainer(table, (child) => collect(child, collector));
        break;
    }
  }
}

function follow<T extends Indexed>(child: Node<T> | undefined, collector: Collector<T>): void {
  if (child !== undefined) collect(child, collector);
}

function take<T extends Indexed>(item: T, collector: Collector<T>): void {
  if (item.scattered) {
    collector.seen ??= new Set();
    if (collector.seen.has(item)) return;
    collector.seen.add(item);
  }
  collector.found.push(item);
}
