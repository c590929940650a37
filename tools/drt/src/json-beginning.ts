/** What may come next: a value; a value or `]`; a key or `}`; a key; `:`; what goes on behind a value. */
type Next = "value" | "element" | "member" | "key" | "colon" | "behind";

const literals: readonly string[] = ["true", "false", "null"];
const blank = /[ \t\n\r]/;

/**
 * How much of a text is the beginning of some JSON: all of it, or up to the first character that no JSON goes on with. Made to
 * check a parser by, so it is plain and knows nothing of how that is made.
 */
export function jsonBeginning(text: string): number {
  const open: string[] = [];
  let next: Next = "value";
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (blank.test(character)) {
      at += 1;
    } else if (next === "colon") {
      if (character !== ":") return at;
      next = "value";
      at += 1;
    } else if (next === "behind") {
      const inner = open.at(-1);
      if (inner === undefined) return at;
      if (character === ",") next = inner === "{" ? "key" : "value";
      else if (character === (inner === "{" ? "}" : "]")) open.pop();
      else return at;
      at += 1;
    } else if (next === "member" || next === "key") {
      if (character === "}" && next === "member") {
        open.pop();
        next = "behind";
        at += 1;
        continue;
      }
      if (character !== '"') return at;
      const end = stringEnd(text, at);
      if (end.fault !== undefined) return end.fault;
      at = end.end;
      next = "colon";
    } else if (character === "]" && next === "element") {
      open.pop();
      next = "behind";
      at += 1;
    } else if (character === "{" || character === "[") {
      open.push(character);
      next = character === "{" ? "member" : "element";
      at += 1;
    } else {
      const end = scalarEnd(text, at);
      if (end.fault !== undefined) return end.fault;
      at = end.end;
      next = "behind";
    }
  }
  return text.length;
}

interface End {
  readonly end: number;
  /** The first character that does not fit. */
  readonly fault?: number;
}

function scalarEnd(text: string, start: number): End {
  if (text[start] === '"') return stringEnd(text, start);
  const literal = literals.find((each) => each[0] === text[start]);
  if (literal !== undefined) {
    for (let index = 0; index < literal.length && start + index < text.length; index++) {
      if (text[start + index] !== literal[index]) return { end: start, fault: start + index };
    }
    return { end: start + literal.length };
  }
  // The longest text that is a number, or may become one.
  let end = start;
  while (
    end < text.length &&
    /^-?(?:0|[1-9]\d*)?(?:(?<=\d)\.\d*)?(?:(?<=\d)[eE][+-]?\d*)?$/.test(text.slice(start, end + 1))
  )
    end++;
  if (end === start) return { end, fault: start };
  const isWhole = /\d$/.test(text.slice(start, end));
  return isWhole || end === text.length ? { end } : { end, fault: end };
}

function stringEnd(text: string, start: number): End {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') return { end: at + 1 };
    if (character < " ") return { end: at, fault: at };
    if (character !== "\\") continue;
    at += 1;
    const escaped = text[at];
    if (escaped === undefined) break;
    if (escaped === "u") {
      for (let digit = 1; digit <= 4 && at + digit < text.length; digit++) {
        if (!/[0-9a-fA-F]/.test(text[at + digit] as string)) return { end: at, fault: at + digit };
      }
      at += 4;
    } else if (!'"\\/bfnrt'.includes(escaped)) return { end: at, fault: at };
  }
  return { end: text.length };
}
