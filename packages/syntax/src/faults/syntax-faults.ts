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
  const tell = (fault: Diagnostic, stops: boolean): void => {
    if (stops && !stopped) faults.unshift(fault);
    else faults.push(fault);
    stopped ||= stops;
  };

  let token = readToken(text, 0);
  let lastEnd = 0;
  while (faults.length < maxFaults) {
    const { kind } = token;
    if (kind !== undefined && stack.accepts(kind)) {
      if (kind === "EOF") break;
      stack.shift(kind);
      lastEnd = token.end;
      const next = readToken(text, token.end);
      const refused = refuseToken(text, stack, token, next);
      if (refused !== undefined) tell(refused, true);
      token = refused?.code === tooDeep ? skipPolicy(text, stack, next) : next;
    } else if (kind === undefined) {
      tell(describe(text, stack, token, lastEnd), true);
      token = skipPolicy(text, stack, token);
    } else {
      stack.closeBefore(kind);
      const fault = describe(text, stack, token, lastEnd);
      token = passOver(text, stack, token);
      // The reference forgets what it was about to tell of.
      tell(fault, token.kind === "EOF" && !stack.accepts("EOF"));
    }
    if (stopped && token.kind === "EOF" && !stack.accepts("EOF")) break;
  }
  return faults;
}

const tooDeep = "syntax/nesting-too-deep";

/** What is wrong with a token that may stand where it stands; the reference looks at the one behind it first. */
function refuseToken(text: string, stack: ParserStack, token: Token, next: Token): Diagnostic | undefined {
  if (stack.depth > maxNesting) return syntaxFault(tooDeep, token, { limit: String(maxNesting) });
  if (token.kind !== "NUMBER" || fitsUnsigned(text.substring(token.start, token.end))) return undefined;
  const looked = next.kind !== undefined && (stack.accepts(next.kind) || stack.closes(next.kind));
  return looked ? syntaxFault("syntax/integer-too-long", token) : undefined;
}

/** The first token from this one on at which the parser can go on; the end; or what is no token at all. */
function passOver(text: string, stack: ParserStack, from: Token): Token {
  const exits = stack.exits();
  for (let token = from; ; token = readToken(text, token.end)) {
    if (token.kind === undefined) return token;
    const place = exits.get(token.kind);
    if (place !== undefined) stack.leave(place);
    if (place !== undefined || token.kind === "EOF") return token;
  }
}

/** Gives up the policy: goes on at its end, or at the end of the text. */
function skipPolicy(text: string, stack: ParserStack, from: Token): Token {
  stack.leaveExpressions();
  for (let token = from; ; ) {
    token = passOver(text, stack, token);
    if (token.kind !== undefined) return token;
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
