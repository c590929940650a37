/**
 * Work on a tree node that needs the results of other nodes: it yields a node and gets its result. Written like a
 * recursive function, it runs without recursion.
 */
export type Task<Node, Result> = Generator<Node, Result, Result>;

/** How many tasks may wait for each other, and what nodes give that stand deeper. */
export interface DepthLimit<Node, Result> {
  readonly maxDepth: number;
  tooDeep(node: Node): Result;
}

/** The result for this node. The tasks that wait for others stand in a list, so no tree overflows the stack. */
export function runTask<Node, Result>(
  root: Node,
  begin: (node: Node) => Task<Node, Result>,
  limit?: DepthLimit<Node, Result>,
): Result {
  const waiting: Task<Node, Result>[] = [];
  let task = begin(root);
  let turn = task.next();
  for (;;) {
    if (turn.done !== true) {
      if (limit !== undefined && waiting.length >= limit.maxDepth) {
        turn = task.next(limit.tooDeep(turn.value));
        continue;
      }
      waiting.push(task);
      task = begin(turn.value);
      turn = task.next();
      continue;
    }
    const result = turn.value;
    const next = waiting.pop();
    if (next === undefined) return result;
    task = next;
    turn = task.next(result);
  }
}
