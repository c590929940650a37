import type { Diagnostic } from "@deodar/diagnostics";
import { table } from "../generated/policy-table.ts";
import { maxNesting } from "../limits.ts";
import { maxFaults } from "../lower/lowering.ts";
import { fitsUnsigned } from "../lower/number.ts";
import { syntaxFault } from "./catalogue.ts";
import { describeExpected } from "./expected.ts";
import { type Rule, syntaxTable } from "./rules.ts";
import { ParserStack } from "./stack.ts";
import { readToken, type Token } from "./tokens.ts";

const policies = syntaxTable(table);

/**
 * All syntax errors of a text that the grammar refused, in source order; but what made the reference stop, if anything,
 * comes first, as it does there.
 *
 * After an error, tokens are passed over up to one that can follow what is around: the innermost expression if it can be
 * closed, else the policy. It is how the reference goes on, so that both tell of the same errors; but unlike it, this
 * goes on after what is no token too.
 */
export function findSyntaxFaults(text: string, rule: string): Diagnostic[] {
  const stack = new ParserStack(policies(rule).get(rule) as Rule);
  const faults: Diagnostic[] = [];
  const late: Diagnostic[] = [];
  let ofPolicies: Diagnostic[] = [];
  let stopped = false;
  const tell = (fault: Diagnostic, stops: boolean): void => {
    if (stops && !stopped) faults.unshift(fault);
    else faults.push(fault);
    stopped ||= stops;
  };
  /** Where a policy is given up and more follows than may, the reference forgets the former. */
  const giveUp = (fault: Diagnostic): void => {
    const isExtra = fault.code === "syntax/unexpected-token" && fault.labels[0]?.text === undefined;
    if (isExtra) late.push(...ofPolicies);
    ofPolicies = isExtra ? [fault] : [...ofPolicies, fault];
  };

  let token = readToken(text, 0);
  let lastEnd = 0;
  while (faults.length < maxFaults) {
    const { kind } = token;
    let rest: Rest;
    if (kind !== undefined && stack.accepts(kind)) {
      if (kind === "EOF") break;
      const before = stack.pending;
      stack.shift(kind);
      // Where a token leads back to the same place, all of the same behind it do.
      const stays = stack.pending?.symbol === before?.symbol && stack.pending?.next === before?.next;
      lastEnd = stays ? beforeLast(text, token) : token.end;
      const next = readToken(text, lastEnd);
      const refused = refuseToken(text, stack, token, next);
      if (refused !== undefined) tell(refused, true);
      rest = refused?.code === tooDeep ? skipPolicy(text, stack, next) : { token: next, lost: false };
    } else if (kind === undefined) {
      tell(describe(text, stack, token, lastEnd), true);
      rest = skipPolicy(text, stack, token);
    } else {
      stack.closeBefore(kind);
      const fault = describe(text, stack, token, lastEnd);
      rest = passOver(text, stack, token);
      tell(fault, rest.lost);
      if (rest.token.kind === "EOF" || text[rest.token.start] === ";") giveUp(fault);
    }
    if (rest.lost) break;
    token = rest.token;
  }
  return late.length === 0 ? faults : [...faults.filter((fault) => !late.includes(fault)), ...late];
}

/** Where to go on; lost if the end of the text came first. */
interface Rest {
  readonly token: Token;
  readonly lost: boolean;
}

const tooDeep = "syntax/nesting-too-deep";

/** What is wrong with a token that may stand where it stands; the reference looks at the one behind it first. */
function refuseToken(text: string, stack: ParserStack, token: Token, next: Token): Diagnostic | undefined {
  if (stack.depth > maxNesting) return syntaxFault(tooDeep, token, { limit: String(maxNesting) });
  if (token.kind !== "NUMBER" || fitsUnsigned(text.substring(token.start, token.end))) return undefined;
  const looked = next.kind !== undefined && (stack.accepts(next.kind) || stack.closes(next.kind));
  return looked ? syntaxFault("syntax/integer-too-long", token) : undefined;
}

/** The first token from this one on at which the parser can go on, or what is no token at all. */
function passOver(text: string, stack: ParserStack, from: Token): Rest {
  const exits = stack.exits();
  for (let token = from; ; token = readToken(text, beforeLast(text, token))) {
    if (token.kind === undefined) return { token, lost: false };
    const place = exits.get(token.kind);
    if (place !== undefined) stack.leave(place);
    if (place !== undefined || token.kind === "EOF") return { token, lost: place === undefined };
  }
}

/** Where the last of the same signs right behind a token begins, of which hostile texts have millions; else its end. */
function beforeLast(text: string, { start, end }: Token): number {
  let at = end;
  const code = text.charCodeAt(start);
  if (end === start + 1) while (text.charCodeAt(at) === code && text.charCodeAt(at + 1) === code) at++;
  return at;
}

/** Gives up the policy: goes on at its end. */
function skipPolicy(text: string, stack: ParserStack, from: Token): Rest {
  stack.leaveExpressions();
  for (let token = from; ; ) {
    const rest = passOver(text, stack, token);
    if (rest.token.kind !== undefined) return rest;
    token = readToken(text, rest.token.end);
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
