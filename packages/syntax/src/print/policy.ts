import { quote } from "@deodar/diagnostics";
import type { Annotation, EntityLiteral, Policy, PolicyFile, ScopeConstraint, Slot } from "../ast.ts";
import { isWord } from "../names.ts";
import { printExpression } from "./expression.ts";
import { entityText, nameText } from "./pieces.ts";

/** All policies of a file, an empty line between each two; see {@link printPolicy}. */
export function printPolicies(file: PolicyFile): string {
  return file.policies.map(printPolicy).join("\n\n");
}

/**
 * The canonical text of a policy or template: each annotation on a line of its own, the rest on one line, as the
 * reference prints policies that were read from JSON. Reads back as the same tree; see {@link printExpression} for the
 * trees that have no text. For a layout to read and to keep comments, use `@deodar/formatter`.
 *
 * Source: https://docs.cedarpolicy.com/policies/syntax-policy.html
 */
export function printPolicy(policy: Policy): string {
  const annotations = policy.annotations.map((annotation) => `${annotationText(annotation)}\n`).join("");
  const scope = [
    constraintText("principal", policy.principal),
    constraintText("action", policy.action),
    constraintText("resource", policy.resource),
  ].join(", ");
  const conditions = policy.conditions.map(({ clause, body }) => ` ${clause} { ${printExpression(body)} }`).join("");
  return `${annotations}${policy.effect}(${scope})${conditions};`;
}

function annotationText({ key, value }: Annotation): string {
  if (!isWord(key)) throw new RangeError(`${quote(key)} cannot be the key of an annotation`);
  return value === null ? `@${key}` : `@${key}(${quote(value)})`;
}

function constraintText(variable: "principal" | "action" | "resource", constraint: ScopeConstraint): string {
  switch (constraint.kind) {
    case "scopeAny":
      return variable;
    case "scopeEqual":
    case "scopeActionEqual":
      return `${variable} == ${referenceText(constraint.entity)}`;
    case "scopeIn":
    case "scopeActionIn":
      return `${variable} in ${referenceText(constraint.entity)}`;
    case "scopeActionInSet":
      return `${variable} in [${constraint.entities.map(referenceText).join(", ")}]`;
    case "scopeIs":
      return `${variable} is ${nameText(constraint.entityType)}`;
    case "scopeIsIn":
      return `${variable} is ${nameText(constraint.entityType)} in ${referenceText(constraint.entity)}`;
  }
}

function referenceText(reference: EntityLiteral | Slot): string {
  return reference.kind === "slot" ? reference.name : entityText(reference.type, reference.id);
}
