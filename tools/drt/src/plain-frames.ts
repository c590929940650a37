/** Pieces of texts with what a terminal shows for them, and in how many cells. `undefined` is a tab, which fills up to a stop. */
export interface Piece {
  readonly text: string;
  readonly shown: string | undefined;
  readonly cells: number;
}

const one = (text: string, shown: string = text): Piece => ({ text, shown, cells: 1 });

/** What texts are made of here; each with its look known by heart, not computed. */
export const pieces: readonly Piece[] = [
  ..."ab (=);".split("").map((each) => one(each)),
  { text: "\t", shown: undefined, cells: 0 },
  one("é"),
  { text: "e\u0301", shown: "e\u0301", cells: 1 },
  { text: "漢", shown: "漢", cells: 2 },
  { text: "🦀", shown: "🦀", cells: 2 },
  one("𝒳"),
  one("\u0007", "␇"),
  one("\0", "␀"),
  one("\u001b", "␛"),
  one("\u007f", "␡"),
  one("\u0085", "�"),
  one("\u202e", "�"),
  one("\ufeff", "�"),
];

export const lineEnds: readonly string[] = ["\n", "\r\n", "\r"];

const byText = new Map(pieces.map((piece) => [piece.text, piece]));

/** The pieces that one line consists of, with the column of each. */
export function laidOutLine(
  line: string,
): readonly { readonly at: number; readonly column: number; readonly shown: string }[] {
  const laid: { at: number; column: number; shown: string }[] = [];
  let column = 0;
  for (let at = 0; at < line.length; ) {
    const text = line.startsWith("e\u0301", at) ? "e\u0301" : String.fromCodePoint(line.codePointAt(at) as number);
    const { shown, cells } = byText.get(text) ?? { shown: text, cells: text === "\u0301" ? 0 : 1 };
    const width = shown === undefined ? 4 - (column % 4) : cells;
    laid.push({ at, column, shown: shown ?? " ".repeat(width) });
    column += width;
    at += text.length;
  }
  laid.push({ at: line.length, column, shown: "" });
  return laid;
}

/** The display column of an offset in a line; within a piece, that of the piece, but behind what is combined with something. */
export function columnIn(line: string, offset: number): number {
  const laid = laidOutLine(line);
  const piece = laid.findLast(({ at }) => at <= offset);
  const isBehindLetter = piece !== undefined && line.startsWith("e\u0301", piece.at) && offset === piece.at + 1;
  return (piece?.column ?? 0) + (isBehindLetter ? 1 : 0);
}

/** The lines of a text without their ends, and where each begins. */
export function linesOf(text: string): readonly { readonly start: number; readonly line: string }[] {
  const lines: { start: number; line: string }[] = [];
  let start = 0;
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ start, line: text.slice(start, end.index) });
    start = end.index + end[0].length;
  }
  lines.push({ start, line: text.slice(start) });
  return lines;
}
