import type { ParseVerdict } from "./oracle.ts";

/** The reason of a difference that nobody has explained yet. */
export const unexplained = "unexplained";

/** Why our first message may differ from the reference's; every reason is a decision, told in docs/differences.md. */
export function whyDifferent(_text: string, _theirs: ParseVerdict, _ours: ParseVerdict): string {
  return unexplained;
}
