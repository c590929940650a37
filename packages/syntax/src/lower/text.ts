import type { Span } from "@deodar/diagnostics";
import type { CstExpression, CstString } from "../cst.ts";
import { unescapePattern, unescapeString } from "../escape.ts";
import { citeExpression } from "../print/expression.ts";
import { type CstRawString, lowerSpecial, type Special } from "./expression.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { pathText } from "./name.ts";

/** What a raw string stands for; faults are reported for `span`. */
export function lowerText(lowering: Lowering, { raw }: CstString, span: Span): string | undefined {
  const { pieces, faults } = unescapeString(raw);
  if (faults.length > 0) return refuseEscapes(lowering, faults, span);
  return pieces[0];
}

/** The right side of a `like`, which must be a bare string. */
export function lowerPattern(
  lowering: Lowering,
  node: CstExpression,
  special: Special,
): readonly [string, ...string[]] | undefined {
  if (special.kind !== "raw") {
    return refuse(lowering, "syntax/invalid-pattern", plainSpan(node), { found: describe(special) });
  }
  const { pieces, faults } = unescapePattern(special.string.raw);
  return faults.length > 0 ? refuseEscapes(lowering, faults, node) : pieces;
}

/** What stands in the brackets of `a["b"]`, which must be a bare string. */
export function lowerIndex(lowering: Lowering, node: CstExpression): string | undefined {
  const special = lowerSpecial(lowering, node);
  if (special === undefined) return undefined;
  if (special.kind === "raw") return lowerText(lowering, special.string, node);
  return refuse(lowering, "syntax/invalid-string", plainSpan(node), { found: describe(special) });
}

/** The key of a record entry: an identifier or a string. */
export function lowerKey(lowering: Lowering, node: CstExpression, special: Special): string | undefined {
  if (special.kind === "raw") return lowerText(lowering, special.string, node);
  if (node.kind === "boolean") {
    return refuse(lowering, "syntax/reserved-identifier", node, { identifier: String(node.value) });
  }
  if (node.kind === "name") {
    const name = pathText(node.path);
    return node.path.length === 1 ? name : refuse(lowering, "syntax/namespaced-attribute", node, { name });
  }
  return refuse(lowering, "syntax/invalid-attribute", plainSpan(node), { found: describe(special) });
}

/** What the reference calls the place of a parenthesised expression: that of its inside. */
export function plainSpan(node: CstExpression): Span {
  return node.kind === "group" ? node.inner : node;
}

/** What stands where something else must, in the words of the reference. */
function describe(special: Exclude<Special, CstRawString>): string {
  return special.kind === "name" ? pathText(special.path) : citeExpression(special);
}

function refuseEscapes(lowering: Lowering, faults: readonly string[], span: Span): undefined {
  for (const sequence of faults) refuse(lowering, "syntax/invalid-escape", span, { escape: sequence });
  return undefined;
}
