import { escapeEach, type Node } from "@deodar/syntax";

/** A word that a reader could take for another: it is not plain ASCII. */
export interface OddWord {
  readonly kind: "string" | "identifier";
  readonly text: string;
  /** The expression in which it stands. */
  readonly node: Node;
}

/** Texts of which nothing can be said: identifiers of visible ASCII characters, and strings of ASCII. */
export const plainIdentifier: RegExp = /^[ -~]*$/;
const plainString = /^\p{ASCII}*$/u;

/** Adds the odd words that stand right in this expression. */
export function noteOddWords(node: Node, words: OddWord[]): void {
  switch (node.kind) {
    case "string":
      if (!plainString.test(node.value)) words.push({ kind: "string", text: node.value, node });
      return;
    case "like": {
      const text = printPattern(node.pattern);
      if (!plainString.test(text)) words.push({ kind: "string", text, node });
      return;
    }
    case "entity":
      if (!plainIdentifier.test(node.type)) for (const part of node.type.split("::")) noteIdentifier(part, node, words);
      noteIdentifier(node.id, node, words);
      return;
    case "extension":
      noteIdentifier(node.name, node, words);
      return;
    case "attribute":
      noteIdentifier(node.name, node, words);
      return;
    case "has":
      for (const name of node.path) noteIdentifier(name, node, words);
      return;
    case "record":
      for (const { key } of node.entries) noteIdentifier(key, node, words);
      return;
    default:
  }
}

function noteIdentifier(text: string, node: Node, words: OddWord[]): void {
  if (!plainIdentifier.test(text)) words.push({ kind: "identifier", text, node });
}

/** A pattern as the reference prints it: a wildcard is `*`, a star of the text `\*`, and all that does not show is escaped. */
function printPattern(pieces: readonly string[]): string {
  return pieces.map((piece) => piece.split("*").map(escapeEach).join("\\*")).join("*");
}
