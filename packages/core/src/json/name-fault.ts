// White space as Unicode has it, which is not what `\s` stands for; and comments.
const space = /(?:[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|\/\/[^\n\r]*)*/y;
const token = /[A-Z_a-z]\w*|\d+|"(?:\\.|[^"\\])*"|\?[A-Z_a-z]\w*|::|\|\||&&|[!<=>]=|[-!%()*+,./:;<=>@[\]{}]/y;
const identifier = /^[A-Z_a-z]/;
const reserved: ReadonlySet<string> = new Set(["true", "false", "if", "then", "else", "in", "is", "like", "has"]);
const literals: ReadonlySet<string> = new Set(["true", "false", "if"]);

/**
 * Why a text is no name such as `Photos::Album`, in the words of the reference's parser; call it for texts that
 * `isTypeName` refuses.
 */
export function nameFault(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let expectsName = true; ; expectsName = !expectsName) {
    at = match(space, text, at) ?? at;
    if (at === text.length) {
      if (expectsName || (parts.length === 1 && literals.has(parts[0] as string))) return "unexpected end of input";
      return wrongParts(parts, text);
    }
    const end = match(token, text, at);
    if (end === undefined) return "invalid token";
    const word = text.slice(at, end);
    if (expectsName ? !identifier.test(word) : word !== "::") {
      return isTokens(text, end) ? `unexpected token \`${word}\`` : "invalid token";
    }
    if (expectsName) parts.push(word);
    at = end;
  }
}

/** Whether the rest of the text is tokens: the reference reads on after a wrong one, and tells of what is no token. */
function isTokens(text: string, start: number): boolean {
  for (let at: number | undefined = start; ; at = match(token, text, at)) {
    if (at === undefined) return false;
    at = match(space, text, at) ?? at;
    if (at === text.length) return true;
  }
}

function wrongParts(parts: readonly string[], text: string): string {
  // The name itself is looked at before its namespaces.
  const part = [...parts.slice(-1), ...parts].find((candidate) => reserved.has(candidate));
  if (part !== undefined) return `this identifier is reserved and cannot be used: ${part}`;
  if (parts.includes("__cedar")) return `The name \`${parts.join("::")}\` contains \`__cedar\`, which is reserved`;
  return `\`Name\` needs to be normalized (e.g., whitespace removed): ${text}`;
}

/** The end of what the sticky pattern matches at this place, or `undefined`. */
function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
