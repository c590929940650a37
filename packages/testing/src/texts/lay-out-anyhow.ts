import type { Choices } from "../choices/choices.ts";
import { tokensOf } from "./tokens.ts";

// biome-ignore format: a table reads better packed
const blanks: readonly string[] = [" ", "\n", "  ", "\n\n", "\t", "\r\n", "\n    ", " \n\n\n ", "\u00a0", "\u2028"];

// biome-ignore format: a table reads better packed
const comments: readonly string[] = ["// c", "//", "// a \"quoted\" one", "//\t x  ", "// permit(principal, action, resource);", "// é💥", "///", "// a // b", "//, ;"];

/**
 * The same policies or schema with other blanks between the tokens, and comments where blanks stand.
 *
 * @param percent so many percent of the gaps between tokens get a comment
 */
export function layOutAnyhow(choices: Choices, text: string, percent: number): string {
  return tokensOf(text)
    .map((token) => {
      if (token.trim() === "") return drawGap(choices, percent);
      return /^[{};,()[\]]$/.test(token) && choices.chance(20) ? token + drawGap(choices, percent) : token;
    })
    .join("");
}

function drawGap(choices: Choices, percent: number): string {
  const blank = choices.chance(40) ? choices.pick(blanks) : " ";
  if (percent === 0 || !choices.chance(percent)) return blank;
  const end = choices.pick(["\n", "\n  ", "\r\n", "\n\n"]);
  const more = choices.chance(15) ? `${choices.pick(comments)}\n` : "";
  return `${blank}${choices.pick(comments)}${end}${more}`;
}
