import { mapCode, trim } from "./trivia.ts";

/**
 * Removes the blank lines of formatted text, and white space at its ends; strings and comments stay as they are.
 * Line breaks next to a string or a comment are kept only where Cedar's own formatter keeps them.
 */
export function removeBlankLines(text: string): string {
  // Only comments come with line breaks of their own.
  if (!text.includes("//")) return trim(text);
  return trim(mapCode(text, withoutBlankLines));
}

function withoutBlankLines(code: string): string {
  if (!code.includes("\n")) return code;
  const lines = code.split("\n");
  const last = lines.pop() ?? "";
  const filled = lines.filter((text) => trim(text) !== "").map((text) => `${text}\n`);
  return (code.startsWith("\n") ? "\n" : "") + filled.join("") + last;
}
