import { type Diagnostic, failure, type Result, success } from "@deodar/diagnostics";
import { scan } from "@deodar/syntax/lexical";
import type { SchemaFragment } from "./ast.ts";
import { schemaFault } from "./faults/catalogue.ts";
import { findSyntaxFaults } from "./faults/syntax-faults.ts";
import { parse } from "./generated/schema-parser.js";
import { maxTypeNesting } from "./limits.ts";
import { lowerFragment } from "./lower/fragment.ts";
import { faultsOf, type Lowering } from "./lower/lowering.ts";

/**
 * Reads a text in the Cedar schema syntax, without resolving any name in it.
 *
 * The grammar only says whether the text is right. If it is not, a second, slower look finds the faults. So good texts
 * do not pay for the bookkeeping of bad ones.
 *
 * @param text a schema; offsets in the answer are in UTF-16 code units
 * @returns the fragment tree, or every independent fault, at most a thousand: the syntax errors if there are any, else
 *   what is wrong with the declarations. It never throws.
 *
 * Source: https://docs.cedarpolicy.com/schema/human-readable-schema.html
 */
export function parseSchemaFragment(text: string): Result<SchemaFragment> {
  try {
    const items = parse(text, { startRule: "Schema", maxDepth: maxTypeNesting, scan });
    if (items !== undefined) {
      const lowering: Lowering = { syntax: [], names: [], declarations: [] };
      const fragment = lowerFragment(lowering, items, text.length);
      const faults = faultsOf(lowering);
      return faults.length > 0 ? refuse(text, faults) : success(fragment);
    }
  } catch (error) {
    // The caller's own calls may have left too little of the stack for the nesting that is allowed.
    if (error instanceof RangeError) return failure([stackFault(text)]);
    throw error;
  }
  const found = findSyntaxFaults(text);
  return refuse(text, found.length > 0 ? found : [stackFault(text)]);
}

const wrongFormat =
  "this API was expecting a schema in the Cedar schema format; did you mean to use a different function, which expects a JSON-format Cedar schema";

/** What begins with `{` was likely meant to be JSON. */
function refuse(text: string, faults: readonly Diagnostic[]): Result<never> {
  const [first, ...rest] = faults;
  if (first === undefined || !text.trimStart().startsWith("{")) return failure(faults);
  return failure([
    { ...first, help: first.help === undefined ? wrongFormat : `${first.help}\n${wrongFormat}` },
    ...rest,
  ]);
}

function stackFault(text: string): Diagnostic {
  return schemaFault("schema/nesting-too-deep", [{ start: 0, end: text.length }], { limit: String(maxTypeNesting) });
}
