/** The nodes that can be reached from these, and these; in the order of a breadth-first walk. Linear, not recursive. */
export function reachableFrom<Node>(starts: Iterable<Node>, next: (node: Node) => Iterable<Node>): Set<Node> {
  // A set that grows while it is walked through is its own queue.
  const reached = new Set(starts);
  for (const node of reached) for (const other of next(node)) reached.add(other);
  return reached;
}

/** Nodes that are on a cycle: one for each cycle that a depth-first walk from `starts` finds. */
export function findCycles<Node>(starts: Iterable<Node>, next: (node: Node) => Iterable<Node>): Node[] {
  const cycles: Node[] = [];
  const open = new Set<Node>();
  const done = new Set<Node>();
  for (const start of starts) {
    if (done.has(start)) continue;
    const path = [{ node: start, others: next(start)[Symbol.iterator]() }];
    open.add(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const { value: other, done: ended } = step.others.next();
      if (ended === true) {
        open.delete(step.node);
        done.add(step.node);
        path.pop();
      } else if (open.has(other)) {
        cycles.push(other);
      } else if (!done.has(other)) {
        open.add(other);
        path.push({ node: other, others: next(other)[Symbol.iterator]() });
      }
    }
  }
  return cycles;
}
