import type { Doc, Printer } from "prettier";
import { doc } from "prettier";
import type { CedarFile } from "./parsers.ts";

const { hardline, literalline } = doc.builders;

/** Prints the formatted text as it is. */
export const filePrinter: Printer<CedarFile> = {
  print: ({ node }) => document(node.formatted),
  insertPragma: (text) => `// @format\n${text}`,
};

/**
 * Prettier indents the lines of embedded code and cuts white space off their ends. Only a string can have lines that
 * end in white space which matters; those are printed to the letter.
 */
function document(formatted: string): Doc {
  if (formatted.trim() === "") return "";
  const parts: Doc[] = [];
  let start = 0;
  for (const { index } of formatted.matchAll(/\n/g)) {
    const line = formatted.slice(start, index);
    parts.push(line, /\s$/.test(line) ? literalline : hardline);
    start = index + 1;
  }
  return parts;
}
