import { lineEnd, stringEnd, trim } from "../tokens.ts";
import { blankLine } from "./tokens.ts";

/**
 * Removes the blank lines and the white space at line ends of laid out text, then puts one blank line wherever the
 * layout asks for some; strings and comments stay as they are.
 */
export function settleBlankLines(text: string): string {
  let output = "";
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? stringEnd(text, at) : text.startsWith("//", at) ? lineEnd(text, at) : at;
    if (end === at) {
      at += 1;
    } else {
      output += settle(text.slice(start, at)) + text.slice(at, end);
      at = end;
      start = end;
    }
  }
  return trim(output + settle(text.slice(start)));
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
