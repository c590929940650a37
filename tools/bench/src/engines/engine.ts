import { uidText, type Workload } from "../workloads/workload.ts";

/** What an engine says of one request; ids are sorted. */
export interface Answer {
  readonly decision: "allow" | "deny";
  /** Which policies decided it, if the engine tells. */
  readonly reasons?: readonly string[];
  /** Which policies could not be evaluated, if the engine tells. */
  readonly errors?: readonly string[];
}

/** Something that decides the requests of one workload. */
export interface Engine {
  readonly name: string;
  /** Decides the request of this index. */
  readonly answer: (index: number) => Answer;
  /**
   * Decides `count` requests, one after the other and from the beginning again after the last; gives how many it allowed.
   * Every engine has a loop of its own, so that the compiler may fit it to that engine.
   */
  readonly run: (count: number) => number;
}

/** An answer with sorted ids. */
export function answerOf(allowed: boolean, reasons?: Iterable<string>, errors?: Iterable<string>): Answer {
  return {
    decision: allowed ? "allow" : "deny",
    ...(reasons === undefined ? {} : { reasons: [...reasons].sort() }),
    ...(errors === undefined ? {} : { errors: [...errors].sort() }),
  };
}

/**
 * Throws unless both engines give the same answers to the first `count` requests of the workload; what only one of them
 * tells is not compared.
 */
export function mustAgree(workload: Workload, one: Engine, other: Engine, count = workload.requests.length): void {
  for (let index = 0; index < Math.min(count, workload.requests.length); index += 1) {
    const [a, b] = [one.answer(index), other.answer(index)];
    if (sameAnswer(a, b)) continue;
    const request = workload.requests[index];
    const asked =
      request === undefined
        ? ""
        : [request.principal, request.action, request.resource].map((uid) => uidText(uid)).join(", ");
    const told = `${one.name}: ${JSON.stringify(a)}; ${other.name}: ${JSON.stringify(b)}`;
    throw new Error(`${workload.name}, ${asked}: the answers differ. ${told}`);
  }
}

function sameAnswer(a: Answer, b: Answer): boolean {
  return a.decision === b.decision && sameIds(a.reasons, b.reasons) && sameIds(a.errors, b.errors);
}

function sameIds(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b);
}
