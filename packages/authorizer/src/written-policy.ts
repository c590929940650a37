import { unwrap } from "@deodar/diagnostics";
import { type EvaluationError, noSlots, type SlotValues } from "@deodar/evaluator";
import { type Conditions, compileParts, type Scope } from "@deodar/evaluator/policy";
import { type Effect, type Policy, parsePolicy, visit } from "@deodar/syntax";
import type { ExecutablePolicy } from "./executable-policy.ts";
import type { StaticPolicy } from "./policy-entry.ts";
import type { Response } from "./response.ts";
import { isScattered } from "./scope-key.ts";

/** A part of a text, in UTF-16 offsets. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Conditions that all policies share which have them word for word. They are compiled when they are first needed, as
 * those of the first such policy, counted from its beginning.
 */
export class SharedConditions {
  readonly #passage: Passage;
  /** Where the conditions of that policy begin, counted from its beginning. */
  readonly offset: number;
  #compiled: Conditions | undefined;

  constructor(passage: Passage, offset: number) {
    this.#passage = passage;
    this.offset = offset;
  }

  readonly run: Conditions = (environment) => {
    this.#compiled ??= unwrap(compileParts(treeOf(this.#passage))).conditions;
    return this.#compiled(environment);
  };
}

/** What a {@link WrittenPolicy} is made of. */
export interface WrittenParts {
  readonly id: string;
  readonly effect: Effect;
  readonly scope: Scope;
  /** The policy in its text. */
  readonly passage: Passage;
  readonly shared: SharedConditions;
  /** Where its conditions begin in the text. */
  readonly conditionsStart: number;
}

/**
 * A static policy that is held as the text it was read from, next to which its scope is all that takes up memory. Its
 * tree is made anew whenever it is asked for, and is the same each time.
 */
export class WrittenPolicy implements ExecutablePolicy {
  readonly id: string;
  readonly effect: Effect;
  readonly scope: Scope;
  readonly conditions: Conditions;
  readonly order: number;
  readonly scattered: boolean;
  alone: Response | undefined = undefined;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  /** What is to be added to places in the shared conditions to get places in the text. */
  readonly #shift: number;

  constructor({ id, effect, scope, passage, shared, conditionsStart }: WrittenParts, order: number) {
    this.id = id;
    this.effect = effect;
    this.scope = scope;
    this.conditions = shared.run;
    this.order = order;
    this.scattered = isScattered(scope);
    this.#text = passage.text;
    this.#start = passage.start;
    this.#end = passage.end;
    this.#shift = conditionsStart - shared.offset;
  }

  get slots(): SlotValues {
    return noSlots;
  }

  get entry(): StaticPolicy {
    const tree = treeOf({ text: this.#text, start: this.#start, end: this.#end });
    return { kind: "static", id: this.id, policy: moved(tree, this.#start) };
  }

  placed(error: EvaluationError): EvaluationError {
    if (error.span === undefined) return error;
    const { start, end } = error.span;
    return { ...error, span: { start: start + this.#shift, end: end + this.#shift } };
  }
}

/** The tree of a policy that was read before, with spans counted from its beginning. */
function treeOf({ text, start, end }: Passage): Policy {
  return unwrap(parsePolicy(text.slice(start, end)));
}

/** A tree that nobody else has seen, with all spans moved by so many UTF-16 units; it is changed in place. */
export function moved(tree: Policy, by: number): Policy {
  visit(tree, {
    any: {
      enter: (node) => {
        const { span } = node;
        if (span === undefined) return;
        (node as { span: typeof span }).span = { start: span.start + by, end: span.end + by };
      },
    },
  });
  return tree;
}
