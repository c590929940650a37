import { Choices } from "@deodar/testing";

/** The choices of one case of a run: equal seeds, targets and indexes give equal cases, whatever else is run. */
export function choicesOf(seed: number, target: string, index: number): Choices {
  let hash = seed | 0;
  for (let at = 0; at < target.length; at++) hash = Math.imul(hash ^ target.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ index, 0x85ebca6b) ^ (index >>> 16);
  return Choices.random(Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35));
}
