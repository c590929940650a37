import { compareStrings } from "@deodar/diagnostics";
import type { Expression, Node, Slot } from "../ast.ts";
import { childrenOf } from "../visit.ts";
import { maxFaults } from "./lowering.ts";

/** Where among the slots those of the target of an `is … in` begin; `undefined` before it is known. */
interface Repeated {
  readonly kind: "repeated";
  from: number | undefined;
}

/**
 * The slots in an expression, in the order in which the reference tells of them: it walks expressions from the right.
 * What `is … in` tests stands in the tree of the reference twice, and so do its slots here, up to as many as are told.
 */
export function slotsOf(expression: Expression): Slot[] {
  const slots: Slot[] = [];
  const todo: (Node | Repeated)[] = [expression];
  for (let next = todo.pop(); next !== undefined && slots.length < maxFaults; next = todo.pop()) {
    if (next.kind === "slot") slots.push(next);
    else if (next.kind === "repeated") {
      if (next.from === undefined) next.from = slots.length;
      else slots.push(...slots.slice(next.from));
    } else if (next.kind === "is" && next.in !== undefined) {
      const target: Repeated = { kind: "repeated", from: undefined };
      todo.push(target, next.target, target, next.in);
    } else if (next.kind === "record") {
      for (const entry of [...next.entries].sort((left, right) => compareStrings(left.key, right.key)))
        todo.push(entry);
    } else for (const child of childrenOf(next)) todo.push(child);
  }
  return slots;
}
