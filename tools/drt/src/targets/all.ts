import type { Target } from "../target.ts";
import { authorization } from "./authorization.ts";
import { evaluation } from "./evaluation.ts";

/** All targets. */
export const targets: readonly Target[] = [authorization, evaluation];
