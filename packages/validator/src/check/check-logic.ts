import type { And, Expression, Not, Or } from "@deodar/syntax";
import { booleanType, falseType, trueType } from "../types/type.ts";
import { type Answer, faulty, intersect, sound, unite } from "./answer.ts";
import { type Checker, type Continuation, noHint, type Task } from "./checker.ts";

/** Where a boolean is expected. */
export const boolean: readonly [typeof booleanType] = [booleanType];

export function checkNot(checker: Checker, node: Not): Task {
  return checker.expect(node.operand, boolean, noHint, complement);
}

/** What is known of `!e`, by what is known of `e`. */
export function complement({ type, failed }: Answer): Answer {
  const opposite = type?.kind === "true" ? falseType : type?.kind === "false" ? trueType : booleanType;
  return failed ? faulty(opposite) : sound(opposite);
}

/**
 * `a && b && c` is `(a && b) && c`. Each operand is checked with what holds if all before it are true; what follows one
 * that is never true is not checked, for it is never evaluated.
 */
export function checkAnd(checker: Checker, { operands }: And): Task {
  const { known } = checker;
  const mark = known.mark();
  const finish = (answer: Answer): Answer => {
    known.forget(mark);
    return answer.type?.kind === "false" && !answer.failed ? sound(falseType) : answer;
  };
  const combine = (left: Answer, right: Answer): Answer => {
    const keepsLeft = !left.failed && !right.failed && !dropsCapabilities(left, right);
    // Learnt before the sets are united, so that each capability is learnt once however long the chain is.
    if (keepsLeft) known.learn(right.capabilities);
    const both = conjunction(left, right);
    if (keepsLeft) return both;
    known.forget(mark);
    known.learn(both.capabilities);
    return both;
  };
  const begin = (first: Answer): Answer => {
    known.learn(first.capabilities);
    return first;
  };
  return checkChain(checker, operands, { begin, combine, isDecided: ({ type }) => type?.kind === "false", finish });
}

/** `a || b || c` is `(a || b) || c`. What follows an operand that is always true is not checked. */
export function checkOr(checker: Checker, { operands }: Or): Task {
  const same = (answer: Answer): Answer => answer;
  const isDecided = ({ type }: Answer): boolean => type?.kind === "true";
  return checkChain(checker, operands, { begin: same, combine: disjunction, isDecided, finish: same });
}

/** How the operands of a chain go together. */
interface ChainRules {
  /** What is known of the first operand. */
  readonly begin: (first: Answer) => Answer;
  readonly combine: (left: Answer, right: Answer) => Answer;
  /** Whether the operands so far leave no doubt. */
  readonly isDecided: (left: Answer) => boolean;
  readonly finish: (answer: Answer) => Answer;
}

/** Checks operands from the left, and combines what is known of them, until nothing is in doubt. */
function checkChain(
  checker: Checker,
  operands: readonly Expression[],
  { begin, combine, isDecided, finish }: ChainRules,
): Task {
  let index = 0;
  let left: Answer | undefined;
  const next: Continuation = (checked) => {
    const right = checker.expected(operands[index] as Expression, checked, boolean, noHint);
    left = left === undefined ? begin(right) : combine(left, right);
    index += 1;
    const operand = operands[index];
    return operand === undefined || isDecided(left) ? finish(left) : checker.checkPart(operand, next);
  };
  return checker.checkPart(operands[0] as Expression, next);
}

/**
 * What is known of `a && b`. If `a` is always true, only what `b` says is passed on, as in Cedar's reference, although
 * what `a` says holds as well.
 */
export function conjunction(left: Answer, right: Answer): Answer {
  const failed = left.failed || right.failed;
  if (left.type === undefined || right.type === undefined) return faulty(booleanType);
  if (right.type.kind === "false") return failed ? faulty(falseType) : sound(falseType);
  const type = right.type.kind === "true" ? left.type : left.type.kind === "true" ? right.type : booleanType;
  if (failed) return faulty(type);
  return sound(
    type,
    dropsCapabilities(left, right) ? right.capabilities : unite(left.capabilities, right.capabilities),
  );
}

/** Whether `left && right` is said to be true only if `right` is, so that what `left` says is not passed on. */
function dropsCapabilities(left: Answer, right: Answer): boolean {
  return left.type?.kind === "true" && right.type?.kind !== "true";
}

function disjunction(left: Answer, right: Answer): Answer {
  const failed = left.failed || right.failed;
  if (left.type === undefined || right.type === undefined) return faulty(booleanType);
  const { type, capabilities } = decideDisjunction(left, right);
  return failed ? faulty(type) : sound(type ?? booleanType, capabilities);
}

function decideDisjunction(left: Answer, right: Answer): Pick<Answer, "type" | "capabilities"> {
  if (right.type?.kind === "true") return { type: trueType, capabilities: right.capabilities };
  if (right.type?.kind === "false") return left;
  if (left.type?.kind === "false") return right;
  return { type: booleanType, capabilities: intersect(left.capabilities, right.capabilities) };
}
