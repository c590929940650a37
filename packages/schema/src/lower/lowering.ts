import type { Diagnostic, Span } from "@deodar/diagnostics";
import { schemaFault } from "../faults/catalogue.ts";
import { maxFaults } from "../limits.ts";

/**
 * The faults found so far. Those of the syntax hide those of what the declarations say, as in the reference: it looks
 * at declarations only when a text has been read as a whole.
 */
export interface Lowering {
  readonly syntax: Timed[];
  /** What is wrong with the declarations of a namespace among themselves. */
  readonly names: Diagnostic[];
  /** What is wrong inside of declarations. */
  readonly declarations: Diagnostic[];
}

/** A fault and when the reference, which reads from left to right, knows of it: an offset into the text. */
export interface Timed {
  readonly time: number;
  readonly fault: Diagnostic;
}

/** The time of faults that the reference never tells of, such as all but the first of one list of annotations. */
export const untold: number = Number.MAX_SAFE_INTEGER;

/** The faults in the order in which the reference would find them. */
export function faultsOf({ syntax, names, declarations }: Lowering): Diagnostic[] {
  if (syntax.length === 0) return [...names, ...declarations].slice(0, maxFaults);
  return inOrder(syntax);
}

/** Sorts by time; of those that the end of one list brings to light, the last comes first. */
export function inOrder(faults: readonly Timed[]): Diagnostic[] {
  const start = ({ fault }: Timed): number => fault.labels[0]?.start ?? 0;
  return [...faults]
    .sort((a, b) => a.time - b.time || start(b) - start(a))
    .slice(0, maxFaults)
    .map(({ fault }) => fault);
}

/** A node's place as plain data, without whatever else the node has. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Notes that an identifier is reserved. */
export function refuseWord(lowering: Lowering, word: Span & { readonly text: string }): void {
  const fault = schemaFault("schema/reserved-identifier", [word], { identifier: word.text });
  lowering.syntax.push({ time: word.start, fault });
}
