import type { Diagnostic, Span } from "@deodar/diagnostics";
import { type SyntaxCode, syntaxFault } from "../faults/catalogue.ts";

/**
 * What the functions of the lowering share: the text and the faults so far.
 *
 * A function that gives `undefined` has told why in `faults`, in the order of the reference, which is source order but
 * where one fault hides another. Whoever hides faults cuts the list back.
 */
export interface Lowering {
  readonly text: string;
  readonly faults: Diagnostic[];
  /** Whether an expression has a slot, which most have not and none of a condition may have. */
  hasSlot: boolean;
}

/** Of a text that is all faults, this many are told; nobody reads more, and they could fill the memory. */
export const maxFaults = 1000;

/** Tells of a fault, unless too many were told already. It always gives `undefined`, so that a caller can return the call. */
export function refuse(
  lowering: Lowering,
  code: SyntaxCode,
  span: Span,
  words?: { readonly [word: string]: string },
): undefined {
  if (lowering.faults.length < maxFaults) lowering.faults.push(syntaxFault(code, span, words));
  return undefined;
}
