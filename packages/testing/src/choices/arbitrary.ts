import { Arbitrary, type Random, Stream, Value } from "fast-check";
import { Choices, type Group } from "./choices.ts";
import { simplerChoices, trimmed } from "./shrink.ts";

/** A generator: a pure function of the choices that it takes. */
export type Generate<T> = (choices: Choices) => T;

/** The arbitrary, for fast-check, of what a generator makes; it shrinks by making simpler choices. */
export function arbitraryOf<T>(generate: Generate<T>): Arbitrary<T> {
  return new ChoiceArbitrary(generate);
}

class ChoiceArbitrary<T> extends Arbitrary<T> {
  readonly #generate: Generate<T>;

  constructor(generate: Generate<T>) {
    super();
    this.#generate = generate;
  }

  override generate(random: Random): Value<T> {
    return this.#made(Choices.from((bound) => random.nextInt(0, bound - 1)));
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(_value: T, context: unknown): Stream<Value<T>> {
    return isTaken(context) ? new Stream(this.#simpler(context)) : Stream.nil();
  }

  *#simpler({ choices, groups }: Taken): Generator<Value<T>, void, undefined> {
    for (const candidate of simplerChoices(choices, groups)) yield this.#made(Choices.replay(candidate));
  }

  #made(choices: Choices): Value<T> {
    const value = this.#generate(choices);
    const taken: Taken = { kind: "taken", choices: trimmed(choices.taken()), groups: choices.groups() };
    return new Value(value, taken);
  }
}

/** The choices that made a value. */
interface Taken {
  readonly kind: "taken";
  readonly choices: Uint8Array;
  readonly groups: readonly Group[];
}

function isTaken(context: unknown): context is Taken {
  return typeof context === "object" && context !== null && "kind" in context && context.kind === "taken";
}
