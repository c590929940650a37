import type { Diagnostic } from "@deodar/diagnostics";

/** What can go wrong when unknowns are filled in: the code, and its text as a function of the facts. */
export const catalogue = {
  "partial/already-known": {
    message: ({ name }: { name: string }): string => `the ${name} of the request is known already`,
    help: "give values for unknowns only; to decide another request, start anew",
  },
  "partial/wrong-type": {
    message: ({ name, expected }: { name: string; expected: string }): string =>
      `the value of the unknown \`${name}\` must be ${expected}`,
    help: "make uids with `entityUid` and records with `recordOf` or `contextFromPlain`",
  },
} as const;

/** A code of the diagnostics of this sub-path. */
export type PartialCode = keyof typeof catalogue;

type Facts<Code extends PartialCode> = Parameters<(typeof catalogue)[Code]["message"]>[0];

/** The diagnostic with this code, worded from the facts. */
export function fault<Code extends PartialCode>(code: Code, facts: Facts<Code>): Diagnostic {
  const { message, help }: { message: (facts: never) => string; help: string } = catalogue[code];
  return { code, severity: "error", message: message(facts as never), help, labels: [], related: [] };
}
