import type { Policy } from "@deodar/syntax";
import type { CheckSetting } from "../check/checker.ts";
import { ShapeTable } from "../check/shape-table.ts";
import type { UnicodeFacts } from "../confusables/unicode-facts.ts";
import { ReportedSpans } from "../report/reported-spans.ts";
import type { SchemaFacts } from "../schema-facts.ts";
import { TypeRelations, type ValidationMode } from "../types/relations.ts";

/** What all policies of one validation share. */
export interface SharedSetting {
  readonly facts: SchemaFacts;
  readonly relations: TypeRelations;
  readonly permissive: TypeRelations;
  readonly unicode: UnicodeFacts;
}

export function sharedSetting(facts: SchemaFacts, unicode: UnicodeFacts, mode: ValidationMode): SharedSetting {
  const permissive = new TypeRelations("permissive");
  return { facts, unicode, permissive, relations: mode === "strict" ? new TypeRelations("strict") : permissive };
}

/** What the checks of one policy share. */
export function settingOf(shared: SharedSetting, policyId: string, policy: Policy): CheckSetting {
  const { facts, relations, permissive, unicode } = shared;
  return {
    facts,
    relations,
    permissive,
    unicode,
    policyId,
    shapes: new ShapeTable(),
    spans: new ReportedSpans(policy),
  };
}
