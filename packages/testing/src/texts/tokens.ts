// biome-ignore format: a table reads better packed
const token = /\/\/[^\n\r]*|"(?:\\.|[^"\\])*"|\??[A-Za-z_][A-Za-z0-9_]*|\d+|==|!=|<=|>=|&&|\|\||::|\s+|[\s\S]/gu;

/** Cuts a text of policies or a schema into tokens, blanks and comments among them; joining them gives the text back. */
export function tokensOf(text: string): string[] {
  return text.match(token) ?? [];
}
