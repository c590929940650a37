import type { Choices } from "../choices/choices.ts";
import { tokensOf } from "./tokens.ts";

// biome-ignore format: a table reads better packed
const insertions: readonly string[] = [
  "permit", "forbid", "when", "unless", "principal", "action", "resource", "context", "if", "then", "else", "true", "false", "in", "has", "like", "is", "==", "!=", "<", "<=", ">", ">=",
  "&&", "||", "+", "-", "*", "/", "%", "=", "!", ".", ",", ";", ":", "::", "(", ")", "[", "]", "{", "}", "@", "?principal", "?resource", "?x", "?", "1", "0", "9223372036854775808", "-9223372036854775808",
  '"a"', '"\\q"', '"', '"\\u{110000}"', '"\\*"', 'User::"b"', "foo", "ip", "contains", "__cedar", "#", "'", "//", "\n", "\r", "\u{85}", "\u{FEFF}", "é", "💥", "\0", "&", "|",
  "entity", "namespace", "type", "appliesTo", "tags", "enum", "Set", "Long", "Set<Long>",
];

/** The text with one to three tokens taken out, doubled, replaced, added or swapped; most such texts are refused. */
export function mutateText(choices: Choices, text: string): string {
  let tokens = tokensOf(text);
  for (let steps = 1 + choices.below(3); steps > 0; steps--) tokens = mutateOnce(choices, tokens);
  return tokens.join("");
}

function mutateOnce(choices: Choices, tokens: readonly string[]): string[] {
  if (tokens.length === 0) return [choices.pick(insertions)];
  const position = (): number => (choices.below(256) * 256 + choices.below(256)) % tokens.length;
  const at = position();
  const here = tokens[at] ?? "";
  switch (choices.below(6)) {
    case 0:
      return tokens.toSpliced(at, 1);
    case 1:
      return tokens.toSpliced(at, 0, here, " ");
    case 2:
      return tokens.toSpliced(at, 1, choices.pick(insertions));
    case 3:
      return tokens.toSpliced(at, 0, " ", choices.pick(insertions), " ");
    case 4:
      return tokens.slice(0, at);
    default: {
      const other = position();
      return tokens.with(at, tokens[other] ?? "").with(other, here);
    }
  }
}
