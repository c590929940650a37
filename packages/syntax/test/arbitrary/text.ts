import fc from "fast-check";
import { isReserved } from "../../src/index.ts";

const oddStrings = [
  "",
  "'",
  '"',
  "\\",
  "*",
  "**",
  "\\*",
  "\0",
  "\n\r\t",
  "\u0301",
  "a\u0301",
  "\u{10ffff}",
  "\u{1f980}",
  "\ufeff",
  "\u0085",
  "\u200b",
  "\u00ad",
  "// not a comment",
  "__proto__",
  "constructor",
  "toString",
  "__entity",
  "__extn",
  "__expr",
  "__cedar",
  "if",
  "true",
  "?principal",
  "$\u007bx}",
  "\u{e000}",
  `\u{ffff}\u{10000}`,
];

/** Any well-formed string, odd ones often. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(...oddStrings),
);

/** Any word, reserved or not. */
export const word: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("a", "b", "principal", "permit", "when", "contains", "ip", "_", "__proto__", "if", "has", "__cedar"),
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/),
);

/** Any word that is not reserved. */
export const identifier: fc.Arbitrary<string> = word.filter((text) => !isReserved(text));

/** Any name in its normal form. */
export const name: fc.Arbitrary<string> = fc
  .array(identifier, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join("::"));
