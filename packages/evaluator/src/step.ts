import type { Value } from "@deodar/core";
import type { Environment } from "./environment.ts";

/**
 * What a step gives: a value, or `undefined` after it has noted its error in the environment. So the hot path tells
 * errors from values by one comparison with a constant, and nothing is thrown.
 */
export type Outcome = Value | undefined;

/** A compiled expression. */
export type Step = (environment: Environment) => Outcome;

/** What one link of a chain such as `.name` or `.contains(x)` makes of the value of the chain before it. */
export type Link = (target: Value, environment: Environment) => Outcome;
