import type { Diagnostic } from "@deodar/diagnostics";
import { isReserved, unescapeString } from "@deodar/syntax/lexical";
import { maxFaults, maxTypeNesting } from "../limits.ts";
import { inOrder, type Timed } from "../lower/lowering.ts";
import { AnnotationKeys } from "./annotation-keys.ts";
import { labelledFault, schemaFault } from "./catalogue.ts";
import { describeExpected } from "./expected.ts";
import { ParserStack } from "./stack.ts";
import { readToken, type Token } from "./tokens.ts";

/**
 * All syntax errors of a text that the grammar refused. The first is the one that the reference finds, and it finds no
 * more. After an error the declaration is given up: reading goes on behind its `;`, or at the end of its namespace.
 */
export function findSyntaxFaults(text: string): Diagnostic[] {
  const stack = new ParserStack();
  const keys = new AnnotationKeys();
  const faults: Timed[] = [];
  let token = readToken(text, 0);
  let lastEnd = 0;
  while (faults.length < maxFaults) {
    const { kind } = token;
    if (kind !== undefined && stack.accepts(kind)) {
      if (kind === "EOF") break;
      const rules = stack.shift(kind);
      lastEnd = token.end;
      const next = readToken(text, token.end);
      if (stack.depth > maxTypeNesting) {
        faults.push({ time: token.start, fault: tooDeep(token) });
        token = giveUp(text, stack, next);
        keys.forget();
        continue;
      }
      const settled = next.kind !== undefined && stack.accepts(next.kind);
      const refused = refuseToken(text, stack, token, rules, next);
      if (refused !== undefined) faults.push({ time: token.start, fault: refused });
      keys.take(text, token, rules);
      if (stack.betweenDeclarations) faults.push(...(settled ? keys.settle(token.end) : keys.forget()));
      token = next;
      continue;
    }
    if (kind !== undefined) stack.closeBefore(kind);
    faults.push({ time: token.start, fault: describe(text, stack, token, lastEnd) });
    faults.push(...keys.forget());
    if (kind === "EOF") break;
    token = giveUp(text, stack, token);
    if (token.kind === "EOF") break;
  }
  return inOrder(faults);
}

function tooDeep(token: Token): Diagnostic {
  return schemaFault("schema/nesting-too-deep", [token], { limit: String(maxTypeNesting) });
}

/** What is wrong with a token that may stand where it stands; the reference looks at the one behind it first. */
function refuseToken(
  text: string,
  stack: ParserStack,
  token: Token,
  rules: readonly string[],
  next: Token,
): Diagnostic | undefined {
  const written = text.substring(token.start, token.end);
  if (next.kind === undefined) return undefined;
  if (token.kind === "STRINGLIT") {
    const good = !stack.ends("String", next.kind) || unescapeString(written.slice(1, -1)).faults.length === 0;
    return good ? undefined : schemaFault("schema/invalid-escape", [token]);
  }
  if (
    !rules.includes("NotSet") ||
    !isReserved(written) ||
    written === "__cedar" ||
    !stack.ends("Identifier", next.kind)
  )
    return undefined;
  return schemaFault("schema/reserved-identifier", [token], { identifier: written });
}

const beginnings: ReadonlySet<string> = new Set(["ENTITY", "ACTION", "TYPE", "NAMESPACE", '"@"']);

/** Gives up the declaration that a token does not fit in; gives the first token behind it. */
function giveUp(text: string, stack: ParserStack, from: Token): Token {
  const { inNamespace, inNamespaceHead } = stack;
  let open = stack.openBraces;
  const missing = stack.accepts('";"') && from.kind !== undefined && beginnings.has(from.kind);
  stack.leaveDeclaration(inNamespace);
  if (missing && stack.accepts(from.kind ?? "")) return from;
  for (let token = from; ; token = readToken(text, token.end)) {
    const { kind } = token;
    if (kind === "EOF") return token;
    if (kind === '";"') return readToken(text, token.end);
    if (kind === '"{"' && inNamespaceHead) {
      stack.leaveDeclaration(true);
      return readToken(text, token.end);
    }
    if (kind === '"}"' && open === 0 && inNamespace) return token;
    if (kind === '"{"') open++;
    if (kind === '"}"' && open > 0) open--;
  }
}

function describe(text: string, stack: ParserStack, token: Token, lastEnd: number): Diagnostic {
  if (token.kind === undefined) return schemaFault("schema/invalid-token", [{ start: token.start, end: token.start }]);
  const expected = stack.expected();
  const label = describeExpected(expected);
  if (token.kind === "EOF") {
    return labelledFault("schema/unexpected-end", [{ start: lastEnd, end: lastEnd, text: label }]);
  }
  const written = text.substring(token.start, token.end);
  const hint = hintFor(text, token, expected);
  const { start, end } = token;
  return labelledFault("schema/unexpected-token", [{ start, end, text: label }], { token: written, hint });
}

function hintFor(text: string, { kind, start }: Token, expected: ReadonlySet<string>): string {
  if (kind === '"{"' && expected.has("APPLIESTO")) {
    return "action declarations require `appliesTo` before the `{ ... }` block";
  }
  if (kind !== '";"' || !expected.has("NAMESPACE")) return "";
  let before = start - 1;
  while (/\s|\x85/.test(text.charAt(before))) before--;
  return text.charAt(before) === "}"
    ? "namespace declarations are not followed by `;`; try removing this semicolon"
    : "";
}
