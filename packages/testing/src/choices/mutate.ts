import type { Choices } from "./choices.ts";

/**
 * Choices like the given ones: a few numbers changed, taken out, doubled, or spliced in from `other`. What a generator
 * makes of them is mostly similar, since it makes something of any numbers.
 *
 * @param random what decides on the changes
 */
export function mutateChoices(choices: Uint8Array, other: Uint8Array, random: Choices): Uint8Array {
  let result = choices;
  for (let steps = 1 + random.below(4); steps > 0; steps--) result = mutateOnce(result, other, random);
  return result;
}

function mutateOnce(choices: Uint8Array, other: Uint8Array, random: Choices): Uint8Array {
  const at = positionIn(choices, random);
  const end = Math.min(choices.length, at + 1 + random.below(16));
  const head = choices.subarray(0, at);
  switch (random.below(6)) {
    case 0:
      return join(head, choices.subarray(end));
    case 1:
      return join(choices.subarray(0, end), choices.subarray(at));
    case 2:
      return join(head, Uint8Array.of(random.below(256)), choices.subarray(at));
    case 3: {
      const from = positionIn(other, random);
      return join(head, other.subarray(from, from + (end - at)), choices.subarray(end));
    }
    case 4:
      return join(head, other.subarray(positionIn(other, random)));
    default:
      return at < choices.length ? choices.with(at, random.below(256)) : join(head, Uint8Array.of(random.below(256)));
  }
}

function positionIn({ length }: Uint8Array, random: Choices): number {
  return length === 0 ? 0 : (random.below(256) * 256 + random.below(256)) % length;
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
