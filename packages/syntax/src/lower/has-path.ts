import type { CstAccess, CstExpression, CstName } from "../cst.ts";
import { printCst } from "../faults/print-cst.ts";
import { type Lowering, refuse } from "./lowering.ts";
import { lowerIdentifier, lowerPath } from "./name.ts";
import { lowerNumber } from "./number.ts";
import { lowerText } from "./text.ts";

/**
 * The right side of a `has`: a string, or identifiers joined by dots.
 *
 * Source: RFC 62, https://docs.cedarpolicy.com/policies/syntax-operators.html#operator-has
 */
export function lowerHasPath(lowering: Lowering, field: CstExpression): readonly [string, ...string[]] | undefined {
  const [item, access] = field.kind === "member" ? [field.item, field.access] : [field, []];
  switch (item.kind) {
    case "name":
      return lowerDotted(lowering, field, item, access);
    case "string": {
      if (access.length > 0) return refuseField(lowering, field, field);
      const text = lowerText(lowering, item, item);
      return text === undefined ? undefined : [text];
    }
    case "boolean":
      return refuse(lowering, "syntax/reserved-identifier", item, { identifier: String(item.value) });
    case "number":
      return lowerNumber(lowering, item) && refuseField(lowering, field, item);
    default:
      return refuseField(lowering, field, item);
  }
}

function lowerDotted(
  lowering: Lowering,
  field: CstExpression,
  item: CstName,
  access: readonly CstAccess[],
): readonly [string, ...string[]] | undefined {
  const first = lowerPath(lowering, item.path);
  if (first === undefined) return undefined;
  if (item.path.length > 1) return refuse(lowering, "syntax/namespaced-attribute", item, { name: printCst(field) });
  const path: [string, ...string[]] = [first];
  for (const step of access) {
    if (step.kind !== "field") return refuseField(lowering, field, step);
    const name = lowerIdentifier(lowering, step.field);
    if (name === undefined) return undefined;
    path.push(name);
  }
  return path;
}

function refuseField(lowering: Lowering, field: CstExpression, span: { start: number; end: number }): undefined {
  return refuse(lowering, "syntax/invalid-has", span, { found: printCst(field) });
}
