import { calls } from "./calls.ts";
import { decisions } from "./decisions.ts";
import { dropInCalls } from "./drop-in.ts";
import { entities } from "./entities.ts";
import { growth } from "./growth.ts";
import { hostile } from "./hostile.ts";
import { native } from "./native.ts";
import { millionPolicies, policyCounts } from "./policy-counts.ts";
import { scale } from "./scale.ts";
import { sizes } from "./sizes.ts";
import { soak } from "./soak.ts";
import { startUp } from "./start-up.ts";
import type { Suite } from "./suite.ts";
import { texts } from "./texts.ts";
import { validation } from "./validation.ts";

/** Everything that is measured, in the order of the table. */
export const suites: readonly Suite[] = [
  decisions,
  native,
  calls,
  dropInCalls,
  texts,
  validation,
  startUp,
  policyCounts,
  millionPolicies,
  entities,
  scale,
  hostile,
  growth,
  sizes,
];

/** What takes so long that it runs only if it is named; `minutes` is how long the soak lasts. */
export const namedSuites = (minutes: number): readonly Suite[] => [soak(minutes)];
