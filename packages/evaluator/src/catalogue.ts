import { fillWords, type Span } from "@deodar/diagnostics";
import type { EvaluationError } from "./evaluation-error.ts";

/** All that can go wrong in an evaluation, and at compiling, worded as Cedar's reference implementation words it. */
export const catalogue = {
  "evaluate/missing-entity": "entity `{uid}` does not exist",
  "evaluate/missing-attribute": "{owner} does not have the attribute `{name}`",
  "evaluate/missing-tag": "{owner} does not have the tag `{name}`",
  "evaluate/type-error": "type error: expected {expected}, got {actual}",
  "evaluate/integer-overflow": "integer overflow while attempting to {operation} the {values}",
  "evaluate/unlinked-slot": "template slot `{slot}` was not linked",
  "evaluate/unknown-function": "extension function `{name}` does not exist",
  "evaluate/wrong-argument-count":
    "wrong number of arguments provided to extension function `{name}`: expected {expected}, got {actual}",
  "evaluate/extension-failed": "{reason}",
  "evaluate/unknown-value": "the expression contains unknown(s): `{expression}`",
  "evaluate/no-request": "the variable `{name}` has no value without a request",
  "evaluate/too-deep": "recursion limit reached",
  "evaluate/invalid-long": "`{value}` is not a 64-bit integer",
  "evaluate/invalid-type-name": "`{name}` is not the name of an entity type",
} as const;

/** The stable codes of this package's errors; each has its page in the documentation. */
export type EvaluationCode = keyof typeof catalogue;

/** The words that fill the places in braces of a text of the {@link catalogue}. */
export type Words = { readonly [word: string]: string };

/** An error with this code and its text. */
export function evaluationError(
  code: EvaluationCode,
  words: Words,
  span: Span | undefined,
  help?: string,
): EvaluationError {
  return errorWith(code, fillWords(catalogue[code], words), span, help);
}

/** An error with this code and a message from elsewhere; `help` and `span` are left out where there is none. */
export function errorWith(
  code: EvaluationCode,
  message: string,
  span: Span | undefined,
  help: string | undefined,
): EvaluationError {
  if (help === undefined)
    return span === undefined ? { kind: "error", code, message } : { kind: "error", code, message, span };
  return span === undefined ? { kind: "error", code, message, help } : { kind: "error", code, message, help, span };
}
