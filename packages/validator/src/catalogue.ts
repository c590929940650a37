/**
 * All that checking a policy against a schema can find, worded as Cedar's reference implementation words it. The first
 * words of most messages say which policy is meant.
 */
export const catalogue = {
  "validate/unrecognized-entity-type": {
    message: "for policy `{policy}`, unrecognized entity type `{type}`",
    help: "did you mean `{suggestion}`?",
  },
  "validate/unrecognized-action": {
    message: "for policy `{policy}`, unrecognized action `{action}`",
    help: "{hint}",
  },
  "validate/undeclared-enum-id": {
    message:
      "for policy `{policy}`: entity `{uid}` is of an enumerated entity type, but `{id}` is not declared as a valid eid",
    help: "valid entity eids: {ids}",
  },
  "validate/unexpected-type": {
    message: "for policy `{policy}`, unexpected type: expected {expected} but saw {actual}",
    help: "{hint}",
  },
  "validate/incompatible-types": {
    message: "the types {types} are not compatible",
    help: "for policy `{policy}`, {place} must have compatible types. {hint}",
  },
  "validate/attribute-not-found": {
    message: "for policy `{policy}`, attribute {access} not found",
    help: "{hint}",
  },
  "validate/optional-attribute": {
    message: "for policy `{policy}`, unable to guarantee safety of access to optional attribute {access}",
    help: "try testing for the attribute's presence with `{guard} && ..`",
  },
  "validate/unguarded-tag": {
    message: "for policy `{policy}`, unable to guarantee safety of access to tag `{tag}`{owner}",
    help: "try testing for the tag's presence with `.hasTag({tag}) && ..`",
  },
  "validate/unknown-function": {
    message: "for policy `{policy}`, undefined extension function: {name}",
  },
  "validate/wrong-argument-count": {
    message:
      "for policy `{policy}`, wrong number of arguments in extension function application. Expected {expected}, got {actual}",
  },
  "validate/invalid-argument": {
    message: "for policy `{policy}`, error during extension function argument validation: {reason}",
    help: "{hint}",
  },
  "validate/computed-argument": {
    message: "for policy `{policy}`, extension constructors may not be called with non-literal expressions",
    help: "consider applying extension constructors inside attribute values when constructing entity or context data",
  },
  "validate/empty-set": {
    message: "for policy `{policy}`, empty set literals are forbidden in policies",
  },
  "validate/level-exceeded": {
    message:
      "for policy `{policy}`, this policy requires level {required}, which exceeds the maximum allowed level ({allowed})",
  },
  "validate/literal-dereference": {
    message: "for policy `{policy}`, entity literals cannot be dereferenced at any level",
  },
  "validate/no-applicable-action": {
    message: "for policy `{policy}`, unable to find an applicable action given the policy scope constraints",
    help: "try replacing `==` with `in` in the {clauses}",
  },
  "validate/impossible-policy": {
    message:
      "for policy `{policy}`, policy is impossible: the policy expression evaluates to false for all valid requests",
  },
  "validate/mixed-script-string": {
    message: 'for policy `{policy}`, string `"{text}"` contains mixed scripts',
  },
  "validate/mixed-script-identifier": {
    message: "for policy `{policy}`, identifier `{text}` contains mixed scripts",
  },
  "validate/bidi-string": {
    message: 'for policy `{policy}`, string `"{text}"` contains BIDI control characters',
  },
  "validate/bidi-identifier": {
    message: "for policy `{policy}`, identifier `{text}` contains BIDI control characters",
  },
  "validate/unusual-identifier": {
    message:
      "for policy `{policy}`, identifier `{text}` contains the character `{character}` which is not a printable ASCII character and falls outside of the General Security Profile for Identifiers",
  },
} as const;

type Catalogue = typeof catalogue;

/** The stable codes of what is found; each has its page in the documentation. */
export type ValidationCode = keyof Catalogue;

/** The words that fill the places in braces of the texts of the {@link catalogue}. */
export type Words = { readonly [word: string]: string | number };

/** A text with its words filled in. */
export function fill(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (place, word: string) => String(words[word] ?? place));
}
