import { lazyPattern } from "@deodar/diagnostics";

// Nothing to see: what extends the character before it, invisible format characters and fillers (the Arabic number
// signs and their like are seen), Hangul vowels and finals that join a syllable.
const zeroWidth = lazyPattern(
  String.raw`^(?![\u{600}-\u{604}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{115f}\u{fff9}-\u{fffb}\u{110bd}\u{110cd}])[\p{Grapheme_Extend}\p{Cf}\p{Default_Ignorable_Code_Point}\u{1160}-\u{11ff}\u{d7b0}-\u{d7c6}\u{d7cb}-\u{d7fb}]$`,
  "u",
);

// The East Asian Wide and Fullwidth ranges of Unicode 16.0 (EastAsianWidth.txt), joined across unassigned gaps.
const wide = lazyPattern(
  String.raw`^(?![\u{1f1e6}-\u{1f1ff}])(?:[\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|(?!\p{Cn})[\u{1100}-\u{115f}\u{231a}\u{231b}\u{2329}\u{232a}\u{2630}-\u{2637}\u{268a}-\u{268f}\u{2e80}-\u{303e}\u{3041}-\u{321e}\u{3220}-\u{3247}\u{3250}-\u{a4cf}\u{a960}-\u{a97c}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe10}-\u{fe19}\u{fe30}-\u{fe6b}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d356}\u{1d360}-\u{1d376}\u{1f200}-\u{1f265}])$`,
  "u",
);

// Emoji that several code points make up: two columns, but for one that is asked to look like text.
const emojiSequence = lazyPattern(
  String.raw`(?:\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)+|\p{Emoji}\ufe0f\u20e3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Emoji_Presentation}(?<text>\ufe0e))`,
  "uy",
);

/**
 * How many terminal columns a text takes: wide characters two, combining ones none.
 * Stops counting beyond `limit`, so that a long text costs no more than a short one where only its fit is asked.
 */
export function textWidth(text: string, limit: number = Number.POSITIVE_INFINITY): number {
  let width = 0;
  for (let at = 0; at < text.length && width <= limit; ) {
    if (text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0x80)) {
      width += 1;
      at += 1;
      continue;
    }
    const sequence = emojiSequence();
    sequence.lastIndex = at;
    const emoji = sequence.exec(text);
    if (emoji !== null) {
      width += emoji.groups?.["text"] === undefined ? 2 : 1;
      at = sequence.lastIndex;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
      width += columns(character);
      at += character.length;
    }
  }
  return width;
}

function columns(character: string): number {
  if (zeroWidth().test(character)) return 0;
  return wide().test(character) ? 2 : 1;
}
