/**
 * How deep records and `Set<…>` may stand inside each other in one type, in text and in JSON. Lists of attributes, of
 * declarations and of names have no limit.
 */
export const maxTypeNesting = 200;

/** Of a schema that is all faults, this many are told; nobody reads more, and they could fill the memory. */
export const maxFaults = 1000;

/**
 * How deep records and `Set<…>` may stand inside each other once common types are written out in place of their names.
 * Whoever walks resolved types needs no more of the stack than this.
 */
export const maxResolvedNesting = 500;

/**
 * How many attributes and names the text of a schema may have. Declarations of several names share their parts in the
 * tree, but text written from it has them once for each name, so that it can be the square of the original.
 */
export const maxWrittenParts = 2_000_000;
