import { mapCode, trim } from "../trivia.ts";
import { blankLine } from "./tokens.ts";

/**
 * Removes the blank lines and the white space at line ends of laid out text, then puts one blank line wherever the
 * layout asks for some; strings and comments stay as they are.
 */
export function settleBlankLines(text: string): string {
  return trim(mapCode(text, settle));
}

const markers = new RegExp(`\n(?: *${blankLine}\n)+`, "g");

/** `code` is what stands between two strings or comments. */
function settle(code: string): string {
  if (!code.includes("\n")) return code;
  return code
    .replace(/ +(?=\n)/g, "")
    .replace(/\n{2,}/g, "\n")
    .replace(markers, "\n\n");
}
