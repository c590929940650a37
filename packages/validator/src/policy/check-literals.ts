import { printUid } from "@deodar/core";
import { nearestName } from "@deodar/diagnostics";
import { type EntityLiteral, escapeText, quoteString } from "@deodar/syntax";
import { issueOf, type Report } from "../report/issue.ts";
import { isActionType, type SchemaFacts } from "../schema-facts.ts";
import type { NamedType, Survey } from "./survey.ts";

/** Says which entity types, actions and ids of enumerated types a policy names that the schema does not declare. */
export function checkLiterals(facts: SchemaFacts, policy: string, { types, entities }: Survey, report: Report): void {
  for (const type of types) checkType(facts, policy, type, report);
  for (const entity of entities) {
    if (isActionType(entity.type)) checkAction(facts, policy, entity, report);
    else checkEnumeration(facts, policy, entity, report);
  }
}

/** Says that a type is undeclared, if it is. */
export function checkType(facts: SchemaFacts, policy: string, { name, span }: NamedType, report: Report): void {
  if (facts.isKnownType(name)) return;
  const suggestion = nearestName(name, facts.schema.entityTypes.keys());
  const words = { policy, type: name };
  report(
    issueOf("validate/unrecognized-entity-type", suggestion === undefined ? words : { ...words, suggestion }, span),
  );
}

function checkAction(facts: SchemaFacts, policy: string, literal: EntityLiteral, report: Report): void {
  if (facts.action(literal) !== undefined) return;
  const words = { policy, action: printUid({ kind: "entity", type: literal.type, id: literal.id }) };
  const hint = hintForAction(facts, literal.id);
  report(issueOf("validate/unrecognized-action", hint === undefined ? words : { ...words, hint }, literal.span));
}

/** Perhaps the declaration has the type in the name: `action "Action::view"` declares `Action::"Action::view"`. */
function hintForAction(facts: SchemaFacts, id: string): string | undefined {
  const typed = facts.actions.find(({ uid }) => uid.id.includes(`Action::${id}`) || uid.id.includes(`Action::"${id}"`));
  if (typed !== undefined) return `did you intend to include the type in action \`${printUid(typed.uid)}\`?`;
  const nearest = nearestName(
    id,
    facts.actions.map(({ uid }) => printUid(uid)),
  );
  return nearest === undefined ? undefined : `did you mean \`${nearest}\`?`;
}

function checkEnumeration(facts: SchemaFacts, policy: string, literal: EntityLiteral, report: Report): void {
  const declared = facts.entityType(literal.type)?.enumeration;
  if (declared === undefined || declared.has(literal.id)) return;
  const words = {
    policy,
    uid: printUid({ kind: "entity", type: literal.type, id: literal.id }),
    id: quoteString(literal.id),
    ids: [...declared].map((id) => `"${escapeText(id)}"`).join(", "),
  };
  report(issueOf("validate/undeclared-enum-id", words, literal.span));
}
