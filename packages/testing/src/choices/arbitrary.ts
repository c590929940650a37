import { Arbitrary, type Random, Stream, Value } from "fast-check";
import { Choices } from "./choices.ts";
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

  *#simpler(taken: Uint8Array): Generator<Value<T>, void, undefined> {
    for (const candidate of simplerChoices(taken)) yield this.#made(Choices.replay(candidate));
  }

  #made(choices: Choices): Value<T> {
    const value = this.#generate(choices);
    return new Value(value, trimmed(choices.taken()));
  }
}

/** Whether this is what an arbitrary of ours has left with a value. */
function isTaken(context: unknown): context is Uint8Array {
  return Object.prototype.toString.call(context) === "[object Uint8Array]";
}
