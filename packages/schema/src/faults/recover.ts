import type { ParserStack, Token } from "@deodar/syntax/faults";
import { readToken } from "./tokens.ts";

const beginnings: ReadonlySet<string> = new Set(["ENTITY", "ACTION", "TYPE", "NAMESPACE", '"@"']);

/** Whether the parser is between declarations. */
export function isBetween(stack: ParserStack): boolean {
  const next = stack.pending?.symbol.name;
  return next === "Items" || next === "MoreMembers";
}

/** Gives up the declaration that a token does not fit in; gives the first token behind it. */
export function giveUp(text: string, stack: ParserStack, from: Token): Token {
  const exits = stack.exits();
  let open = openBraces(stack);
  if (from.kind !== undefined && beginnings.has(from.kind) && stack.accepts('";"')) {
    // Nothing but the `;` is missing.
    stack.shift('";"');
    if (stack.accepts(from.kind)) return from;
  }
  for (let token = from; ; token = readToken(text, token.end)) {
    const kind = token.kind ?? "";
    const place = exits.get(kind);
    if (place !== undefined && (kind !== '"}"' || open === 0)) {
      stack.leave(place);
      if (kind === '"}"') return token;
      stack.shift(kind);
      return readToken(text, token.end);
    }
    if (kind === "EOF") return token;
    if (kind === '"{"') open++;
    if (kind === '"}"' && open > 0) open--;
  }
}

/** How many braces of the declaration are still to be closed. */
function openBraces(stack: ParserStack): number {
  const around = stack.checkpoints?.pending.next;
  let count = 0;
  for (let at = stack.pending; at !== undefined && at !== around; at = at.next) if (at.symbol.name === '"}"') count++;
  return count;
}
