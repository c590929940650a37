import { isJsonArray, isJsonFraction, isJsonObject, type JsonValue } from "@deodar/json";
import type { Choices } from "@deodar/testing";

const blanks: readonly string[] = ["", "", "", " ", "\n", "\t", "\r\n  ", "    "];

/** The JSON text of a value, with blanks anywhere and strings in any spelling. */
export function jsonText(choices: Choices, value: JsonValue): string {
  const loose = choices.chance(60);
  const blank = (): string => (loose ? choices.pick(blanks) : "");
  const string = (text: string): string => (loose && choices.chance(15) ? spelt(choices, text) : JSON.stringify(text));
  const write = (part: JsonValue): string => {
    if (typeof part === "string") return string(part);
    if (isJsonFraction(part)) return part.text;
    const open = blank();
    if (isJsonArray(part)) return `[${open}${part.map((each) => write(each) + blank()).join(`,${blank()}`)}]`;
    if (!isJsonObject(part)) return String(part);
    const members = Object.entries(part).map(
      ([key, each]) => `${string(key)}${blank()}:${blank()}${write(each)}${blank()}`,
    );
    return `{${open}${members.join(`,${blank()}`)}}`;
  };
  return blank() + write(value) + blank();
}

/** A string with some of its characters escaped that need not be. */
function spelt(choices: Choices, text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => {
    const unit = text.charCodeAt(index);
    const hex = unit.toString(16).padStart(4, "0");
    if (choices.chance(50)) return `\\u${choices.chance(50) ? hex.toUpperCase() : hex}`;
    return text[index] === "/" ? "\\/" : JSON.stringify(text[index]).slice(1, -1);
  });
  return `"${units.join("")}"`;
}

// biome-ignore format: a table reads better packed
const insertions: readonly string[] = [
  "{", "}", "[", "]", ",", ":", '"', "\\", "\\u12", "\\x", "\\ud800", "null", "nul", "true", "fals", "0", "01", "-", "1.5", "1e9", "1E+", ".5", "9007199254740993", "99999999999999999999", " ", "\n", "\u0000", "\u00a0",
  "\ufeff", "é", "💥", "'", "/*c*/", "//", '{"a":1,"a":2}', '"__proto__":1,', "NaN", "Infinity", "undefined", "+1", "-0", "\t", "\u001f", "\u2028",
  "[".repeat(1100), '{"a":'.repeat(1100),
];

/** The text with a character or so taken out, doubled, replaced or added, or cut off; mostly it is no JSON then. */
export function mutateJsonText(choices: Choices, text: string): string {
  const at = text.length === 0 ? 0 : (choices.below(256) * 256 + choices.below(256)) % text.length;
  const length = 1 + choices.below(3);
  switch (choices.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at + length) + text.slice(at);
    case 2:
      return text.slice(0, at) + choices.pick(insertions) + text.slice(at + length);
    case 3:
      return text.slice(0, at) + choices.pick(insertions) + text.slice(at);
    default:
      return text.slice(0, at);
  }
}
