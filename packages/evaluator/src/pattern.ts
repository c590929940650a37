/** Whether a text matches a pattern. */
export type Matcher = (text: string) => boolean;

/** Up to this many code units a piece is sought by `indexOf`, whose worst case is the product of both lengths. */
const shortPiece = 32;

/**
 * The matcher of a `like` pattern, given as the literal pieces between its wildcards; a wildcard stands for any number
 * of characters, also none. It matches by Unicode code points and takes time linear in the text and the pattern: the
 * first piece must begin the text, the last one end it, and those between are each taken where they first occur.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-operators.html#like-string-matching-with-wildcard
 */
export function matcherOf(pieces: readonly [string, ...string[]]): Matcher {
  const [first, ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return (text) => text === first;
  const middle = others.filter((piece) => piece !== "").map(finderOf);
  return (text) => {
    if (!text.startsWith(first) || splitsCharacter(text, first.length)) return false;
    let position = first.length;
    for (const find of middle) {
      position = find(text, position);
      if (position < 0) return false;
    }
    const tail = text.length - last.length;
    return tail >= position && text.endsWith(last) && !splitsCharacter(text, tail);
  };
}

/** Gives the end of the first occurrence of a piece at or after a position, or −1. */
type Finder = (text: string, from: number) => number;

function finderOf(piece: string): Finder {
  return piece.length <= shortPiece ? shortFinder(piece) : longFinder(piece);
}

function shortFinder(piece: string): Finder {
  return (text, from) => {
    let start = text.indexOf(piece, from);
    while (start >= 0 && splitsCharacters(text, start, start + piece.length)) start = text.indexOf(piece, start + 1);
    return start < 0 ? -1 : start + piece.length;
  };
}

/** The search of Knuth, Morris and Pratt, which no choice of text and piece can slow down. */
function longFinder(piece: string): Finder {
  const borders = bordersOf(piece);
  return (text, from) => {
    let matched = 0;
    for (let index = from; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      while (matched > 0 && piece.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
      if (piece.charCodeAt(matched) === unit) matched += 1;
      if (matched < piece.length) continue;
      const end = index + 1;
      if (!splitsCharacters(text, end - piece.length, end)) return end;
      matched = borders[matched - 1] as number;
    }
    return -1;
  };
}

/** For each prefix of the piece the length of its longest proper part that both begins and ends it. */
function bordersOf(piece: string): Int32Array {
  const borders = new Int32Array(piece.length);
  let matched = 0;
  for (let index = 1; index < piece.length; index += 1) {
    const unit = piece.charCodeAt(index);
    while (matched > 0 && piece.charCodeAt(matched) !== unit) matched = borders[matched - 1] as number;
    if (piece.charCodeAt(matched) === unit) matched += 1;
    borders[index] = matched;
  }
  return borders;
}

/** Only a piece that itself begins or ends with half a character can be found inside of one. */
function splitsCharacters(text: string, start: number, end: number): boolean {
  return splitsCharacter(text, start) || splitsCharacter(text, end);
}

/** Whether a boundary at this position would part the two halves of a surrogate pair. */
function splitsCharacter(text: string, position: number): boolean {
  const after = text.charCodeAt(position);
  if (!(after >= 0xdc00 && after <= 0xdfff)) return false;
  const before = text.charCodeAt(position - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
