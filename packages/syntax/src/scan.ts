/**
 * What the grammars of policies and schemas and the scans for their faults share: the ends of blanks, words and
 * strings. Code by code, as nothing else is as fast, and a regular expression gives up on ten million blanks.
 */
export interface Scan {
  readonly skipBlank: (text: string, start: number) => number;
  readonly skipWord: (text: string, start: number) => number;
  readonly skipString: (text: string, start: number) => number;
  readonly isWordPart: (code: number) => boolean;
}

/** Where the white space and the comments at an offset end. White space is what Unicode, not JavaScript's `\s`, says. */
export function skipBlank(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code > 47 && code < 0x85) return at;
    if (code === 47) {
      if (text.charCodeAt(at + 1) !== 47) return at;
      do at++;
      while (at < text.length && !isLineEnd(text.charCodeAt(at)));
    } else if (code === 32 || (code >= 9 && code <= 13) || (code > 47 && wideSpaces.test(text.charAt(at)))) at++;
    else return at;
  }
}

const wideSpaces = /^[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Where the word at an offset ends, reserved or not; the offset itself if there is none. */
export function skipWord(text: string, start: number): number {
  let at = start;
  if (!isDigit(text.charCodeAt(at))) while (isWordPart(text.charCodeAt(at))) at++;
  return at;
}

/** Whether this code of a character can be in a word. */
export function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Where the string literal at an offset ends, behind its quotation mark; the offset itself if there is none. */
export function skipString(text: string, start: number): number {
  if (text.charCodeAt(start) !== 34) return start;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code === 92 && text.charCodeAt(++at) === 10) return start;
  }
  return start;
}

/** For the options of a parser. */
export const scan: Scan = { skipBlank, skipWord, skipString, isWordPart };
