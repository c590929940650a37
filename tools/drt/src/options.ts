import type { Choices, PolicyOptions } from "@deodar/testing";

/** How strictly one case keeps to types: well-typed, with a slip now and then, or without a thought for types. */
export function drawOptions(choices: Choices): PolicyOptions {
  const depth = 1 + choices.below(4);
  const roll = choices.below(10);
  if (roll < 5) return { depth, slips: 0, unguarded: 0, wild: 0 };
  if (roll < 8) return { depth, slips: 4, unguarded: 25, wild: 5 };
  if (roll < 9) return { depth, slips: 30, unguarded: 50, wild: 20 };
  return { depth, slips: 0, unguarded: 100, wild: 100 };
}
