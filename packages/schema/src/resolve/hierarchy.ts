const none: readonly never[] = [];

/** Parents that several nodes have in common, as those of a declaration of several names do. */
interface Group<Node> {
  readonly parents: ReadonlySet<Node>;
  readonly children: Node[];
}

/**
 * Which nodes are below which. Children with the same set of parents (the same object) make one group, so that what is
 * declared in little space takes little here. Nothing recurses, and each question takes linear time.
 */
export class Hierarchy<Node> {
  readonly #groups = new Map<ReadonlySet<Node>, Group<Node>>();
  readonly #above = new Map<Node, Group<Node>>();
  readonly #below = new Map<Node, Group<Node>[]>();

  /** Puts a node below its parents; once for each node. */
  add(child: Node, parents: ReadonlySet<Node>): void {
    if (parents.size === 0) return;
    let group = this.#groups.get(parents);
    if (group === undefined) {
      group = { parents, children: [] };
      this.#groups.set(parents, group);
      for (const parent of parents) {
        const below = this.#below.get(parent);
        if (below === undefined) this.#below.set(parent, [group]);
        else below.push(group);
      }
    }
    group.children.push(child);
    this.#above.set(child, group);
  }

  /** The direct parents of a node. */
  parents(node: Node): ReadonlySet<Node> {
    return this.#above.get(node)?.parents ?? new Set();
  }

  /** All nodes above this one, with itself only if it is above itself. */
  ancestors(node: Node): Set<Node> {
    return reach(
      this.#groupsAbove(node),
      ({ parents }) => parents,
      (parent) => this.#groupsAbove(parent),
    );
  }

  /** All nodes below this one, with itself only if it is below itself. */
  descendants(node: Node): Set<Node> {
    return reach(
      this.#groupsBelow(node),
      ({ children }) => children,
      (child) => this.#groupsBelow(child),
    );
  }

  /** Nodes that are above themselves: at least one of each cycle, as a depth-first walk from `starts` meets them. */
  cycles(starts: Iterable<Node>): Set<Node> {
    const cycles = new Set<Node>();
    const open = new Set<Node>();
    const done = new Set<Node>();
    // A group that is walked to its end leads to no further cycle: its parents are done.
    const walked = new Set<Group<Node>>();
    for (const start of starts) {
      if (done.has(start)) continue;
      const path = [this.#enter(start, open, walked)];
      for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
        const { value: parent, done: ended } = step.parents.next();
        if (ended === true) {
          if (step.group !== undefined) walked.add(step.group);
          open.delete(step.node);
          done.add(step.node);
          path.pop();
        } else if (open.has(parent)) {
          cycles.add(parent);
        } else if (!done.has(parent)) {
          path.push(this.#enter(parent, open, walked));
        }
      }
    }
    return cycles;
  }

  #enter(node: Node, open: Set<Node>, walked: ReadonlySet<Group<Node>>): Step<Node> {
    open.add(node);
    const group = this.#above.get(node);
    const parents = group === undefined || walked.has(group) ? none : group.parents;
    return { node, group, parents: parents[Symbol.iterator]() };
  }

  #groupsAbove(node: Node): readonly Group<Node>[] {
    const group = this.#above.get(node);
    return group === undefined ? none : [group];
  }

  #groupsBelow(node: Node): readonly Group<Node>[] {
    return this.#below.get(node) ?? none;
  }
}

interface Step<Node> {
  readonly node: Node;
  readonly group: Group<Node> | undefined;
  readonly parents: Iterator<Node, unknown>;
}

function reach<Node>(
  starts: readonly Group<Node>[],
  members: (group: Group<Node>) => Iterable<Node>,
  next: (node: Node) => readonly Group<Node>[],
): Set<Node> {
  const reached = new Set<Node>();
  // A set that grows while it is walked through is its own queue.
  const groups = new Set(starts);
  for (const group of groups) {
    for (const node of members(group)) {
      if (reached.has(node)) continue;
      reached.add(node);
      for (const other of next(node)) groups.add(other);
    }
  }
  return reached;
}
