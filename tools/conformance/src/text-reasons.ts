import type { ParseError, ParseVerdict } from "./oracle.ts";

/** The reason of a difference that nobody has explained yet. */
export const unexplained = "unexplained";

/** Why our errors for a text may differ from the reference's. */
export function whyDifferent(theirs: ParseVerdict, ours: ParseVerdict): string {
  if (theirs[0]?.message === "invalid token" && startsWith(ours, theirs)) {
    return "the reference forgets the error that it was recovering from when it meets an unreadable character";
  }
  if (ours.length > 0 && startsWith(theirs, ours)) {
    return "after this error the reference goes on inside the expression, we at the next policy";
  }
  return unexplained;
}

const placed = ({ message, help, start, end }: ParseError): string => JSON.stringify([message, help, start, end]);

/** Whether `whole` begins with all of `part`. */
const startsWith = (whole: ParseVerdict, part: ParseVerdict): boolean =>
  part.every((error, index) => {
    const other = whole[index];
    return other !== undefined && placed(error) === placed(other);
  });
