import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import type { Policy } from "./ast.ts";
import { syntaxFault } from "./faults/catalogue.ts";
import { findSyntaxFaults } from "./faults/syntax-faults.ts";
import { parse, type Results } from "./generated/policy-parser.js";
import { maxNesting } from "./limits.ts";
import type { Lowering } from "./lower/lowering.ts";
import { fitsUnsigned } from "./lower/number.ts";
import { lowerPolicy } from "./lower/policy.ts";
import { scan } from "./scan.ts";

export type StartRule = keyof Results<unknown>;
/** Stands for a policy that the grammar lets pass and the lowering does not; a parser takes `null` for no match. */
export const refused = "refused";
type Refused = typeof refused;

type Parsed<Rule extends StartRule> = Results<Policy | Refused>[Rule];

/**
 * Parses by a start rule of the grammar and hands the outcome on to be lowered.
 *
 * The grammar only says whether the text is right. If it is not, a second, slower look finds the faults. So good texts
 * do not pay for the bookkeeping of bad ones.
 */
export function read<Rule extends StartRule, T>(
  rule: Rule,
  text: string,
  lower: (lowering: Lowering, parsed: Parsed<Rule>) => T | undefined,
): Result<T> {
  try {
    return readWithin(rule, text, lower);
  } catch (error) {
    // The caller's own calls may have left too little of the stack even for the nesting that is allowed.
    if (!(error instanceof RangeError)) throw error;
    const place = { start: 0, end: text.length };
    return failure([syntaxFault("syntax/nesting-too-deep", place, { limit: String(maxNesting) })]);
  }
}

function readWithin<Rule extends StartRule, T>(
  rule: Rule,
  text: string,
  lower: (lowering: Lowering, parsed: Parsed<Rule>) => T | undefined,
): Result<T> {
  const faults: Diagnostic[] = [];
  const lowering: Lowering = { text, faults, hasSlot: false };
  const parsed = parse<Policy | Refused, Rule>(text, {
    startRule: rule,
    maxDepth: maxNesting,
    policy: (policy) => lowerPolicy(lowering, policy) ?? refused,
    isLong: fitsUnsigned,
    scan,
  });
  if (parsed === undefined) return failure(findSyntaxFaults(text, rule));
  const value = lower(lowering, parsed);
  return value === undefined || faults.length > 0 ? failure(faults) : success(value);
}
