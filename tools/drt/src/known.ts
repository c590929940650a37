import type { Disagreement, Witness } from "./target.ts";

/** A kind of disagreement that is understood. */
export interface KnownDifference {
  readonly target: string;
  /** Whether it is this one. */
  readonly matches: (disagreement: Disagreement) => boolean;
  /** Whose answer is not what it should be, or is only another. */
  readonly whose: Witness;
  /** Why; told at more length in docs/differences.md or docs/verification.md. */
  readonly reason: string;
}

/** All that are known. Only differences from the reference can be: the engine and the model agree or one has a fault. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    target: "partial",
    matches: ({ what }) => what === "reference: spelling in a residual",
    whose: "reference",
    reason: "of equal elements of a set, such as decimal(\"1.0\") and decimal(\"1.00\"), another one is kept",
  },
];

/** What is thought of a disagreement. */
export interface Classification {
  readonly whose: Witness | "unclear";
  /** The reason of a known difference; `undefined` if nobody has explained it yet. */
  readonly reason: string | undefined;
}

/** Whose fault a disagreement seems to be: of the one against whom two others agree. */
export function classify(target: string, disagreement: Disagreement): Classification {
  const known = knownDifferences.find((each) => each.target === target && each.matches(disagreement));
  if (known !== undefined) return { whose: known.whose, reason: known.reason };
  const { production, model, reference } = disagreement.answers;
  if (disagreement.what.startsWith("reference: ") && model !== undefined) {
    // The model agreed with the engine, or there would be a disagreement between them first.
    return { whose: "reference", reason: undefined };
  }
  if (production !== undefined && model === undefined && reference === undefined) return { whose: "production", reason: undefined };
  return { whose: "unclear", reason: undefined };
}
