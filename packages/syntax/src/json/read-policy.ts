import { compareStrings, quote } from "@deodar/diagnostics";
import { isJsonObject } from "@deodar/json";
import type { Annotation, Condition, Policy } from "../ast.ts";
import { nestingOf } from "../depth.ts";
import { maxNesting } from "../limits.ts";
import type { Cursor } from "./cursor.ts";
import { checkAnnotationKey } from "./names.ts";
import { readExpression } from "./read-expression.ts";
import { readActionConstraint, readPartyConstraint } from "./read-scope.ts";

const required = ["effect", "principal", "action", "resource", "conditions"] as const;

/** A policy or template; what cannot be read is noted, and something harmless stands in for it. */
export function readPolicy(at: Cursor): Policy {
  const { members } = at.structure("struct Policy", required, ["annotations"]);
  const annotations = members.get("annotations");
  const effect = members.get("effect");
  const principal = members.get("principal");
  const action = members.get("action");
  const resource = members.get("resource");
  const conditions = members.get("conditions");
  return {
    kind: "policy",
    span: undefined,
    annotations: annotations === undefined ? [] : readAnnotations(annotations),
    effect: effect?.variant(["permit", "forbid"]) ?? "forbid",
    principal: principal === undefined ? anyone : readPartyConstraint(principal, "principal"),
    action: action === undefined ? anyone : readActionConstraint(action),
    resource: resource === undefined ? anyone : readPartyConstraint(resource, "resource"),
    conditions: conditions === undefined ? [] : conditions.elements().flatMap(readCondition),
  };
}

const anyone: { readonly kind: "scopeAny"; readonly span: undefined } = { kind: "scopeAny", span: undefined };

function readAnnotations(at: Cursor): readonly Annotation[] {
  const keys = at.keys("a map") ?? [];
  return [...keys].sort(compareStrings).map((key) => {
    const here = at.at(key);
    checkAnnotationKey(key, here);
    return { kind: "annotation", span: undefined, key, value: here.json === null ? null : here.text() };
  });
}

const clauseName = "adjacently tagged enum Clause";

const clauseFields = ["kind", "body"];

function readCondition(at: Cursor): readonly Condition[] {
  const unknown = isJsonObject(at.json) ? Object.keys(at.json).find((key) => !clauseFields.includes(key)) : undefined;
  if (unknown !== undefined) {
    // Serde has other words for this where a field says how to read another.
    at.at(unknown).misshapen("policy-json/unknown-clause-field", {
      field: quote(unknown),
      expected: '"kind" or "body"',
    });
    return [];
  }
  const { members, whole } = at.structure(clauseName, clauseFields, [], clauseName);
  const kind = members.get("kind");
  const body = members.get("body");
  if (!whole || kind === undefined || body === undefined) return [];
  const clause = kind.variant(["when", "unless"], isJsonObject(at.json)) ?? "when";
  at.faults.clause = clause;
  const { expression, size } = readExpression(body);
  // A node adds at most two levels, so most expressions are too small to be too deep.
  const depth = size > maxNesting / 2 && at.faults.none ? nestingOf(expression) : 0;
  if (depth > maxNesting) {
    body.meaningless("policy-json/too-deep", { depth: String(depth), limit: String(maxNesting) });
  }
  return [{ kind: "condition", span: undefined, clause, body: expression }];
}
