import { type Diagnostic, errorOf } from "@deodar/diagnostics";

/** What can be wrong with the command line and the files it names; what stands in the files is judged elsewhere. */
export const catalogue = {
  "cli/unreadable-file": "{reason}",
  "cli/stdin-twice": "standard input can be read only once",
  "cli/several-json-policy-sets": "only one file can be given with --policy-format json",
  "cli/undetermined-json": "cannot determine if json policy is a single policy or a policy set. Found {found}",
  "cli/missing-option": "option '--{option}' is required",
  "cli/conflicting-options": "option '--{option}' cannot be used with '--{other}'",
  "cli/incomplete-request": "All three (`principal`, `action`, `resource`) variables must be specified",
  "cli/malformed-links": "{reason}",
} as const;

/** A code of this package's own diagnostics. */
export type CliCode = keyof typeof catalogue;

/** The diagnostic with this code, with the words of its text filled in. */
export function cliFault(
  code: CliCode,
  words: { readonly [word: string]: string } = {},
  path?: readonly (string | number)[],
): Diagnostic {
  return errorOf(code, { message: catalogue[code] }, words, { path });
}
