import type { Choices } from "../choices/choices.ts";
import { drawString, type Pools } from "../ground/pools.ts";

/** A pattern for `like`, as the literal pieces between its wildcards; often one that a string of the pool matches. */
export function drawPattern(choices: Choices, { strings }: Pools): readonly [string, ...string[]] {
  const text = choices.chance(15) ? drawString(choices) : choices.pick(strings);
  const pieces: [string, ...string[]] = [""];
  for (const character of text) {
    // Some characters are swallowed by a wildcard, some have one before them.
    const roll = choices.below(8);
    if (roll === 6) pieces.push("");
    if (roll === 7) pieces.push(character);
    else if (roll !== 6) pieces[pieces.length - 1] += character;
  }
  if (choices.chance(40)) pieces.push("");
  return pieces;
}
