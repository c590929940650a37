import { type Diagnostic, errorOf } from "@deodar/diagnostics";

/**
 * What can be wrong with entities, contexts and values, in JSON and in stores. Messages are worded as Cedar's reference
 * words them; where it has no help, some of ours stands.
 */
export const catalogue = {
  "entities/wrong-shape": { message: "{prefix}invalid {fault} {actual}, expected {expected}{more}" },
  "entities/missing-field": { message: "{prefix}missing field `{field}`" },
  "entities/expected-uid": {
    message: "{prefix}{place}, expected a literal entity reference, but got `{actual}`",
    help: 'literal entity references can be made with `{ "type": "SomeType", "id": "SomeId" }`',
  },
  "entities/expr-escape": {
    message: "{prefix}{place}, the `__expr` escape is no longer supported",
    help: "to create an entity reference, use `__entity`; to create an extension value, use `__extn`; and for all other values, use JSON directly",
  },
  "entities/null": {
    message: "{prefix}{place}, found a `null`; JSON `null`s are not allowed in Cedar",
    help: "leave the key out instead",
  },
  "entities/not-a-long": {
    message: "{prefix}data did not match any variant of untagged enum RawCedarValueJson",
    help: "numbers are integers of 64 bits in Cedar; write a fraction as a decimal, in quotes: `decimal`",
  },
  "entities/invalid-entity-type": {
    message: "{prefix}failed to parse escape `__entity`: {value}, errors: {reason}",
    help: 'an __entity escape should have a value like `{ "type": "SomeType", "id": "SomeId" }`',
  },
  "entities/invalid-function-name": {
    message: "{prefix}failed to parse escape `__extn`: {value}, errors: {reason}",
    help: 'an __extn escape should have a value like `{ "fn": "SomeFn", "arg": "SomeArg" }`',
  },
  "entities/extension-call": { message: "{prefix}{evaluating}{reason}" },
  "entities/not-a-record": { message: "expression is not a record: {actual}" },
  "entities/lone-surrogate": {
    message: "{prefix}{place}, a text has a lone surrogate",
    help: "a surrogate is half of a character; give whole characters",
  },
  "entities/too-deep": { message: "{prefix}recursion limit exceeded" },
  "entities/reserved-key": { message: "{prefix}record uses reserved key `{key}`" },
  "entities/action-parent": {
    message: "{prefix}action `{uid}` has a non-action parent `{parent}`",
    help: "parents of actions need to have type `Action` themselves, perhaps namespaced",
  },
  "entities/duplicate": { message: "duplicate entity entry `{uid}`" },
  "entities/cycle": {
    message: "transitive closure computation/enforcement error: input graph has a cycle containing vertex `{uid}`",
  },
} as const;

/** The codes of the diagnostics of entities, contexts and values. */
export type EntitiesCode = keyof typeof catalogue;

/** Where in a document or a batch something is: keys and indexes from the root. */
export type ValuePath = readonly (string | number)[];

/** An error with the words of its texts filled in; `help` stands in for that of the catalogue. */
export function entitiesError(
  code: EntitiesCode,
  words: { readonly [word: string]: string },
  path: ValuePath | undefined,
  help?: string,
): Diagnostic {
  const error = errorOf(code, catalogue[code], words, { path });
  return help === undefined ? error : { ...error, help };
}
