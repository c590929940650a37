import type { DetailedError } from "../types/errors.ts";

/** The errors found so far. */
export type Errors = DetailedError[];
