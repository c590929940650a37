import type { Span } from "@deodar/diagnostics";
import type { JsonPath } from "./catalogue.ts";

/**
 * Where the value at this path stands in a JSON text that {@link parseJson} accepts; `undefined` if there is none, or
 * if the text is not JSON up to there. Reads the text anew, so it is meant for error messages.
 */
export function locate(text: string, path: JsonPath): Span | undefined {
  let at = skipSpace(text, 0);
  for (const step of path) {
    const inside = typeof step === "number" ? toElement(text, at, step) : toMember(text, at, step);
    if (inside === undefined) return undefined;
    at = inside;
  }
  const end = skipValue(text, at);
  return end === undefined ? undefined : { start: at, end };
}

function toElement(text: string, open: number, index: number): number | undefined {
  if (text[open] !== "[") return undefined;
  let at = skipSpace(text, open + 1);
  for (let i = 0; i < index; i++) {
    const end = skipValue(text, at);
    if (end === undefined) return undefined;
    at = skipSpace(text, end);
    if (text[at] !== ",") return undefined;
    at = skipSpace(text, at + 1);
  }
  return at;
}

function toMember(text: string, open: number, key: string): number | undefined {
  if (text[open] !== "{") return undefined;
  let at = skipSpace(text, open + 1);
  for (;;) {
    const end = text[at] === '"' ? skipString(text, at) : undefined;
    if (end === undefined) return undefined;
    const literal = text.slice(at, end);
    at = skipSpace(text, end);
    if (text[at] !== ":") return undefined;
    at = skipSpace(text, at + 1);
    if (sameKey(literal, key)) return at;
    const after = skipValue(text, at);
    if (after === undefined) return undefined;
    at = skipSpace(text, after);
    if (text[at] !== ",") return undefined;
    at = skipSpace(text, at + 1);
  }
}

function sameKey(literal: string, key: string): boolean {
  if (!literal.includes("\\")) return literal.length === key.length + 2 && literal.startsWith(key, 1);
  try {
    return JSON.parse(literal) === key;
  } catch {
    return false;
  }
}

/** The end of the value at `start`, found by counting brackets. */
function skipValue(text: string, start: number): number | undefined {
  let depth = 0;
  let at = start;
  do {
    const letter = text[at];
    if (letter === undefined) return undefined;
    if (letter === '"') {
      const end = skipString(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (letter === "{" || letter === "[") {
      depth++;
      at++;
    } else if (letter === "}" || letter === "]") {
      depth--;
      at++;
    } else if (/[-+.\w]/.test(letter)) {
      while (/[-+.\w]/.test(text.charAt(at))) at++;
    } else {
      if (depth === 0) return undefined;
      at++;
    }
  } while (depth > 0);
  return depth < 0 ? undefined : at;
}

function skipString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return undefined;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return at;
}
