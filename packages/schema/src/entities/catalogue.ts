import { type Diagnostic, errorOf } from "@deodar/diagnostics";

/**
 * How entities and contexts can differ from what the schema says of them, in the words of Cedar's reference
 * implementation; `{word}` stands for a word that depends on the case. Each code has its page in
 * docs/diagnostics/conformance.
 */
export const catalogue = {
  "conformance/undeclared-type": {
    message: "{prefix}entity `{uid}` has type `{type}` which is not declared in the schema",
    help: "{hint}",
  },
  "conformance/unexpected-attribute": {
    message: "{prefix}attribute `{name}` on `{uid}` should not exist according to the schema",
  },
  "conformance/missing-attribute": {
    message: "{prefix}expected entity `{uid}` to have attribute `{name}`, but it does not",
  },
  "conformance/unexpected-tag": {
    message: "{prefix}found a tag `{name}` on `{uid}`, but no tags should exist on `{uid}` according to the schema",
  },
  "conformance/unexpected-record-attribute": {
    message: "{prefix}{place}, record attribute `{name}` should not exist according to the schema",
  },
  "conformance/missing-record-attribute": {
    message: "{prefix}{place}, expected the record to have an attribute `{name}`, but it does not",
  },
  "conformance/type-mismatch": {
    message:
      "{prefix}{place}, type mismatch: value was expected to have type {expected}, but it {difference}: `{value}`",
  },
  "conformance/unknown-function": { message: "{prefix}extension function `{fn}` does not exist" },
  "conformance/wrong-argument-count": {
    message: "{prefix}expected {expected} arguments for function {fn} but {actual} arguments are provided",
  },
  "conformance/not-an-extension-value": {
    message: "{prefix}data did not match any variant of untagged enum ExtnValueJson",
    help: "numbers are integers of 64 bits in Cedar; write a fraction as a decimal, in quotes",
  },
  "conformance/ancestor-type": {
    message: "{prefix}`{uid}` is not allowed to have an ancestor of type `{type}` according to the schema",
  },
  "conformance/undeclared-id": {
    message: "{prefix}entity `{uid}` is of an enumerated entity type, but `{id}` is not declared as a valid eid",
    help: "valid entity eids: {ids}",
  },
  "conformance/undeclared-action": {
    message: "{prefix}found action entity `{uid}`, but it was not declared as an action in the schema",
  },
  "conformance/different-action": {
    message: "{prefix}definition of action `{uid}` does not match its schema declaration",
    help: "to use the schema's definition of `{uid}`, simply omit it from the entities input data",
  },
  "conformance/unknown-action": { message: "action `{uid}` does not exist in the supplied schema" },
} as const;

/** The codes of how entities and contexts can differ from what the schema says of them. */
export type ConformanceCode = keyof typeof catalogue;

/**
 * An error with the words of its texts filled in; an empty hint means no help.
 *
 * @param path where in the document or the batch it is: keys and indexes from the root
 */
export function conformanceFault(
  code: ConformanceCode,
  words: { readonly [word: string]: string },
  path: readonly (string | number)[],
): Diagnostic {
  return errorOf(code, catalogue[code], words, { path });
}
