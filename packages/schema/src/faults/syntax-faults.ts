import type { Diagnostic } from "@deodar/diagnostics";
import { ParserStack, type Rule, syntaxTable, type Token } from "@deodar/syntax/faults";
import { isReserved, unescapeString } from "@deodar/syntax/lexical";
import { table } from "../generated/schema-table.ts";
import { maxFaults, maxTypeNesting } from "../limits.ts";
import { inOrder, type Timed } from "../lower/lowering.ts";
import { AnnotationKeys } from "./annotation-keys.ts";
import { labelledFault, schemaFault } from "./catalogue.ts";
import { describeExpected } from "./expected.ts";
import { giveUp, isBetween } from "./recover.ts";
import { readToken } from "./tokens.ts";

const schemas = syntaxTable(table);

/**
 * All syntax errors of a text that the grammar refused. The first is the one that the reference finds, and it finds no
 * more. After an error the declaration is given up: reading goes on behind its `;`, or at the end of its namespace.
 */
export function findSyntaxFaults(text: string): Diagnostic[] {
  const rules = schemas("Schema");
  const stack = new ParserStack(rules.get("Schema") as Rule);
  const keys = new AnnotationKeys();
  const faults: Timed[] = [];
  let token = readToken(text, 0);
  let lastEnd = 0;
  while (faults.length < maxFaults) {
    const { kind } = token;
    if (kind !== undefined && stack.accepts(kind)) {
      if (kind === "EOF") break;
      const begun = stack.shift(kind).map(({ name }) => name);
      lastEnd = token.end;
      const next = readToken(text, token.end);
      if (stack.depth > maxTypeNesting) {
        faults.push({ time: token.start, fault: tooDeep(token) });
        token = giveUp(text, stack, next);
        keys.forget();
        continue;
      }
      const settled = next.kind !== undefined && stack.accepts(next.kind);
      // The parser of the reference looks no further than at what can come behind an identifier or a string somewhere.
      const ends = (rule: "Identifier" | "String"): boolean =>
        settled || (next.kind !== undefined && rules.get(rule)?.follow.has(next.kind) === true);
      const refused = refuseToken(text, token, begun, ends);
      if (refused !== undefined) faults.push({ time: token.start, fault: refused });
      keys.take(text, token, begun);
      if (isBetween(stack)) faults.push(...(settled ? keys.settle(token.end) : keys.forget()));
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
  token: Token,
  begun: readonly string[],
  ends: (rule: "Identifier" | "String") => boolean,
): Diagnostic | undefined {
  const written = text.substring(token.start, token.end);
  if (token.kind === "STRINGLIT") {
    const good = !ends("String") || unescapeString(written.slice(1, -1)).faults.length === 0;
    return good ? undefined : schemaFault("schema/invalid-escape", [token]);
  }
  const isIdentifier = begun.includes("NotSet") && !begun.includes("Word");
  if (!isIdentifier || !isReserved(written) || written === "__cedar" || !ends("Identifier")) return undefined;
  return schemaFault("schema/reserved-identifier", [token], { identifier: written });
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
