import { isTypeName } from "./identifier.ts";

/** A power of two; so many names are remembered at most. */
const places = 64;

/** Names longer than this are not remembered. */
const longestKnown = 128;

/**
 * Names that were found to be right, each at the place that its length and two of its letters give it, where a later
 * one takes its place. That they are here changes no answer, only how long it takes.
 */
const known: string[] = new Array<string>(places).fill("");

/** {@link isTypeName}, quicker for names that it was asked for lately: each request has three of them. */
export function isKnownTypeName(text: string): boolean {
  return typeof text === "string" && text !== "" && (known[placeOf(text)] === text || learn(text));
}

function placeOf(text: string): number {
  const last = text.length - 1;
  return (text.charCodeAt(0) + 5 * text.charCodeAt(last) + last) & (places - 1);
}

function learn(text: string): boolean {
  if (!isTypeName(text)) return false;
  if (text.length <= longestKnown) known[placeOf(text)] = copyOf(text);
  return true;
}

/** The same text as the key of an object, which is a copy: a name cut out of a long text would keep it all in memory. */
function copyOf(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}
