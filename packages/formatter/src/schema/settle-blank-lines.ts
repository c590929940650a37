import { lineEnd, stringEnd, trim } from "../tokens.ts";
import { blankLine } from "./tokens.ts";

/**
 * Removes the blank lines and the white space at line ends of laid out text, then puts a blank line wherever the layout
 * asks for one, but none at the ends of braces or of the text; strings and comments stay as they are.
 */
export function settleBlankLines(text: string): string {
  let output = "";
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const end = text[at] === '"' ? stringEnd(text, at) : text.startsWith("//", at) ? lineEnd(text, at) : at;
    if (end === at) {
      at += 1;
    } else {
      output += settle(text.slice(start, at), output === "") + text.slice(at, end);
      at = end;
      start = end;
    }
  }
  return trim(output + settle(text.slice(start), output === "").replace(endMarkers, ""));
}

const markers = new RegExp(String.raw`\n(?: *${blankLine} *\n)+`, "g");
const startMarkers = new RegExp(`^(?:[ \n]|${blankLine})+`);
const endMarkers = new RegExp(`(?:[ \n]|${blankLine})+$`);

/** `code` is what stands between two strings or comments. */
function settle(code: string, first: boolean): string {
  if (!code.includes("\n")) return first ? code.replace(startMarkers, "") : code;
  const lines = (first ? code.replace(startMarkers, "") : code).replace(/ +(?=\n)/g, "").replace(/\n{2,}/g, "\n");
  return lines
    .replace(markers, "\n\n")
    .replace(/\{\n\n/g, "{\n")
    .replace(/\n\n(?= *\})/g, "\n");
}
