import { isTypeName } from "./identifier.ts";

// The names that were asked for last; any right one will do to begin with. That they are here changes no answer, only
// how long it takes.
let first = "Action";
let second = "Action";
let third = "Action";
let fourth = "Action";

/** A power of two; so many more names are remembered at most. */
const places = 64;

/** Names longer than this are not remembered. */
const longestKnown = 128;

/** Names each at the place that its length and two of its letters give it, where a later one takes its place. */
const known: string[] = new Array<string>(places).fill(first);

/** {@link isTypeName}, quicker for names that it was asked for lately: each request has three of them. */
export function isKnownTypeName(text: string): boolean {
  return text === first || text === second || text === third || text === fourth || recall(text);
}

function recall(text: string): boolean {
  if (typeof text !== "string" || text.length > longestKnown) return isTypeName(text);
  const last = text.length - 1;
  const place = (text.charCodeAt(0) + 5 * text.charCodeAt(last) + last) & (places - 1);
  if (known[place] !== text) {
    if (!isTypeName(text)) return false;
    known[place] = copyOf(text);
  }
  fourth = third;
  third = second;
  second = first;
  first = known[place];
  return true;
}

/** The same text as the key of an object, which is a copy: a name cut out of a long text would keep it all in memory. */
function copyOf(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}
