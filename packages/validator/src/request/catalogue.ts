import { type Diagnostic, errorOf } from "@deodar/diagnostics";

/**
 * How a request can differ from what the schema says, in the words of Cedar's reference implementation. Each code has its
 * page in docs/diagnostics/request.
 */
export const catalogue = {
  "request/undeclared-principal-type": { message: "principal type `{type}` is not declared in the schema" },
  "request/undeclared-resource-type": { message: "resource type `{type}` is not declared in the schema" },
  "request/undeclared-action": { message: "request's action `{uid}` is not declared in the schema" },
  "request/undeclared-id": {
    message: "entity `{uid}` is of an enumerated entity type, but `{id}` is not declared as a valid eid",
    help: "valid entity eids: {ids}",
  },
  "request/invalid-principal-type": {
    message: "principal type `{type}` is not valid for `{action}`",
    help: "{valid}",
  },
  "request/invalid-resource-type": {
    message: "resource type `{type}` is not valid for `{action}`",
    help: "{valid}",
  },
  "request/invalid-context": { message: "context `{context}` is not valid for `{action}`" },
} as const;

/** The codes of how a request can differ from what the schema says. */
export type RequestValidationCode = keyof typeof catalogue;

/** An error with the words of its texts filled in, at one part of the request. */
export function requestFault(
  code: RequestValidationCode,
  words: { readonly [word: string]: string },
  path: readonly string[],
): Diagnostic {
  return errorOf(code, catalogue[code], words, { path });
}
