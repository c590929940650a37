import type { Diagnostic } from "@deodar/diagnostics";
import { maxNesting } from "../limits.ts";
import { maxFaults } from "../lower/lowering.ts";
import { fitsUnsigned } from "../lower/number.ts";
import { syntaxFault } from "./catalogue.ts";
import { describeExpected } from "./expected.ts";
import { ParserStack } from "./stack.ts";
import { readToken, type Token } from "./tokens.ts";

/**
 * All syntax errors of a text that the grammar refused, in source order; but what made the reference stop, if anything,
 * comes first, as it does there.
 *
 * After an error, tokens are passed over up to one that can follow what is around: the innermost expression if it can be
 * closed, else the policy. It is how the reference goes on, so that both tell of the same errors; but unlike it, this
 * goes on after what is no token too.
 */
export function findSyntaxFaults(text: string, rule: string): Diagnostic[] {
  const stack = new ParserStack(rule);
  const faults: Diagnostic[] = [];
  let stopped = false;
  let token = readToken(text, 0);
  let lastEnd = 0;
  while (faults.length < maxFaults) {
    const { kind } = token;
    let fault: Diagnostic | undefined;
    let next: Token;
    if (kind !== undefined && stack.accepts(kind)) {
      if (kind === "EOF") return faults;
      stack.shift(kind);
      lastEnd = token.end;
      next = readToken(text, token.end);
      if (stack.depth > maxNesting) {
        fault = syntaxFault("syntax/nesting-too-deep", token, { limit: String(maxNesting) });
        stack.leaveExpressions();
        next = passOver(text, stack, next);
      } else if (kind === "NUMBER" && !fitsUnsigned(text.substring(token.start, token.end))) {
        fault = syntaxFault("syntax/integer-too-long", token);
      }
    } else {
      fault = describe(text, stack, token, lastEnd);
      next = passOver(text, stack, token);
    }
    const lost = next.kind === "EOF" && !stack.accepts("EOF");
    if (fault !== undefined) {
      const stops = fault.code !== "syntax/unexpected-token" || lost;
      if (stops && !stopped) faults.unshift(fault);
      else faults.push(fault);
      stopped ||= stops;
      if (lost) return faults;
    }
    token = next;
  }
  return faults;
}

/** The first token from this one on at which the parser can go on, or the end. */
function passOver(text: string, stack: ParserStack, from: Token): Token {
  const exits = stack.exits();
  let token = from;
  for (;;) {
    const place = token.kind === undefined ? undefined : exits.get(token.kind);
    if (place !== undefined) {
      stack.leave(place);
      return token;
    }
    if (token.kind === "EOF") return token;
    token = readToken(text, token.end);
  }
}

function describe(text: string, stack: ParserStack, token: Token, lastEnd: number): Diagnostic {
  if (token.kind === undefined) {
    const place = { start: token.start, end: token.start };
    return syntaxFault("syntax/invalid-token", place, { hint: hintFor(text.charAt(token.start)) });
  }
  const expected = describeExpected(stack.expected());
  if (token.kind === "EOF") {
    return syntaxFault("syntax/unexpected-end", { start: lastEnd, end: lastEnd }, {}, expected);
  }
  return syntaxFault("syntax/unexpected-token", token, { token: text.substring(token.start, token.end) }, expected);
}

function hintFor(character: string): string {
  if (character === '"') return "try checking that all strings are closed properly";
  return character === "'" ? "strings must use double quotes, not single quotes" : "";
}
