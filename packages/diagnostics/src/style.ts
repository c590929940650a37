/** The codes to print before and after a piece of text. */
export type Paint = readonly [before: string, after: string];

/** How the parts of a rendered diagnostic are coloured. Parts that are left out stay plain. */
export interface Style {
  readonly error?: Paint;
  readonly warning?: Paint;
  readonly advice?: Paint;
  /** The message of the headline. */
  readonly message?: Paint;
  /** Line numbers and rules. */
  readonly frame?: Paint;
  /** The underlining and text of labels other than the main one. */
  readonly secondary?: Paint;
}

/** Colours for terminals that understand ANSI escape codes. */
export const ansiStyle: Style = {
  error: ["\u001b[1;31m", "\u001b[0m"],
  warning: ["\u001b[1;33m", "\u001b[0m"],
  advice: ["\u001b[1;36m", "\u001b[0m"],
  message: ["\u001b[1m", "\u001b[0m"],
  frame: ["\u001b[34m", "\u001b[0m"],
  secondary: ["\u001b[36m", "\u001b[0m"],
};

/** A text between the codes of a part; an empty text and an unpainted part give the text itself. */
export function paint(text: string, codes: Paint | undefined): string {
  return codes === undefined || text === "" ? text : codes[0] + text + codes[1];
}
