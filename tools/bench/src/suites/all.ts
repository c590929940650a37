import { decisions } from "./decisions.ts";
import type { Suite } from "./suite.ts";

/** Everything that is measured, in the order of the table. */
export const suites: readonly Suite[] = [decisions];
