import { type Diagnostic, errorOf } from "@deodar/diagnostics";

/** What can go wrong when unknowns are filled in: the code and its texts, with the words that depend on the case in braces. */
export const catalogue = {
  "partial/already-known": {
    message: "the {name} of the request is known already",
    help: "give values for unknowns only; to decide another request, start anew",
  },
  "partial/wrong-type": {
    message: "the value of the unknown `{name}` must be {expected}",
    help: "make uids with `entityUid` and records with `recordOf` or `contextFromPlain`",
  },
} as const;

/** A code of the diagnostics of this sub-path. */
export type PartialCode = keyof typeof catalogue;

/** The diagnostic with this code, its words filled in. */
export function fault(code: PartialCode, words: { readonly [word: string]: string }): Diagnostic {
  return errorOf(code, catalogue[code], words);
}
