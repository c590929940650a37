import { booleanType, type CheckedType, falseType, longType, stringType, trueType } from "../types/type.ts";

/**
 * What must hold for certain accesses to be safe, as keys that `ShapeTable` makes. Whoever gets one owns it and may
 * change it; `undefined` stands for the empty set.
 */
export type Capabilities = Set<string> | undefined;

/** What is known of an expression in one request environment. */
export interface Answer {
  readonly kind: "answer";
  /** The type; `undefined` if an error left none. Some expressions have a type in spite of errors inside. */
  readonly type: CheckedType | undefined;
  /** Whether there is an error in it, or it names something undeclared. */
  readonly failed: boolean;
  /** What holds if the expression is `true`. */
  readonly capabilities: Capabilities;
  /** What messages about attributes of it say: it is `context`, or an attribute of something else. */
  readonly origin?: "context" | AttributeOrigin;
}

/** That something is the attribute `name` of what `owner` is known of. */
export interface AttributeOrigin {
  readonly owner: Answer;
  readonly name: string;
}

export const unknownAnswer: Answer = { kind: "answer", type: undefined, failed: true, capabilities: undefined };

/** The answers of the types that are all there is of their kind. */
const common = new Map(
  [booleanType, trueType, falseType, longType, stringType].map((type): [CheckedType["kind"], Answer] => [
    type.kind,
    { kind: "answer", type, failed: false, capabilities: undefined },
  ]),
);

/** The answer of a sound expression of this type. */
export function sound(type: CheckedType, capabilities?: Capabilities): Answer {
  if (capabilities === undefined) {
    const known = common.get(type.kind);
    if (known !== undefined) return known;
  }
  return { kind: "answer", type, failed: false, capabilities };
}

/** The answer of an expression that is wrong, but has this type all the same. */
export function faulty(type: CheckedType | undefined): Answer {
  return type === undefined ? unknownAnswer : { kind: "answer", type, failed: true, capabilities: undefined };
}

/** The answer, failed if any of those that it depends on has. */
export function after(failed: boolean, answer: Answer): Answer {
  return failed && !answer.failed ? faulty(answer.type) : answer;
}

/** All of both; takes both. */
export function unite(a: Capabilities, b: Capabilities): Capabilities {
  if (a === undefined || b === undefined) return a ?? b;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const key of small) large.add(key);
  return large;
}

/** What is in both; takes both. */
export function intersect(a: Capabilities, b: Capabilities): Capabilities {
  if (a === undefined || b === undefined) return undefined;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const key of small) if (!large.has(key)) small.delete(key);
  return small.size === 0 ? undefined : small;
}
